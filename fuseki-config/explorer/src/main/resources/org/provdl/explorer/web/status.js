// In which state a run is: said in a word, and shown by a colour.
import { html } from './html.js';
import { shortName } from './text.js';

export function Status({ iri }) {
  if (!iri) return null;
  const name = shortName(iri);
  return html`<span class=${`status ${name}`}>${name}</span>`;
}
