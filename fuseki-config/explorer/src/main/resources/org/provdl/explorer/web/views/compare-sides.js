// In what runs differ: the catalogue compares two, so each of the others is compared with the first.
import { ask } from '../catalogue.js';
import { html } from '../html.js';
import { useLive } from '../live.js';
import { Section } from '../table.js';
import { cell, shortName } from '../text.js';

const LONGEST = 48;
const DIGEST = /^(sha256-)?[0-9a-f]{40,}/;
const DIGITS = 19;

/** What people want to know first. */
const ORDER = ['outcome', 'settings', 'adaptations'];
const rank = (aspect) => (ORDER.includes(aspect) ? ORDER.indexOf(aspect) : ORDER.length);

/** [{ aspect, item, scope, values: [of each run] }] */
async function differences([first, ...others], signal) {
  const answers = await Promise.all(others.map((other) => ask('compare-runs', { runA: first.run, runB: other.run }, signal)));
  const rows = new Map();
  answers.forEach((answer, i) => {
    for (const { aspect, item, scope, valueA, valueB } of answer) {
      const key = JSON.stringify([aspect, item, scope]);
      if (!rows.has(key)) rows.set(key, { aspect, item, scope, first: undefined, others: new Map() });
      const row = rows.get(key);
      row.first ??= valueA;
      // Two layers of the same label have two rows.
      row.others.set(i, row.others.get(i) ?? valueB);
    }
  });
  return [...rows.values()]
    .map(({ first: one, others: rest, ...row }) => ({
      ...row,
      // Where a run does not differ from the first it has the same value.
      values: [one, ...others.map((_, i) => (rest.has(i) ? rest.get(i) : one))],
    }))
    .filter(({ values }) => new Set(values).size > 1)
    .sort((a, b) => rank(a.aspect) - rank(b.aspect));
}

function Value({ value }) {
  const text = /^https?:.*\/(parameters|artifact|agent)\//.test(value) ? shortName(value) : cell(value);
  const most = DIGEST.test(text) ? DIGITS : LONGEST;
  return text.length > most ? html`<span title=${text}>${text.slice(0, most)}…</span>` : text;
}

function Differences({ rows, runs }) {
  const aspects = [...new Set(rows.map((row) => row.aspect))];
  if (rows.length === 0) return html`<p class="hint">They do not differ in anything that was recorded.</p>`;
  return html`<div class="scroll" role="region" aria-label="Differences" tabindex="0">
    <table class="sides">
      <caption class="hidden">What differs between the runs</caption>
      <thead>
        <tr>
          <th scope="col">differs</th>
          <th scope="col">of</th>
          ${runs.map((run) => html`<th key=${run.run} scope="col">${run.label}</th>`)}
        </tr>
      </thead>
      ${aspects.map(
        (aspect) => html`<tbody key=${aspect}>
          <tr><th scope="rowgroup" colspan=${runs.length + 2} class="aspect">${aspect}</th></tr>
          ${rows
            .filter((row) => row.aspect === aspect)
            .map(
              (row) => html`<tr key=${`${row.item} ${row.scope}`}>
                <th scope="row">${row.item}</th>
                <td class="time">${row.scope}</td>
                ${row.values.map((value, i) => html`<td key=${i}><${Value} value=${value} /></td>`)}
              </tr>`,
            )}
        </tbody>`,
      )}
    </table>
  </div>`;
}

export function SideBySide({ runs }) {
  const state = useLive(runs.map((run) => run.run).join(' '), (signal) => (runs.length < 2 ? Promise.resolve([]) : differences(runs, signal)));
  return html`<${Section} heading="What differs" state=${state}>
    ${(rows) => (runs.length < 2 ? html`<p class="hint">Choose a second run to see in what they differ.</p>` : html`<${Differences} rows=${rows} runs=${runs} />`)}
  <//>`;
}
