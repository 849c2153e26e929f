// One run: its curves, settings, data, environment, files and downloads.
import { ask } from '../catalogue.js';
import { html, view } from '../html.js';
import { useLive } from '../live.js';
import { href } from '../router.js';
import { Status } from '../status.js';
import { Section, Table } from '../table.js';
import { bytes, cell, duration, shortName, time } from '../text.js';
import { Curves } from './run-curves.js';
import { Downloads } from './run-downloads.js';
import { Settings } from './run-settings.js';

export const title = 'Run';

const LIVE_MS = 2_000;
const PROVDL = 'https://w3id.org/provdl#';
const RUNNING = `${PROVDL}running`;

function Head({ run, reason }) {
  const facts = [
    ['Status', html`<${Status} iri=${run.status} />`],
    ['Reason', reason],
    ['Epochs', cell(run.epochs)],
    ['Started', time(run.started)],
    ['Duration', duration(run.seconds)],
    ['Experiment', run.experiment && html`<a href=${href('runs', { experiment: run.experiment })}>${run.experiment}</a>`],
    ['Id', html`<code>${shortName(run.run)}</code>`],
  ];
  return html`<h1>${run.name || shortName(run.run)}</h1>
    <dl class="facts" aria-live="polite">
      ${facts.filter(([, value]) => value).map(([name, value]) => html`<div key=${name}><dt>${name}</dt><dd>${value}</dd></div>`)}
    </dl>
    <p class="actions">
      <a href=${href('compare', { run: run.run })}>Compare</a>
      <a href=${href('lineage', { entity: run.run })}>Lineage</a>
      <a href=${`../queries?${new URLSearchParams({ run: run.run })}`}>Questions about it</a>
    </p>`;
}

function Environment({ rows }) {
  const parts = [...new Set(rows.map((row) => row.part))];
  if (rows.length === 0) return html`<p class="hint">Nothing was recorded.</p>`;
  return parts.map(
    (part) => html`<details key=${part} open=${part === 'machine' || part === 'software'}>
      <summary>${part}</summary>
      <dl class="facts wide">
        ${rows
          .filter((row) => row.part === part)
          .map((row, i) => html`<div key=${i}><dt>${row.name}</dt><dd>${row.unit === 'byte' ? bytes(row.value) : `${cell(row.value)}${row.unit ? ` ${row.unit}` : ''}`}</dd></div>`)}
      </dl>
    </details>`,
  );
}

function Run({ parameters }) {
  const iri = parameters.get('iri');
  const head = useLive(iri, async (signal) => (iri ? ask('search-runs', { run: iri }, signal) : []), (rows) => (rows[0]?.status === RUNNING ? LIVE_MS : null));
  const [run] = head.data ?? [];
  // What changes while it trains is asked again when it has gone on.
  const mark = `${iri} ${run?.run === undefined ? '' : `${run.epochs} ${run.status}`}`;
  const known = run !== undefined;
  const one = (name) => async (signal) => (known ? ask(name, { run: iri }, signal) : undefined);
  const metrics = useLive(mark, one('metrics-by-epoch'));
  const adaptations = useLive(mark, one('adaptations'));
  const summaries = useLive(mark, one('metric-summaries'));
  const files = useLive(mark, one('run-artifacts'));
  const settled = `${iri} ${known} ${run?.status}`;
  const training = useLive(settled, async (signal) => (run?.status === `${PROVDL}failed` ? ask('statements-about', { entity: `<${iri}#training>` }, signal) : []));
  const settings = useLive(settled, one('hyperparameters'));
  const layers = useLive(settled, one('layers'));
  const data = useLive(settled, one('run-data'));
  const environment = useLive(settled, one('environment'));

  if (!known) {
    if (head.failure) return html`<h1>Run</h1><p class="state error" role="alert">${head.failure.message}</p>`;
    if (head.data) return html`<h1>Run</h1><p class="state">Which run? <a href=${href('runs')}>Choose one</a></p>`;
    return html`<p class="state">Loading…</p>`;
  }
  return html`
    <${Head} run=${run} reason=${training.data?.find((it) => it.property === `${PROVDL}reason`)?.value} />
    <${Section} heading="Curves" state=${metrics}>
      ${(rows) => html`<${Curves} rows=${rows} adaptations=${adaptations.data ?? []} parameters=${parameters} />`}
    <//>
    <${Section} heading="Metrics" state=${summaries}>
      ${(rows) => html`<${Table} caption="Metrics, summed up" rows=${rows} empty="No metric was measured."
        columns=${['metric', 'split', 'best', 'bestEpoch', 'last', 'average', 'lowest', 'highest', 'values', 'nan'].map((name) => ({ name, label: LABELS[name] ?? name }))} />`}
    <//>
    <${Section} heading="Changes in mid-training" state=${adaptations}>
      ${(rows) => html`<${Table} caption="Changes of settings in mid-training" rows=${rows} empty="No setting changed while it trained."
        columns=${['epoch', 'iteration', 'hyperparameter', 'scope', 'old', 'new', 'reason', 'agent'].map((name) => ({ name, label: name }))} />`}
    <//>
    <${Section} heading="Settings" state=${settings}>${(rows) => html`<${Settings} rows=${rows} />`}<//>
    <${Section} heading="Layers" state=${layers}>
      ${(rows) => html`<${Table} caption="Layers of the model" rows=${rows} empty="No layers were recorded."
        columns=${['index', 'layer', 'type', 'activation', 'inputs', 'outputs', 'parameters', 'frozen'].map((name) => ({ name, label: name }))} />`}
    <//>
    <${Section} heading="Data" state=${data}>
      ${(rows) => html`<${Table} caption="Data" rows=${rows} empty="No data was recorded."
        columns=${[
          { name: 'split', label: 'part' },
          { name: 'source', label: 'source', show: (source, row) => html`<a href=${href('lineage', { entity: row.data })}>${source}</a>` },
          { name: 'examples', label: 'examples' },
          { name: 'seed', label: 'seed of shuffling' },
          { name: 'steps', label: 'preparation' },
        ]} />`}
    <//>
    <${Section} heading="Files" state=${files}>
      ${(rows) => html`<${Table} caption="Files" rows=${rows} empty="No file was recorded."
        columns=${[
          { name: 'label', label: 'name', show: (label, row) => html`<a href=${href('lineage', { entity: row.artifact })}>${label ?? shortName(row.artifact)}</a>` },
          { name: 'kind', label: 'kind', show: shortName },
          { name: 'size', label: 'size', show: (size) => (size === undefined ? '' : bytes(size)) },
          { name: 'location', label: 'where it was', show: (location) => html`<span class="location">${location}</span>` },
          { name: 'sha256', label: 'SHA-256', show: (digest) => html`<code title=${digest}>${digest.slice(0, 12)}…</code>` },
        ]} />`}
    <//>
    <${Section} heading="Environment" state=${environment}>${(rows) => html`<${Environment} rows=${rows} />`}<//>
    <${Downloads} run=${iri} />
  `;
}

const LABELS = { bestEpoch: 'in epoch', nan: 'NaN' };

export const show = view(Run);
