// All runs of an experiment: a metric against one setting, and against all that vary.
import { useMemo } from 'preact/hooks';
import { ask } from '../catalogue.js';
import { COLOURS, Chart, axis } from '../chart.js';
import { html } from '../html.js';
import { useLive } from '../live.js';
import { change, go } from '../router.js';
import { cell } from '../text.js';
import { measure } from './runs-data.js';

const MOST_AXES = 7;
const MOST_RUNS = 2_000;

/** { runs: [{ run, name, value, settings: { name: value } }], axes: [name] } */
async function load(experiment, metric, signal) {
  const [values, hyperparameters] = await Promise.all([
    ask('metric-by-run', { ...measure(metric), experiment }, signal),
    ask('list-hyperparameters', { experiment }, signal),
  ]);
  const varying = hyperparameters.filter((it) => it.values > 1 && !/seed/i.test(it.name)).slice(0, MOST_AXES);
  const settings = await Promise.all(varying.map((it) => ask('setting-by-run', { hyperparameter: it.hyperparameter, experiment }, signal)));
  const runs = new Map(values.filter((row) => Number.isFinite(row.value)).slice(0, MOST_RUNS).map((row) => [row.run, { ...row, settings: {} }]));
  varying.forEach(({ name }, i) => settings[i].forEach((row) => runs.has(row.run) && (runs.get(row.run).settings[name] = row.value)));
  return { runs: [...runs.values()], axes: varying.map((it) => it.name), without: values.length - runs.size };
}

const isNumeric = (values) => values.every((value) => typeof value === 'number');

/** A logarithmic axis for what was tried over orders of magnitude. */
function scaleOf(values) {
  if (!isNumeric(values)) return 'category';
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low > 0 && high / low > 50 ? 'log' : 'value';
}

function scatter(runs, setting, metric, chosen) {
  const points = runs.filter((run) => run.settings[setting] !== undefined);
  const values = points.map((run) => run.settings[setting]);
  const type = scaleOf(values);
  const categories = [...new Set(values.map(String))].sort();
  return {
    legend: null,
    grid: { left: 60, right: 20, top: 30, bottom: 45 },
    tooltip: { formatter: ({ data }) => `${data.name}\n${setting}: ${cell(data.value[0])}\n${metric}: ${cell(data.value[1])}` },
    xAxis: axis({ type, name: setting, nameLocation: 'middle', nameGap: 28, scale: true, boundaryGap: type === 'value' ? ['5%', '5%'] : true, splitLine: { show: false }, ...(type === 'category' ? { data: categories } : {}) }),
    yAxis: axis({ type: 'value', scale: true, boundaryGap: ['5%', '5%'], name: metric.replace('/', ', ') }),
    series: [
      {
        type: 'scatter',
        clip: false,
        symbolSize: 9,
        data: points.map((run) => ({
          name: run.name ?? run.run,
          run: run.run,
          value: [type === 'category' ? String(run.settings[setting]) : run.settings[setting], run.value],
          itemStyle: { color: chosen.includes(run.run) ? COLOURS[1] : COLOURS[0], opacity: chosen.includes(run.run) ? 1 : 0.6 },
        })),
      },
    ],
  };
}

function parallel(runs, axes, metric, chosen) {
  const all = [...axes, metric];
  const valueOf = (run, name) => (name === metric ? run.value : run.settings[name]);
  const best = runs.map((run) => run.value);
  const [low, high] = [Math.min(...best), Math.max(...best)];
  return {
    legend: null,
    tooltip: {},
    visualMap: { show: false, min: low, max: high === low ? low + 1 : high, dimension: all.length - 1, inRange: { color: ['#56b4e9', '#0072b2', '#cc79a7', '#d55e00'] } },
    parallel: { left: 40, right: 70, top: 50, bottom: 30 },
    parallelAxis: all.map((name, dim) => {
      const values = runs.map((run) => valueOf(run, name)).filter((value) => value !== undefined);
      const type = scaleOf(values);
      return axis({
        dim,
        name: name.replace('/', ', '),
        type,
        nameTextStyle: { color: axis({}).nameTextStyle.color, fontSize: 11, width: 100, overflow: 'truncate' },
        ...(type === 'category' ? { data: [...new Set(values.map(String))].sort() } : { scale: true, min: Math.min(...values), max: Math.max(...values) }),
        axisLabel: { color: axis({}).axisLabel.color, formatter: (value) => cell(value) },
      });
    }),
    series: [
      {
        type: 'parallel',
        smooth: false,
        lineStyle: { width: 1.5, opacity: 0.5 },
        emphasis: { lineStyle: { width: 4, opacity: 1 } },
        data: runs.map((run) => ({
          name: run.name ?? run.run,
          run: run.run,
          value: all.map((name, i) => {
            const value = valueOf(run, name);
            const type = scaleOf(runs.map((it) => valueOf(it, all[i])).filter((it) => it !== undefined));
            return value === undefined ? '-' : type === 'category' ? String(value) : value;
          }),
          lineStyle: chosen.includes(run.run) ? { width: 4, opacity: 1 } : undefined,
        })),
      },
    ],
  };
}

