// Runs side by side, and all runs of an experiment in one picture.
import { ask } from '../catalogue.js';
import { html, view } from '../html.js';
import { useLive } from '../live.js';
import { change, href } from '../router.js';
import { shortName } from '../text.js';
import { Across } from './compare-across.js';
import { Overlay } from './compare-overlay.js';
import { SideBySide } from './compare-sides.js';

export const title = 'Compare';

/** More lines and columns than these nobody can tell apart. */
const MOST = 8;

function Chosen({ runs, all }) {
  return html`<ul class="chips" aria-label="Chosen runs">
    ${runs.map(
      (run) => html`<li key=${run.run}>
        <a href=${href('run', { iri: run.run })}>${run.label}</a>
        <button aria-label=${`Leave out ${run.label}`} onClick=${() => change({ run: all.filter((it) => it !== run.run) })}>×</button>
      </li>`,
    )}
  </ul>`;
}

/** Names, with the end of the id where several runs have the same. */
function labelled(rows, order) {
  const names = rows.map((row) => row.name || shortName(row.run));
  return rows
    .map((row, i) => ({
      ...row,
      label: names.filter((name) => name === names[i]).length > 1 ? `${names[i]} …${shortName(row.run).slice(-4)}` : names[i],
    }))
    .sort((a, b) => order.indexOf(a.run) - order.indexOf(b.run));
}

function Compare({ parameters }) {
  const wanted = parameters.getAll('run');
  const chosen = wanted.slice(0, MOST);
  const runs = useLive(chosen.join(' '), async (signal) =>
    chosen.length === 0 ? [] : labelled(await ask('search-runs', { run: chosen }, signal), chosen),
  );
  let body;
  if (chosen.length === 0) {
    body = html`<p class="state">Tick runs in the <a href=${href('runs')}>table of runs</a> to see them side by side here.</p>`;
  } else if (runs.failure) {
    body = html`<p class="state error" role="alert">${runs.failure.message}</p>`;
  } else if (!runs.data || runs.loading) {
    body = html`<p class="state">Loading…</p>`;
  } else {
    body = html`<${Chosen} runs=${runs.data} all=${wanted} />
      ${wanted.length > MOST && html`<p class="hint">Of ${wanted.length} runs the first ${MOST} are shown.</p>`}
      <${SideBySide} runs=${runs.data} />
      <${Overlay} runs=${runs.data} parameters=${parameters} />`;
  }
  const experiment = parameters.get('experiment') ?? runs.data?.find((run) => run.experiment)?.experiment ?? '';
  return html`<h1>Compare</h1>
    ${body}
    <${Across} experiment=${experiment} chosen=${chosen} parameters=${parameters} />`;
}

export const show = view(Compare);
