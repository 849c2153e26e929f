// The questions that the server has: names, parameters and columns, as the headers of their files say.
import { SERVICE, fetchJson } from '../catalogue.js';

let list = null;

/** All of them: [{ theme, queries }]. Asked for once; after a failure again. */
export function themes() {
  list ??= fetchJson(new URL('queries', SERVICE)).then(
    (answer) => answer.themes,
    (failure) => {
      list = null;
      throw failure;
    },
  );
  return list;
}


/** Those that have all words of a text in their name, title or question. */
export function matching(all, text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const has = ({ name, title, question: asked }) => {
    const said = `${name} ${title} ${asked}`.toLowerCase();
    return words.every((word) => said.includes(word));
  };
  return all.map(({ theme, queries }) => ({ theme, queries: queries.filter(has) })).filter(({ queries }) => queries.length > 0);
}

/** The values that an address has for the parameters of a question: { name: [value] }. */
export function valuesOf(query, parameters) {
  const values = {};
  for (const { name } of query.parameters) {
    const given = parameters.getAll(name).filter((value) => value.trim() !== '');
    if (given.length > 0) values[name] = given;
  }
  return values;
}

/** The names of the parameters that are needed and not there. */
export function wanting(query, values) {
  return query.parameters.filter(({ name, required }) => required && !values[name]).map(({ name }) => name);
}

/** The address of the SPARQL of a question, with these values in it. */
export function textAddress(query, values) {
  const url = new URL(`queries/${encodeURIComponent(query.name)}.rq`, SERVICE);
  for (const [name, given] of Object.entries(values)) given.forEach((value) => url.searchParams.append(name, value));
  return url;
}
