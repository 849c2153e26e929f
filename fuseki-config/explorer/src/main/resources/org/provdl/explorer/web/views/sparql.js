import { useEffect, useRef, useState } from 'preact/hooks';
import { Answer } from '../ask/answer.js';
import { Editor } from '../ask/editor.js';
import { textAddress, themes } from '../ask/questions.js';
import { FIRST, askSparql, csvOf, withPrefixes } from '../ask/sparql.js';
import { html, view } from '../html.js';
import { announce, useLive } from '../live.js';
import { change, href } from '../router.js';
import { stylesheet } from '../stylesheet.js';

export const title = 'SPARQL';

/** Questions that can be asked as they are, with the defaults of their parameters. */
function Examples({ take }) {
  const { data: all } = useLive('', themes);
  const [failure, setFailure] = useState(null);
  const examples = (all ?? []).map(({ theme, queries }) => ({ theme, queries: queries.filter(({ parameters }) => !parameters.some(({ required }) => required)) }));
  async function load(name) {
    const query = examples.flatMap(({ queries }) => queries).find((it) => it.name === name);
    if (!query) return;
    const filled = query.parameters.filter(({ default: value }) => value !== undefined && value !== '');
    try {
      // With a parameter it comes with all of them filled in, else as it is written.
      const response = await fetch(textAddress(query, Object.fromEntries(filled.slice(0, 1).map((it) => [it.name, [it.default]]))));
      if (!response.ok) throw new Error(`The server answered ${response.status}.`);
      setFailure(null);
      take(await response.text());
    } catch (reason) {
      setFailure(reason);
    }
  }
  return html`
    <label>
      Examples
      <select value="" onChange=${(event) => load(event.target.value)}>
        <option value="">Choose a question…</option>
        ${examples.filter(({ queries }) => queries.length > 0).map(({ theme, queries }) => html`<optgroup label=${theme}>${queries.map(({ name, title: words }) => html`<option value=${name}>${words}</option>`)}</optgroup>`)}
      </select>
    </label>
    ${failure && html`<p class="state error" role="alert">${failure.message}</p>`}
  `;
}

function Result({ query, parameters }) {
  const [state, setState] = useState({ asking: true });
  const [attempt, setAttempt] = useState(0);
  const stop = useRef(null);
  useEffect(() => {
    const control = new AbortController();
    stop.current = control;
    setState({ asking: true });
    askSparql(query, control.signal).then(
      (answer) => {
        if (control.signal.aborted) return;
        setState({ answer });
        announce(answer.rows ? `${answer.rows.length} rows` : 'The answer is a graph.');
      },
      (failure) => {
        if (failure.name === 'AbortError') setState({ stopped: true });
        else setState({ failure });
      },
    );
    return () => control.abort();
  }, [query, attempt]);
  async function save() {
    try {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await csvOf(query));
      link.download = 'answer.csv';
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    } catch (failure) {
      setState({ failure });
    }
  }
  const { asking, stopped, answer, failure } = state;
  if (asking) return html`<p class="state">Asking… <button onClick=${() => stop.current.abort()}>Stop</button></p>`;
  if (stopped) return html`<p class="state">Stopped. <button onClick=${() => setAttempt(attempt + 1)}>Ask again</button></p>`;
  if (failure) return html`<pre class="state error" role="alert">${failure.message}</pre>`;
  if (answer.text !== undefined) return html`<h2>Graph</h2><pre tabindex="0">${answer.text || '# empty'}</pre>`;
  return html`
    <h2>Answer</h2>
    <p class="ask-downloads"><button onClick=${save}>Download CSV</button> <button onClick=${() => setAttempt(attempt + 1)}>Ask again</button></p>
    <${Answer} columns=${answer.columns} rows=${answer.rows} parameters=${parameters} label="Answer" />
  `;
}

function Sparql({ parameters }) {
  const [ready, setReady] = useState(false);
  const current = useRef(() => FIRST);
  useEffect(() => {
    stylesheet(import.meta.resolve('../ask/ask.css')).then(() => setReady(true));
  }, []);
  const text = parameters.get('query') ?? FIRST;
  const asked = parameters.get('run') === 'true';
  const run = () => change({ query: withPrefixes(current.current()), run: 'true', chart: null, x: null, y: null });
  if (!ready) return html`<p class="state">Loading…</p>`;
  return html`
    <h1>SPARQL</h1>
    <p class="question">
      The whole store, read only; each run is a named graph, and the default graph is all of them. <a href=${href('ask')}>Questions</a> that are
      asked often need no SPARQL.
    </p>
    <div class="ask-choices"><${Examples} take=${(example) => change({ query: example, run: null })} /></div>
    <${Editor} text=${text} current=${current} run=${run} />
    <p><button class="primary" onClick=${run}>Run</button> <small>or Ctrl+Enter in the editor</small></p>
    ${asked && html`<${Result} key=${text} query=${text} parameters=${parameters} />`}
  `;
}

export const show = view(Sparql);
