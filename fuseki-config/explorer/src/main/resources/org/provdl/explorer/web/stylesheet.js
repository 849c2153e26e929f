// Style sheets of views and libraries.
const known = new Map();

/**
 * Adds a style sheet to the page, once; ends when it is there.
 *
 * @param address as import.meta.resolve gives it
 * @param id of the link, where a library looks for one
 */
export function stylesheet(address, id = '') {
  if (!known.has(address)) {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address, id });
    known.set(
      address,
      new Promise((done) => {
        link.addEventListener('load', done);
        // A page without it is ugly, but works.
        link.addEventListener('error', done);
      }),
    );
    document.head.append(link);
  }
  return known.get(address);
}
