// Which runs and which columns.
import { html } from '../html.js';
import { change } from '../router.js';
import { metricsOf } from './runs-data.js';

const STATES = ['running', 'completed', 'failed', 'interrupted'];

let typing;

/** A word is searched for when nobody has typed for a while. */
function search(text) {
  clearTimeout(typing);
  typing = setTimeout(() => change({ text, page: null }, { replace: true }), 300);
}

export function Filters({ choice, experiments, details }) {
  const total = experiments.reduce((sum, it) => sum + it.runs, 0);
  const inState = (state) => experiments.reduce((sum, it) => sum + (choice.experiment && it.experiment !== choice.experiment ? 0 : it[state]), 0);
  return html`<form class="filters" role="search" aria-label="Which runs" onSubmit=${(event) => event.preventDefault()}>
    <label>Text <input type="search" value=${choice.text} placeholder="name, id or experiment" onInput=${(event) => search(event.target.value)} /></label>
    <label>
      Experiment${' '}
      <select value=${choice.experiment} onChange=${(event) => change({ experiment: event.target.value, page: null })}>
        <option value="" selected=${!choice.experiment}>all${total ? ` (${total})` : ''}</option>
        ${experiments
          .filter((it) => it.experiment)
          .map((it) => html`<option key=${it.experiment} value=${it.experiment} selected=${it.experiment === choice.experiment}>${it.experiment} (${it.runs})</option>`)}
      </select>
    </label>
    <label>
      Status${' '}
      <select value=${choice.status} onChange=${(event) => change({ status: event.target.value, page: null })}>
        <option value="" selected=${!choice.status}>any</option>
        ${STATES.map((state) => html`<option key=${state} value=${state} selected=${state === choice.status}>${state} (${inState(state)})</option>`)}
      </select>
    </label>
    <${Columns} choice=${choice} details=${details} />
  </form>`;
}

function Columns({ choice, details }) {
  const metrics = [...new Set([...metricsOf(details), ...choice.metrics, choice.curve])];
  const shown = shownMetrics(choice, details);
  const toggle = (name, on) => change({ metric: on ? [...shown, name] : shown.filter((it) => it !== name) });
  return html`<details class="columns">
    <summary>Columns</summary>
    <div>
      <fieldset>
        <legend>Metrics, best value</legend>
        ${metrics.map(
          (name) => html`<label key=${name}>
            <input type="checkbox" checked=${shown.includes(name)} onChange=${(event) => toggle(name, event.target.checked)} /> ${name.replace('/', ', ')}
          </label>`,
        )}
      </fieldset>
      <fieldset>
        <legend>Curve</legend>
        ${metrics.map(
          (name) => html`<label key=${name}>
            <input type="radio" name="curve" checked=${choice.curve === name} onChange=${() => change({ curve: name })} /> ${name.replace('/', ', ')}
          </label>`,
        )}
      </fieldset>
      <fieldset>
        <legend>Settings that differ</legend>
        ${['none', 'few', 'all'].map(
          (many) => html`<label key=${many}>
            <input type="radio" name="settings" checked=${choice.settings === many} onChange=${() => change({ settings: many })} /> ${many}
          </label>`,
        )}
      </fieldset>
    </div>
  </details>`;
}

const FEW_METRICS = 3;

/** The metrics that are chosen, or else the first few. */
export function shownMetrics(choice, details) {
  if (choice.metrics.length > 0) return choice.metrics;
  const some = metricsOf(details).slice(0, FEW_METRICS);
  return choice.sort.includes('/') && !some.includes(choice.sort) ? [choice.sort, ...some] : some;
}
