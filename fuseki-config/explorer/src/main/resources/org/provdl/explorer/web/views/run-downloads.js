// The whole record of a run as a file.
import { SERVICE, download } from '../catalogue.js';
import { html } from '../html.js';
import { shortName } from '../text.js';

/** What the server calls each form, and how its files end. */
const FORMATS = [
  { name: 'Turtle', format: 'turtle', ending: 'ttl' },
  { name: 'TriG', format: 'trig', ending: 'trig' },
  { name: 'JSON-LD', format: 'jsonld', ending: 'jsonld' },
  { name: 'PROV-N', format: 'prov-n', ending: 'provn' },
  { name: 'PROV-JSON', format: 'prov-json', ending: 'json' },
  { name: 'PROV-XML', format: 'prov-xml', ending: 'provx' },
  { name: 'PROV-JSONLD', format: 'prov-jsonld', ending: 'provjsonld' },
];

function address(run, format) {
  const url = new URL('provenance', SERVICE);
  url.searchParams.set('target', run);
  url.searchParams.set('format', format);
  return url.href;
}

export function Downloads({ run }) {
  return html`<section>
    <h2>Downloads</h2>
    <p class="actions">
      ${FORMATS.map(
        ({ name, format, ending }) =>
          html`<a key=${format} href=${address(run, format)} download=${`${shortName(run)}.${ending}`}>${name}</a>`,
      )}
      <a href=${download('metrics-by-epoch', { run }, 'csv')} download=${`${shortName(run)}-metrics.csv`}>Metrics as CSV</a>
    </p>
  </section>`;
}
