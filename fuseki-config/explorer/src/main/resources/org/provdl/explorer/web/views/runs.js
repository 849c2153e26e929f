import { ask } from '../catalogue.js';
import { html, view } from '../html.js';
import { useLive } from '../live.js';
import { href } from '../router.js';
import { shortName } from '../text.js';

export const title = 'Runs';

function Runs() {
  const { data, failure } = useLive('', (signal) => ask('list-runs', { limit: 50 }, signal));
  if (failure && !data) return html`<p class="state error" role="alert">${failure.message}</p>`;
  if (!data) return html`<p class="state">Loading…</p>`;
  return html`<h1>Runs</h1><ul>${data.map((run) => html`<li key=${run.run}><a href=${href('run', { iri: run.run })}>${run.name}</a> ${shortName(run.status)}</li>`)}</ul>`;
}

export const show = view(Runs);
