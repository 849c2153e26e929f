// The canvas and its buttons.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { drawing } from './canvas.js';
import { place } from './layers.js';
import { nameOf } from './notation.js';
import { svgOf } from './svg.js';

function save(graph) {
  const file = new Blob([svgOf(graph, place(graph))], { type: 'image/svg+xml' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `lineage-${nameOf(graph.root).replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 60)}.svg`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The picture. What it shows, the tree beside it says too. */
export function Canvas({ graph, selected, choose }) {
  const element = useRef();
  const drawn = useRef(null);
  const latest = useRef();
  const [failure, setFailure] = useState(null);
  latest.current = { graph, selected, choose };

  useEffect(() => {
    let closed = false;
    let watch;
    import('cytoscape').then(
      ({ default: cytoscape }) => {
        if (closed) return;
        drawn.current = drawing(cytoscape, element.current, (iri) => latest.current.choose(iri));
        drawn.current.show(latest.current.graph, latest.current.selected);
        watch = new ResizeObserver(() => drawn.current.resize());
        watch.observe(element.current);
      },
      (reason) => setFailure(reason),
    );
    return () => {
      closed = true;
      watch?.disconnect();
      drawn.current?.close();
      drawn.current = null;
    };
  }, []);

  useEffect(() => {
    drawn.current?.show(graph, selected);
  }, [graph, selected]);

  return html`
    <p class="actions">
      <button onClick=${() => drawn.current?.fit()}>Whole picture</button>
      <button aria-label="Zoom in" onClick=${() => drawn.current?.zoom(1.4)}>+</button>
      <button aria-label="Zoom out" onClick=${() => drawn.current?.zoom(1 / 1.4)}>−</button>
      <button onClick=${() => save(graph)}>Save as SVG</button>
    </p>
    ${failure && html`<p class="state error" role="alert">The picture could not be loaded: ${failure.message}. The list says the same.</p>`}
    <div
      class="lineage-canvas"
      ref=${element}
      role="img"
      aria-label=${`Graph of ${graph.nodes.size} things and ${graph.edges.length} relations around ${nameOf(graph.root)}. The list says the same.`}
    ></div>
  `;
}