function Pictures({ data, metric, chosen, parameters }) {
  const { runs, axes, without } = data;
  const setting = [parameters.get('setting'), 'learningRate', axes[0]].find((name) => axes.includes(name));
  const key = chosen.join(' ');
  const against = useMemo(() => () => scatter(runs, setting, metric, chosen), [data, setting, metric, key]);
  const beside = useMemo(() => () => parallel(runs, axes, metric, chosen), [data, metric, key]);
  const open = ({ data: point }) => point?.run && go('run', { iri: point.run });
  if (runs.length === 0) return html`<p class="hint">No run here has a number for ${metric.replace('/', ' on ')}.</p>`;
  if (axes.length === 0) return html`<p class="hint">Its ${runs.length} runs differ in no setting of the whole model.</p>`;
  return html`
    <p class="hint">${runs.length} runs${without > 0 ? `; ${without} more have no number` : ''}. A click leads to the run.</p>
    <h3>Against one setting</h3>
    <div class="filters"><label>Setting${' '}
      <select onChange=${(event) => change({ setting: event.target.value })}>
        ${axes.map((name) => html`<option key=${name} selected=${name === setting}>${name}</option>`)}
      </select>
    </label></div>
    <${Chart} option=${against} onClick=${open} label=${`${metric.replace('/', ' on ')} against ${setting} of ${runs.length} runs`} />
    <h3>Against all that vary</h3>
    <div class="wide-chart" role="region" aria-label="Parallel coordinates" tabindex="0"><${Chart} option=${beside} onClick=${open} tall label=${`Parallel coordinates of ${axes.join(', ')} and ${metric.replace('/', ' on ')} of ${runs.length} runs`} /></div>
  `;
}

export function Across({ experiment, chosen, parameters }) {
  const experiments = useLive('', (signal) => ask('experiments', { limit: 1000 }, signal));
  const names = useLive('', (signal) => ask('metric-names', {}, signal));
  const metric = parameters.get('metric') ?? 'accuracy/test';
  const state = useLive(JSON.stringify([experiment, metric]), (signal) => (experiment ? load(experiment, metric, signal) : Promise.resolve(null)));
  const { metric: name, split } = measure(metric);
  const all = [...new Set([...(names.data ?? []).map((row) => row.name), name])].filter(Boolean);
  let body = html`<p class="hint">Choose an experiment.</p>`;
  if (experiment) {
    if (state.failure) body = html`<p class="hint error-text" role="alert">${state.failure.message}</p>`;
    else if (!state.data || state.loading) body = html`<p class="hint">Loading…</p>`;
    else body = html`<${Pictures} data=${state.data} ...${{ metric, chosen, parameters }} />`;
  }
  return html`<section>
    <h2>Across an experiment</h2>
    <div class="filters">
      <label>Experiment${' '}
        <select onChange=${(event) => change({ experiment: event.target.value })}>
          <option value="" selected=${!experiment}></option>
          ${(experiments.data ?? []).filter((it) => it.experiment).map((it) => html`<option key=${it.experiment} value=${it.experiment} selected=${it.experiment === experiment}>${it.experiment} (${it.runs})</option>`)}
        </select>
      </label>
      <label>Metric${' '}
        <select onChange=${(event) => change({ metric: `${event.target.value}/${split}` })}>
          ${all.map((it) => html`<option key=${it} selected=${it === name}>${it}</option>`)}
        </select>
      </label>
      <label>on${' '}
        <select onChange=${(event) => change({ metric: `${name}/${event.target.value}` })}>
          ${['training', 'validation', 'test'].map((it) => html`<option key=${it} selected=${it === split}>${it}</option>`)}
        </select>
      </label>
    </div>
    ${body}
  </section>`;
}
