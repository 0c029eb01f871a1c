import { nearest, sameLetters } from '../model/suggest.ts';
import { adviseOnNothing, type Explanation, type Mistake, nameOf } from './mistake.ts';
import { code, joinOr, nameValue, write } from './words.ts';

const MAX_TERMS = 8;

/** Words of other scales and older editions, for the term that says the same here. */
const SYNONYMS: Readonly<Record<string, string>> = {
  medium: 'moderate', // confidence (ICD 203) against priorities
  moderate: 'medium',
  white: 'TLP:CLEAR', // TLP 1.0
  'tlp:white': 'TLP:CLEAR',
};

/** A value outside its vocabulary (`enum`), or other than the only one possible (`const`). */
export function explainTerm(mistake: Mistake): Explanation {
  const { error, value } = mistake;
  const allowed: unknown[] =
    error.keyword === 'const' ? [error.params.allowedValue] : [error.params.allowedValues].flat();
  const terms = allowed.filter((term): term is string => typeof term === 'string');
  const name = nameOf(mistake.path, true);
  const choices = `${terms.length > 1 ? 'one of ' : ''}${joinOr(terms.map(code), MAX_TERMS)}`;
  if (typeof value === 'object') {
    const [inner] = Array.isArray(value) && value.length === 1 ? value : [];
    return {
      rule: 'wrong-type',
      message: `${name} must be ${choices}, but ${nameValue(value)} stands here.`,
      ...(typeof inner === 'string' && {
        help: `Write ${write(termLike(inner, terms) ?? inner)} without the brackets.`,
      }),
      ...(value === null && { help: adviseOnNothing(mistake) }),
    };
  }
  const [only] = terms;
  const meant = terms.length === 1 ? only : termLike(String(value), terms);
  const same = typeof value === 'string' ? onlySpelling(value, terms) : undefined;
  const exact = terms.length === 1 || meant === String(value) ? `Write ${write(meant)}.` : undefined;
  return {
    rule: 'unknown-term',
    message: `${name} must be ${choices}, but ${nameValue(value)} stands here.`,
    ...(meant !== undefined && { help: exact ?? `Did you mean ${code(meant)}?` }),
    ...(same !== undefined && { fixed: same }),
  };
}

/** The one term that differs only in capitals, blanks, hyphens and invisible characters: nothing else can have been meant. */
function onlySpelling(found: string, terms: readonly string[]): string | undefined {
  const bare = (term: string) => term.toLowerCase().replace(/[\s_-]|\p{Cf}/gu, '');
  const [first, ...others] = terms.filter((term) => bare(term) === bare(found));
  return others.length === 0 ? first : undefined;
}

/** The term that was probably meant. */
export function termLike(found: string, terms: readonly string[]): string | undefined {
  const same = sameLetters(found, terms);
  if (same) return same;
  const synonym = SYNONYMS[found.trim().toLowerCase()];
  if (synonym && terms.includes(synonym)) return synonym;
  const ending = terms.find((term) => sameLetters(found, [term.slice(term.indexOf(':') + 1)]));
  return ending ?? nearest(found, terms);
}
