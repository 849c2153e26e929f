// A table of plain rows, for the sections of a view.
import { html } from './html.js';
import { cell } from './text.js';

/**
 * columns: [{ name, label, show(value, row) }]; show gives what stands in the cell, by default the value as text.
 */
export function Table({ caption, columns, rows, empty }) {
  if (rows.length === 0) return html`<p class="hint">${empty}</p>`;
  const numeric = (name) => rows.some((row) => row[name] !== undefined) && rows.every((row) => row[name] === undefined || typeof row[name] === 'number');
  const sides = columns.map(({ name }) => (numeric(name) ? 'number' : ''));
  return html`<div class="scroll" role="region" aria-label=${caption} tabindex="0">
    <table>
      <caption class="hidden">${caption}</caption>
      <thead>
        <tr>${columns.map(({ name, label }, i) => html`<th key=${name} scope="col" class=${sides[i]}>${label}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(
          (row, i) => html`<tr key=${i}>
            ${columns.map(({ name, show = cell }, j) => html`<td key=${name} class=${sides[j]}>${show(row[name], row)}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A part of a view that says itself how its question went. */
export function Section({ heading, state, children }) {
  let body = html`<p class="hint">Loading…</p>`;
  if (state.data) body = children(state.data);
  else if (state.failure) body = html`<p class="hint error-text" role="alert">${state.failure.message}</p>`;
  return html`<section><h2>${heading}</h2>${body}</section>`;
}
