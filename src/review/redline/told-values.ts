import { viewLikelihood } from '../../derive/analysis/likelihood.ts';
import { isRecord } from '../../diff/json.ts';
import { type Labels, plain, shorten } from '../../diff/words/labels.ts';
import { proseOf } from '../../diff/words/prose.ts';
import { parseEdtf } from '../../model/edtf.ts';
import type { Likelihood, QuantityReport } from '../../model/generated/types.ts';
import { type LikelihoodScale, likelihoodScales } from '../../model/scales.ts';
import type { ToldValue } from '../../render/told-change.ts';

/** Where a value stands: its collection, the properties on the way to it, and what ids are called there. */
export interface ValuePlace {
  readonly collection: string;
  readonly names: readonly string[];
  readonly scale: LikelihoodScale;
  readonly labels: Labels;
}

/** Longest text that is told of a value, in characters. */
const LONGEST = 60;

/** Which words a property's terms have, by `collection.property` or, for all others, by property. */
const VOCABULARIES: Readonly<Record<string, string>> = {
  'assessment.status': 'status',
  'actors.status': 'actor-status',
  'indicators.status': 'indicator-status',
  'actors.type': 'actor-type',
  'incidents.type': 'incident-type',
  'relationships.type': 'relationship',
  'incidents.outcome': 'outcome',
  'evidence.kind': 'evidence-kind',
  'sections.kind': 'section-kind',
  'judgments.level': 'confidence',
  'actors.level': 'level',
  'evidence.credibility': 'credibility',
  'matrix.credibility': 'grade3',
  relevance: 'grade3',
  priority: 'grade3',
  confidence: 'confidence',
  dimension: 'dimension',
  direction: 'direction',
  trend: 'direction',
  impact: 'impact',
  intent: 'level',
  qualifier: 'qualifier',
  ratings: 'figure.rating',
  reliability: 'reliability',
  standing: 'standing',
};

/** Properties that hold a date in EDTF. */
const DATES = new Set(['asOf', 'at', 'date', 'horizon', 'on', 'period', 'published']);

/** Which collection the ids of a property belong to. */
const REFERENCES: Readonly<Record<string, string>> = {
  actor: 'actors',
  by: 'actors',
  from: 'actors',
  parent: 'actors',
  proponents: 'actors',
  subject: 'actors',
  'relationships.to': 'actors',
  derivedFrom: 'sources',
  source: 'sources',
  contraryEvidence: 'evidence',
  disputes: 'evidence',
  evidence: 'evidence',
  assumptions: 'assumptions',
  implies: 'judgments',
  judgments: 'judgments',
  indicators: 'indicators',
  place: 'places',
};

/** Collections in which an id without its collection is looked for. */
const NAMED = ['judgments', 'scenarios', 'hypotheses', 'incidents', 'actors', 'trends', 'relationships'];

/** A value of the file as it is told; `undefined` where there is none, or where it says nothing in a few words. */
export function toldValue(value: unknown, place: ValuePlace): ToldValue | undefined {
  const name = place.names.at(-1) ?? '';
  if (value === undefined || value === null) return undefined;
  if (name === 'likelihood' && isRecord(value)) {
    const likelihood = viewLikelihood(place.scale, value as Likelihood);
    return likelihood && { kind: 'likelihood', likelihood };
  }
  if (name === 'outcome' && typeof value === 'boolean') return { kind: 'outcome', cameTrue: value };
  if (typeof value === 'boolean') return { kind: 'flag', flag: value };
  const group = VOCABULARIES[`${place.collection}.${name}`] ?? VOCABULARIES[name];
  const term = isRecord(value) ? value.level : value;
  if (group !== undefined && (typeof term === 'string' || typeof term === 'number')) {
    return { kind: 'term', group, term: String(term) };
  }
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'string') return ofText(value, name, place);
  if (name === 'reports' && isRecord(value)) return { kind: 'figure', report: value as QuantityReport };
  return ofObject(value, place);
}

function ofText(value: string, name: string, { collection, labels }: ValuePlace): ToldValue {
  const date = DATES.has(name) ? parseEdtf(value) : undefined;
  if (date) return { kind: 'date', date };
  const scale = name === 'likelihood' ? SCALE_NAMES[value] : undefined;
  const target = REFERENCES[`${collection}.${name}`] ?? REFERENCES[name];
  const text = scale ?? (target === undefined ? value : labels.of(target, value));
  return { kind: 'text', text: shorten(plain(text), LONGEST) };
}

const SCALE_NAMES: Readonly<Record<string, string>> = { 'icd-203': 'ICD 203', phia: 'PHIA' };

/** Prose, a party, a place: by what it is called. */
function ofObject(value: unknown, place: ValuePlace): ToldValue | undefined {
  const prose = proseOf(value);
  if (prose !== undefined) return { kind: 'text', text: shorten(plain(prose), LONGEST) };
  if (Array.isArray(value)) return joined(value.map((item) => toldValue(item, place)));
  if (!isRecord(value)) return undefined;
  const { name, title, office, actor } = value;
  const called = name ?? title ?? office;
  if (typeof called === 'string') return { kind: 'text', text: shorten(plain(called), LONGEST) };
  return typeof actor === 'string' ? { kind: 'text', text: place.labels.of('actors', actor) } : undefined;
}

function joined(values: readonly (ToldValue | undefined)[]): ToldValue | undefined {
  const texts = values.flatMap((value) => (value?.kind === 'text' ? value.text : []));
  return texts.length === 0 ? undefined : { kind: 'text', text: shorten(texts.join(', '), LONGEST) };
}

/** A member of a list without an order: an id is told as what it names. */
export function toldMember(value: unknown, place: ValuePlace): ToldValue | undefined {
  const name = place.names.at(-1) ?? '';
  if (typeof value !== 'string' || REFERENCES[name] !== undefined) return toldValue(value, place);
  const [collection, id] = value.split('/');
  if (collection !== undefined && id !== undefined && NAMED.includes(collection)) {
    return { kind: 'text', text: shorten(place.labels.of(collection, id), LONGEST) };
  }
  const found = ENTITIES.has(name) ? NAMED.map((one) => place.labels.of(one, value)) : [];
  const label = found.find((one) => one !== value) ?? value;
  return { kind: 'text', text: shorten(plain(label), LONGEST) };
}

/** Properties whose members are ids of any collection. */
const ENTITIES = new Set(['about', 'observes', 'members', 'near']);

/** The scale that a side speaks. */
export function scaleOf(
  standards: { readonly likelihood?: 'icd-203' | 'phia' } | undefined,
): LikelihoodScale {
  return likelihoodScales[standards?.likelihood ?? 'icd-203'];
}
