// Which chart fits an answer, and what it shows. Nothing here draws.
import { valueOf } from '../catalogue.js';
import { shortName } from '../text.js';

const ORDERS = /^(epoch|iteration|index|trial|step|duringEpoch)$/i;
const NAMES = ['name', 'label', 'title', 'hyperparameter', 'experiment', 'class', 'trial', 'run'];
const VALUES = /^(value|loss|accuracy|best|training|mean|average|objective|seconds)$/i;
const MOST_BARS = 60;
const MOST_SERIES = 12;
const MOST_POINTS = 20_000;

export const KINDS = { line: 'a curve', bars: 'bars', scatter: 'points' };

function textOf(term) {
  if (!term) return '';
  return term.type === 'uri' ? shortName(term.value).replace(/Data$/, '') : String(valueOf(term));
}

function numeric(rows, name) {
  const filled = rows.filter((row) => row[name]);
  return filled.length > 0 && filled.every((row) => typeof valueOf(row[name]) === 'number');
}

function distinct(rows, name) {
  return new Set(rows.map((row) => textOf(row[name]))).size;
}

/** The columns that hold numbers. */
export function numbersOf(columns, rows) {
  return columns.map(({ name }) => name).filter((name) => numeric(rows, name));
}

/**
 * The chart that fits best.
 *
 * @return { kind, x, y }, or null where there are no numbers to draw
 */
export function chartOf(columns, rows) {
  const numbers = numbersOf(columns, rows);
  if (rows.length < 2 || numbers.length === 0) return null;
  const names = columns.map(({ name }) => name);
  const order = numbers.find((name) => ORDERS.test(name) && distinct(rows, name) > 1);
  const values = numbers.filter((name) => name !== order && !ORDERS.test(name));
  const y = values.find((name) => VALUES.test(name)) ?? values[0];
  if (!y) return null;
  if (order) return { kind: 'line', x: order, y };
  const words = names.filter((name) => !numbers.includes(name) && distinct(rows, name) > 1);
  const label = NAMES.find((name) => words.includes(name)) ?? words[0];
  if (label && rows.length <= MOST_BARS) return { kind: 'bars', x: label, y };
  const other = values.find((name) => name !== y);
  return other ? { kind: 'scatter', x: other, y } : null;
}

/** What tells the lines or points of one series from those of others: columns of words with few values. */
function seriesColumns(columns, rows, { x, y }) {
  return columns
    .map(({ name }) => name)
    .filter((name) => name !== x && name !== y && !numeric(rows, name) && rows.some((row) => row[name]?.type === 'uri' || !/#dateTime$/.test(row[name]?.datatype ?? '')))
    .filter((name) => {
      const count = distinct(rows, name);
      return count > 1 && count <= MOST_SERIES;
    });
}

/**
 * The points of a chart.
 *
 * @return { series: [{ name, points: [[x, y]] }], categories, cut }: categories are the words on the x axis of bars; what is no number leaves
 *     a gap in a curve; cut says that not all is there
 */
export function pointsOf(columns, rows, chart) {
  const drawn = rows.slice(0, chart.kind === 'bars' ? MOST_BARS : MOST_POINTS);
  const cut = rows.length > drawn.length;
  const number = (term) => {
    const value = valueOf(term);
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  };
  if (chart.kind === 'bars') {
    return {
      categories: drawn.map((row) => textOf(row[chart.x])),
      series: [{ name: chart.y, points: drawn.map((row, index) => [index, number(row[chart.y])]) }],
      cut,
    };
  }
  const by = seriesColumns(columns, drawn, chart);
  const series = new Map();
  for (const row of drawn) {
    const x = number(row[chart.x]);
    if (x === null) continue;
    const name = by.map((column) => textOf(row[column])).join(' ') || chart.y;
    if (!series.has(name)) series.set(name, []);
    series.get(name).push([x, number(row[chart.y])]);
  }
  const list = [...series].map(([name, points]) => ({ name, points: chart.kind === 'line' ? points.sort(([one], [other]) => one - other) : points }));
  return { series: list.slice(0, 40), categories: null, cut: cut || list.length > 40 };
}
