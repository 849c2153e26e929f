// The metrics of one run by epoch, with marks where a setting changed.
import { useMemo } from 'preact/hooks';
import { COLOURS, Chart, axis, colour } from '../chart.js';
import { html } from '../html.js';
import { change } from '../router.js';
import { Table } from '../table.js';
import { cell, shortName } from '../text.js';

const SPLITS = { trainingData: 'training', validationData: 'validation', testData: 'test' };
const ORDER = ['training', 'validation', 'test'];
const MOST_MARKS = 30;

const splitOf = (row) => SPLITS[shortName(row.split ?? '')] ?? shortName(row.split ?? 'all');
const metricOf = (row) => shortName(row.metric);

/** Of several values in one epoch the last stands. */
function series(rows) {
  const bySplit = new Map();
  for (const row of rows) {
    if (!bySplit.has(splitOf(row))) bySplit.set(splitOf(row), new Map());
    bySplit.get(splitOf(row)).set(row.epoch, row.value);
  }
  return [...bySplit].sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b)).map(([split, values]) => ({ split, points: [...values] }));
}

function marks(adaptations) {
  const byEpoch = new Map();
  for (const it of adaptations) {
    if (it.epoch === undefined) continue;
    const text = `${it.hyperparameter}: ${cell(it.old)} → ${cell(it.new)}`;
    byEpoch.set(it.epoch, [...(byEpoch.get(it.epoch) ?? []), text]);
  }
  const all = [...byEpoch];
  const every = Math.ceil(all.length / MOST_MARKS) || 1;
  return all.filter((_, i) => i % every === 0);
}

function options(curves, marked, logarithmic) {
  const finite = (value) => Number.isFinite(value) && (!logarithmic || value > 0);
  return {
    grid: { left: 55, right: 20, top: 40, bottom: 45 },
    tooltip: { trigger: 'axis', valueFormatter: cell },
    legend: {},
    xAxis: axis({ type: 'value', name: 'epoch', nameLocation: 'middle', nameGap: 28, minInterval: 1, min: 'dataMin', max: 'dataMax', splitLine: { show: false } }),
    yAxis: axis({ type: logarithmic ? 'log' : 'value', scale: true }),
    series: curves.map(({ split, points }, i) => ({
      name: split,
      type: 'line',
      showSymbol: points.length < 40,
      symbolSize: 5,
      sampling: 'lttb',
      color: COLOURS[i],
      data: points.map(([epoch, value]) => [epoch, finite(value) ? value : null]),
      markLine:
        i > 0
          ? undefined
          : {
              symbol: 'none',
              lineStyle: { type: 'dashed', color: colour('--warn') },
              label: { show: marked.length <= 4, formatter: ({ name }) => name, position: 'insideEndTop', color: colour('--warn'), fontSize: 11 },
              data: marked.map(([epoch, texts]) => ({ name: texts.slice(0, 2).join('\n'), xAxis: epoch })),
            },
    })),
  };
}

export function Curves({ rows, adaptations, parameters }) {
  const inEpochs = rows.filter((row) => row.epoch !== undefined);
  const metrics = [...new Set(inEpochs.map(metricOf))].sort((a, b) => (b === 'loss') - (a === 'loss') || a.localeCompare(b));
  const metric = metrics.includes(parameters.get('metric')) ? parameters.get('metric') : metrics[0];
  const logarithmic = parameters.get('scale') === 'log';
  const curves = useMemo(() => series(inEpochs.filter((row) => metricOf(row) === metric)), [rows, metric]);
  const marked = useMemo(() => marks(adaptations), [adaptations]);
  const option = useMemo(() => () => options(curves, marked, logarithmic), [curves, marked, logarithmic]);
  if (metrics.length === 0) return html`<p class="hint">No epoch has ended yet in which something was measured.</p>`;

  const ends = curves.map(({ split, points }) => `${split} from ${cell(points[0][1])} to ${cell(points[points.length - 1][1])}`);
  const changes = marked.map(([epoch, texts]) => `epoch ${epoch}: ${texts.join(', ')}`);
  const epochs = [...new Set(curves.flatMap(({ points }) => points.map(([epoch]) => epoch)))].sort((a, b) => a - b);
  const values = new Map(curves.map(({ split, points }) => [split, new Map(points)]));
  return html`
    <div class="filters">
      <label>Metric${' '}
        <select onChange=${(event) => change({ metric: event.target.value })}>
          ${metrics.map((name) => html`<option key=${name} selected=${name === metric}>${name}</option>`)}
        </select>
      </label>
      <label><input type="checkbox" checked=${logarithmic} onChange=${(event) => change({ scale: event.target.checked ? 'log' : null })} /> logarithmic</label>
    </div>
    <${Chart} option=${option} label=${`${metric} by epoch: ${ends.join('; ')}${changes.length ? `. Changes: ${changes.join('; ')}` : ''}`} />
    <details>
      <summary>The same as a table</summary>
      <${Table} caption=${`${metric} by epoch`} rows=${epochs.map((epoch) => ({ epoch, ...Object.fromEntries(curves.map(({ split }) => [split, values.get(split).get(epoch)])) }))}
        columns=${['epoch', ...curves.map(({ split }) => split)].map((name) => ({ name, label: name }))} />
    </details>
  `;
}
