// A chart of an answer, drawn by ECharts.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { KINDS, chartOf, numbersOf, pointsOf } from './charts.js';

const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#777777'];

function optionsOf(columns, rows, chart) {
  const { series, categories } = pointsOf(columns, rows, chart);
  const style = getComputedStyle(document.documentElement);
  const [text, line, ground] = ['--text', '--line', '--ground'].map((name) => style.getPropertyValue(name).trim());
  const unit = (name) => columns.find((column) => column.name === name)?.unit;
  const axis = (name) => ({
    name: unit(name) ? `${name} (${unit(name)})` : name,
    nameLocation: 'middle',
    nameGap: 28,
    nameTextStyle: { color: text },
    axisLabel: { color: text },
    axisLine: { lineStyle: { color: line } },
    splitLine: { lineStyle: { color: line } },
    scale: true,
  });
  return {
    color: COLOURS,
    animation: false,
    textStyle: { color: text },
    grid: { left: 12, right: 24, top: series.length > 1 ? 52 : 30, bottom: 40, containLabel: true },
    legend: { show: series.length > 1, type: 'scroll', textStyle: { color: text }, pageTextStyle: { color: text } },
    // Text, not HTML: what is shown comes from anybody.
    tooltip: { trigger: chart.kind === 'scatter' ? 'item' : 'axis', renderMode: 'richText', backgroundColor: ground, borderColor: line, textStyle: { color: text } },
    xAxis: categories ? { ...axis(chart.x), type: 'category', data: categories, axisLabel: { color: text, rotate: categories.length > 8 ? 40 : 0, width: 120, overflow: 'truncate' }, nameGap: categories.length > 8 ? 70 : 28 } : { ...axis(chart.x), type: 'value', minInterval: chart.kind === 'line' ? 1 : undefined },
    yAxis: { ...axis(chart.y), type: 'value', nameLocation: 'end', nameGap: 8, nameTextStyle: { color: text, align: 'left' }, scale: chart.kind !== 'bars' },
    series: series.map(({ name, points }) => ({
      name,
      type: { line: 'line', bars: 'bar', scatter: 'scatter' }[chart.kind],
      data: points,
      showSymbol: points.length < 30,
      symbolSize: 6,
      connectNulls: false,
    })),
  };
}

function Drawing({ columns, rows, chart, label }) {
  const element = useRef();
  const [failure, setFailure] = useState(null);
  useEffect(() => {
    let drawn = null;
    let closed = false;
    let watch;
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const draw = () => drawn?.setOption(optionsOf(columns, rows, chart), true);
    import('echarts').then(
      (echarts) => {
        if (closed) return;
        drawn = echarts.init(element.current);
        drawn.on('finished', () => element.current?.setAttribute('data-drawn', ''));
        draw();
        watch = new ResizeObserver(() => drawn.resize());
        watch.observe(element.current);
        scheme.addEventListener('change', draw);
      },
      (reason) => setFailure(reason),
    );
    return () => {
      closed = true;
      scheme.removeEventListener('change', draw);
      watch?.disconnect();
      drawn?.dispose();
    };
  }, [columns, rows, chart.kind, chart.x, chart.y]);
  return html`
    ${failure && html`<p class="state error" role="alert">The chart could not be loaded: ${failure.message}</p>`}
    <div class="ask-chart" ref=${element} role="img" aria-label=${label}></div>
  `;
}

/**
 * The chart with the choice of what it shows, or nothing where an answer has no numbers.
 *
 * @param choice { kind, x, y } of the address, what is missing is found
 * @param choose told the changes
 */
export function Chart({ columns, rows, choice, choose }) {
  const fitting = chartOf(columns, rows);
  if (!fitting) return null;
  const numbers = numbersOf(columns, rows);
  const names = columns.map(({ name }) => name);
  const kind = choice.kind in KINDS ? choice.kind : fitting.kind;
  const allowed = kind === 'bars' ? names : numbers;
  const x = [choice.x, fitting.x].find((name) => allowed.includes(name)) ?? allowed[0];
  const y = [choice.y, fitting.y].find((name) => numbers.includes(name));
  const chart = { kind, x, y };
  const { cut } = pointsOf(columns, rows, chart);
  const select = (name, label, options, value) => html`
    <label>${label} <select value=${value} onChange=${(event) => choose({ [name]: event.target.value })}>${options.map(([option, text]) => html`<option value=${option}>${text}</option>`)}</select></label>
  `;
  return html`
    <div class="ask-choices">
      ${select('chart', 'Draw', Object.entries(KINDS), kind)}
      ${select('y', 'of', numbers.map((name) => [name, name]), y)}
      ${select('x', 'over', allowed.map((name) => [name, name]), x)}
    </div>
    <${Drawing} columns=${columns} rows=${rows} chart=${chart} label=${`${KINDS[kind]} of ${y} over ${x}; the table has the numbers`} />
    ${cut && html`<p class="rows">The chart shows the first rows only.</p>`}
  `;
}
