import { isDeepStrictEqual } from 'node:util';
import { edtfOfCsl } from '../../model/csl-date.ts';
import { parseEdtf } from '../../model/edtf.ts';
import type { Remark } from '../../model/finding.ts';
import type { CslItem, Register, Source } from '../../model/generated/types.ts';
import type { ImportContext, Imported, Loss } from '../interfaces.ts';
import { MAX_DRAFT_ENTRIES, MAX_DRAFT_TEXT, UNGRADED } from '../kit/draft.ts';
import { IdGiver, shortHash } from '../kit/ids.ts';
import { type ForeignItem, ownItem } from './item.ts';

interface Entry {
  readonly id: string;
  readonly csl: CslItem;
}

/**
 * Items of a bibliography as sources, of the register or of the assessment named. An item that is already there
 * is not added again: the same DOI or address, or the same title and year.
 */
export function importItems(
  items: readonly ForeignItem[],
  context: ImportContext,
  before: readonly Loss[] = [],
): Imported {
  const losses: Loss[] = [...before];
  const remarks: Remark[] = [];
  const { register, into } = context;
  const shared: readonly Entry[] = register.sources ?? [];
  const own: readonly Entry[] = (into?.sources ?? []).flatMap((source) =>
    'csl' in source && source.csl ? [source as Entry] : [],
  );
  const referred = new Set((into?.sources ?? []).flatMap(({ ref }) => ref ?? []));
  const known = new Known([...own, ...shared]);
  const ids = new IdGiver().taking(
    [...shared, ...own].map(({ id }) => id).concat((into?.evidence ?? []).map(({ id }) => id)),
  );
  const sources: Source[] = [];
  /** Entries made from this file, by content: two entries of one file may well share title and year. */
  const fresh = new Map<string, Entry>();
  let size = 0;
  for (const foreign of items) {
    const { item, losses: lost } = ownItem(foreign);
    losses.push(...lost);
    const content = contentOf(item);
    const twin = fresh.get(content) ?? known.find(item);
    if (twin !== undefined) {
      const isShared = shared.includes(twin) && !own.includes(twin);
      if (into && isShared && !referred.has(twin.id)) {
        referred.add(twin.id);
        sources.push({ ref: twin.id, reliability: UNGRADED });
      }
      remarks.push({
        rule: 'already-there',
        severity: 'note',
        pointer: '',
        message: `${foreign.at()} is there already as \`${twin.id}\`.`,
      });
      losses.push(...differences(item, twin, foreign));
      continue;
    }
    size += JSON.stringify(item).length;
    if (sources.length >= MAX_DRAFT_ENTRIES || size > MAX_DRAFT_TEXT) {
      const why = `One file takes at most ${MAX_DRAFT_ENTRIES.toLocaleString('en')} items and ${MAX_DRAFT_TEXT.toLocaleString('en')} characters; this is beyond them.`;
      losses.push({
        at: foreign.at(),
        what: 'item',
        why,
        degree: 'dropped',
        ...(item.title && { value: item.title }),
      });
      continue;
    }
    const entry = named(item, ids);
    fresh.set(content, entry);
    sources.push({ ...entry, ...(into && { reliability: UNGRADED }) });
  }
  const content = { sources };
  return {
    parts: sources.length === 0 ? [] : [{ belongs: 'register', content }],
    losses,
    remarks,
  };
}

/** An id made from the item's own key, or from its author and year, or from its title. */
function named(item: CslItem, ids: IdGiver): Entry {
  const { id: foreignId, 'citation-key': key, ...rest } = item;
  const ownId =
    typeof foreignId === 'string' && /^[a-z][a-z0-9-]{1,79}$/.test(foreignId) ? foreignId : undefined;
  const otherKey =
    typeof foreignId === 'string' && /^\p{L}[\p{L}\p{N}_:.+-]{1,60}$/u.test(foreignId)
      ? foreignId
      : undefined;
  const words = ownId ?? key ?? otherKey ?? wordsOf(item);
  const id = ids.give(words, 'source', JSON.stringify(rest));
  // A key or identifier that the new id already repeats is left out.
  const csl = {
    ...rest,
    ...(key !== undefined && key !== id && { 'citation-key': key }),
    ...(foreignId !== undefined && String(foreignId) !== id && foreignId !== key && { id: foreignId }),
  };
  return { id, csl };
}

function wordsOf(item: CslItem): string {
  const [first] = item.author ?? [];
  const name =
    first && (first.literal ?? [first['non-dropping-particle'], first.family].filter(Boolean).join(' '));
  const year = yearOf(item);
  const words = name
    ? `${name} ${year ?? item.title ?? ''}`
    : `${item.title ?? item['container-title'] ?? item.publisher ?? ''} ${year ?? ''}`;
  return words.trim() || `source ${shortHash(JSON.stringify(item))}`;
}

