// SPARQL that somebody wrote, asked of this server.
import { Refusal, SERVICE, reason } from '../catalogue.js';

const PREFIXES = {
  cdt: 'http://w3id.org/awslabs/neptune/SPARQL-CDTs/',
  dcterms: 'http://purl.org/dc/terms/',
  prov: 'http://www.w3.org/ns/prov#',
  provdl: 'https://w3id.org/provdl#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** More than a page can show; the download has no such bound. */
const MOST_CHARACTERS = 20_000_000;

export const FIRST = `${prefixLines(['prov', 'provdl', 'rdfs'])}
SELECT ?run ?name ?started
WHERE {
  GRAPH ?run {
    ?training a provdl:TrainingRun ;
      rdfs:label ?name ;
      prov:startedAtTime ?started .
  }
}
ORDER BY DESC(?started)
LIMIT 20
`;

function prefixLines(names) {
  return names.map((name) => `PREFIX ${name}: <${PREFIXES[name]}>\n`).join('');
}

/** The query with the prefixes of ours that it uses and does not declare. */
export function withPrefixes(query) {
  const plain = bare(query);
  const wanted = Object.keys(PREFIXES).filter(
    (name) => new RegExp(`(^|[^\\w:])${name}:`).test(plain) && !new RegExp(`PREFIX\\s+${name}:`, 'i').test(query),
  );
  return prefixLines(wanted) + query;
}

/** The text with nothing in it that could be taken for a word of the language. */
const bare = (query) => query.replace(/<[^<>\s]*>|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*/g, ' ');

const UPDATE = /^\s*((PREFIX\s+\S*:|BASE)\s+)*(INSERT|DELETE|WITH|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)\b/i;

async function post(query, accept, signal) {
  if (UPDATE.test(bare(query))) {
    throw new Refusal('This is an update, and nothing is written here: queries are SELECT, ASK, CONSTRUCT and DESCRIBE.', 0);
  }
  let response;
  try {
    response = await fetch(new URL('query', SERVICE), {
      method: 'POST',
      headers: { Accept: accept },
      body: new URLSearchParams({ query }),
      signal,
    });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Refusal('The server does not answer. Is it still running?', 0);
  }
  if (response.ok) return response;
  throw new Refusal(await reason(response), response.status);
}

/** The text of an answer, as far as a page can hold it. */
async function bounded(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += value;
    if (text.length > MOST_CHARACTERS) {
      await reader.cancel();
      throw new Refusal('The answer is larger than this page can show. Give the query a LIMIT, or download it as CSV.', 0);
    }
  }
}

/** Asks; gives { columns, rows } of SELECT and ASK, { text } of CONSTRUCT and DESCRIBE. */
export async function askSparql(query, signal) {
  const response = await post(query, 'application/sparql-results+json, text/turtle;q=0.9', signal);
  const text = await bounded(response);
  if (!response.headers.get('Content-Type')?.includes('json')) return { text };
  const answer = JSON.parse(text);
  if ('boolean' in answer) {
    const datatype = 'http://www.w3.org/2001/XMLSchema#boolean';
    return { columns: [{ name: 'answer' }], rows: [{ answer: { type: 'literal', value: String(answer.boolean), datatype } }] };
  }
  return { columns: answer.head.vars.map((name) => ({ name })), rows: answer.results.bindings };
}

/** The answer as CSV, to be saved. */
export async function csvOf(query, signal) {
  return (await post(query, 'text/csv', signal)).blob();
}
