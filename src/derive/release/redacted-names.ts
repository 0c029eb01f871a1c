import type { Assessment, Register } from '../../model/generated/types.ts';
import { isRecord } from '../../model/json.ts';
import { splitSentences } from '../../model/sentences.ts';
import { type ResolvedAssessment, resolve } from '../entities/resolve.ts';
import { textsIn } from './remaining-texts.ts';

/**
 * How a name is searched for. A `name` counts in any spelling. A `word` is also an ordinary word (the publisher
 * “Police”, the heading “Outlook”, a family name): in lower case it is only a warning. So is an `id` that is a
 * plain word. A `sentence` is a sentence of what is withheld.
 */
export type NameKind = 'name' | 'word' | 'id' | 'sentence';

/** A name or sentence that would reveal something withheld. */
export interface RedactedName {
  readonly text: string;
  readonly kind: NameKind;
  /** `collection/id` of the withheld entry. */
  readonly of: string;
}

/** What must not be named, and what may be although it is spelt alike. */
export interface RedactedNames {
  readonly names: readonly RedactedName[];
  readonly allowed: readonly string[];
  /** Ids of released entries: they only count against other ids. */
  readonly allowedIds: readonly string[];
}

/** Shortest sentence searched for, in characters: shorter ones are said about many things. */
const SHORTEST_SENTENCE = 25;

/**
 * What would reveal the withheld entries of an assessment: names, aliases, titles, authors, publishers,
 * addresses, ids, and sentences. Without names that a released entry has too, or that the author allows.
 */
export function redactedNames(
  assessment: Assessment,
  register: Register,
  entries: ReadonlySet<string>,
): RedactedNames {
  if (entries.size === 0) return { names: [], allowed: [], allowedIds: [] };
  const resolved = resolve(assessment, register);
  const names: RedactedName[] = [];
  const allowed = [...(assessment.releasableNames ?? [])];
  const allowedIds: string[] = [];
  for (const [collection, entry] of entriesOf(resolved)) {
    const of = `${collection}/${entry.id}`;
    const own = namesOf(collection, entry);
    if (entries.has(of)) names.push(...own.map((name) => ({ ...name, of })), ...sentencesOf(entry, of));
    else for (const { text, kind } of own) (kind === 'id' ? allowedIds : allowed).push(text);
  }
  return { names, allowed, allowedIds };
}

type Entry = { readonly id: string } & Readonly<Record<string, unknown>>;

/** All entries of collections with ids, with the register's data on them. */
function* entriesOf(assessment: ResolvedAssessment): Generator<readonly [collection: string, entry: Entry]> {
  for (const [collection, value] of Object.entries(assessment)) {
    if (!Array.isArray(value)) continue;
    for (const entry of value) {
      if (typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string') {
        yield [collection, entry as Entry];
      }
    }
  }
}

type Name = Omit<RedactedName, 'of'>;

function namesOf(collection: string, entry: Entry): Name[] {
  const named = (kind: NameKind, ...values: readonly unknown[]): Name[] =>
    values.flatMap((value) =>
      typeof value === 'string' && value.trim() !== '' ? { text: value, kind } : [],
    );
  const title = (value: unknown) => named(/\S\s+\S/.test(String(value)) ? 'name' : 'word', value);
  const own = {
    actors: () => [
      ...named('name', entry.name, ...listOf(entry.aliases)),
      ...(entry.type === 'person' ? [entry.name, ...listOf(entry.aliases)].flatMap(familyName) : []),
    ],
    incidents: () => title(entry.title),
    sections: () => title(entry.heading),
    scenarios: () => title(entry.title),
    sources: () => bibliographicNames(entry.csl),
    evidence: () => speakerNames(entry.speaker),
  }[collection];
  return [...(own?.() ?? []), ...named('id', entry.id)];
}

/** Names in a bibliographic item: titles, people, publishers, addresses. */
function bibliographicNames(csl: unknown): Name[] {
  if (!isRecord(csl)) return [];
  return Object.entries(csl).flatMap(([key, value]): Name[] => {
    if (key === 'URL') return [...texts(value, 'name'), ...texts(bareAddress(value), 'name')];
    if (/^(?:DOI|ISBN|ISSN|PMID|PMCID)$/.test(key)) return texts(value, 'name');
    if (/(?:^|-)title(?:-short)?$/.test(key)) return texts(value, hasSpace(value) ? 'name' : 'word');
    if (/^(?:publisher|archive|authority|event)$/.test(key))
      return texts(value, hasSpace(value) ? 'name' : 'word');
    return Array.isArray(value) ? value.flatMap(personNames) : [];
  });
}

/** An address as people write it, if it is more than a site: without scheme, `www.`, query and final slash. */
function bareAddress(value: unknown): string | undefined {
  const [, bare] = /^[a-z][a-z+.-]*:\/\/(?:www\.)?([^/?#]+\/[^?#]*[^/?#])/i.exec(String(value)) ?? [];
  return bare;
}

/** Names as CSL writes them (`author`, `editor`, `interviewer` …): in one piece, or as given and family name. */
function personNames(person: unknown): Name[] {
  if (!isRecord(person)) return [];
  const { literal, given, family } = person;
  const particle = person['non-dropping-particle'] ?? person['dropping-particle'];
  const whole = [given, particle, family].filter((part) => typeof part === 'string').join(' ');
  return [
    ...texts(literal, hasSpace(literal) ? 'name' : 'word'),
    ...texts(family, 'word'),
    ...(given === undefined ? [] : texts(whole, 'name')),
  ];
}

/** Who holds an office is a person. */
function speakerNames(speaker: unknown): Name[] {
  if (!isRecord(speaker)) return [];
  const { name, office } = speaker;
  return [
    ...texts(name, hasSpace(name) ? 'name' : 'word'),
    ...(office === undefined ? [] : familyName(name)),
  ];
}

/** A given name or initial, then others or particles, then the family name: "Zara Nox", "J. van der Berg", "Abu Omar al-Shami". */
const PERSON =
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:\p{Lu}[\p{L}\p{M}.'’-]*|al|bin|ibn|da|de|del|della|den|der|di|du|la|le|van|von))*\s+(?<family>(?:[Aa]l-|[Ee]l-)?\p{Lu}[\p{L}\p{M}'’-]{2,})$/u;

/** The family name of a person, by which prose calls whom it has named before. */
function familyName(name: unknown): Name[] {
  return typeof name === 'string' ? texts(PERSON.exec(name.trim())?.groups?.family, 'word') : [];
}

/**
 * An entry's own statements; remarks on it (the basis of its confidence, what would change it) may fit others
 * too.
 */
const SAYING = /^\/(?:statement|summary|narrative|body)\b/;

/** The sentences of a withheld entry that are long enough to be distinctive. */
function sentencesOf(entry: Entry, of: string): RedactedName[] {
  return [...textsIn(entry)].flatMap(({ text, pointer }) =>
    !SAYING.test(pointer) || text.length < SHORTEST_SENTENCE
      ? []
      : splitSentences(text, undefined)
          .map((sentence) => sentence.text.replace(/\[@[^\]]*\]/g, '').trim())
          .filter((sentence) => sentence.length >= SHORTEST_SENTENCE)
          .map((sentence) => ({ text: sentence, kind: 'sentence', of }) as const),
  );
}

function texts(value: unknown, kind: NameKind): Name[] {
  return typeof value === 'string' && value.trim() !== '' ? [{ text: value, kind }] : [];
}

function hasSpace(value: unknown): boolean {
  return typeof value === 'string' && /\S\s+\S/.test(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
