// What is recorded of one thing.
import { ask } from '../catalogue.js';
import { html } from '../html.js';
import { useLive } from '../live.js';
import { href } from '../router.js';
import { bytes, cell, duration, shortName, time } from '../text.js';
import { nameOf, shortened, typeOf } from './notation.js';
import { termOf } from './steps.js';

const LONGEST = 400;

/** What can be gone to; texts with spaces are none. */
const IRI = /^https?:\/\/[^\s<>"]+$/;

/** What an address of a thing leads to: the document of its run, if it is a part of one. */
export function runOf(iri) {
  const document = iri.replace(/#.*$/s, '');
  return /\/run\/[^/]+$/.test(document) ? document : null;
}

/** A value as people read it, by the name of its property. */
function shown(property, value) {
  if (/InBytes$/.test(property)) return bytes(value);
  if (/InSeconds$/.test(property)) return duration(value);
  if (/AtTime$/.test(property)) return time(value);
  if (property === 'type' || /^https?:\/\/(w3id\.org\/provdl#|www\.w3\.org\/)/.test(value)) return shortName(value);
  if (IRI.test(value)) return html`<a href=${href('lineage', { entity: value })} title=${value}>${shortName(value)}</a>`;
  return shortened(cell(value), LONGEST);
}

function Statements({ iri }) {
  const { data, failure } = useLive(iri, (signal) => ask('statements-about', { entity: termOf(iri) }, signal));
  if (failure) return html`<p class="state error" role="alert">${failure.message}</p>`;
  if (!data) return html`<p class="state">Loading…</p>`;
  if (data.length === 0) return html`<p>Nothing is recorded of it itself.</p>`;
  const runs = new Set(data.map((row) => row.run));
  return html`
    <dl>
      ${data.map(({ property, value, run, runs: count }, index) => html`
        <dt key=${`name ${index}`}>${index > 0 && data[index - 1].property === property ? '' : shortName(property)}</dt>
        <dd key=${`value ${index}`}>
          ${shown(shortName(property), value)}
          ${runs.size > 1 && /(location|label)$/.test(property) && html`<small> in ${shortName(run)}${count > 1 ? ` and ${count - 1} more` : ''}</small>`}
        </dd>
      `)}
    </dl>
  `;
}

/**
 * The panel.
 *
 * @param full whether no more can be shown
 * @param open (direction) loads a step of it, or more of a long one
 */
export function Details({ node, isRoot, full, open }) {
  const run = runOf(node.iri);
  const button = (direction, words) => {
    if (full || (node.opened[direction] && !node.cut[direction])) return null;
    if (!node.opened[direction] && node.further[direction] === false) return null;
    return html`<button onClick=${() => open(direction)}>${node.cut[direction] ? `More that ${words}` : `What ${words}`}</button>`;
  };
  return html`
    <section class="lineage-details" aria-label="Details">
      <h2>${nameOf(node)} <small>${typeOf(node)}</small></h2>
      <p class="iri">${node.iri}</p>
      <p class="actions">
        ${button('up', 'it comes from')} ${button('down', 'came from it')}
        ${!isRoot && html`<a href=${href('lineage', { entity: node.iri })}>Start here</a>`}
        ${run && html`<a href=${href('run', { iri: run })}>Its run</a>`}
        <a href=${href('ask', { query: 'impact', entity: node.iri })}>Its impact</a>
      </p>
      <${Statements} iri=${node.iri} />
    </section>
  `;
}
