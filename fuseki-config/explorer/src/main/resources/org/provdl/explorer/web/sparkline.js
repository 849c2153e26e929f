// A curve as small as a word.
import { html } from './html.js';
import { cell } from './text.js';

const WIDTH = 110;
const HEIGHT = 26;
const EDGE = 3;

/** points: [[epoch, value]]; what is not a number leaves a gap. */
export function Sparkline({ points, label }) {
  const finite = (points ?? []).filter(([, value]) => Number.isFinite(value));
  if (finite.length === 0) return null;
  const [xs, ys] = [finite.map(([epoch]) => epoch), finite.map(([, value]) => value)];
  const scale = (all, from, to) => {
    const [low, high] = [Math.min(...all), Math.max(...all)];
    return (value) => (high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from));
  };
  const x = scale(xs, EDGE, WIDTH - EDGE);
  const y = scale(ys, HEIGHT - EDGE, EDGE);
  const path = points
    .map(([epoch, value], i) => {
      if (!Number.isFinite(value)) return '';
      const begins = i === 0 || !Number.isFinite(points[i - 1][1]);
      return `${begins ? 'M' : 'L'}${x(epoch).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join('');
  const [last] = finite.slice(-1);
  const text = `${label}: ${cell(ys[0])} to ${cell(last[1])} in epoch ${last[0]}`;
  return html`<svg class="sparkline" role="img" aria-label=${text} width=${WIDTH} height=${HEIGHT} viewBox=${`0 0 ${WIDTH} ${HEIGHT}`}>
    <title>${text}</title>
    <path d=${path} />
    <circle cx=${x(last[0])} cy=${y(last[1])} r="2" />
  </svg>`;
}
