// Asks for steps of a lineage, a few at a time and never more than are shown.
import { ask } from '../catalogue.js';
import { shortName } from '../text.js';
import { PAGE, graphOf, stepKey } from './graph.js';

const AT_ONCE = 4;

/**
 * Loads all that is wanted and not there yet.
 *
 * @param answers where they are kept, by key
 * @param details whether settings, epochs and metrics are there too
 * @param progress told the graph so far
 * @return the graph
 */
export async function load(wanted, answers, details, signal, progress = () => {}) {
  for (;;) {
    const graph = graphOf(wanted, answers);
    if (graph.missing.length === 0) return graph;
    progress(graph);
    await Promise.all(
      graph.missing.slice(0, AT_ONCE).map((step) =>
        loadStep(step, answers, details, signal).catch((failure) => {
          // What cannot be asked for leads nowhere, but for what everything starts from.
          if (failure.status !== 400 || step.iri === wanted.entity) throw failure;
          answers.set(stepKey(step.direction, step.iri), { self: null, steps: [], pages: step.pages, cut: false });
        }),
      ),
    );
  }
}

async function loadStep({ direction, iri, pages }, answers, details, signal) {
  const key = stepKey(direction, iri);
  const before = answers.get(key);
  const steps = before ? [...before.steps] : [];
  let { self = null, cut = true } = before ?? {};
  let loaded = before?.pages ?? 0;
  while (loaded < pages && cut) {
    const rows = await ask(
      'lineage-one-step',
      { entity: termOf(iri), downstream: direction === 'down', details, after: steps.at(-1)?.node.iri, limit: PAGE },
      signal,
    );
    const others = rows.filter((row) => row.relation);
    const first = rows.find((row) => !row.relation);
    if (first) self = nodeOf(first);
    cut = others.length >= PAGE;
    // The last thing may have more relations than came.
    const last = others.at(-1)?.what;
    const whole = cut && others[0].what !== last ? others.filter((row) => row.what !== last) : others;
    steps.push(...whole.map((row) => ({ node: nodeOf(row), relation: shortName(row.relation) })));
    loaded++;
  }
  answers.set(key, { self, steps, pages: loaded, cut });
}

function nodeOf(row) {
  const { what: iri, kind, type, label, detail, further: leads } = row;
  return { iri, kind, type, label, detail: detail === undefined ? undefined : String(detail), leads };
}

/** An IRI is written so that nobody takes its beginning for a prefix; other names are those of the command line. */
export function termOf(entity) {
  return /^[a-z][a-z0-9+.-]*:/i.test(entity) ? `<${entity}>` : entity;
}
