// Which things and relations are shown: a function of what is asked for and of the answers that have come so far.

/** The most things that are shown. */
export const MOST = 1000;

/** Rows of one page of a step. */
export const PAGE = 100;

/** The key of an answer. */
export function stepKey(direction, iri) {
  return `${direction} ${iri}`;
}

/** What an address says is opened: "up IRI", or "up3 IRI" for three pages of a long step. Gives a map from the key to pages. */
export function openSteps(entries) {
  const open = new Map();
  for (const entry of entries) {
    const match = /^(up|down)(\d{0,2}) (.+)$/s.exec(entry);
    if (match) open.set(stepKey(match[1], match[3]), Math.max(1, Number(match[2] || 1)));
  }
  return open;
}

/** The other way round: the entries of an address. */
export function openEntries(open) {
  return [...open].map(([key, pages]) => {
    const [direction] = key.split(' ', 1);
    return `${direction}${pages > 1 ? pages : ''} ${key.slice(direction.length + 1)}`;
  });
}

/**
 * The graph of a lineage.
 *
 * @param wanted { entity, directions: ['up', 'down'], steps, open }: from the entity, so many steps in the directions, and each step that is
 *     open, wherever it is
 * @param answers by key: { self, steps: [{ node, relation }], pages, cut }
 * @return { root, nodes: Map by IRI in the order of their distance, each with the parent that it was reached from, on which side and by which
 *     relation, edges: [{ from, to, relations }], missing: [{ direction, iri, pages }], full }
 */
export function graphOf({ entity, directions, steps, open }, answers) {
  const nodes = new Map();
  const edges = new Map();
  const missing = [];
  let full = false;
  let root = null;

  function add(node, before, side, relation) {
    if (!nodes.has(node.iri)) {
      if (nodes.size >= MOST) {
        full = true;
        return null;
      }
      nodes.set(node.iri, { ...node, parent: before?.iri ?? null, side, relation, opened: {}, cut: {}, further: {} });
    }
    return nodes.get(node.iri);
  }

  function connect(from, to, relation) {
    const key = `${from} ${to}`;
    if (!edges.has(key)) edges.set(key, { from, to, relations: new Set() });
    edges.get(key).relations.add(relation);
  }

  const queue = [];
  for (const direction of directions) {
    const answer = answers.get(stepKey(direction, entity));
    if (!answer) {
      missing.push({ direction, iri: entity, pages: 1 });
    } else if (!root) {
      root = add(answer.self ?? { iri: entity }, null);
    }
  }
  if (root) queue.push({ node: root, left: Object.fromEntries(directions.map((direction) => [direction, steps])) });
  for (let next = 0; next < queue.length; next++) {
    const { node, left } = queue[next];
    for (const direction of ['up', 'down']) {
      // The document of a run leads to its training; both keys mean the same.
      const iri = node === root && answers.has(stepKey(direction, entity)) ? entity : node.iri;
      const pages = open.get(stepKey(direction, node.iri)) ?? (left[direction] > 0 ? 1 : 0);
      if (pages === 0) continue;
      const answer = answers.get(stepKey(direction, iri));
      if (!answer || (answer.pages < pages && answer.cut)) missing.push({ direction, iri, pages });
      if (!answer) continue;
      node.opened[direction] = answer.pages;
      node.cut[direction] = answer.cut;
      for (const { node: other, relation } of answer.steps) {
        const known = nodes.has(other.iri);
        const added = add(other, node, direction, relation);
        if (!added) continue;
        if ('leads' in other) added.further[direction] = other.leads;
        if (direction === 'up') connect(node.iri, added.iri, relation);
        else connect(added.iri, node.iri, relation);
        if (!known) queue.push({ node: added, left: { [direction]: (left[direction] ?? 0) - 1 } });
      }
    }
  }
  return {
    root,
    nodes,
    edges: [...edges.values()].filter(({ from, to }) => from !== to).map((edge) => ({ ...edge, relations: [...edge.relations] })),
    missing: full ? [] : missing,
    full,
  };
}
