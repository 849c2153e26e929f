// Experiments and runs: a table that follows the trainings.
import { useMemo, useRef } from 'preact/hooks';
import { ask } from '../catalogue.js';
import { html, view } from '../html.js';
import { announce, useLive } from '../live.js';
import { change, href } from '../router.js';
import { shortName } from '../text.js';
import { Filters } from './runs-filters.js';
import { curves, details, listed } from './runs-data.js';
import { RunsTable } from './runs-table.js';

export const title = 'Runs';

const LIVE_MS = 2_000;
const QUIET_MS = 5_000;

/** What is asked for, out of the address. */
function choice(parameters) {
  return {
    text: parameters.get('text') ?? '',
    experiment: parameters.get('experiment') ?? '',
    status: parameters.get('status') ?? '',
    sort: parameters.get('sort') ?? 'started',
    ascending: parameters.get('order') === 'ascending',
    page: Math.max(0, Number.parseInt(parameters.get('page') ?? '1', 10) - 1 || 0),
    metrics: parameters.getAll('metric'),
    curve: parameters.get('curve') ?? 'loss/training',
    settings: parameters.get('settings') ?? 'few',
    chosen: parameters.getAll('run'),
  };
}

function Paging({ choice: { page }, more }) {
  if (page === 0 && !more) return null;
  return html`<nav class="paging" aria-label="Pages">
    <button disabled=${page === 0} onClick=${() => change({ page: page > 1 ? page : null })}>Previous</button>
    <span>Page ${page + 1}</span>
    <button disabled=${!more} onClick=${() => change({ page: page + 2 })}>Next</button>
  </nav>`;
}

function Nothing({ choice: { text, experiment, status } }) {
  return text || experiment || status
    ? html`<p class="state">No run is like this. <a href=${href('runs')}>Show all runs</a></p>`
    : html`<p class="state">
        There are no runs yet. They appear here as soon as a training that is captured into this store begins.
      </p>`;
}

function Chosen({ chosen }) {
  if (chosen.length === 0) return html`<p class="chosen hint">Tick runs to compare them.</p>`;
  return html`<p class="chosen">
    <a class="button" href=${href('compare', { run: chosen })}>Compare ${chosen.length} ${chosen.length === 1 ? 'run' : 'runs'}</a>${' '}
    <button onClick=${() => change({ run: null })}>Choose none</button>
  </p>`;
}

function Runs({ parameters }) {
  const chosen = choice(parameters);
  const { text, experiment, status, sort, ascending, page, curve } = chosen;
  const states = useRef(new Map());
  const { data, failure, loading } = useLive(
    JSON.stringify([text, experiment, status, sort, ascending, page]),
    async (signal) => tell(await listed(chosen, signal), states.current),
    (runs) => (runs.rows.some((run) => run.running) ? LIVE_MS : QUIET_MS),
  );
  const rows = data?.rows ?? [];
  const gone = JSON.stringify(rows.map((run) => [run.run, run.epochs, run.status]));
  // The rows come first, then their numbers, then what is drawn and counted: each waits for what people look at before.
  const known = useRef({ details: new Map(), curves: new Map() });
  const numbers = useLive(gone, (signal) => details(rows, known.current.details, signal));
  const ready = rows.some((run) => numbers.data?.has(run.run));
  const drawn = useLive(JSON.stringify([curve, gone, ready]), (signal) => curves(ready ? rows : [], curve, known.current.curves, signal));
  const settled = useRef(false);
  settled.current ||= ready || data?.rows.length === 0;
  const experiments = useLive(String(settled.current), (signal) => (settled.current ? ask('experiments', { limit: 1000 }, signal) : Promise.resolve([])), () => 30_000);
  const trouble = failure ?? numbers.failure ?? drawn.failure ?? experiments.failure;
  const table = useMemo(() => ({ rows, details: numbers.data ?? new Map(), curves: drawn.data ?? new Map() }), [data, numbers.data, drawn.data]);

  let body;
  if (!data) {
    body = failure ? html`<p class="state error" role="alert">${failure.message}</p>` : html`<p class="state">Loading…</p>`;
  } else if (rows.length === 0) {
    body = html`<${Nothing} choice=${chosen} />`;
  } else {
    body = html`<${RunsTable} ...${table} choice=${chosen} busy=${loading} />`;
  }
  return html`
    <h1>Runs</h1>
    <${Filters} choice=${chosen} experiments=${experiments.data ?? []} details=${table.details} />
    ${data && trouble && html`<p class="stale" role="alert">${trouble.message} What is shown is of before.</p>`}
    ${data && rows.length > 0 && html`<${Chosen} chosen=${chosen.chosen} />`}
    ${body}
    ${data && html`<${Paging} choice=${chosen} more=${data.more} />`}
  `;
}

/** Tells those who listen which runs have come or ended since the last look. */
function tell(runs, states) {
  const first = states.size === 0;
  const news = runs.rows
    .filter((run) => (states.has(run.run) ? states.get(run.run) !== run.status : run.running) && !first)
    .map((run) => `${run.name ?? shortName(run.run)}: ${shortName(run.status)}`);
  runs.rows.forEach((run) => states.set(run.run, run.status));
  if (news.length > 0) announce(news.slice(0, 3).join('; '));
  return runs;
}

export const show = view(Runs);
