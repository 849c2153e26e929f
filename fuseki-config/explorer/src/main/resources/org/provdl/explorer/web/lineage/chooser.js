// Where a lineage starts: runs, models and data, found by a part of their name, id or hash.
import { ask } from '../catalogue.js';
import { html } from '../html.js';
import { useLive } from '../live.js';
import { change, href } from '../router.js';
import { shortName } from '../text.js';
import { nameOf } from './notation.js';

const CHOICES = { TrainedModel: 'Models', TrainingRun: 'Runs', Dataset: 'Data', Study: 'Studies', '': 'All of these' };
const MOST = 50;
const PAUSE_MS = 200;

/** Until nobody types any more, or the next letter comes. */
async function pause(signal) {
  await new Promise((done) => setTimeout(done, PAUSE_MS));
  signal.throwIfAborted();
}

export function Chooser({ parameters }) {
  const text = parameters.get('find') ?? '';
  const kind = parameters.has('kind') ? parameters.get('kind') : 'TrainedModel';
  const { data, failure, loading } = useLive(`${kind} ${text}`, async (signal) => {
    if (text) await pause(signal);
    return ask('find-things', { text, kind: kind === 'any' ? '' : kind, limit: MOST }, signal);
  });
  return html`
    <form class="lineage-chooser" role="search" onSubmit=${(event) => event.preventDefault()}>
      <label>Name, id or hash <input type="search" value=${text} onInput=${(event) => change({ find: event.target.value }, { replace: true })} /></label>
      <label>
        Kind
        <select value=${kind} onChange=${(event) => change({ kind: event.target.value })}>
          ${Object.entries(CHOICES).map(([value, label]) => html`<option value=${value || 'any'}>${label}</option>`)}
        </select>
      </label>
    </form>
    ${failure && html`<p class="state error" role="alert">${failure.message}</p>`}
    ${!data && loading && html`<p class="state">Loading…</p>`}
    ${data?.length === 0 && html`<p class="state">${text ? `Nothing here is called “${text}”.` : 'There is nothing of this kind yet. What a training writes to this store appears here.'}</p>`}
    ${data?.length > 0 && html`
      <ul class="lineage-found" aria-busy=${loading}>
        ${data.map((found) => html`
          <li key=${found.found + found.type}>
            <a href=${href('lineage', { entity: found.found, direction: found.type.endsWith('#Dataset') ? 'down' : '' })}>${nameOf({ iri: found.found, label: found.name })}</a>${' '}
            <small>${shortName(found.type)}${found.of !== found.found && ` · ${found.ofName ?? ''} ${shortName(found.of)}`}</small>
          </li>
        `)}
      </ul>
      ${data.length === MOST && html`<p>The latest ${MOST}. More letters find others.</p>`}
    `}
  `;
}
