// The whole record of a run as a file.
import { useState } from 'preact/hooks';
import { Refusal, SERVICE, download } from '../catalogue.js';
import { html } from '../html.js';
import { shortName } from '../text.js';

/** In TriG and JSON-LD the graph keeps its name, which Turtle cannot say. */
const FORMATS = [
  { name: 'Turtle', mediaType: 'text/turtle', ending: 'ttl', construct: (graph) => `CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ${graph} { ?s ?p ?o } }` },
  { name: 'TriG', mediaType: 'application/trig', ending: 'trig', construct: named },
  { name: 'JSON-LD', mediaType: 'application/ld+json', ending: 'jsonld', construct: named },
];

function named(graph) {
  return `CONSTRUCT { GRAPH ${graph} { ?s ?p ?o } } WHERE { GRAPH ${graph} { ?s ?p ?o } }`;
}

/** An IRI as SPARQL writes it; what cannot stand there is no IRI. */
function iriRef(iri) {
  if (/[<>"{}|\\^`\u0000-\u0020]/.test(iri)) throw new Refusal('This is not an IRI.', 400);
  return `<${iri}>`;
}

async function save(run, { mediaType, ending, construct }) {
  const url = new URL('query', SERVICE);
  url.searchParams.set('query', construct(iriRef(run)));
  const response = await fetch(url, { headers: { Accept: mediaType } });
  if (!response.ok) throw new Refusal(`The server answered ${response.status}.`, response.status);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = `${shortName(run)}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export function Downloads({ run }) {
  const [failure, setFailure] = useState(null);
  const start = (format) => {
    setFailure(null);
    save(run, format).catch((problem) => setFailure(problem.message));
  };
  return html`<section>
    <h2>Downloads</h2>
    <p class="actions">
      ${FORMATS.map((format) => html`<button key=${format.ending} onClick=${() => start(format)}>${format.name}</button>`)}
      <a href=${download('metrics-by-epoch', { run }, 'csv')} download=${`${shortName(run)}-metrics.csv`}>Metrics as CSV</a>
    </p>
    ${failure && html`<p class="error-text" role="alert">${failure}</p>`}
  </section>`;
}
