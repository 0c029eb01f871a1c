import { viewLikelihood } from '../../derive/analysis/likelihood.ts';
import { type Labels, plain, shorten } from '../../diff/words/labels.ts';
import { proseOf } from '../../diff/words/prose.ts';
import type { LikelihoodScale } from '../../model/conventions/conventions.ts';
import { parseEdtf } from '../../model/edtf.ts';
import { COLLECTION_OF, type Field } from '../../model/fields.ts';
import { assessmentFields } from '../../model/generated/fields.ts';
import type { Likelihood, QuantityReport } from '../../model/generated/types.ts';
import { isRecord } from '../../model/json.ts';
import type { DescribedValue } from '../../render/changes/described-change.ts';

/** The place of a value: its collection, the properties on its path, and names for ids. */
export interface ValuePlace {
  readonly collection: string;
  readonly names: readonly string[];
  readonly scale: LikelihoodScale;
  readonly labels: Labels;
}

/** Longest text used to describe a value, in characters. */
const MAX_LENGTH = 60;

/** The assessment's fields by path without list indexes, as in `ValuePlace`. */
const FIELDS = new Map<string, Field>();
for (const [path, field] of Object.entries(assessmentFields)) {
  const plain = path.replaceAll('/*', '');
  // A list and its entries share a path: keys come from the list, vocabulary from the entry.
  FIELDS.set(plain, { ...field, ...FIELDS.get(plain) });
}

/** The schema's annotations of a field, or of a property of its value. */
export function fieldOf({ collection, names }: ValuePlace, ...further: readonly string[]): Field | undefined {
  return FIELDS.get([...(collection === 'assessment' ? [] : [collection]), ...names, ...further].join('/'));
}

/** Collections searched for an id without collection. */
const NAMED = ['judgments', 'scenarios', 'hypotheses', 'incidents', 'actors', 'trends', 'relationships'];

/** A value's description; `undefined` if there is no value, or it cannot be described in a few words. */
export function describeValue(value: unknown, place: ValuePlace): DescribedValue | undefined {
  const name = place.names.at(-1) ?? '';
  if (value === undefined || value === null) return undefined;
  if (name === 'likelihood' && isRecord(value)) {
    const likelihood = viewLikelihood(place.scale, value as Likelihood);
    return likelihood && { kind: 'likelihood', likelihood };
  }
  if (name === 'outcome' && typeof value === 'boolean') return { kind: 'outcome', cameTrue: value };
  if (typeof value === 'boolean') return { kind: 'flag', flag: value };
  // A confidence or an intent is described by its level.
  const group = (isRecord(value) ? fieldOf(place, 'level') : fieldOf(place))?.terms;
  const term = isRecord(value) ? value.level : value;
  const other = isRecord(value) && fieldOf(place)?.open ? value.other : undefined;
  if (typeof other === 'string') return { kind: 'text', text: shorten(plain(other), MAX_LENGTH) };
  if (group !== undefined && (typeof term === 'string' || typeof term === 'number')) {
    return { kind: 'term', group, term: String(term) };
  }
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'string') return ofText(value, name, place);
  if (name === 'reports' && isRecord(value)) return { kind: 'figure', report: value as QuantityReport };
  return ofObject(value, place);
}

function ofText(value: string, name: string, place: ValuePlace): DescribedValue {
  const field = fieldOf(place);
  const date = field?.kind === 'date' ? parseEdtf(value) : undefined;
  if (date) return { kind: 'date', date };
  const scale = name === 'likelihood' ? SCALE_NAMES[value] : undefined;
  const target = collectionOf(field);
  const text = scale ?? (target === undefined ? value : place.labels.of(target, value));
  return { kind: 'text', text: shorten(plain(text), MAX_LENGTH) };
}

/** The collection that a field's ids belong to. */
function collectionOf(field: Field | undefined): string | undefined {
  if (field?.refersTo === 'place') return 'places';
  return field?.refersTo && COLLECTION_OF[field.refersTo];
}

const SCALE_NAMES: Readonly<Record<string, string>> = { 'icd-203': 'ICD 203', phia: 'PHIA' };

/** Prose, a party, or a place by its name. */
function ofObject(value: unknown, place: ValuePlace): DescribedValue | undefined {
  const prose = proseOf(value);
  if (prose !== undefined) return { kind: 'text', text: shorten(plain(prose), MAX_LENGTH) };
  if (Array.isArray(value)) return joined(value.map((item) => describeValue(item, place)));
  if (!isRecord(value)) return undefined;
  const { name, title, office, actor } = value;
  const called = name ?? title ?? office;
  if (typeof called === 'string') return { kind: 'text', text: shorten(plain(called), MAX_LENGTH) };
  return typeof actor === 'string' ? { kind: 'text', text: place.labels.of('actors', actor) } : undefined;
}

function joined(values: readonly (DescribedValue | undefined)[]): DescribedValue | undefined {
  const texts = values.flatMap((value) => (value?.kind === 'text' ? value.text : []));
  return texts.length === 0 ? undefined : { kind: 'text', text: shorten(texts.join(', '), MAX_LENGTH) };
}

/** A member of an unordered list: an id is described by what it refers to. */
export function describeMember(value: unknown, place: ValuePlace): DescribedValue | undefined {
  const field = fieldOf(place);
  if (typeof value !== 'string' || collectionOf(field) !== undefined) return describeValue(value, place);
  const [collection, id] = value.split('/');
  if (collection !== undefined && id !== undefined && NAMED.includes(collection)) {
    return { kind: 'text', text: shorten(place.labels.of(collection, id), MAX_LENGTH) };
  }
  const found = field?.refersTo === 'entity' ? NAMED.map((one) => place.labels.of(one, value)) : [];
  const label = found.find((one) => one !== value) ?? value;
  return { kind: 'text', text: shorten(plain(label), MAX_LENGTH) };
}
