// An answer: as a chart where it has numbers, and as a table.
import { html } from '../html.js';
import { change } from '../router.js';
import { Chart } from './chart.js';
import { Table } from './table.js';

/**
 * @param columns [{ name, meaning, unit }]
 * @param rows [{ name: term }]
 * @param parameters of the address, of which chart, x and y say what is drawn
 */
export function Answer({ columns, rows, parameters, label }) {
  if (rows.length === 0) return html`<p class="state">There are no rows: nothing here is like that.</p>`;
  const choice = { kind: parameters.get('chart'), x: parameters.get('x'), y: parameters.get('y') };
  return html`
    <${Chart} columns=${columns} rows=${rows} choice=${choice} choose=${(changes) => change(changes)} />
    <${Table} key=${label} columns=${columns} rows=${rows} label=${label} />
  `;
}
