/*
 * Whether two counts are of the same thing. Analysts use several names for one thing: "vessels seized", "seized
 * vessels", "ships seized". A name that would need a guess ("seizures at sea") counts as another thing.
 */

interface Counted {
  readonly of: string;
  readonly unit?: string | undefined;
  readonly money?: { readonly currency: string; readonly year?: string | undefined } | undefined;
}

/** Words ignored in the name of what is counted. */
const ARTICLES = new Set(['a', 'an', 'the']);

/** With one of these, word order matters: "ships hit by boats" are not "boats hit by ships". */
const ORDERING =
  /^(?:about|after|against|among|at|before|by|for|from|in|into|on|over|per|than|through|to|under|with|without)$/;

/** Synonyms in this field, each with the word it is replaced by. */
const SAME: Readonly<Record<string, string>> = {
  ship: 'vessel',
  people: 'person',
  individual: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  firm: 'company',
  aeroplane: 'aircraft',
  airplane: 'aircraft',
  plane: 'aircraft',
  uav: 'drone',
};

/** A key for the thing counted: equal for the same words in any order, number and case, with the same unit. */
export function countedThing({ of, unit, money }: Counted): string {
  return JSON.stringify([thing(of), unit && thing(unit), money?.currency.toUpperCase(), money?.year]);
}

/** The name of a thing, normalised. */
export function thing(name: string): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}%]+/u)
    .filter((word) => word !== '' && !ARTICLES.has(word));
  if (words.some((word) => ORDERING.test(word))) return words.map(sameWord).join(' ');
  // "Records of patients" are "patient records".
  const named = words.filter((word) => word !== 'of').map(sameWord);
  return named.sort().join(' ');
}

function sameWord(word: string): string {
  const one = singular(word);
  return SAME[one] ?? SAME[word] ?? one;
}

/**
 * The singular of an English plural; other words, and most words of other languages, are returned unchanged.
 */
function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|z)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
