// The graph on a canvas, drawn by Cytoscape.
import { HEIGHT, WIDTH, bend, isFar, place } from './layers.js';
import { KINDS, RELATIONS, kindOf, nameOf, ranked, shortened, typeOf } from './notation.js';

const MARGIN = 24;

const READABLE = 0.6;
const FEW = 40;

/** So many of what has come are brought into view. */
const MOST_REVEALED = 100;

function styles(colours) {
  return [
    {
      selector: 'node',
      style: {
        width: WIDTH,
        height: HEIGHT,
        'border-width': 1,
        // Cytoscape fails on a border around a polygon of one's own.
        'border-position': 'inside',
        label: 'data(text)',
        color: '#222222',
        'font-size': 11,
        'font-family': 'system-ui, sans-serif',
        'text-wrap': 'wrap',
        'text-valign': 'center',
        'min-zoomed-font-size': 5,
      },
    },
    ...Object.entries(KINDS).map(([name, { fill, border, shape, points }]) => ({
      selector: `node.${name}`,
      style: {
        shape,
        'background-color': fill,
        'border-color': border,
        ...(points && { 'shape-polygon-points': points.join(' '), 'text-margin-y': 4 }),
      },
    })),
    { selector: 'node.root', style: { 'border-width': 3 } },
    { selector: 'node.selected', style: { 'border-width': 4, 'border-color': colours.accent } },
    {
      selector: 'edge',
      style: {
        width: 1.4,
        'line-color': 'data(colour)',
        'line-style': 'data(style)',
        'curve-style': 'straight',
        'target-arrow-shape': 'triangle',
        'target-arrow-color': 'data(colour)',
        'arrow-scale': 0.9,
        label: 'data(text)',
        color: colours.faint,
        'font-size': 8,
        'font-family': 'system-ui, sans-serif',
        'text-rotation': 'autorotate',
        'text-background-color': colours.ground,
        'text-background-opacity': 0.85,
        'text-background-padding': 1,
        'min-zoomed-font-size': 7,
      },
    },
    {
      selector: 'edge.far',
      style: { 'curve-style': 'unbundled-bezier', 'control-point-distances': 'data(bend)', 'control-point-weights': 0.5 },
    },
  ];
}

function colours() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(['accent', 'faint', 'ground'].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

/** What is written into a thing; a plus where a step leads on that is not there yet. */
function textOf(node) {
  const leadsOn = ['up', 'down'].some((direction) => (node.further[direction] && !node.opened[direction]) || node.cut[direction]);
  return `${shortened(nameOf(node), kindOf(node).room)}\n${shortened(typeOf(node), kindOf(node).room)}${leadsOn ? ' +' : ''}`;
}

function nodeElement(node, root, selected, position) {
  return {
    group: 'nodes',
    data: { id: node.iri, text: textOf(node) },
    position,
    classes: [node.kind in KINDS ? node.kind : 'Unknown', node === root ? 'root' : '', node.iri === selected ? 'selected' : ''].filter(Boolean),
    grabbable: false,
  };
}

function edgeElement({ from, to, relations }, places) {
  const names = ranked(relations);
  const { colour, dashed } = RELATIONS[names[0]] ?? RELATIONS.wasDerivedFrom;
  const dx = Math.abs(places.get(from).x - places.get(to).x);
  return {
    group: 'edges',
    data: { id: `${from} ${to}`, source: from, target: to, text: names.join(', '), colour, style: dashed ? 'dashed' : 'solid', bend: bend(dx) },
    classes: isFar(dx) ? 'far' : '',
  };
}

/**
 * Draws into an element.
 *
 * @param choose told the IRI of what is clicked
 */
export function drawing(cytoscape, element, choose) {
  const cy = cytoscape({
    container: element,
    style: styles(colours()),
    minZoom: 0.02,
    maxZoom: 3,
    boxSelectionEnabled: false,
    autounselectify: true,
  });
  cy.on('tap', 'node', (event) => choose(event.target.id()));
  cy.on('mouseover', 'node', (event) => (element.title = event.target.id()));
  cy.on('mouseout', 'node', () => (element.title = ''));
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const repaint = () => cy.style(styles(colours()));
  scheme.addEventListener('change', repaint);

  function fit() {
    cy.fit(undefined, MARGIN);
    if (cy.zoom() > 1.1) {
      cy.zoom(1.1);
      cy.center();
    }
  }

  /** Brings things into view, with as little movement as that takes. */
  function reveal(things) {
    if (things.empty()) return;
    const { x1, y1, x2, y2, w, h } = things.renderedBoundingBox();
    const width = cy.width() - 2 * MARGIN;
    const height = cy.height() - 2 * MARGIN;
    if (w > width || h > height) {
      cy.fit(things, MARGIN);
      return;
    }
    const shift = (low, high, size) => (low < MARGIN ? MARGIN - low : high > size - MARGIN ? size - MARGIN - high : 0);
    cy.panBy({ x: shift(x1, x2, cy.width()), y: shift(y1, y2, cy.height()) });
  }

  return {
    /** Shows a graph; what is selected stays where it is on the screen. */
    show(graph, selected) {
      const anchor = cy.getElementById(selected ?? '');
      const before = anchor.nonempty() ? anchor.renderedPosition() : null;
      const isFirst = cy.elements().empty();
      let added = [];
      const places = place(graph);
      cy.batch(() => {
        const known = new Set(cy.elements().map((it) => it.id()));
        const elements = [
          ...[...graph.nodes.values()].map((node) => nodeElement(node, graph.root, selected, places.get(node.iri))),
          ...graph.edges.map((edge) => edgeElement(edge, places)),
        ];
        const wanted = new Set(elements.map((it) => it.data.id));
        added = elements.filter((it) => it.group === 'nodes' && !known.has(it.data.id)).map((it) => it.data.id);
        cy.elements().filter((it) => !wanted.has(it.id())).remove();
        for (const element of elements) {
          if (!known.has(element.data.id)) {
            cy.add(element);
            continue;
          }
          const shown = cy.getElementById(element.data.id);
          shown.data(element.data);
          shown.classes(element.classes);
          if (element.position) shown.position(element.position);
        }
      });
      if (isFirst) {
        fit();
        // On a small screen a few things are better read than seen together.
        if (cy.zoom() < READABLE && graph.nodes.size <= FEW) {
          cy.zoom(READABLE);
          cy.center(cy.getElementById(graph.root.iri).closedNeighborhood());
        }
        return;
      }
      const now = cy.getElementById(selected ?? '');
      if (before && now.nonempty()) {
        const after = now.renderedPosition();
        cy.panBy({ x: before.x - after.x, y: before.y - after.y });
      }
      reveal(now.union(added.slice(0, MOST_REVEALED).reduce((all, iri) => all.union(cy.getElementById(iri)), cy.collection())));
    },
    fit,
    zoom(factor) {
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    },
    resize() {
      cy.resize();
    },
    close() {
      scheme.removeEventListener('change', repaint);
      cy.destroy();
    },
  };
}