function yearOf({ issued }: CslItem): string | undefined {
  return parseEdtf(edtfOfCsl(issued) ?? '')?.earliest?.replace(/-\d\d-\d\d$/, '');
}

/** The content of an item, without the identifiers other programs gave it. */
function contentOf({ id: _, 'citation-key': __, ...content }: CslItem): string {
  return JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Sources indexed by what identifies them. */
class Known {
  readonly #by = new Map<string, Entry[]>();

  constructor(entries: readonly Entry[]) {
    for (const entry of entries) {
      for (const key of keysOf(entry.csl)) {
        const list = this.#by.get(key);
        if (list) list.push(entry);
        else this.#by.set(key, [entry]);
      }
    }
  }

  /** Of several matches, the one that shares the most properties with the item. */
  find(item: CslItem): Entry | undefined {
    const found = keysOf(item)
      .flatMap((key) => this.#by.get(key) ?? [])
      .filter(({ csl }) => !contradicts(csl, item));
    const agreement = ({ csl }: Entry) => {
      const there = csl as unknown as Readonly<Record<string, unknown>>;
      return Object.entries(item).filter(([name, value]) => same(value, there[name])).length;
    };
    return found.sort((a, b) => agreement(b) - agreement(a))[0];
  }
}

/**
 * Many bodies publish an "Annual Report" of 2024: items by other authors or other bodies are different items.
 */
function contradicts(a: CslItem, b: CslItem): boolean {
  if (doiOf(a) !== undefined && doiOf(a) === doiOf(b)) return false;
  const by = ({ author: [first] = [], publisher }: CslItem) =>
    plainLetters(first?.family ?? first?.literal ?? publisher ?? '');
  return by(a) !== '' && by(b) !== '' && !by(a).includes(by(b)) && !by(b).includes(by(a));
}

function doiOf({ DOI: doi, URL: url }: CslItem): string | undefined {
  return /10\.\d{4,9}\/[^\s?#]+/
    .exec(doi ?? (/doi\.org\//.test(url ?? '') ? (url ?? '') : ''))?.[0]
    ?.toLowerCase();
}

/** Keys for matching: DOI, address, title with year. A property that is missing matches nothing. */
function keysOf(item: CslItem): string[] {
  const doi = doiOf(item);
  const address = item.URL?.trim()
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/(?:#.*)?$/, '')
    .replace(/\/$/, '');
  const title = plainLetters(item.title ?? '');
  const year = yearOf(item);
  return [
    ...(doi ? [`doi ${doi}`] : []),
    ...(address && !/^(?:dx\.)?doi\.org\//.test(address) ? [`url ${address}`] : []),
    ...(title.length > 3 ? [`title ${title} ${year ?? ''}`] : []),
  ];
}

function plainLetters(text: string): string {
  return text
    .replace(/<[^<>]{1,40}>/g, '')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/**
 * What the item says that the existing source does not, or says differently: the existing source stays as it
 * is.
 */
function differences(item: CslItem, twin: Entry, foreign: ForeignItem): Loss[] {
  const there = twin.csl as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(item).flatMap(([name, value]) => {
    if (['id', 'citation-key'].includes(name) || same(value, there[name])) return [];
    const isThere = there[name] !== undefined;
    const why = isThere
      ? 'The item is there already and says something else; it stays as it is there.'
      : 'The item is there already without it; add it by hand where it is right.';
    return [
      {
        at: foreign.at(name),
        what: `property ${name} of a known item`,
        why,
        degree: 'dropped',
        value: textOf(value),
      } as const,
    ];
  });
}

/** Whether two values are the same; a number may be written as text. */
function same(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) => (typeof value === 'number' ? String(value) : value);
  return isDeepStrictEqual(plain(a), plain(b));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The bibliographic item of each source of an assessment, by its pointer. */
export function itemsOfAssessment(
  sources: readonly Source[],
  register: Register,
): readonly {
  readonly id: string;
  readonly csl: CslItem;
  readonly pointer: string;
  readonly source: Source;
}[] {
  const shared = new Map((register.sources ?? []).map(({ id, csl }) => [id, csl]));
  return sources.flatMap((source, index) => {
    const id = source.ref ?? source.id;
    const csl = source.csl ?? (source.ref === undefined ? undefined : shared.get(source.ref));
    return id === undefined || csl === undefined ? [] : [{ id, csl, pointer: `/sources/${index}`, source }];
  });
}
