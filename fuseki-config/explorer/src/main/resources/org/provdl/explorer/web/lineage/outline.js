// The same as the picture, as a tree for the keyboard and for those who listen.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { kindOf, nameOf, typeOf, wordsOf } from './notation.js';

/**
 * The rows of the tree: each thing where it was first reached, and where it is met again a row without steps of its own.
 *
 * @param folded keys of rows whose steps are not to be seen
 * @return [{ key, node, level, side, words, again, opened, position, size, parent }]
 */
export function rowsOf({ root, nodes, edges }, folded) {
  const steps = new Map([...nodes.keys()].map((iri) => [iri, { up: [], down: [] }]));
  for (const { from, to, relations } of edges) {
    steps.get(from).up.push({ iri: to, words: wordsOf(relations, 'up') });
    steps.get(to).down.push({ iri: from, words: wordsOf(relations, 'down') });
  }
  const rows = [];
  const shown = new Set();

  function visit(node, level, side, words, parent, position, size) {
    const again = shown.has(node.iri);
    shown.add(node.iri);
    const key = `${parent} ${side} ${node.iri}`;
    const children = again
      ? []
      : ['up', 'down']
          .filter((direction) => node.opened[direction])
          .flatMap((direction) => steps.get(node.iri)[direction].map((step) => ({ ...step, direction })))
          .filter(({ iri, direction }) => !(node.parent === iri && node.side !== direction))
          // A row of its own only where it belongs, or where it is met again
          .map((step) => ({ ...step, node: nodes.get(step.iri) }));
    const opened = Boolean(node.opened.up || node.opened.down) && !again;
    rows.push({ key, node, level, side, words, again, opened, position, size, parent, foldable: children.length > 0 });
    if (folded.has(key)) {
      children.forEach(({ iri }) => hide(iri));
      return;
    }
    children.forEach(({ node: child, direction, words: relation }, index) =>
      visit(child, level + 1, direction, relation, key, index + 1, children.length),
    );
  }

  /** What stands in a folded row is not met again elsewhere as if it had never been. */
  function hide(iri) {
    if (shown.has(iri)) return;
    shown.add(iri);
    const node = nodes.get(iri);
    for (const direction of ['up', 'down']) {
      if (node.opened[direction]) steps.get(iri)[direction].forEach((step) => hide(step.iri));
    }
  }

  if (root) visit(root, 1, '', '', '', 1, 1);
  return rows;
}

function leadsOn(node) {
  return ['up', 'down'].filter((direction) => (node.further[direction] && !node.opened[direction]) || node.cut[direction]);
}

/** The tree. choose(iri) is what a click on a thing in the picture does. */
export function Outline({ graph, selected, choose }) {
  const [folded, setFolded] = useState(new Set());
  const [current, setCurrent] = useState(null);
  const list = useRef();
  const moved = useRef(false);
  const rows = rowsOf(graph, folded);
  const at = Math.max(0, rows.findIndex((row) => row.key === current));

  // Before anything else happens: an effect that waits could meet the next key.
  useLayoutEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    list.current?.querySelector('[tabindex="0"]')?.focus();
  });

  function moveTo(index) {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    moved.current = true;
    setCurrent(row.key);
  }

  function fold(key, closed) {
    const next = new Set(folded);
    if (closed) next.add(key);
    else next.delete(key);
    setFolded(next);
  }

  function onKeyDown(event) {
    const row = rows[at];
    const actions = {
      ArrowDown: () => moveTo(at + 1),
      ArrowUp: () => moveTo(at - 1),
      Home: () => moveTo(0),
      End: () => moveTo(rows.length - 1),
      ArrowRight: () => {
        if (folded.has(row.key)) fold(row.key, false);
        else if (row.foldable) moveTo(at + 1);
        else if (!row.again) choose(row.node.iri);
      },
      ArrowLeft: () => {
        if (row.foldable && !folded.has(row.key)) fold(row.key, true);
        else moveTo(rows.findIndex((other) => other.key === row.parent));
      },
      Enter: () => choose(row.node.iri),
      ' ': () => choose(row.node.iri),
    };
    if (!actions[event.key] || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    actions[event.key]();
  }

  return html`
    <ul class="lineage-tree" role="tree" aria-label="The lineage as a tree" ref=${list} onKeyDown=${onKeyDown}>
      ${rows.map((row, index) => html`
        <li
          key=${row.key}
          role="treeitem"
          tabindex=${index === at ? 0 : -1}
          aria-level=${row.level}
          aria-posinset=${row.position}
          aria-setsize=${row.size}
          aria-selected=${row.node.iri === selected}
          aria-expanded=${row.foldable ? !folded.has(row.key) : leadsOn(row.node).length > 0 && !row.again ? false : undefined}
          class=${`level-${Math.min(row.level, 12)}`}
          onClick=${() => {
            setCurrent(row.key);
            choose(row.node.iri);
          }}
        >
          <span class=${`mark ${kindOf(row.node).label.split(' ', 1)[0]}`} aria-hidden="true"></span>
          <span>
            ${row.side && html`<small>${row.words} </small>`}
            <span class="name">${nameOf(row.node)}</span>${' '}
            <small>${typeOf(row.node)}${row.again ? ', see above' : leadsOn(row.node).length > 0 ? ' +' : ''}</small>
          </span>
        </li>
      `)}
    </ul>
  `;
}

