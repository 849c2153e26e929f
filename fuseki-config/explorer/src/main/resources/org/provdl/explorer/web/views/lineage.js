import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { html, view } from '../html.js';
import { Canvas } from '../lineage/picture.js';
import { Chooser } from '../lineage/chooser.js';
import { Details } from '../lineage/details.js';
import { MOST, openEntries, openSteps, stepKey } from '../lineage/graph.js';
import { Legend } from '../lineage/legend.js';
import { nameOf } from '../lineage/notation.js';
import { Outline } from '../lineage/outline.js';
import { load } from '../lineage/steps.js';
import { announce } from '../live.js';
import { change, href } from '../router.js';
import { stylesheet } from '../stylesheet.js';

export const title = 'Lineage';

const DIRECTIONS = { up: 'what it comes from', down: 'what came from it', both: 'both directions' };
const MOST_STEPS = 100;

/** What an address asks for. */
function wantedOf(parameters) {
  const direction = parameters.get('direction') in DIRECTIONS ? parameters.get('direction') : 'up';
  const steps = Number.parseInt(parameters.get('steps') ?? '2', 10);
  return {
    entity: parameters.get('entity'),
    direction,
    directions: direction === 'both' ? ['up', 'down'] : [direction],
    steps: Math.max(1, Math.min(MOST_STEPS, steps || 1)),
    open: openSteps(parameters.getAll('open')),
    details: parameters.get('details') === 'true',
  };
}

/** Loads what is wanted; what has come stays for the next time, so that each step is asked once. */
function useGraph(wanted) {
  const answers = useRef(new Map());
  const [state, setState] = useState({ loading: true });
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify([wanted.directions, wanted.steps, openEntries(wanted.open), attempt]);
  useEffect(() => {
    const stop = new AbortController();
    setState((before) => ({ graph: before.graph, loading: true, sofar: 0 }));
    load(wanted, answers.current, wanted.details, stop.signal, (graph) => setState((before) => ({ ...before, sofar: graph.nodes.size }))).then(
      (graph) => {
        if (stop.signal.aborted) return;
        setState({ graph, loading: false });
        announce(`${graph.nodes.size} things`);
      },
      (failure) => {
        if (!stop.signal.aborted) setState((before) => ({ graph: before.graph, failure, loading: false }));
      },
    );
    return () => stop.abort();
  }, [key]);
  return { ...state, again: () => setAttempt(attempt + 1) };
}

function Controls({ wanted }) {
  return html`
    <form class="lineage-controls" onSubmit=${(event) => event.preventDefault()}>
      <label>
        Show
        <select value=${wanted.direction} onChange=${(event) => change({ direction: event.target.value, open: [] })}>
          ${Object.entries(DIRECTIONS).map(([value, label]) => html`<option value=${value}>${label}</option>`)}
        </select>
      </label>
      <label>
        Steps
        <input type="number" min="1" max=${MOST_STEPS} value=${wanted.steps} onChange=${(event) => change({ steps: event.target.value })} />
      </label>
      <label>
        <input type="checkbox" checked=${wanted.details} onChange=${(event) => change({ details: event.target.checked ? 'true' : null })} />
        settings, epochs, metrics
      </label>
      <a href=${href('lineage')}>Another thing…</a>
    </form>
  `;
}

function Exploration({ wanted, parameters }) {
  const { graph, failure, loading, sofar, again } = useGraph(wanted);
  const chosen = graph?.nodes.get(parameters.get('selected')) ?? graph?.root;

  function open(node, directions) {
    const opened = new Map(wanted.open);
    for (const direction of directions) {
      opened.set(stepKey(direction, node.iri), (node.opened[direction] ?? 0) + 1);
    }
    change({ open: openEntries(opened), selected: node.iri });
  }

  /** A step leads on to the side on which a thing was met; from where all starts, to the sides that are shown. */
  function choose(iri) {
    const node = graph.nodes.get(iri);
    const directions = (node.side ? [node.side] : wanted.directions).filter((it) => !node.opened[it] && node.further[it] !== false);
    if (directions.length > 0) open(node, directions);
    else change({ selected: iri });
  }

  return html`
    <h1>Lineage of ${graph?.root ? nameOf(graph.root) : wanted.entity}</h1>
    ${graph && html`<${Controls} wanted=${wanted} />`}
    ${failure && html`<p class="state error" role="alert">${failure.message} <button onClick=${again}>Try again</button> <a href=${href('lineage')}>Another thing…</a></p>`}
    ${loading && html`<p class=${graph ? 'lineage-progress' : 'state'}>Loading…${sofar > 0 && ` ${sofar} things`}</p>`}
    ${graph?.full && html`<p class="lineage-note">The nearest ${MOST} things are shown. Fewer steps show less; “Start here” goes on from one of them.</p>`}
    ${graph && !loading && graph.edges.length === 0 && html`<p class="lineage-note">Nothing more is recorded here: ${DIRECTIONS[wanted.direction]}.</p>`}
    ${graph?.root && html`
      <div class="lineage">
        <div class="lineage-picture">
          <${Canvas} graph=${graph} selected=${chosen.iri} choose=${choose} />
          <${Legend} graph=${graph} />
        </div>
        <div class="lineage-side">
          <${Details} node=${chosen} isRoot=${chosen === graph.root} full=${graph.full} open=${(direction) => open(chosen, [direction])} />
          <section aria-labelledby="lineage-list">
            <h2 id="lineage-list">As a list <small>${graph.nodes.size} things</small></h2>
            <${Outline} graph=${graph} selected=${chosen.iri} choose=${choose} />
          </section>
        </div>
      </div>
    `}
  `;
}

function Lineage({ parameters }) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    stylesheet(import.meta.resolve('../lineage/lineage.css'), '__________cytoscape_stylesheet').then(() => setReady(true));
  }, []);
  const wanted = useMemo(() => wantedOf(parameters), [parameters.toString()]);
  if (!ready) return html`<p class="state">Loading…</p>`;
  if (!wanted.entity) return html`<h1>Lineage</h1><p>Where did it come from, and what came from it? Choose where to start.</p><${Chooser} parameters=${parameters} />`;
  return html`<${Exploration} key=${`${wanted.entity} ${wanted.details}`} wanted=${wanted} parameters=${parameters} />`;
}

export const show = view(Lineage);
