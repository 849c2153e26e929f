// The one way to data: questions of the catalogue, and SPARQL where somebody writes it.

/** The service that this page belongs to, such as http://localhost:3030/provdl/. */
export const SERVICE = new URL('..', document.baseURI);

/** What went wrong, in words for people. */
export class Refusal extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

const NUMBERS = /#(integer|decimal|double|float|long|int|short|byte|nonNegativeInteger|positiveInteger|unsigned\w+)$/;

/** A term of SPARQL's JSON as a value of JavaScript: number, boolean, or text (of IRIs too, and of integers with too many digits). */
export function valueOf(term) {
  if (term?.type === 'literal' && term.datatype) {
    if (NUMBERS.test(term.datatype)) {
      const number = Number(term.value.replace('INF', 'Infinity'));
      return /^[+-]?\d+$/.test(term.value) && !Number.isSafeInteger(number) ? term.value : number;
    }
    if (term.datatype.endsWith('#boolean')) return term.value === 'true' || term.value === '1';
  }
  return term?.value;
}

function address(name, parameters) {
  const url = new URL(`queries/${encodeURIComponent(name)}`, SERVICE);
  for (const [key, values] of Object.entries(parameters)) {
    for (const value of [values].flat()) {
      if (value !== null && value !== undefined && value !== '') url.searchParams.append(key, value);
    }
  }
  return url;
}

/** The address of an answer in another form, to be downloaded: csv, json, html, markdown, table, or rq for the query. */
export function download(name, parameters, format) {
  const url = address(format === 'rq' ? `${name}.rq` : name, format === 'rq' ? {} : parameters);
  if (format !== 'rq') url.searchParams.set('format', format);
  return url.href;
}

/** Fetches JSON; failures are Refusals. */
export async function fetchJson(url, options = {}) {
  let response;
  try {
    response = await fetch(url, { ...options, headers: { Accept: 'application/json', ...options.headers } });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Refusal('The server does not answer. Is it still running?', 0);
  }
  if (response.ok) return response.json();
  throw new Refusal(await reason(response), response.status);
}

/** Why a request was not answered: as the server says it, where it says so to people. */
export async function reason(response) {
  if (response.status === 401) return 'The server asks who you are. Load the page again, and sign in.';
  if (response.status === 403) return 'You are not allowed to see this.';
  if (response.status === 429) return 'Too many logins have failed. Try again later.';
  const text = (await response.text()).trim();
  if (response.headers.get('Content-Type')?.includes('json')) {
    const problem = JSON.parse(text);
    return problem.detail ?? problem.title;
  }
  return text && !/^(<|HTTP ERROR)/.test(text) ? text.slice(0, 2000) : `The server answered ${response.status}.`;
}

/** Asks a question; gives { columns: [name], rows: [{ name: term }] }, each term as SPARQL's JSON has it. */
export async function askTerms(name, parameters = {}, signal = undefined) {
  const answer = await fetchJson(address(name, parameters), { signal });
  if ('boolean' in answer) {
    const datatype = 'http://www.w3.org/2001/XMLSchema#boolean';
    return { columns: ['answer'], rows: [{ answer: { type: 'literal', value: String(answer.boolean), datatype } }] };
  }
  return { columns: answer.head.vars, rows: answer.results.bindings };
}

/** Asks a question; gives its rows with plain values: { name: number | boolean | string }, nothing where a cell is empty. */
export async function ask(name, parameters = {}, signal = undefined) {
  const { rows } = await askTerms(name, parameters, signal);
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, term]) => [column, valueOf(term)])));
}
