import { isEdtf } from '../../model/edtf.ts';
import { isRecord } from '../../model/json.ts';
import { slugify } from '../../model/suggest.ts';
import { termLike } from '../explain-term.ts';
import { isPlain } from '../mistake.ts';
import { childOf, itemOf, type Located, type Schema, takes } from '../schema-map.ts';
import { joinOr, LONGEST_EXAMPLE, write } from '../words.ts';
import { dateFrom } from './date-notation.ts';
import { coordinatesIn, figureIn, shareIn, sharesIn } from './figure-notation.ts';

/** Advice on how to write what was probably meant by a value of the wrong type; an example if that is not obvious. */
export function suggestValue(value: unknown, wanted: Located): string | undefined {
  const written = rewrite(value, wanted);
  if (written !== undefined) return `Write ${write(written, LONGEST_EXAMPLE)}.`;
  const { examples = [], title } = wanted.schema;
  if (title === 'ConfidenceLevel')
    return `Write a word for it: ${joinOr(examples.map((one) => write(one)))}.`;
  if (typeof value === 'number' && takes(wanted.schema, 'integer'))
    return 'Write it without a decimal point.';
  const example = examples.find(isRecord) ?? examples.find((one) => Array.isArray(one));
  return example && `Write it like ${write(example, LONGEST_EXAMPLE)}.`;
}

/** A number in place of a date, as that date: a year without quotation marks, which YAML reads as a number. */
export function yearAsText(value: unknown, { schema }: Located): string | undefined {
  return schema.format === 'edtf' && Number.isSafeInteger(value) ? fitting(String(value), schema) : undefined;
}

/** The value in the expected shape. */
function rewrite(value: unknown, wanted: Located): unknown {
  const { schema } = wanted;
  if (takes(schema, 'string')) {
    const text = isPlain(value)
      ? String(value)
      : (nameAlone(value) ?? (schema.format === 'edtf' ? intervalOf(value) : undefined));
    if (text !== undefined && schema.title !== 'ConfidenceLevel') return fitting(text, schema);
  }
  if (schema.title === 'Likelihood' || isRange(schema)) return asLikelihood(value, wanted);
  if (schema.title === 'Coordinates') return asCoordinates(value);
  if (Array.isArray(value)) {
    const [only] = value;
    return value.length === 1 && fits(only, wanted) ? only : undefined;
  }
  if (typeof value === 'string' && takes(schema, 'number', 'integer')) return numberIn(value, schema);
  if (typeof value === 'string' && takes(schema, 'boolean')) return booleanIn(value);
  if (takes(schema, 'array')) return asList(value, wanted);
  return takes(schema, 'object') ? asObject(value, wanted) : undefined;
}

/** Two shares from 0 to 1. */
function isRange({ minItems, items }: Schema): boolean {
  return minItems === 2 && items?.type === 'number';
}

/** Odds in words or figures, as the expected shape: a likelihood, or only its range. */
function asLikelihood(value: unknown, { schema }: Located): unknown {
  const shares = sharesOf(value);
  if (isRange(schema)) return shares;
  if (shares) return { range: shares };
  const terms = (schema.properties?.term?.examples ?? []).map(String);
  const term = typeof value === 'string' ? (termLike(value, terms) ?? value) : undefined;
  return term === undefined || term.length > 80 || /\d/.test(term) ? undefined : { term };
}

function sharesOf(value: unknown): readonly [number, number] | undefined {
  if (typeof value === 'number') {
    const share = shareIn(String(value));
    return share === undefined ? undefined : [share, share];
  }
  if (typeof value === 'string') return sharesIn(value);
  const ends = isRecord(value)
    ? [value.min ?? value.low ?? value.from, value.max ?? value.high ?? value.to]
    : value;
  if (!Array.isArray(ends) || ends.length !== 2 || !ends.every((end) => typeof end === 'number'))
    return undefined;
  return sharesIn(ends.join('-'));
}

/** `55.7, -2.1`, `55°43′N 2°09′W`, `[55.7, -2.1]`, with the latitude first. */
function asCoordinates(value: unknown): unknown {
  const text = Array.isArray(value) ? value.map(String).join(', ') : value;
  return typeof text === 'string' ? coordinatesIn(text) : undefined;
}

/** Longest text that is read as a list, in characters. */
const LONGEST_LIST = 2000;

/** A single value, names by ids, values by times, or several words, in place of a list. */
function asList(value: unknown, wanted: Located): unknown {
  const item = itemOf(wanted);
  if (item === undefined || (typeof value === 'string' && value.length > LONGEST_LIST)) return undefined;
  if (typeof value === 'string' && item.schema.title === 'Slug') {
    const ids = value.split(/[,;\s]+/).filter((id) => id !== '');
    return ids.length > 0 && ids.every((id) => fits(id, item)) ? ids : undefined;
  }
  if (typeof value === 'string' && takes(item.schema, 'string') && value.includes(';'))
    return value.split(';').map((part) => part.trim());
  if (fits(value, item)) return [value];
  const inner = isRecord(value) ? undefined : rewrite(value, item);
  if (inner !== undefined) return [inner];
  return isRecord(value) ? fromMembers(value, item) : undefined;
}

/** `{"2021": 2, "2022": 5}` or `{"explosives": "high"}`: each member becomes an item, under the two properties that an item needs. */
function fromMembers(value: Readonly<Record<string, unknown>>, item: Located): unknown {
  const { required = [] } = item.schema;
  const [key = '', content = ''] = required;
  const members = Object.entries(value);
  if (members.length === 0) return undefined;
  if (key === 'id') {
    const isEach = members.every(([, member]) => isRecord(member));
    return isEach ? members.map(([id, member]) => ({ id, ...(member as object) })) : undefined;
  }
  const holder = childOf(item, content);
  if (required.length !== 2 || !holder) return undefined;
  const items = members.map(([name, member]) => {
    const held = fits(member, holder) ? member : rewrite(member, holder);
    return held === undefined ? undefined : { [key]: name, [content]: held };
  });
  return items.includes(undefined) ? undefined : items;
}

