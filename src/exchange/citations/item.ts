import type { CslItem } from '../../model/generated/types.ts';
import { isRecord } from '../../model/json.ts';
import schema from '../../model/schema/csl-item.schema.json' with { type: 'json' };
import type { Loss } from '../interfaces.ts';
import { MAX_IMPORTED_TEXT, shown } from '../kit/text.ts';
import { ownDate } from './dates.ts';

/** An item of a bibliography as another program wrote it, in the properties of CSL-JSON. */
export interface ForeignItem {
  readonly csl: Readonly<Record<string, unknown>>;
  /** Where a property, or the whole item, stands in the source. */
  readonly at: (property?: string) => string;
}

type Kind = 'type' | 'text' | 'number' | 'names' | 'date';

const KINDS: ReadonlyMap<string, Kind> = new Map(
  Object.entries(schema.properties as Readonly<Record<string, { type?: unknown; $ref?: string }>>).map(
    ([name, { type, $ref }]) => [
      name,
      name === 'type'
        ? 'type'
        : $ref
          ? 'date'
          : type === 'array'
            ? 'names'
            : type === 'string'
              ? 'text'
              : 'number',
    ],
  ),
);

const TYPES: readonly string[] = schema.properties.type.enum;

/** Property names of older versions of CSL and of programs that use it. */
const OLDER: ReadonlyMap<string, string> = new Map([
  ['shortTitle', 'title-short'],
  ['journalAbbreviation', 'container-title-short'],
  ['event', 'event-title'],
]);

const OLDER_TYPES: Readonly<Record<string, string>> = { 'article-thesis': 'thesis', video: 'motion_picture' };

const NO_PROPERTY = 'An item of an assessment has no such property.';

/** The type of a foreign item as a CSL type; `undefined` if there is none. */
export function cslType(type: unknown): CslItem['type'] | undefined {
  if (typeof type !== 'string') return undefined;
  const known = OLDER_TYPES[type] ?? type;
  return TYPES.includes(known) ? (known as CslItem['type']) : undefined;
}

/** A foreign item in the form the schema allows. What has no place in it, or only part of one, is a loss. */
export function ownItem({ csl, at }: ForeignItem): {
  readonly item: CslItem;
  readonly losses: readonly Loss[];
} {
  const losses: Loss[] = [];
  const item: Record<string, unknown> = {};
  const type = cslType(csl.type);
  item.type = type ?? 'document';
  if (type === undefined) {
    losses.push({
      at: at('type'),
      what: 'kind of item',
      why: 'CSL has no such kind; it becomes `document`.',
      degree: 'changed',
      value: shown(csl.type),
    });
  }
  for (const [name, value] of Object.entries(csl)) {
    if (name === 'type' || isNothing(value)) continue;
    const own = OLDER.get(name) ?? name;
    const kind = KINDS.get(own);
    const read = kind && !Object.hasOwn(item, own) ? readAs(kind, value) : undefined;
    if (read === undefined) {
      losses.push({
        at: at(name),
        what: `property ${name}`,
        why: NO_PROPERTY,
        degree: 'dropped',
        value: shown(value),
      });
      continue;
    }
    item[own] = read.value;
    if (read.lost) {
      losses.push({
        at: at(name),
        what: `part of ${name}`,
        why: read.lost,
        degree: 'changed',
        value: shown(value),
      });
    }
  }
  takeExtra(item, at, losses);
  return { item: item as unknown as CslItem, losses };
}

interface Read {
  readonly value: unknown;
  /** Why the value is incomplete. */
  readonly lost?: string;
}

function readAs(kind: Kind, value: unknown): Read | undefined {
  switch (kind) {
    case 'text':
      return textOf(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? { value } : textOf(value);
    case 'names':
      return namesOf(value);
    case 'date': {
      const date = ownDate(value);
      return date === undefined ? undefined : { value: date };
    }
    case 'type':
      return undefined;
  }
}

function textOf(value: unknown): Read | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = clean(String(value));
  if (text === '') return undefined;
  return text.length > MAX_IMPORTED_TEXT
    ? {
        value: text.slice(0, MAX_IMPORTED_TEXT),
        lost: 'A text may not be so long; the rest of it is left out.',
      }
    : { value: text };
}

/** Removes control characters, but not line ends. */
function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}

const NAME_TEXTS = ['family', 'given', 'dropping-particle', 'non-dropping-particle', 'suffix', 'literal'];
const NAME_FLAGS = ['comma-suffix', 'static-ordering'];

function namesOf(value: unknown): Read | undefined {
  if (!Array.isArray(value)) return undefined;
  let isWhole = true;
  const names = value.flatMap((one: unknown) => {
    if (typeof one === 'string' && clean(one) !== '') return [{ literal: clean(one) }];
    if (!isRecord(one)) {
      isWhole = false;
      return [];
    }
    const name = Object.entries(one).flatMap(([key, part]) => {
      if (NAME_TEXTS.includes(key) && typeof part === 'string')
        return clean(part) === '' ? [] : [[key, clean(part)]];
      if (NAME_FLAGS.includes(key) && isFlag(part)) return [[key, Boolean(part)]];
      isWhole = false;
      return [];
    });
    return name.length === 0 ? [] : [Object.fromEntries(name) as Readonly<Record<string, unknown>>];
  });
  if (names.length === 0) return undefined;
  return isWhole
    ? { value: names }
    : { value: names, lost: 'Names hold family and given names, particles, suffix or words.' };
}

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean' || typeof value === 'number';
}

/**
 * Zotero keeps what it has no field for in its field Extra, which is exported as `note`. A line such as
 * `original-date: 1998` or `PMID: 123` becomes that property; the rest stays a note.
 */
function takeExtra(item: Record<string, unknown>, at: ForeignItem['at'], losses: Loss[]): void {
  if (typeof item.note !== 'string') return;
  const rest: string[] = [];
  for (const line of item.note.split('\n')) {
    const [, label = '', value = ''] =
      /^\{?:?\s*([\p{L}][\p{L} .-]{0,40}?):\s*([^{}]+?)\s*\}?$/u.exec(line.trim()) ?? [];
    const name = [...KINDS.keys()].find(
      (known) => known.toLowerCase() === label.toLowerCase().replaceAll(' ', '-'),
    );
    const kind = name === 'id' ? undefined : KINDS.get(name ?? '');
    if (kind === 'type' && cslType(value) !== undefined) {
      item.type = cslType(value);
    } else if (kind !== undefined && name !== undefined && !Object.hasOwn(item, name)) {
      const read = kind === 'names' ? { value: [extraName(value)] } : readAs(kind, value);
      if (read) item[name] = read.value;
      else rest.push(line);
    } else if (/^tex\./i.test(label)) {
      const why = 'It is an instruction to BibTeX, which an assessment has no place for.';
      losses.push({ at: at('note'), what: 'line of Extra', why, degree: 'dropped', value: shown(line) });
    } else {
      rest.push(line);
    }
  }
  const note = rest.join('\n').trim();
  if (note === '') delete item.note;
  else item.note = note;
}

function extraName(value: string): Readonly<Record<string, string>> {
  const [family = '', given] = value.split('||').map((part) => part.trim());
  return given ? { family, given } : { literal: family };
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0) ||
    (isRecord(value) && Object.keys(value).length === 0)
  );
}
