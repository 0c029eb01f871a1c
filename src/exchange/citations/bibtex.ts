import { plugins } from '@citation-js/core';
import { isRecord } from '../../model/json.ts';
import '@citation-js/plugin-bibtex';
import { parseEdtf } from '../../model/edtf.ts';
import type { Loss } from '../interfaces.ts';
import { shown } from '../kit/text.ts';
import type { ForeignItem } from './item.ts';

/** An entry of a BibTeX or BibLaTeX file as it is written, with its `@string` abbreviations expanded. */
interface BibEntry {
  readonly type: string;
  readonly label: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface Bibliography {
  readonly items: readonly ForeignItem[];
  readonly losses: readonly Loss[];
}

/**
 * Fields that citation-js always converts. For every other field, whether it is lost is found out by converting
 * the entry without it.
 */
const CARRIED = new Set([
  ...[
    'author',
    'title',
    'year',
    'date',
    'month',
    'journal',
    'journaltitle',
    'booktitle',
    'publisher',
    'volume',
    'pages',
  ],
  ...['doi', 'url', 'urldate', 'editor', 'isbn', 'abstract', 'edition', 'note', 'subtitle', 'crossref'],
]);

/** Date fields of BibLaTeX, and the CSL properties they become. */
const DATES: Readonly<Record<string, string>> = {
  date: 'issued',
  year: 'issued',
  urldate: 'accessed',
  origdate: 'original-date',
  eventdate: 'event-date',
};

/** BibLaTeX's localisation keys for `type`, in words. */
const GENRES: Readonly<Record<string, string | undefined>> = {
  phdthesis: 'PhD thesis',
  mathesis: 'Master’s thesis',
  bathesis: 'Bachelor’s thesis',
  candthesis: 'Candidate thesis',
  resreport: 'Research report',
  techreport: undefined, // says no more than `report`
  software: undefined,
  datacd: 'Data CD',
  audiocd: 'Audio CD',
};

/** Whether a text looks like BibTeX: it holds an entry, and does not begin like another format. */
export function looksLikeBibtex(text: string): boolean {
  const start = text.slice(0, 200_000);
  return /^\s*(?:@|%)/.test(start) && /^\s*@\s*[A-Za-z]+\s*[{(]\s*[^\s,{}()=]+\s*,/m.test(start);
}

/**
 * Reads the entries of BibTeX or BibLaTeX. An entry that cannot be read is a loss; the others are still read.
 */
export function readBibtex(text: string): Bibliography {
  const { entries, losses } = entriesOf(text);
  const all = [...losses];
  const registry = new Map(entries.map((entry) => [entry.label, entry]));
  const items = entries.flatMap((entry) => {
    const at = (property?: string) =>
      `entry ${shown(entry.label)}${property === undefined ? '' : `, field ${property}`}`;
    // Only the entry and its `crossref` parents are converted: each conversion would otherwise go through the
    // whole file.
    const family = familyOf(entry, registry);
    const csl = convert(family);
    if (csl === undefined) {
      const why = 'It could not be read as a bibliographic item.';
      all.push({
        at: at(),
        what: `entry @${entry.type}`,
        why,
        degree: 'dropped',
        value: shown(entry.properties),
      });
      return [];
    }
    all.push(...lostFields(entry, family, csl, at), ...lostOthers(entry, at));
    return [
      { csl: corrected(csl, entry), at: (property?: string) => at(property && bibNameOf(property, entry)) },
    ];
  });
  return { items, losses: all };
}

function entriesOf(text: string): {
  readonly entries: readonly BibEntry[];
  readonly losses: readonly Loss[];
} {
  const whole = parse(text);
  if (whole !== undefined) return { entries: whole, losses: [] };
  // One broken entry would make the whole file unreadable: each entry is parsed on its own, after the file's
  // own abbreviations.
  const losses: Loss[] = [];
  const starts = [...text.matchAll(/^[ \t]*@(?=\s*[A-Za-z]+\s*[{(])/gm)].map(({ index }) => index);
  const chunks = starts.map((start, index) => ({ start, text: text.slice(start, starts[index + 1]) }));
  const strings = chunks.filter(
    (chunk) => /^\s*@\s*string/i.test(chunk.text) && parse(chunk.text) !== undefined,
  );
  const before = strings
    .map((chunk) => chunk.text)
    .join('')
    .slice(0, 100_000);
  const usable = parse(before) === undefined ? '' : before;
  const entries = chunks.flatMap((chunk) => {
    if (/^\s*@\s*(?:string|comment|preamble)/i.test(chunk.text)) return [];
    const read = parse(usable + chunk.text);
    if (read !== undefined) return read;
    const line = text.slice(0, chunk.start).split('\n').length;
    const why = 'Its braces, quotation marks or key are not as BibTeX has them.';
    losses.push({
      at: `line ${line}`,
      what: 'entry that cannot be read',
      why,
      degree: 'dropped',
      value: shown(chunk.text),
    });
    return [];
  });
  return { entries, losses };
}

/**
 * `undefined` where the text cannot be read: citation-js throws on bad syntax, and on braces nested too deep.
 */
function parse(text: string): readonly BibEntry[] | undefined {
  try {
    const entries = plugins.input.data(text, '@biblatex/text');
    return Array.isArray(entries) ? (entries as BibEntry[]) : undefined;
  } catch {
    return undefined;
  }
}

/** An entry with those that its `crossref` leads to. */
function familyOf(entry: BibEntry, registry: ReadonlyMap<string, BibEntry>): readonly BibEntry[] {
  const family = [entry];
  for (let at: BibEntry | undefined = entry; at !== undefined && family.length < 5; ) {
    const parent: BibEntry | undefined = registry.get(String(at.properties.crossref ?? ''));
    if (parent === undefined || family.includes(parent)) break; // a cycle of cross-references ends here
    family.push(parent);
    at = parent;
  }
  const last = family.at(-1);
  if (last === undefined || last.properties.crossref === undefined) return family;
  const { crossref: _, ...properties } = last.properties;
  return [...family.slice(0, -1), { ...last, properties }];
}

/** Converts the first entry of a family to CSL. */
function convert(family: readonly BibEntry[]): Record<string, unknown> | undefined {
  try {
    const items = plugins.input.data(family, '@biblatex/entries+list');
    const item: unknown = Array.isArray(items) ? items[0] : undefined;
    return isRecord(item) ? { ...item } : undefined;
  } catch {
    return undefined;
  }
}

/** Fields that change nothing in the converted item, and so are lost. */
function lostFields(
  entry: BibEntry,
  family: readonly BibEntry[],
  csl: Readonly<Record<string, unknown>>,
  at: (property: string) => string,
): Loss[] {
  const whole = JSON.stringify(csl);
  const [head, ...parents] = family;
  return Object.entries(entry.properties).flatMap(([name, value]) => {
    if (CARRIED.has(name.toLowerCase()) || head === undefined || value === '') return [];
    const { [name]: _, ...properties } = head.properties;
    const without = { ...head, properties };
    if (JSON.stringify(convert([without, ...parents])) !== whole) return [];
    const why = 'Bibliographic items in CSL have no such property.';
    return [{ at: at(name), what: `field ${name}`, why, degree: 'dropped', value: shown(value) } as const];
  });
}

/** Fields that hold names. */
const NAMES = ['author', 'editor', 'translator', 'bookauthor'];

/** "A. Berg and others": how BibTeX says that not everybody is named. */
const AND_OTHERS = /\band\s+others\s*$/i;

function lostOthers({ properties }: BibEntry, at: (property: string) => string): Loss[] {
  const open = NAMES.filter((field) => AND_OTHERS.test(String(properties[field] ?? '')));
  const why = 'Bibliographic items in CSL cannot say that there are more names.';
  return open.map((field) => ({ at: at(field), what: '“and others”', why, degree: 'dropped' }));
}

/**
 * Corrects what citation-js reads differently from BibLaTeX: EDTF dates, names of organisations, particles with
 * a hyphen.
 */
function corrected(csl: Record<string, unknown>, { properties }: BibEntry): Record<string, unknown> {
  for (const [field, property] of Object.entries(DATES)) {
    const text = String(properties[field] ?? '').trim();
    if (text !== '' && parseEdtf(text) && !(field === 'year' && (properties.date || properties.month)))
      csl[property] = text;
  }
  for (const field of NAMES) {
    const property = field === 'bookauthor' ? 'container-author' : field;
    const names = csl[property];
    if (!Array.isArray(names)) continue;
    const written = String(properties[field] ?? '');
    const named = AND_OTHERS.test(written) ? names.slice(0, -1) : names;
    csl[property] = named.map((name: unknown) => (isRecord(name) ? correctedName(name, written) : name));
  }
  if (typeof csl.genre === 'string' && Object.hasOwn(GENRES, csl.genre)) csl.genre = GENRES[csl.genre];
  if (csl.id === csl['citation-key']) delete csl.id;
  return csl;
}

function correctedName(
  name: Readonly<Record<string, unknown>>,
  written: string,
): Readonly<Record<string, unknown>> {
  const { family, given, 'non-dropping-particle': particle } = name;
  if (typeof family !== 'string') return name;
  if (given === undefined && particle === undefined && /\s/.test(family)) return { literal: family };
  return typeof particle === 'string' && written.includes(`${particle}-${family}`)
    ? { ...name, 'non-dropping-particle': `${particle}-` }
    : name;
}

/** The field that a CSL property came from, as far as the names tell. */
function bibNameOf(property: string, { properties }: BibEntry): string {
  const lower = property.toLowerCase();
  return Object.keys(properties).find((name) => name.toLowerCase() === lower) ?? property;
}
