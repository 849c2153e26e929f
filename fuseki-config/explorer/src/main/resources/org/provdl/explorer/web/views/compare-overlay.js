// The curves of several runs, one over the other.
import { useMemo } from 'preact/hooks';
import { ask } from '../catalogue.js';
import { COLOURS, Chart, axis } from '../chart.js';
import { html } from '../html.js';
import { useLive } from '../live.js';
import { change } from '../router.js';
import { Section } from '../table.js';
import { cell, shortName } from '../text.js';

const DASHES = { training: 'solid', validation: 'dashed', test: 'dotted' };
const RUNNING = 'https://w3id.org/provdl#running';
const LIVE_MS = 3_000;

const splitOf = (iri) => shortName(iri).replace(/Data$/, '');

async function curves(runs, metric, signal) {
  return Promise.all(runs.map(async (run) => ({ run, rows: await ask('learning-curve', { run: run.run, metric }, signal) })));
}

function options(all) {
  return {
    grid: { left: 55, right: 20, top: 40, bottom: 45 },
    tooltip: { trigger: 'axis', valueFormatter: cell },
    legend: {},
    xAxis: axis({ type: 'value', name: 'epoch', nameLocation: 'middle', nameGap: 28, minInterval: 1, min: 'dataMin', max: 'dataMax', splitLine: { show: false } }),
    yAxis: axis({ type: 'value', scale: true }),
    series: all.flatMap(({ run, rows }, i) =>
      [...new Set(rows.map((row) => row.split))].map((split) => ({
        name: `${run.label}, ${splitOf(split)}`,
        type: 'line',
        showSymbol: rows.length < 40,
        symbolSize: 5,
        color: COLOURS[i % COLOURS.length],
        lineStyle: { type: DASHES[splitOf(split)] ?? 'solid' },
        data: rows.filter((row) => row.split === split).map((row) => [row.epoch, Number.isFinite(row.value) ? row.value : null]),
      })),
    ),
  };
}

function Drawing({ all, metric }) {
  const option = useMemo(() => () => options(all), [all]);
  if (all.every(({ rows }) => rows.length === 0)) return html`<p class="hint">None of them has measured ${metric} in an epoch.</p>`;
  return html`<${Chart} option=${option} label=${`${metric} by epoch of ${all.map(({ run }) => run.label).join(', ')}`} tall />`;
}

export function Overlay({ runs, parameters }) {
  const metric = parameters.get('curve') ?? 'loss';
  const names = useLive('', (signal) => ask('metric-names', {}, signal));
  const live = runs.some((run) => run.status === RUNNING);
  const state = useLive(`${metric} ${runs.map((run) => run.run).join(' ')}`, (signal) => curves(runs, metric, signal), () => (live ? LIVE_MS : null));
  const all = [...new Set([...(names.data ?? []).map((row) => row.name ?? shortName(row.metric)), metric])];
  return html`
    <${Section} heading="Curves" state=${state}>
      ${(data) => html`
        <div class="filters"><label>Metric${' '}
          <select onChange=${(event) => change({ curve: event.target.value })}>
            ${all.map((name) => html`<option key=${name} selected=${name === metric}>${name}</option>`)}
          </select>
        </label></div>
        <${Drawing} all=${data} metric=${metric} />`}
    <//>`;
}
