import { html, view } from '../html.js';

export const title = 'Run';

export const show = view(() => html`<h1>Run</h1>`);
