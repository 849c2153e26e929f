// The drawn graph as a file: an SVG of its own, without a browser's help, in the colours for paper.
import { HEIGHT, WIDTH, bend, isFar } from './layers.js';
import { KINDS, RELATIONS, kindOf, nameOf, ranked, shortened, typeOf } from './notation.js';

const MARGIN = 20;
const HEADING = 30;
const LEGEND_ROW = 22;

function escaped(text) {
  return String(text)
    // What XML cannot hold
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text of an SVG document. */
export function svgOf({ nodes, edges, root }, places) {
  const room = edges.map(({ from, to }) => Math.abs(places.get(from).x - places.get(to).x)).filter(isFar).reduce((most, dx) => Math.max(most, bend(dx) / 2), 0);
  const xs = [...places.values()].map(({ x }) => x);
  const ys = [...places.values()].map(({ y }) => y);
  const left = Math.min(...xs) - WIDTH / 2 - MARGIN;
  const top = Math.min(...ys) - HEIGHT / 2 - MARGIN - HEADING - room;
  const legend = legendOf(nodes, edges);
  const width = Math.max(600, Math.max(...xs) + WIDTH / 2 + MARGIN - left);
  const bottom = Math.max(...ys) + HEIGHT / 2 + MARGIN + room;
  const perRow = Math.max(1, Math.floor((width - 2 * MARGIN) / 150));
  const height = bottom - top + Math.ceil(legend.length / perRow) * LEGEND_ROW + MARGIN;
  const title = `lineage of ${nameOf(root)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}" font-family="sans-serif" font-size="11" text-anchor="middle">`,
    `<title>${escaped(title)}</title>`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${left + MARGIN}" y="${top + MARGIN + 6}" font-size="15" text-anchor="start" fill="#333333">${escaped(title)}</text>`,
    ...edges.map((edge) => line(edge, nodes, places)),
    ...[...nodes.values()].map((node) => box(node, places.get(node.iri), node === root)),
    ...legend.map((entry, index) =>
      entry(left + MARGIN + (index % perRow) * 150, bottom + Math.floor(index / perRow) * LEGEND_ROW),
    ),
    '</svg>',
  ].join('\n');
}

/** An outline of a kind around a middle. */
function outline(kind, x, y, width, height, attributes) {
  if (kind.shape === 'ellipse') return `<ellipse cx="${x}" cy="${y}" rx="${width / 2}" ry="${height / 2}" ${attributes}/>`;
  if (kind.points) {
    const points = [];
    for (let i = 0; i < kind.points.length; i += 2) points.push(`${x + (kind.points[i] * width) / 2},${y + (kind.points[i + 1] * height) / 2}`);
    return `<polygon points="${points.join(' ')}" ${attributes}/>`;
  }
  return `<rect x="${x - width / 2}" y="${y - height / 2}" width="${width}" height="${height}" ${attributes}/>`;
}

function box(node, { x, y }, isRoot) {
  const kind = kindOf(node);
  const middle = kind.points ? y + HEIGHT * 0.1 : y;
  return `<g><title>${escaped(node.iri)}</title>${outline(kind, x, y, WIDTH, HEIGHT, `fill="${kind.fill}" stroke="${kind.border}" stroke-width="${isRoot ? 3 : 1}"`)}<text x="${x}" y="${middle - 2}" fill="#222222">${escaped(shortened(nameOf(node), kind.room))}</text><text x="${x}" y="${middle + 11}" font-size="9" fill="#444444">${escaped(shortened(typeOf(node), kind.room + 4))}</text></g>`;
}

/** A line from side to side, with its arrow. */
function line({ from, to, relations }, nodes, places) {
  const start = places.get(from);
  const end = places.get(to);
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const sideways = Math.abs(dx) >= WIDTH;
  const fromX = sideways ? start.x + (Math.sign(dx) * WIDTH) / 2 : start.x;
  const fromY = sideways ? start.y : start.y + (Math.sign(dy) * HEIGHT) / 2;
  const toX = sideways ? end.x - (Math.sign(dx) * WIDTH) / 2 : end.x;
  const toY = sideways ? end.y : end.y - (Math.sign(dy) * HEIGHT) / 2;
  // The middle of a bent line, and the way in which it arrives
  const length = Math.max(1e-9, Math.hypot(toX - fromX, toY - fromY));
  const bent = isFar(Math.abs(dx)) ? bend(Math.abs(dx)) : 0;
  const middleX = (fromX + toX) / 2 - ((toY - fromY) / length) * bent;
  const middleY = (fromY + toY) / 2 + ((toX - fromX) / length) * bent;
  const arriving = Math.max(1e-9, Math.hypot(toX - middleX, toY - middleY));
  const alongX = ((toX - middleX) / arriving) * 8;
  const alongY = ((toY - middleY) / arriving) * 8;
  const { colour, dashed } = RELATIONS[ranked(relations)[0]] ?? RELATIONS.wasDerivedFrom;
  const head = `${toX},${toY} ${toX - alongX - alongY / 2.4},${toY - alongY + alongX / 2.4} ${toX - alongX + alongY / 2.4},${toY - alongY - alongX / 2.4}`;
  return `<g><title>${escaped(`${from} ${ranked(relations).join(', ')} ${to}`)}</title><path d="M${fromX},${fromY} Q${middleX},${middleY} ${toX},${toY}" fill="none" stroke="${colour}" stroke-width="1.2"${dashed ? ' stroke-dasharray="5 3"' : ''}/><polygon points="${head}" fill="${colour}"/></g>`;
}

/** What occurs in it, each a function of its place. */
function legendOf(nodes, edges) {
  const kinds = new Set([...nodes.values()].map(kindOf));
  const relations = new Set(edges.map((edge) => ranked(edge.relations)[0]));
  const words = (x, y, text) => `<text x="${x + 28}" y="${y + 4}" text-anchor="start" fill="#333333">${escaped(text)}</text>`;
  return [
    ...Object.values(KINDS)
      .filter((kind) => kinds.has(kind))
      .map((kind) => (x, y) => outline(kind, x + 10, y, 20, 13, `fill="${kind.fill}" stroke="${kind.border}"`) + words(x, y, kind.label)),
    ...Object.entries(RELATIONS)
      .filter(([name]) => relations.has(name))
      .map(([name, { colour, dashed }]) => (x, y) =>
        `<line x1="${x}" y1="${y}" x2="${x + 20}" y2="${y}" stroke="${colour}" stroke-width="1.5"${dashed ? ' stroke-dasharray="5 3"' : ''}/>${words(x, y, name)}`),
  ];
}
