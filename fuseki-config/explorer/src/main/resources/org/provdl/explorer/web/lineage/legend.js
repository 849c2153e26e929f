// What shapes, colours and lines mean.
import { html } from '../html.js';
import { KINDS, RELATIONS, kindOf, ranked } from './notation.js';

function Shape({ kind }) {
  const attributes = { fill: kind.fill, stroke: kind.border };
  return html`
    <svg width="24" height="16" viewBox="-1.2 -1.2 2.4 2.4" preserveAspectRatio="none" aria-hidden="true" stroke-width="0.12">
      ${kind.shape === 'ellipse' && html`<ellipse rx="1" ry="1" ...${attributes} />`}
      ${kind.shape === 'rectangle' && html`<rect x="-1" y="-1" width="2" height="2" ...${attributes} />`}
      ${kind.points && html`<polygon points=${kind.points.join(' ')} ...${attributes} />`}
    </svg>
  `;
}

export function Legend({ graph }) {
  const kinds = new Set([...graph.nodes.values()].map(kindOf));
  const relations = new Set(graph.edges.map((edge) => ranked(edge.relations)[0]));
  return html`
    <ul class="lineage-legend" aria-label="Legend">
      ${Object.values(KINDS).filter((kind) => kinds.has(kind)).map((kind) => html`<li><${Shape} kind=${kind} /> ${kind.label}</li>`)}
      ${Object.entries(RELATIONS).filter(([name]) => relations.has(name)).map(([name, { colour, dashed }]) => html`
        <li>
          <svg width="24" height="6" aria-hidden="true"><line x1="0" y1="3" x2="24" y2="3" stroke=${colour} stroke-width="2" stroke-dasharray=${dashed ? '5 3' : undefined} /></svg>
          ${name}
        </li>
      `)}
      <li><b aria-hidden="true">+</b> leads further: choose it</li>
    </ul>
  `;
}
