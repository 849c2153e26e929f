// Charts by ECharts, which is loaded when the first is drawn.
import { useEffect, useRef } from 'preact/hooks';
import { html } from './html.js';

/** A colour of the page by its custom property, in the mode of the reader. */
export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** What tells several lines apart, also for those who see no red or green (after Okabe and Ito), and on dark ground too. */
export const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#8a6fd1', '#8b6b4a'];

/** The parts that all charts have in common. */
function frame() {
  const [text, line, ground] = [colour('--text'), colour('--line'), colour('--raised')];
  return {
    color: COLOURS,
    animation: false,
    textStyle: { color: text, fontFamily: 'system-ui, sans-serif' },
    // As drawn text, never as HTML: names of runs are anybody's.
    tooltip: { renderMode: 'richText', confine: true, backgroundColor: ground, borderColor: line, textStyle: { color: text, fontSize: 12 } },
    legend: { type: 'scroll', top: 0, textStyle: { color: text }, pageTextStyle: { color: text }, pageIconColor: text },
  };
}

/** An axis with the colours of the page. */
export function axis(options) {
  return {
    axisLine: { lineStyle: { color: colour('--faint') } },
    axisLabel: { color: colour('--faint') },
    nameTextStyle: { color: colour('--faint') },
    splitLine: { lineStyle: { color: colour('--line') } },
    ...options,
  };
}

/**
 * A chart. `option` is a function that gives ECharts' options (it is called again when the reader changes to dark mode), `label` says what is
 * seen to those who do not see it, `onClick` gets the name of the series and the data of the point.
 */
export function Chart({ option, label, tall = false, onClick }) {
  const element = useRef();
  const chart = useRef();
  const latest = useRef({});
  latest.current = { option, onClick };

  const draw = () => {
    const { tooltip, legend, ...own } = latest.current.option();
    const { tooltip: itsTooltip, legend: itsLegend, ...rest } = frame();
    chart.current?.setOption(
      { ...rest, ...own, tooltip: { ...itsTooltip, ...tooltip }, legend: legend === null ? undefined : { ...itsLegend, ...legend } },
      { notMerge: true },
    );
  };

  useEffect(() => {
    let closed = false;
    const resized = new ResizeObserver(() => chart.current?.resize());
    const dark = matchMedia('(prefers-color-scheme: dark)');
    import('echarts').then((echarts) => {
      if (closed) return;
      chart.current = echarts.init(element.current);
      chart.current.on('click', (event) => latest.current.onClick?.(event));
      draw();
      element.current.dataset.drawn = 'true';
      resized.observe(element.current);
      dark.addEventListener('change', draw);
    });
    return () => {
      closed = true;
      resized.disconnect();
      dark.removeEventListener('change', draw);
      chart.current?.dispose();
    };
  }, []);
  useEffect(draw, [option]);

  return html`<div class=${tall ? 'chart tall' : 'chart'} role="img" aria-label=${label} ref=${element}></div>`;
}
