import { html, view } from '../html.js';

export const title = 'Compare';

export const show = view(() => html`<h1>Compare</h1>`);
