// Where the things of a lineage stand: in layers, origins to the left of what came from them.

export const WIDTH = 150;
export const HEIGHT = 40;
const BETWEEN_LAYERS = 90;
const BETWEEN_COLUMNS = 14;
const BETWEEN_ROWS = 16;
const MOST_ROWS = 28;
const BETWEEN_BANDS = 60;
const LEAST_LENGTH = 1400;
const SCREEN = 1.4;
const SWEEPS = 4;

/**
 * Places them. Layers that would make a long row go back and forth in several, one below the other.
 *
 * @param graph { nodes: Map by IRI, edges: [{ from, to }] }
 * @return a map from IRI to the middle { x, y }
 */
export function place({ nodes, edges }) {
  const ranks = rank(nodes, edges);
  const blocks = ordered(layersOf(nodes, ranks), edges, ranks).map(blockOf);
  const places = new Map();
  let top = 0;
  bandsOf(blocks).forEach((band, number) => {
    const height = Math.max(...band.map((block) => block.height));
    const backwards = number % 2 === 1;
    let along = 0;
    for (const { width, rows, layer } of band) {
      layer.forEach((iri, index) => {
        const column = Math.floor(index / rows);
        const inColumn = Math.min(rows, layer.length - column * rows);
        const x = along + column * (WIDTH + BETWEEN_COLUMNS) + WIDTH / 2;
        places.set(iri, { x: backwards ? x : -x, y: top + height / 2 + ((index % rows) - (inColumn - 1) / 2) * (HEIGHT + BETWEEN_ROWS) });
      });
      along += width + BETWEEN_LAYERS;
    }
    const shift = backwards ? -lengthOf(band) : 0;
    if (backwards) band.forEach(({ layer }) => layer.forEach((iri) => (places.get(iri).x += shift)));
    top += height + BETWEEN_BANDS;
  });
  return places;
}

function blockOf(layer) {
  const rows = Math.min(layer.length, rowsOf(layer.length));
  const columns = Math.ceil(layer.length / rows);
  return { layer, rows, width: columns * (WIDTH + BETWEEN_COLUMNS) - BETWEEN_COLUMNS, height: rows * (HEIGHT + BETWEEN_ROWS) - BETWEEN_ROWS };
}

function lengthOf(blocks) {
  return blocks.reduce((sum, { width }) => sum + width + BETWEEN_LAYERS, -BETWEEN_LAYERS);
}

/** As many rows of layers as make the whole about as wide as a screen is. */
function bandsOf(blocks) {
  const height = Math.max(...blocks.map((block) => block.height)) + BETWEEN_BANDS;
  const count = Math.max(1, Math.floor(Math.sqrt(lengthOf(blocks) / (SCREEN * height))));
  const length = lengthOf(blocks) / count;
  const bands = [[]];
  for (const block of blocks) {
    const band = bands.at(-1);
    if (band.length > 0 && lengthOf([...band, block]) > Math.max(length, LEAST_LENGTH)) bands.push([block]);
    else band.push(block);
  }
  return bands;
}

/** A long layer becomes a block, about as high as it is wide. */
function rowsOf(count) {
  return Math.max(MOST_ROWS, Math.ceil(Math.sqrt(count * (WIDTH / HEIGHT))));
}

/**
 * How many steps each is from a result that nothing here came from, at most: every arrow then points to the left. Agents, to whom much leads,
 * stand next to the nearest thing that they took part in. Where relations run in a circle, which PROV forbids, one of them points back.
 */
export function rank(nodes, edges) {
  const to = new Map([...nodes.keys()].map((iri) => [iri, []]));
  const waiting = new Map([...nodes.keys()].map((iri) => [iri, 0]));
  for (const edge of edges) {
    to.get(edge.from).push(edge.to);
    waiting.set(edge.to, waiting.get(edge.to) + 1);
  }
  const ranks = new Map([...nodes.keys()].map((iri) => [iri, 0]));
  const ready = [...nodes.keys()].filter((iri) => waiting.get(iri) === 0);
  const done = new Set();
  while (done.size < nodes.size) {
    if (ready.length === 0) ready.push([...nodes.keys()].find((iri) => !done.has(iri)));
    for (let next = 0; next < ready.length; next++) {
      const from = ready[next];
      if (done.has(from)) continue;
      done.add(from);
      for (const other of to.get(from)) {
        if (done.has(other)) continue;
        ranks.set(other, Math.max(ranks.get(other), ranks.get(from) + 1));
        waiting.set(other, waiting.get(other) - 1);
        if (waiting.get(other) === 0) ready.push(other);
      }
    }
    ready.length = 0;
  }
  for (const [iri, node] of nodes) {
    if (node.kind !== 'Agent') continue;
    const users = edges.filter((edge) => edge.to === iri).map((edge) => ranks.get(edge.from));
    if (users.length > 0 && to.get(iri).length === 0) ranks.set(iri, Math.min(...users) + 1);
  }
  // What nothing led to but is itself an origin of little stands right before what came from it.
  for (const [iri, others] of to) {
    const isResult = !edges.some((edge) => edge.to === iri);
    if (isResult && others.length > 0) ranks.set(iri, Math.max(0, Math.min(...others.map((other) => ranks.get(other))) - 1));
  }
  return ranks;
}

function layersOf(nodes, ranks) {
  const layers = [];
  for (const iri of nodes.keys()) {
    const rankOfIt = ranks.get(iri);
    (layers[rankOfIt] ??= []).push(iri);
  }
  return layers.filter(Boolean);
}

/** So that neighbours stand side by side and few lines cross: each goes to the mean of those that it is connected with. */
function ordered(layers, edges, ranks) {
  const neighbours = new Map();
  for (const { from, to } of edges) {
    if (!neighbours.has(from)) neighbours.set(from, []);
    if (!neighbours.has(to)) neighbours.set(to, []);
    neighbours.get(from).push(to);
    neighbours.get(to).push(from);
  }
  const position = new Map();
  const note = (layer) => layer.forEach((iri, index) => position.set(iri, index - (layer.length - 1) / 2));
  layers.forEach(note);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const order = sweep % 2 === 0 ? layers : [...layers].reverse();
    for (const layer of order) {
      const mean = new Map(
        layer.map((iri) => {
          const others = (neighbours.get(iri) ?? []).filter((other) => ranks.get(other) !== ranks.get(iri));
          return [iri, others.length === 0 ? position.get(iri) : others.reduce((sum, other) => sum + position.get(other), 0) / others.length];
        }),
      );
      layer.sort((one, other) => mean.get(one) - mean.get(other));
      note(layer);
    }
  }
  return layers;
}

/** Lines over more than one layer go around what is between. */
export function isFar(dx) {
  return dx > 2 * WIDTH;
}

export function bend(dx) {
  return Math.min(160, dx / 8);
}
