// The settings that a run started with: those of the model, and what each layer has of its own.
import { html } from '../html.js';
import { Table } from '../table.js';
import { cell } from '../text.js';

const value = (text, row) => html`${cell(text)}${row.adapted ? html` <span class="adapted">adapted later</span>` : ''}`;

export function Settings({ rows }) {
  const scopes = [...new Set(rows.map((row) => row.scope))];
  if (rows.length === 0) return html`<p class="hint">No setting was recorded.</p>`;
  return scopes.map((scope) => {
    const own = rows.filter((row) => row.scope === scope);
    return html`<details key=${scope} open=${scope === 'model' || scopes.length < 4}>
      <summary>${scope === 'model' ? 'Whole model' : `Layer ${scope}`} (${own.length})</summary>
      <${Table} caption=${`Settings of ${scope}`} rows=${own} columns=${[{ name: 'name', label: 'setting' }, { name: 'value', label: 'value at the start', show: value }]} />
    </details>`;
  });
}

