// What the table of runs asks for: the rows first, then what they show. The details of a run are asked again only when it has gone on.
import { ask } from '../catalogue.js';

export const PAGE = 25;

const SPARKLINE_POINTS = 24;
const RUNNING = 'https://w3id.org/provdl#running';

/** "accuracy/test" as { metric, split }. */
export function measure(text) {
  const slash = text.lastIndexOf('/');
  return { metric: text.slice(0, slash), split: text.slice(slash + 1) };
}

/** The runs of a page: { rows, more }, more saying whether there is a next page. */
export async function listed({ text, experiment, status, sort, ascending, page }, signal) {
  const limit = (page + 1) * PAGE + 1;
  const which = { experiment, status, limit };
  let rows;
  if (sort.includes('/')) {
    const best = await ask('best-runs', { ...which, ...measure(sort), text, worst: ascending }, signal);
    rows = await inOrder(best.map((row) => row.run), page, signal);
  } else if (sort === 'started' && !ascending && !text) {
    rows = await ask('list-runs', which, signal);
  } else {
    rows = await ask('search-runs', { ...which, text, sort, descending: !ascending }, signal);
  }
  return {
    rows: rows.slice(page * PAGE, (page + 1) * PAGE).map((row) => ({ ...row, running: row.status === RUNNING })),
    more: rows.length === limit,
  };
}

/** As many rows as there are runs, those of the page with what is known of them. */
async function inOrder(runs, page, signal) {
  const shown = runs.slice(page * PAGE, (page + 1) * PAGE);
  if (shown.length === 0) return [];
  const rows = await ask('search-runs', { run: shown }, signal);
  const byRun = new Map(rows.map((row) => [row.run, row]));
  return runs.map((run) => byRun.get(run) ?? { run });
}

/** What `load(runs)` knows of each run; those that have not gone on since the last time are not asked about again: `known` keeps them. */
async function renewed(rows, key, known, load) {
  const mark = (run) => `${run.epochs} ${run.status} ${key}`;
  const changed = rows.filter((run) => known.get(run.run)?.mark !== mark(run));
  if (changed.length > 0) {
    const of = await load(changed.map((row) => row.run));
    for (const row of changed) known.set(row.run, { mark: mark(row), value: of(row.run) });
  }
  return new Map(rows.map((row) => [row.run, known.get(row.run).value]));
}

/** The metrics and settings of each run: a Map of { metrics: Map of "accuracy/test" to { best, last, higherIsBetter }, settings: Map }. */
export function details(rows, known, signal) {
  return renewed(rows, '', known, async (run) => {
    const [summaries, settings] = await Promise.all([ask('run-summaries', { run }, signal), ask('run-settings', { run }, signal)]);
    return (one) => ({
      metrics: new Map(summaries.filter((it) => it.run === one).map((it) => [`${it.metric}/${it.split}`, it])),
      settings: new Map(settings.filter((it) => it.run === one).map((it) => [it.name, it.value])),
    });
  });
}

/** The curve of each run: a Map of [[epoch, value]]. */
export function curves(rows, curve, known, signal) {
  return renewed(rows, curve, known, async (run) => {
    // There may be no such metric anywhere.
    const points = await ask('run-curves', { run, ...measure(curve), points: SPARKLINE_POINTS }, signal).catch((failure) => {
      if (failure.status === 400) return [];
      throw failure;
    });
    return (one) => points.filter((it) => it.run === one).map((it) => [it.epoch, it.value]);
  });
}

/** What most people look at first. */
const COMMON = ['accuracy/test', 'loss/validation', 'loss/training', 'accuracy/validation'];
const rank = (name) => (COMMON.includes(name) ? COMMON.indexOf(name) : COMMON.length);

/** The metrics that the runs have, common ones first, then those that most of them have. */
export function metricsOf(details) {
  const counts = new Map();
  for (const { metrics } of details.values()) {
    for (const name of metrics.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => rank(a[0]) - rank(b[0]) || b[1] - a[1] || a[0].localeCompare(b[0])).map(([name]) => name);
}

const isSeed = (name) => (/seed/i.test(name) ? 1 : 0);

/** The settings in which the runs differ, those that most of them have first, and seeds last. */
export function differingSettings(details) {
  const values = new Map(); // by name, how often each value occurs
  for (const { settings } of details.values()) {
    for (const [name, value] of settings) {
      if (!values.has(name)) values.set(name, []);
      values.get(name).push(value);
    }
  }
  return [...values]
    .filter(([, all]) => all.length < details.size || new Set(all).size > 1)
    .sort((a, b) => isSeed(a[0]) - isSeed(b[0]) || b[1].length - a[1].length || new Set(b[1]).size - new Set(a[1]).size || a[0].localeCompare(b[0]))
    .map(([name]) => name);
}