/** A plain value in place of an object: as its name, its figure, its text, or the one property it needs. */
function asObject(value: unknown, wanted: Located): unknown {
  const { required = [], title = '' } = wanted.schema;
  const figure = /^(?:Quantity|Count)/.test(title) && isPlain(value) ? figureIn(String(value)) : undefined;
  if (figure && title === 'Quantity') return { reports: [figure] };
  if (figure && title.endsWith('Report')) return figure;
  if (title === 'BaseRate' && typeof value === 'string') {
    const [, count, of] = /^\s*(\d{1,9})\s*(?:of|in|out of|\/)\s*(\d{1,9})\s*$/.exec(value) ?? [];
    return of === undefined ? undefined : { event: '…', count: Number(count), of: Number(of) };
  }
  if (title === 'CslName' && typeof value === 'string') return asName(value);
  const { properties = {}, additionalProperties } = wanted.schema;
  if (typeof additionalProperties === 'object') {
    // Members of any name: words by language, or something that cannot be guessed.
    return takes(additionalProperties, 'string') && typeof value === 'string' ? { en: value } : undefined;
  }
  const chosen = Object.keys(properties).find((name) => properties[name]?.enum?.includes(value));
  if (chosen !== undefined && required.length === 0) return { [chosen]: value };
  const texts = TEXTS.filter((name) => Object.hasOwn(properties, name) && required.includes(name));
  const [text] = required.length > 1 ? texts : [required[0] ?? 'name'];
  const inner = text === undefined ? undefined : childOf(wanted, text);
  if (text === undefined || inner === undefined || !isPlain(value)) return undefined;
  const term = fits(value, inner) ? value : typeof value === 'string' ? rewrite(value, inner) : undefined;
  if (term === undefined) return undefined;
  const others = required.map((name) => [name, name === 'id' ? slugOf(String(value)) : '…'] as const);
  return Object.fromEntries([...others, [text, term]]);
}

/** An object from words, if it needs more than those. */
const TEXTS = ['statement', 'question', 'action', 'body', 'dimension', 'title', 'subject'];

/** The first words of a text as an id. */
function slugOf(text: string): string {
  const words = slugify(text).split('-');
  return words.slice(0, 4).join('-') || '…';
}

/** `Smith, John`, or an institution. */
function asName(text: string): unknown {
  const [family = '', given, ...others] = text.split(/,\s*/);
  return given === undefined || others.length > 0 ? { literal: text } : { family, given };
}

function fits(value: unknown, { schema }: Located): boolean {
  if (schema.enum) return schema.enum.includes(value);
  if (typeof value === 'string') {
    const matches = schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(value);
    return takes(schema, 'string') && matches;
  }
  if (typeof value === 'boolean') return takes(schema, 'boolean');
  if (typeof value === 'number')
    return takes(schema, 'number', Number.isInteger(value) ? 'integer' : 'number');
  const known = schema.properties ?? {};
  return (
    isRecord(value) && takes(schema, 'object') && Object.keys(value).every((key) => Object.hasOwn(known, key))
  );
}

/** The name, id or text of an object that has nothing else. */
function nameAlone(value: unknown): string | undefined {
  if (!isRecord(value) || Object.keys(value).length !== 1) return undefined;
  const alone = value.name ?? value.id ?? value.ref ?? value.text;
  return typeof alone === 'string' ? alone : undefined;
}

/** The text, if it is allowed there. */
function fitting(text: string, { format, enum: terms }: Schema): string | undefined {
  if (terms) return termLike(text, terms.map(String));
  return format !== 'edtf' || isEdtf(text) ? text : dateFrom(text)[0];
}

/** The two ends of an interval, by name. */
function intervalOf(value: unknown): string | undefined {
  if (!isRecord(value) || Object.keys(value).length !== 2) return undefined;
  const [from, to] = [value.from ?? value.start ?? value.begin, value.to ?? value.end ?? value.until];
  return from === undefined || to === undefined ? undefined : `${String(from)}/${String(to)}`;
}

/** The Admiralty figures in words. */
const CREDIBILITY: Readonly<Record<string, number>> = {
  confirmed: 1,
  'confirmed by other sources': 1,
  'probably true': 2,
  'possibly true': 3,
  doubtful: 4,
  'doubtfully true': 4,
  improbable: 5,
  'cannot be judged': 6,
  'truth cannot be judged': 6,
};

function numberIn(text: string, schema: Schema): number | undefined {
  if (schema.maximum === 6) {
    const words = text.trim().toLowerCase();
    if (Object.hasOwn(CREDIBILITY, words)) return CREDIBILITY[words];
    const [, grade] = /^[a-f]\s?-?([1-6])$/.exec(words) ?? []; // preceded by the reliability of the source
    if (grade !== undefined) return Number(grade);
  }
  if (!/^\s*-?\d+(?:[.,]\d+)?\s*$/.test(text) || /,\d{3}\s*$/.test(text)) return undefined;
  const number = Number(text.trim().replace(',', '.'));
  return takes(schema, 'number') || Number.isInteger(number) ? number : undefined;
}

function booleanIn(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (/^(?:true|yes|happened|occurred|correct|right|came true|it happened)$/.test(word)) return true;
  return /^(?:false|no|did not happen|incorrect|wrong|did not come true)$/.test(word) ? false : undefined;
}
