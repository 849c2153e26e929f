// The shapes and colours that PROV is drawn in, as `provdl plot lineage` has them.
import { shortName } from '../text.js';

/** By the class of PROV. `points` is a polygon in a square from -1 to 1, `room` the number of letters that there is room for. */
export const KINDS = {
  Entity: { label: 'entity', fill: '#fffc87', border: '#808080', shape: 'ellipse', room: 19 },
  Activity: { label: 'activity', fill: '#9fb1fc', border: '#3b4fc4', shape: 'rectangle', room: 22 },
  Agent: { label: 'agent', fill: '#fed37f', border: '#a87b2a', shape: 'polygon', room: 22, points: [-1, 1, -1, -0.5, 0, -1, 1, -0.5, 1, 1] },
  Unknown: { label: 'nothing is said of it', fill: '#f2f2f2', border: '#808080', shape: 'rectangle', room: 22 },
};

/** By the local name of the property, the one that says most first; the inverses are as PROV-O and Dublin Core call them. */
export const RELATIONS = {
  wasRevisionOf: { inverse: 'hadRevision', colour: '#0072b2', dashed: true },
  wasDerivedFrom: { inverse: 'hadDerivation', colour: '#0072b2' },
  wasGeneratedBy: { inverse: 'generated', colour: '#009e73' },
  used: { inverse: 'wasUsedBy', colour: '#d55e00' },
  specializationOf: { inverse: 'generalizationOf', colour: '#cc79a7' },
  hadPlan: { inverse: 'wasPlanOf', colour: '#cc79a7', dashed: true },
  wasAssociatedWith: { inverse: 'wasAssociateFor', colour: '#e69f00' },
  wasAttributedTo: { inverse: 'contributed', colour: '#e69f00', dashed: true },
  isPartOf: { inverse: 'hasPart', colour: '#777777', dashed: true },
};

const RANKS = Object.keys(RELATIONS);

/** Relations in the order in which they tell something. */
export function ranked(relations) {
  return [...relations].sort((one, other) => RANKS.indexOf(one) - RANKS.indexOf(other));
}

/** What relations are called from a side of a thing. */
export function wordsOf(relations, side) {
  return ranked(relations)
    .map((name) => (side === 'down' ? (RELATIONS[name]?.inverse ?? name) : name))
    .join(', ');
}

export function kindOf(node) {
  return KINDS[node.kind] ?? KINDS.Unknown;
}

/** What a thing is called: its label, and of a setting or metric its value; of a hash its beginning. */
export function nameOf(node) {
  const name = node.label || shortName(node.iri).replace(/^(sha256-|model-)?([0-9a-f]{12})[0-9a-f]{20,}/, '$1$2…');
  const value = VALUED.test(node.type ?? '') && node.detail ? ` ${node.detail}` : '';
  return name + value;
}

const VALUED = /#(HyperparameterSetting|PreparationParameter|MetricValue|MetricSummary)$/;

/** Its class, as people read it. */
export function typeOf(node) {
  return node.type ? shortName(node.type) : 'unknown';
}

/** A text that fits into a place. */
export function shortened(text, length) {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
