import { type Mistake, nameOf } from './mistake.ts';
import { takes } from './schema-map.ts';
import { code, write } from './words.ts';

/** How sources write a figure that is none, and what it is here: `about 3`, `3-5`, `1,200`, `55°45′N`. */

type Qualifier = 'about' | 'at-least' | 'at-most' | 'more-than' | 'fewer-than' | 'exactly';

const LEADS: readonly (readonly [Qualifier, RegExp])[] = [
  ['about', /^(?:about|approximately|approx\.?|around|some|roughly|circa|ca?\.?|nearly|almost|~|≈)\s*/i],
  ['at-least', /^(?:at\s+least|min(?:imum|\.)?|no\s+(?:fewer|less)\s+than|≥|>=)\s*/i],
  ['at-most', /^(?:at\s+most|up\s+to|max(?:imum|\.)?|no\s+more\s+than|≤|<=)\s*/i],
  ['more-than', /^(?:more\s+than|over|above|>)\s*/i],
  ['fewer-than', /^(?:fewer\s+than|less\s+than|under|below|<)\s*/i],
  ['exactly', /^exactly\s*/i],
];
const TAILS: readonly (readonly [Qualifier, RegExp])[] = [
  ['at-least', /\s*(?:\+|or\s+more|at\s+least)$/i],
  ['at-most', /\s*(?:or\s+(?:fewer|less)|at\s+most)$/i],
  ['about', /\s*(?:or\s+so)$/i],
];
const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const BETWEEN =
  /^(?:between\s+|from\s+)?(\S+(?:\s\d{3})*?)\s*(?:-|–|—|\.\.|to|and|or|\/)\s*(\S+(?:\s\d{3})*)$/i;

/** Advice for text where a number is wanted; `undefined` when it is not known what is meant. */
export function adviseOnFigure({ value, path, along, here }: Mistake): string | undefined {
  if (typeof value !== 'string' || value.length > 60 || !here || !takes(here.schema, 'number', 'integer'))
    return undefined;
  const text = value.trim();
  const isFigure = along[path.length - 1]?.schema.properties?.qualifier !== undefined;
  const ends = BETWEEN.exec(text)?.slice(1).map(plainNumber) ?? [];
  const [low, high] = ends;
  if (low !== undefined && high !== undefined) {
    return isFigure
      ? `Write \`"min": ${low}, "max": ${high}\` in place of ${nameOf(path)}.`
      : 'Write one number: there is no place for a range here.';
  }
  const degrees = degreesIn(text);
  if (degrees !== undefined) return `Write ${write(degrees)}: decimal degrees, south and west negative.`;
  for (const [qualifier, affix] of [...LEADS, ...TAILS]) {
    const number = affix.test(text) ? plainNumber(text.replace(affix, '')) : undefined;
    if (number === undefined) continue;
    return isFigure
      ? `Write \`"value": ${number}, "qualifier": "${qualifier}"\`.`
      : `Write ${code(String(number))}: a number stands by itself here.`;
  }
  const number = plainNumber(text);
  if (number === undefined) return undefined;
  return takes(here.schema, 'number') || Number.isInteger(number) ? `Write ${write(number)}.` : undefined;
}

/** `1,200`, `1 200`, `1.200.000`, `0,8`, `three`; `undefined` for anything else. */
function plainNumber(text: string): number | undefined {
  const bare = text.trim().replace(/\s*(?:%|per\s?cent|people|persons|dead|killed)$/i, '');
  const word = WORDS.indexOf(bare.toLowerCase());
  if (word >= 0) return word;
  if (/^-?\d{1,3}(?:[,.'’\s\u00a0\u202f]\d{3})+$/.test(bare) && !/^-?0/.test(bare))
    return Number(bare.replace(/[^\d-]/g, ''));
  return /^-?\d{1,15}(?:[.,]\d{1,15})?$/.test(bare) ? Number(bare.replace(',', '.')) : undefined;
}

/** `55°45′21″N` to 55.7558. */
function degreesIn(text: string): number | undefined {
  const [, degrees, minutes = '0', seconds = '0', side = ''] =
    /^([+-]?\d{1,3}(?:\.\d+)?)\s*(?:°|º|deg)\s*(?:(\d{1,2}(?:\.\d+)?)\s*['’′]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:"|”|″|''|’’)\s*)?([NSEWO]?)$/i.exec(
      text,
    ) ?? [];
  if (degrees === undefined || Number(minutes) >= 60 || Number(seconds) >= 60) return undefined;
  const size = Math.abs(Number(degrees)) + Number(minutes) / 60 + Number(seconds) / 3600;
  const isNegative = degrees.startsWith('-') || /[SW]/i.test(side);
  return Number(((isNegative ? -1 : 1) * size).toFixed(5));
}
