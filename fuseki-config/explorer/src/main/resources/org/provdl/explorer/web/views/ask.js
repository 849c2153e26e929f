import { html, view } from '../html.js';

export const title = 'Ask';

export const show = view(() => html`<h1>Ask</h1>`);
