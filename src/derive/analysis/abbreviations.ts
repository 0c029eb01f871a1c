import { compareText } from '../../model/finding.ts';
import { assessmentFields } from '../../model/generated/fields.ts';
import type { Assessment } from '../../model/generated/types.ts';
import type { ResolvedAssessment } from '../entities/resolve.ts';

/** An abbreviation with what it stands for. */
export interface AbbreviationView {
  readonly short: string;
  readonly long: string;
}

type Abbreviated = ResolvedAssessment & Pick<Assessment, 'abbreviations'>;

const SHORT = /^\p{Lu}[\p{Lu}\p{N}&]{1,8}$/u;
/** "multi-factor authentication (MFA)": capital letters in brackets after the words they stand for. */
const BRACKET = /\((\p{Lu}[\p{Lu}\p{N}&]{1,8})\)/gu;
/** Words whose first letter is not part of an abbreviation. */
const SMALL = new Set(
  'a an the of and for in on at to by with de del des du la le les et und der die das für von и по на в с'.split(
    ' ',
  ),
);
const MAX_BEFORE = 120;
/**
 * With fewer than these, and none in the file's `abbreviations`, no list is printed: each is explained where it
 * stands.
 */
const MIN_LISTED = 3;

/** The abbreviations that a memo lists; empty if there are too few of them and the file declares none. */
export function viewAbbreviations(assessment: Abbreviated): readonly AbbreviationView[] {
  const found = abbreviationsIn(assessment);
  return assessment.abbreviations || found.length >= MIN_LISTED ? found : [];
}

/**
 * The abbreviations of a memo, sorted: those declared in `abbreviations`, otherwise an alias in capital letters
 * beside an actor's name, otherwise capital letters in brackets after words that begin with them, at their
 * first occurrence. An alias that no text uses is not listed.
 */
export function abbreviationsIn(assessment: Abbreviated): AbbreviationView[] {
  const texts = [...textsIn(assessment, '')];
  const found = new Map<string, string>();
  const add = (short: string, long: string) => {
    if (!found.has(short)) found.set(short, long);
  };
  for (const { short, long } of assessment.abbreviations ?? []) add(short, long);
  for (const { name, aliases = [] } of assessment.actors) {
    const isSpeltOut = /\p{Ll}{3}/u.test(name) && /\s/u.test(name);
    for (const alias of aliases) if (isSpeltOut && SHORT.test(alias) && uses(texts, alias)) add(alias, name);
  }
  for (const text of texts) {
    for (const match of text.matchAll(BRACKET)) {
      const [, short = ''] = match;
      const long = spelling(text.slice(Math.max(0, match.index - MAX_BEFORE), match.index), short);
      if (long !== undefined) add(short, long);
    }
  }
  return [...found].map(([short, long]) => ({ short, long })).sort((a, b) => compareText(a.short, b.short));
}

/** The shortest run of words at the end of a text whose initials spell the abbreviation. */
function spelling(before: string, short: string): string | undefined {
  const words = before.trimEnd().split(/\s+/);
  const letters = short.replace(/[^\p{L}]/gu, '').toUpperCase();
  for (let from = words.length - 1; from >= 0; from -= 1) {
    const run = words.slice(from);
    const own = run.join(' ').replace(/[*_"“”«»]/g, '');
    if (/[.;:!?()[\]]/.test(own)) return undefined;
    const initials = own
      .split(/[\s\-–/]+/)
      .filter((word) => word !== '' && !SMALL.has(word.toLowerCase()))
      .map((word) => word.slice(0, 1).toUpperCase())
      .join('');
    if (initials === letters && !SMALL.has((run[0] ?? '').toLowerCase())) return own;
    if (initials.length > letters.length) return undefined;
  }
  return undefined;
}

function uses(texts: readonly string[], short: string): boolean {
  return texts.some((text) => new RegExp(`(?<![\\p{L}\\p{N}])${short}(?![\\p{L}\\p{N}])`, 'u').test(text));
}

/** Properties whose text readers read: not ids, names, addresses or bibliographic items. */
const PROSE = new Set(
  Object.entries(assessmentFields).flatMap(([path, { kind }]) =>
    kind === 'prose' ? (path.split('/').at(-1) ?? []) : [],
  ),
);

function* textsIn(value: unknown, name: string): Generator<string> {
  if (typeof value === 'string') {
    if (PROSE.has(name)) yield value;
  } else if (Array.isArray(value)) {
    if (PROSE.has(name) && value.every((line) => typeof line === 'string')) yield value.join(' ');
    else for (const item of value) yield* textsIn(item, name);
  } else if (typeof value === 'object' && value !== null && !(value instanceof Map)) {
    for (const [key, item] of Object.entries(value)) if (key !== 'csl') yield* textsIn(item, key);
  }
}
