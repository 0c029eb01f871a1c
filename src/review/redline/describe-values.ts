import { viewLikelihood } from '../../derive/analysis/likelihood.ts';
import { isRecord } from '../../diff/json.ts';
import { type Labels, plain, shorten } from '../../diff/words/labels.ts';
import { proseOf } from '../../diff/words/prose.ts';
import type { LikelihoodScale } from '../../model/conventions/conventions.ts';
import { parseEdtf } from '../../model/edtf.ts';
import { COLLECTION_OF, type Field } from '../../model/fields.ts';
import { assessmentFields } from '../../model/generated/fields.ts';
import type { Likelihood, QuantityReport } from '../../model/generated/types.ts';
import type { DescribedValue } from '../../render/changes/described-change.ts';

/** Where a value stands: its collection, the properties on the way to it, and what ids are called there. */
export interface ValuePlace {
  readonly collection: string;
  readonly names: readonly string[];
  readonly scale: LikelihoodScale;
  readonly labels: Labels;
}

/** Longest text by which a value is described, in characters. */
const MAX_LENGTH = 60;

/** The fields of the assessment by their path without the places of lists: as `ValuePlace` says where a value stands. */
const FIELDS = new Map<string, Field>();
for (const [path, field] of Object.entries(assessmentFields)) {
  const plain = path.replaceAll('/*', '');
  // A list and its entries are one: the list says what tells them apart, the entry which words it has.
  FIELDS.set(plain, { ...field, ...FIELDS.get(plain) });
}

/** What the schema says of a field, or of a property of its value. */
export function fieldOf({ collection, names }: ValuePlace, ...further: readonly string[]): Field | undefined {
  return FIELDS.get([...(collection === 'assessment' ? [] : [collection]), ...names, ...further].join('/'));
}

/** Collections in which an id without its collection is looked for. */
const NAMED = ['judgments', 'scenarios', 'hypotheses', 'incidents', 'actors', 'trends', 'relationships'];

/** A value of the file as it is described; `undefined` where there is none, or where a few words say nothing of it. */
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

/** Which collection the ids of a field belong to. */
function collectionOf(field: Field | undefined): string | undefined {
  if (field?.refersTo === 'place') return 'places';
  return field?.refersTo && COLLECTION_OF[field.refersTo];
}

const SCALE_NAMES: Readonly<Record<string, string>> = { 'icd-203': 'ICD 203', phia: 'PHIA' };

/** Prose, a party, a place: by what it is called. */
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

/** A member of a list without an order: an id is described as what it names. */
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
