import { type NaturalKeys, naturalKeys } from './match/natural-keys.ts';

/**
 * How a value is compared. What no shape describes is a `value`: compared as a whole, so that nothing is lost that the
 * schema will have one day.
 */
export type Shape =
  /** Compared whole; blanks in texts are single, the order of lists means something. */
  | { readonly kind: 'value' }
  /** Compared as it is read. */
  | { readonly kind: 'prose' }
  /** One value or a list of them, in which order means nothing: one value is a list of one. */
  | { readonly kind: 'set' }
  /** Compared member by member; a member that is not listed is a value. */
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, Shape>> }
  /** A list of objects, matched by their keys; `ordered` where their order means something. */
  | { readonly kind: 'list'; readonly keys: NaturalKeys; readonly ordered: boolean; readonly item: Shape };

export const VALUE: Shape = { kind: 'value' };
const PROSE: Shape = { kind: 'prose' };
const SET: Shape = { kind: 'set' };

function object(fields: Readonly<Record<string, Shape>> = {}): Shape {
  return { kind: 'object', fields };
}

/** A list of objects whose order means nothing. */
function list(path: string, fields: Readonly<Record<string, Shape>> = {}): Shape {
  return { kind: 'list', keys: naturalKeys(path), ordered: false, item: object(fields) };
}

function orderedList(path: string, fields: Readonly<Record<string, Shape>> = {}): Shape {
  return { kind: 'list', keys: naturalKeys(path), ordered: true, item: object(fields) };
}

const CAPABILITY = { rationale: PROSE, evidence: SET };
const CONFIDENCE = object({ basis: PROSE });
const QUANTITY = object({ reports: list('reports'), note: PROSE });

/**
 * The assessment. Order means something for sections, authors, and inside values (a range, the names of a CSL item); it
 * means nothing for the other collections, for lists of ids and names, and for lists of reports, claims and the like.
 */
export const ASSESSMENT: Shape = object({
  authors: orderedList('authors'),
  series: object(),
  standards: object(),
  question: PROSE,
  scope: object({ geography: SET, audience: SET }),
  bottomLine: PROSE,
  edition: object({ changes: list('changes', { reason: PROSE }) }),
  released: object({ leftOut: list('leftOut', { near: SET }) }),
  sources: list('sources', { csl: object(), derivedFrom: SET, note: PROSE }),
  evidence: list('evidence', { statement: PROSE, citations: list('citations'), disputes: SET }),
  assumptions: list('assumptions', { statement: PROSE, ifWrong: PROSE }),
  actors: list('actors', {
    aliases: SET,
    areas: SET,
    motivations: SET,
    targeting: SET,
    summary: PROSE,
    intent: object(CAPABILITY),
    capabilities: list('capabilities', CAPABILITY),
  }),
  relationships: list('relationships', { by: SET, summary: PROSE, evidence: SET }),
  incidents: list('incidents', {
    dateNote: PROSE,
    target: SET,
    weapons: SET,
    perpetrators: QUANTITY,
    killed: QUANTITY,
    injured: QUANTITY,
    arrested: QUANTITY,
    attributions: list('attributions', { by: SET, evidence: SET }),
    claims: list('claims', { by: SET, evidence: SET }),
    summary: PROSE,
    evidence: SET,
  }),
  trends: list('trends', { series: list('series'), drivers: SET, summary: PROSE, evidence: SET }),
  hypotheses: list('hypotheses', { statement: PROSE, proponents: SET, summary: PROSE }),
  matrix: list('matrix', { ratings: object(), note: PROSE }),
  judgments: list('judgments', {
    statement: PROSE,
    confidence: CONFIDENCE,
    about: SET,
    evidence: SET,
    contraryEvidence: SET,
    assumptions: SET,
    implies: SET,
    wouldChange: PROSE,
    resolution: object({ evidence: SET }),
  }),
  scenarios: list('scenarios', { narrative: PROSE, indicators: SET }),
  indicators: list('indicators', { statement: PROSE, observes: SET, evidence: SET }),
  gaps: list('gaps', { question: PROSE, collection: PROSE }),
  implications: list('implications', { for: SET, statement: PROSE, judgments: SET }),
  recommendations: list('recommendations', { to: SET, action: PROSE, rationale: PROSE, judgments: SET }),
  exclusive: list('exclusive', { members: SET }),
  exceptions: list('exceptions', { reason: PROSE }),
  sections: orderedList('sections', { body: PROSE }),
});

/** The register: identities without grades. */
export const REGISTER: Shape = object({
  actors: list('actors', { aliases: SET }),
  incidents: list('incidents'),
  places: list('places'),
  sources: list('sources', { csl: object() }),
});

/** The shape of a member of an object or of an item of a list. */
export function shapeWithin(shape: Shape, key: string): Shape {
  if (shape.kind === 'list') return shape.item;
  if (shape.kind !== 'object') return VALUE;
  return Object.hasOwn(shape.fields, key) ? (shape.fields[key] ?? VALUE) : VALUE;
}
