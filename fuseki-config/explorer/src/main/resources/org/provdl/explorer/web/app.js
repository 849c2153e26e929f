// The frame: which view is shown follows from the address, and from nothing else.
import { href, route } from './router.js';

// A view is a module; it is loaded when it is first shown. See README.md of this module.
const VIEWS = {
  runs: { label: 'Runs', load: () => import('./views/runs.js') },
  run: { load: () => import('./views/run.js'), under: 'runs' },
  compare: { label: 'Compare', load: () => import('./views/compare.js') },
  lineage: { label: 'Lineage', load: () => import('./views/lineage.js') },
  ask: { label: 'Ask', load: () => import('./views/ask.js') },
  sparql: { load: () => import('./views/sparql.js'), under: 'ask' },
};
const FIRST = 'runs';

const main = document.getElementById('view');
let shown = null; // { name, handle }
let turn = 0;

function navigation(current) {
  const list = document.getElementById('navigation');
  list.replaceChildren(
    ...Object.entries(VIEWS)
      .filter(([, view]) => view.label)
      .map(([name, view]) => {
        const link = document.createElement('a');
        link.href = href(name);
        link.textContent = view.label;
        if (name === current) link.setAttribute('aria-current', 'page');
        const item = document.createElement('li');
        item.append(link);
        return item;
      }),
  );
}

function message(text, className) {
  const paragraph = document.createElement('p');
  paragraph.className = className;
  if (className.includes('error')) paragraph.setAttribute('role', 'alert');
  paragraph.textContent = text;
  main.replaceChildren(paragraph);
}

async function follow() {
  const mine = ++turn;
  const { name, parameters } = route(FIRST);
  const view = VIEWS[name];
  if (shown?.name === name && shown.handle?.update) {
    shown.handle.update(parameters);
    return;
  }
  const before = shown;
  shown?.handle?.close?.();
  shown = null;
  navigation(view?.under ?? name);
  if (!view) {
    message(`There is no view “${name}”.`, 'state error');
    return;
  }
  message('Loading…', 'state');
  try {
    const { show, title } = await view.load();
    if (mine !== turn) return;
    document.title = `${title} · PROV-DL`;
    main.replaceChildren();
    const element = document.createElement('div');
    main.append(element);
    shown = { name, handle: show(element, parameters) };
    if (before) main.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  } catch (failure) {
    if (mine === turn) message(`This view could not be loaded: ${failure.message}`, 'state error');
    throw failure;
  }
}

// The fragment belongs to the routes.
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
window.addEventListener('hashchange', follow);
follow();
