// How things are written.

/** The last part of an IRI: the id of a run, the name of a term. */
export function shortName(iri) {
  return decodeURIComponent(String(iri).replace(/[/#]$/, '').replace(/^.*[/#]/, ''));
}

const round = new Intl.NumberFormat('en', { maximumSignificantDigits: 5, useGrouping: false });
const whole = new Intl.NumberFormat('en');

/** A number as a table shows it: 0.96, 1.2e-7, 60,000; anything else as it is. */
export function cell(value) {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'number') return String(value);
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (Number.isInteger(value)) return Math.abs(value) < 1e15 ? whole.format(value) : value.toExponential(4);
  return Math.abs(value) < 1e-4 || Math.abs(value) >= 1e9 ? String(Number(value.toPrecision(4))) : round.format(value);
}

/** Seconds as people say them: 0.4 s, 12 s, 3 min 5 s, 2 h 10 min. */
export function duration(seconds) {
  if (seconds === undefined || Number.isNaN(seconds)) return '';
  if (seconds < 10) return `${Number(seconds.toPrecision(2))} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const dateAndTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** A time of XML Schema in the reader's own time zone. */
export function time(text) {
  return text === undefined ? '' : dateAndTime.format(new Date(text));
}

/** Bytes as people say them. */
export function bytes(count) {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = count < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(count) / 3));
  return `${Number((count / 1000 ** power).toPrecision(3))} ${units[power]}`;
}
