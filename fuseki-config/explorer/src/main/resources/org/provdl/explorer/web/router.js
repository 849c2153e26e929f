// Addresses: #/view?name=value&name=value. All that a view shows is in them, so that each state can be sent to somebody.

/** What the address says: { name, parameters }, parameters being URLSearchParams. */
export function route(first) {
  const [path, search = ''] = location.hash.replace(/^#\/?/, '').split('?', 2);
  return { name: path || first, parameters: new URLSearchParams(search) };
}

/** The address of a view. A list gives a parameter several values; null, undefined and '' leave it out. */
export function href(name, parameters = {}) {
  const search = new URLSearchParams();
  const pairs = parameters instanceof URLSearchParams ? [...parameters] : Object.entries(parameters);
  for (const [key, values] of pairs) {
    for (const value of [values].flat()) {
      if (value !== null && value !== undefined && value !== '') search.append(key, value);
    }
  }
  const text = search.toString();
  return `#/${name}${text && '?'}${text}`;
}

/** Goes to a view; with `replace`, without a step in the browser's history. */
export function go(name, parameters = {}, { replace = false } = {}) {
  const address = href(name, parameters);
  if (replace) {
    history.replaceState(null, '', address);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    location.hash = address;
  }
}

/** Goes to the view that is shown with some parameters changed: { name: value }, null removes one. */
export function change(changes, options) {
  const { name, parameters } = route('runs');
  for (const [key, values] of Object.entries(changes)) {
    parameters.delete(key);
    for (const value of [values].flat()) {
      if (value !== null && value !== undefined && value !== '') parameters.append(key, value);
    }
  }
  go(name, parameters, options);
}
