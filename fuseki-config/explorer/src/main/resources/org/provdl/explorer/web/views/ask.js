import { useEffect, useMemo, useState } from 'preact/hooks';
import { askTerms, download } from '../catalogue.js';
import { Answer } from '../ask/answer.js';
import { Fields } from '../ask/fields.js';
import { matching, textAddress, themes, valuesOf, wanting } from '../ask/questions.js';
import { html, view } from '../html.js';
import { announce, useLive } from '../live.js';
import { change, go, href } from '../router.js';
import { stylesheet } from '../stylesheet.js';
import { shortName } from '../text.js';

export const title = 'Ask';

/** A phone shows the answer first, and the form when it is opened. */
const WIDE = matchMedia('(min-width: 40rem)');

function List({ all, text }) {
  const found = matching(all, text);
  return html`
    <h1>Ask</h1>
    <form class="ask-find" role="search" onSubmit=${(event) => event.preventDefault()}>
      <label>Find a question <input type="search" value=${text} onInput=${(event) => change({ find: event.target.value }, { replace: true })} /></label>
      <a href=${href('sparql')}>Write SPARQL</a>
    </form>
    ${found.length === 0 && html`<p class="state">No question has the words “${text}”. <a href=${href('sparql')}>Write it in SPARQL</a></p>`}
    ${found.map(({ theme, queries }) => html`
      <section key=${theme}>
        <h2>${theme.charAt(0).toUpperCase() + theme.slice(1)}</h2>
        <dl class="ask-questions">
          ${queries.map((query) => html`<dt key=${query.name}><a href=${href('ask', { query: query.name })}>${query.title}</a></dt><dd>${query.question}</dd>`)}
        </dl>
      </section>
    `)}
  `;
}

async function textOf(query, values) {
  const response = await fetch(textAddress(query, values));
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return response.text();
}

/** The SPARQL behind an answer, fetched when somebody wants to see it. */
function Behind({ query, values }) {
  const [text, setText] = useState(null);
  const [failure, setFailure] = useState(null);
  function onToggle(event) {
    if (event.target.open && text === null) textOf(query, values).then(setText, setFailure);
  }
  return html`
    <details onToggle=${onToggle}>
      <summary>SPARQL</summary>
      ${failure && html`<p class="state error" role="alert">${failure.message}</p>`}
      ${!text && !failure && html`<p class="state">Loading…</p>`}
      ${text && html`<p><a href=${href('sparql', { query: text })}>Open in the editor</a></p><pre tabindex="0">${text}</pre>`}
    </details>
  `;
}

function Result({ query, values, parameters }) {
  const { data, failure, loading } = useLive(JSON.stringify([query.name, values]), async (signal) => {
    const answer = await askTerms(query.name, values, signal);
    announce(`${answer.rows.length} rows`);
    return answer;
  });
  if (failure) return html`<p class="state error" role="alert">${failure.message}</p>`;
  if (!data || loading) return html`<p class="state">Asking…</p>`;
  const columns = data.columns.map((name) => query.columns.find((column) => column.name === name) ?? { name });
  return html`
    <p class="ask-downloads">
      Download: <a href=${download(query.name, values, 'csv')} download=${`${query.name}.csv`}>CSV</a>
      <a href=${download(query.name, values, 'json')} download=${`${query.name}.json`}>JSON</a>
      <a href=${download(query.name, values, 'markdown')} download=${`${query.name}.md`}>Markdown</a>
    </p>
    <${Answer} columns=${columns} rows=${data.rows} parameters=${parameters} label=${query.title} />
    <${Behind} key=${JSON.stringify(values)} query=${query} values=${values} />
  `;
}

function Question({ query, parameters }) {
  const values = useMemo(() => valuesOf(query, parameters), [query, parameters.toString()]);
  const missing = wanting(query, values);
  function submit(given) {
    if (JSON.stringify(valuesOf(query, new URLSearchParams(given))) !== JSON.stringify(values)) go('ask', { query: query.name, ...given });
  }
  return html`
    <p><a href=${href('ask')}>All questions</a></p>
    <h1>${query.title}</h1>
    <p class="question">${query.question}</p>
    ${query.parameters.length > 0 && html`
      <details key=${missing.length > 0} open=${missing.length > 0 || WIDE.matches}>
        <summary>Parameters${Object.keys(values).length > 0 && `: ${Object.entries(values).map(([name, given]) => `${name} ${given.map(shortName).join(', ')}`).join('; ')}`}</summary>
        <${Fields} query=${query} values=${values} submit=${submit} />
      </details>
    `}
    ${missing.length > 0
      ? html`<p class="state">To ask this, say ${missing.join(' and ')}.</p>`
      : html`<${Result} key=${query.name} query=${query} values=${values} parameters=${parameters} />`}
    <details>
      <summary>Columns</summary>
      <dl class="ask-questions">${query.columns.map(({ name, meaning, unit }) => html`<dt key=${name}>${name}</dt><dd>${meaning}${unit && ` (${unit})`}</dd>`)}</dl>
    </details>
  `;
}

function Ask({ parameters }) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    stylesheet(import.meta.resolve('../ask/ask.css')).then(() => setReady(true));
  }, []);
  const { data: all, failure } = useLive('', themes);
  const name = parameters.get('query');
  if (failure && !all) return html`<p class="state error" role="alert">${failure.message}</p>`;
  if (!all || !ready) return html`<p class="state">Loading…</p>`;
  if (!name) return html`<${List} all=${all} text=${parameters.get('find') ?? ''} />`;
  const query = all.flatMap((theme) => theme.queries).find((it) => it.name === name);
  if (!query) return html`<h1>Ask</h1><p class="state error" role="alert">There is no question “${name}”. <a href=${href('ask')}>All questions</a></p>`;
  return html`<${Question} key=${name} query=${query} parameters=${parameters} />`;
}

export const show = view(Ask);
