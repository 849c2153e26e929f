// The form of a question: a field for each parameter.
import { ask } from '../catalogue.js';
import { html } from '../html.js';
import { useLive } from '../live.js';
import { shortName } from '../text.js';

const CHOICES = {
  boolean: ['true', 'false'],
  split: ['training', 'validation', 'test'],
  status: ['running', 'completed', 'failed', 'interrupted'],
};

const PLACEHOLDERS = {
  dateTime: '2026-01-05T10:00:00Z',
  iri: 'https://…',
  entity: 'an IRI, <run id>#<part> or sha256-…',
};

/** What is there to be named, by the type of a parameter: gives [{ value, label }]. */
const SUGGESTIONS = {
  run: async () => (await ask('list-runs', { limit: 100 })).map(({ run, name }) => ({ value: shortName(run), label: name })),
  study: async () => (await ask('studies', { limit: 100 })).map(({ study, name }) => ({ value: shortName(study), label: name })),
  metric: async () => (await ask('metric-names')).map(({ name }) => ({ value: name })),
  hyperparameter: async () => (await ask('hyperparameter-names')).map(({ name }) => ({ value: name })),
  entity: async () => (await ask('find-things', { limit: 100 })).map(({ found, name, type }) => ({ value: found, label: `${name ?? shortName(found)}, ${shortName(type)}` })),
};

function hintOf({ type, list, required, default: byDefault }) {
  const kind = list ? `list of ${type}, with commas between` : type;
  if (required) return `${kind}, needed`;
  return byDefault === undefined || byDefault === '' ? kind : `${kind}, ${byDefault} unless given`;
}

function Input({ id, parameter, value }) {
  const { name, type, list, required, default: byDefault } = parameter;
  if (CHOICES[type] && !list) {
    return html`
      <select id=${id} name=${name} required=${required} aria-describedby=${`${id}-hint`}>
        ${!required && html`<option value="" selected=${!value}>${byDefault ? shortName(byDefault).replace(/^.*:/, '').replace(/Data$/, '') : 'any'}</option>`}
        ${CHOICES[type].map((choice) => html`<option value=${choice} selected=${value === choice}>${choice}</option>`)}
        ${value && !CHOICES[type].includes(value) && html`<option value=${value} selected>${shortName(value)}</option>`}
      </select>
    `;
  }
  const number = (type === 'integer' || type === 'decimal') && !list;
  return html`
    <input
      id=${id}
      name=${name}
      value=${value}
      required=${required}
      inputmode=${number ? 'decimal' : 'text'}
      list=${SUGGESTIONS[type] ? `known-${type}` : undefined}
      placeholder=${byDefault ?? PLACEHOLDERS[type] ?? ''}
      autocomplete="off"
      aria-describedby=${`${id}-hint`}
    />
  `;
}

function Known({ type }) {
  const { data } = useLive(type, SUGGESTIONS[type]);
  return html`<datalist id=${`known-${type}`}>${data?.map(({ value, label }) => html`<option value=${value}>${label}</option>`)}</datalist>`;
}

/** @param submit told the values as { name: text } */
export function Fields({ query, values, submit }) {
  const types = new Set(query.parameters.map(({ type }) => type).filter((type) => SUGGESTIONS[type]));
  function onSubmit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    submit(Object.fromEntries(query.parameters.map(({ name }) => [name, String(form.get(name) ?? '').trim()])));
  }
  return html`
    <form class="ask-form" onSubmit=${onSubmit} key=${query.name + JSON.stringify(values)}>
      ${query.parameters.map((parameter) => {
        const id = `ask-${parameter.name}`;
        return html`
          <div class="field" key=${parameter.name}>
            <label for=${id}>${parameter.name}</label>
            <${Input} id=${id} parameter=${parameter} value=${(values[parameter.name] ?? []).join(', ')} />
            <small id=${`${id}-hint`}>${parameter.meaning} (${hintOf(parameter)})</small>
          </div>
        `;
      })}
      <button class="primary" type="submit">Ask</button>
      ${[...types].map((type) => html`<${Known} type=${type} key=${type} />`)}
    </form>
  `;
}
