// An answer as a table.
import { useState } from 'preact/hooks';
import { valueOf } from '../catalogue.js';
import { html } from '../html.js';
import { href } from '../router.js';
import { cell, shortName, time } from '../text.js';

const PAGE = 200;
const LONG = 120;
const FIRST = 60;
const TERMS = /^https?:\/\/(w3id\.org\/provdl#|www\.w3\.org\/|purl\.org\/dc\/)/;

/** Where a thing that is named leads to: a run to its view, anything else that has a lineage to that. */
function leadOf(iri) {
  if (TERMS.test(iri) || !/^https?:\/\//.test(iri)) return null;
  if (/\/run\/[^/#]+$/.test(iri)) return href('run', { iri });
  return href('lineage', { entity: iri });
}

function shown(term) {
  if (!term) return '';
  if (term.type === 'uri') {
    const address = leadOf(term.value);
    const name = shortName(term.value) || term.value;
    const short = name.replace(/^(sha256-)?([0-9a-f]{16})[0-9a-f]{24,}$/, '$1$2…');
    return address ? html`<a href=${address} title=${term.value}>${short}</a>` : html`<span title=${term.value}>${short}</span>`;
  }
  if (term.datatype?.endsWith('#dateTime')) return html`<span title=${term.value}>${time(term.value)}</span>`;
  const value = valueOf(term);
  if (typeof value === 'number') return html`<span title=${term.value}>${cell(value)}</span>`;
  const text = String(value);
  if (text.length <= LONG) return text;
  return html`<details class="ask-long"><summary>${text.slice(0, FIRST)}…</summary>${text}</details>`;
}

function isNumber(rows, name) {
  return rows.slice(0, PAGE).every((row) => !row[name] || typeof valueOf(row[name]) === 'number') && rows.some((row) => row[name]);
}

/**
 * The table, at first the beginning of it.
 *
 * @param columns [{ name, meaning, unit }]
 * @param rows [{ name: term }], terms as in SPARQL's JSON
 */
export function Table({ columns, rows, label }) {
  const [count, setCount] = useState(PAGE);
  const numbers = new Set(columns.map(({ name }) => name).filter((name) => isNumber(rows, name)));
  const classOf = (name) => (numbers.has(name) ? 'number' : undefined);
  return html`
    <div class="wide" role="region" tabindex="0" aria-label=${label}>
      <table>
        <thead>
          <tr>
            ${columns.map(({ name, meaning, unit }) => html`<th key=${name} scope="col" class=${classOf(name)} title=${meaning}>${name}${unit && html` <small>${unit}</small>`}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.slice(0, count).map((row, index) => html`
            <tr key=${index}>${columns.map(({ name }) => html`<td key=${name} class=${classOf(name)}>${shown(row[name])}</td>`)}</tr>
          `)}
        </tbody>
      </table>
    </div>
    <p class="rows">
      ${rows.length === 1 ? '1 row' : `${rows.length} rows`}
      ${rows.length > count && html`, the first ${count} are shown. <button onClick=${() => setCount(count + 5 * PAGE)}>Show more</button>`}
    </p>
  `;
}
