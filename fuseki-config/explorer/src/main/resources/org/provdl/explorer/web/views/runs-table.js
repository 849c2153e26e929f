// The table of runs itself.
import { html } from '../html.js';
import { change, href } from '../router.js';
import { cell, duration, shortName, time } from '../text.js';
import { Sparkline } from '../sparkline.js';
import { Status } from '../status.js';
import { differingSettings } from './runs-data.js';
import { shownMetrics } from './runs-filters.js';

const FEW_SETTINGS = 6;

/** A heading by which the runs can be sorted: all of them, not only those of the page. */
function Sortable({ choice, by, ascendingFirst = false, className = '', children }) {
  const active = choice.sort === by;
  const ascending = active ? !choice.ascending : ascendingFirst;
  const sorted = choice.ascending ? 'ascending' : 'descending';
  return html`<th scope="col" aria-sort=${active ? sorted : 'none'} class=${className}>
    <button class="sort" onClick=${() => change({ sort: by, order: ascending ? 'ascending' : null, page: null })}>
      ${children}<span aria-hidden="true" class="arrow">${active ? (choice.ascending ? '▲' : '▼') : '↕'}</span>
    </button>
  </th>`;
}

function toggle(chosen, run, on) {
  change({ run: on ? [...chosen, run] : chosen.filter((it) => it !== run) }, { replace: true });
}

function Row({ run, known, curve, choice, metrics, settings }) {
  const name = run.name || shortName(run.run);
  const chosen = choice.chosen.includes(run.run);
  return html`<tr class=${chosen ? 'chosen-row' : ''}>
    <td><input type="checkbox" aria-label=${`Choose ${name}`} checked=${chosen} onChange=${(event) => toggle(choice.chosen, run.run, event.target.checked)} /></td>
    <th scope="row"><a href=${href('run', { iri: run.run })} title=${shortName(run.run)}>${name}</a></th>
    <td><${Status} iri=${run.status} /></td>
    <td class="number">${cell(run.epochs)}</td>
    ${metrics.map((metric) => html`<td key=${metric} class="number">${cell(known?.metrics.get(metric)?.best)}</td>`)}
    <td><${Sparkline} points=${curve} label=${choice.curve.replace('/', ', ')} /></td>
    ${settings.map((setting) => html`<td key=${setting} class=${typeof known?.settings.get(setting) === 'number' ? 'number setting' : 'setting'}>${cell(known?.settings.get(setting))}</td>`)}
    <td>${run.experiment && html`<a href=${href('runs', { experiment: run.experiment })}>${run.experiment}</a>`}</td>
    <td class="time">${time(run.started)}</td>
    <td class="number">${duration(run.seconds)}</td>
  </tr>`;
}

export function RunsTable({ rows, details, curves, choice, busy }) {
  const shown = new Map([...details].filter(([run, known]) => known && rows.some((row) => row.run === run)));
  const metrics = shownMetrics(choice, shown);
  const differing = choice.settings === 'none' ? [] : differingSettings(shown);
  const settings = choice.settings === 'all' ? differing : differing.slice(0, FEW_SETTINGS);
  return html`<div class="scroll" role="region" aria-label="Table of runs" tabindex="0" aria-busy=${busy}>
    <table class="runs">
      <caption class="hidden">Runs with their metrics and the settings in which they differ</caption>
      <thead>
        <tr>
          <th scope="col"><span class="hidden">Choose</span></th>
          <${Sortable} choice=${choice} by="name" ascendingFirst>Name<//>
          <${Sortable} choice=${choice} by="status" ascendingFirst>Status<//>
          <${Sortable} choice=${choice} by="epochs" className="number">Epochs<//>
          ${metrics.map((metric) => html`<${Sortable} key=${metric} choice=${choice} by=${metric} className="number measure">${metric.replace('/', ', ')}<//>`)}
          <th scope="col" class="measure">${choice.curve.replace('/', ', ')} by epoch</th>
          ${settings.map((setting) => html`<th key=${setting} scope="col" class="setting">${setting}</th>`)}
          <${Sortable} choice=${choice} by="experiment" ascendingFirst>Experiment<//>
          <${Sortable} choice=${choice} by="started">Started<//>
          <${Sortable} choice=${choice} by="seconds" className="number">Duration<//>
        </tr>
      </thead>
      <tbody>
        ${rows.map((run) => html`<${Row} key=${run.run} run=${run} known=${details.get(run.run)} curve=${curves.get(run.run)} ...${{ choice, metrics, settings }} />`)}
      </tbody>
    </table>
  </div>
  ${differing.length > settings.length && html`<p class="hint">
    The runs differ in ${differing.length - settings.length} more settings. <a href=${href('runs', { ...Object.fromEntries(addressed(choice)), settings: 'all' })}>Show all</a>
  </p>`}`;
}

function addressed({ text, experiment, status, sort, ascending, page, metrics, curve, chosen }) {
  return [
    ['text', text], ['experiment', experiment], ['status', status], ['sort', sort], ['order', ascending ? 'ascending' : null],
    ['page', page ? page + 1 : null], ['metric', metrics], ['curve', curve], ['run', chosen],
  ];
}
