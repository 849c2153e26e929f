import { html, view } from '../html.js';

export const title = 'Lineage';

export const show = view(() => html`<h1>Lineage</h1>`);
