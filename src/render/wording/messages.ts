import { directionOf } from '../../model/conventions/writing-direction.ts';
import { type SpokenScales, scalePhrases } from './scale-phrases.ts';

/** Phrases of one language: key to text, with placeholders as `{name}`. */
export type MessageFile = Readonly<Record<string, string>>;

export type MessageParameters = Readonly<Record<string, string | number>>;

/**
 * Hebrew joins one-letter words ("and", "to", "from") to the next word: directly to Hebrew, with a maqaf to
 * digits and other letters. A phrase has the maqaf before a placeholder; the value decides whether it stays.
 */
const PLACE = /(\u05be?)\{(\w+)\}/g;
const JOINED = /^[*_[\\]*["\u201d]?\p{Script=Hebrew}/u;

/** Directional isolates (UAX 9, 2.4): what is inside does not reorder what is around it. */
const LEFT_TO_RIGHT = '\u2066';
const FIRST_STRONG = '\u2068';
const END_OF_ISOLATE = '\u2069';
/** Phrases that are separators or signs, not words. */
const UNISOLATED = /^(?:list\.(?:comma|semicolon)|number\.)/;

/** The phrases of a memo: those of its language, then those of the fallback. */
export class Messages {
  readonly language: string;
  readonly #own: MessageFile;
  readonly #fallback: MessageFile;
  readonly #plural: Intl.PluralRules;
  readonly #isIsolated: boolean;

  /** `isIsolated`: left-to-right phrases in a right-to-left text. */
  constructor(language: string, own: MessageFile, fallback: MessageFile, isIsolated = false) {
    this.language = language;
    this.#isIsolated = isIsolated;
    this.#own = own;
    this.#fallback = fallback;
    this.#plural = new Intl.PluralRules(language);
  }

  has(key: string): boolean {
    return this.#find(key) !== undefined;
  }

  /**
   * The phrase for a key. With a parameter `count`, a phrase under `key.one`, `key.few` … is preferred
   * (categories of the language's plural rules). Throws an Error if there is none: an error of the template or
   * of the message file.
   */
  text(key: string, parameters: MessageParameters = {}): string {
    const { count } = parameters;
    const plural = count === undefined ? undefined : `${key}.${this.#plural.select(Number(count))}`;
    const text =
      (plural === undefined ? undefined : this.#find(plural)) ??
      this.#find(key) ??
      this.#find(`${key}.other`);
    if (text === undefined) throw new Error(`There is no phrase "${key}" in the message files.`);
    const isIsolated = this.#isIsolated && !UNISOLATED.test(key);
    // Most phrases are words alone.
    if (!isIsolated && !text.includes('{')) return text;
    const filled = text.replace(PLACE, (whole, maqaf: string, name: string) => {
      const value = parameters[name];
      if (value === undefined) return whole;
      if (isIsolated) return FIRST_STRONG + value + END_OF_ISOLATE;
      return JOINED.test(String(value)) ? String(value) : `${maqaf}${value}`;
    });
    return isIsolated ? LEFT_TO_RIGHT + filled + END_OF_ISOLATE : filled;
  }

  /** The words for a term of a vocabulary; a term without a phrase is itself words. */
  label(group: string, term: string): string {
    return this.hasLabel(group, term)
      ? this.text(`${group}.${term}`)
      : term.replace(/^[a-z0-9-]+$/, unhyphened);
  }

  hasLabel(group: string, term: string): boolean {
    return this.has(`${group}.${term}`);
  }

  #find(key: string): string | undefined {
    const file = Object.hasOwn(this.#own, key) ? this.#own : this.#fallback;
    return Object.hasOwn(file, key) ? file[key] : undefined;
  }

  /** "a, b and c". */
  list(items: readonly string[]): string {
    return this.#joined(items, 'list.and');
  }

  /**
   * "a, b or c"; `apart` if the words before one must not be read as applying to the next: "at least 1, or 2".
   */
  choice(items: readonly string[], { apart = false } = {}): string {
    return this.#joined(items, apart ? 'list.or-apart' : 'list.or');
  }

  /**
   * A text at the beginning of a sentence: with a capital first letter. A name with a capital further on stays
   * (`al-Qaeda`).
   */
  opening(text: string): string {
    return text.replace(/^[\u2066\u2068]*\p{Ll}(?!\S*\p{Lu})/u, (letter) =>
      letter.toLocaleUpperCase(this.language),
    );
  }

  #joined(items: readonly string[], key: 'list.and' | 'list.or' | 'list.or-apart'): string {
    const last = items.at(-1);
    if (items.length < 2 || last === undefined) return items.join('');
    return this.text(key, { items: items.slice(0, -1).join(this.text('list.comma')), last });
  }
}

/** A declared term without words in this language. */
function unhyphened(term: string): string {
  return term.replaceAll('-', ' ');
}

/** The message file for the whole tag, or for its language. */
function fileOf(language: string, files: ReadonlyMap<string, MessageFile>): MessageFile | undefined {
  const tag = language.toLowerCase();
  return files.get(tag) ?? files.get(tag.split('-')[0] ?? '');
}

/** The suffix of a key for a plural category (CLDR). */
const CATEGORY = /\.(?:zero|one|two|few|many|other)$/;
/** Most keys named in a notice. */
const MAX_NAMED = 12;

/** Keys of phrases missing in a language, without plural categories; `undefined` if it has no file at all. */
export function missingPhrases(
  language: string,
  files: ReadonlyMap<string, MessageFile>,
): readonly string[] | undefined {
  const own = fileOf(language, files);
  if (!own) return undefined;
  const keysOf = (file: MessageFile) => new Set(Object.keys(file).map((key) => key.replace(CATEGORY, '')));
  const there = keysOf(own);
  return [...keysOf(files.get('en') ?? {})].filter((key) => !there.has(key));
}

/** Plural forms a language needs that its file lacks, with their category: `quantity.reports.few`. */
export function missingForms(language: string, files: ReadonlyMap<string, MessageFile>): readonly string[] {
  const own = fileOf(language, files);
  const english = files.get('en') ?? {};
  if (!own) return [];
  // Their order differs between versions of Node.
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort();
  const counted = Object.keys(english).flatMap((key) => {
    const base = key.replace(/\.one$/, '');
    return base !== key && Object.hasOwn(english, `${base}.other`) ? [base] : [];
  });
  return counted
    .filter((base) => Object.keys(own).some((key) => key.replace(CATEGORY, '') === base))
    .flatMap((base) => categories.map((category) => `${base}.${category}`))
    .filter((key) => !Object.hasOwn(own, key));
}

/** The notice that all or some phrases of a language are in English; `undefined` if none are missing. */
export function phraseNotice(language: string, files: ReadonlyMap<string, MessageFile>): string | undefined {
  const missing = missingPhrases(language, files);
  if (missing === undefined) {
    return `There are no phrases in \`${language}\`: what is not the author's own stands in English. A file templates/_shared/messages/${language.toLowerCase()}.json with the keys of en.json gives them.`;
  }
  if (missing.length === 0) return undefined;
  const more = missing.length > MAX_NAMED ? ` and ${missing.length - MAX_NAMED} more` : '';
  const count = missing.length === 1 ? '1 phrase is' : `${missing.length} phrases are`;
  return `${count} missing in \`${language}\` and stand${missing.length === 1 ? 's' : ''} in English: ${missing.slice(0, MAX_NAMED).join(', ')}${more}.`;
}

/**
 * The message file for the whole tag, or for its language; otherwise English. A project's own scales add the
 * words for their terms in the language of the document, whatever language the phrases are in.
 */
export function messagesFor(
  language: string,
  files: ReadonlyMap<string, MessageFile>,
  scales: readonly SpokenScales[] = [],
): Messages {
  const own = fileOf(language, files);
  const added = Object.assign(
    {},
    ...scales.map((spoken) => scalePhrases(language, spoken, own ?? {})),
  ) as MessageFile;
  return new Messages(
    own ? language : 'en',
    added,
    plainPhrases(own, files),
    !own && directionOf(language) === 'rtl',
  );
}

/**
 * Cache of a form's phrases without its scales, by the file of the language: combining 1,500 phrases takes a
 * while.
 */
const plain = new WeakMap<ReadonlyMap<string, MessageFile>, Map<MessageFile, MessageFile>>();

function plainPhrases(own: MessageFile | undefined, files: ReadonlyMap<string, MessageFile>): MessageFile {
  const fallback = files.get('en') ?? {};
  if (!own || own === fallback) return fallback;
  const known = plain.get(files) ?? new Map<MessageFile, MessageFile>();
  plain.set(files, known);
  const phrases = known.get(own) ?? { ...fallback, ...own };
  known.set(own, phrases);
  return phrases;
}
