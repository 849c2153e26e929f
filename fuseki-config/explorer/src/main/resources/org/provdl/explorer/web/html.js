// Preact with templates in place of JSX: html`<p>${text}</p>`. What stands in ${} is text, never markup.
import { h, render } from 'preact';
import htm from './vendor/htm.js';

export const html = htm.bind(h);

/** Makes a view of a component, which gets the parameters of the address as the property `parameters`. */
export function view(Component) {
  return (element, parameters) => {
    const update = (current) => render(h(Component, { parameters: current }), element);
    update(parameters);
    return { update, close: () => render(null, element) };
  };
}
