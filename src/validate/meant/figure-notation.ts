import { type Mistake, nameOf } from '../mistake.ts';
import { takes } from '../schema-map.ts';
import { code, write } from '../words.ts';

/** Figures as sources write them, converted to this file's notation: `about 3`, `3-5`, `1,200`, `55°45′N`. */

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

/** Longest text that may be a figure, in characters: no regular expression here sees more of a stranger's file. */
const LONGEST_FIGURE = 60;

/** A figure in the form of a report. */
type Figure =
  | { readonly value: number; readonly qualifier?: Qualifier }
  | { readonly min: number; readonly max: number };

/** `about 3`, `3-5`, `at least five`, `1,200` as a figure; `undefined` for anything else. */
export function figureIn(text: string): Figure | undefined {
  if (text.length > LONGEST_FIGURE) return undefined;
  const [min, max] = BETWEEN.exec(text.trim())?.slice(1).map(plainNumber) ?? [];
  if (min !== undefined && max !== undefined) return { min, max };
  for (const [qualifier, affix] of [...LEADS, ...TAILS]) {
    const value = affix.test(text.trim()) ? plainNumber(text.trim().replace(affix, '')) : undefined;
    if (value !== undefined) return { value, qualifier };
  }
  const value = plainNumber(text);
  return value === undefined ? undefined : { value };
}

/** Advice for text in place of a number; `undefined` if its meaning is unknown. */
export function adviseOnFigure({ value: text, path, along, here }: Mistake): string | undefined {
  if (typeof text !== 'string' || !here || !takes(here.schema, 'number', 'integer')) return undefined;
  const degrees = text.length > LONGEST_FIGURE ? undefined : degreesIn(text.trim());
  const isAngle = degrees !== undefined && /[°ºNSEWO]|deg/i.test(text);
  if (isAngle) return `Write ${write(degrees)}: decimal degrees, south and west negative.`;
  const figure = figureIn(text);
  if (figure === undefined) return undefined;
  const isReport = along[path.length - 1]?.schema.properties?.qualifier !== undefined;
  if ('min' in figure) {
    return isReport
      ? `Write \`"min": ${figure.min}, "max": ${figure.max}\` in place of ${nameOf(path)}.`
      : 'Write one number: there is no place for a range here.';
  }
  const { value, qualifier } = figure;
  if (qualifier !== undefined) {
    return isReport
      ? `Write \`"value": ${value}, "qualifier": "${qualifier}"\`.`
      : `Write ${code(String(value))}: a number stands by itself here.`;
  }
  return takes(here.schema, 'number') || Number.isInteger(value) ? `Write ${write(value)}.` : undefined;
}

const MULTIPLES: readonly (readonly [RegExp, number])[] = [
  [/\s*(?:thousand|k)$/i, 1e3],
  [/\s*(?:million|mn|mio\.?|m)$/i, 1e6],
  [/\s*(?:billion|bn|b)$/i, 1e9],
];

/** `1,200`, `1 200`, `1.200.000`, `0,8`, `three`, `22 million`, `$22m`; `undefined` for anything else. */
export function plainNumber(text: string): number | undefined {
  const bare = text
    .trim()
    .replace(/^(?:[$€£¥]|US\$|[A-Z]{3}\s)\s*|\s*(?:[$€£¥]|\b[A-Z]{3})$/, '')
    .replace(/\s*(?:%|per\s?cent|people|persons|dead|killed|euros?|dollars|pounds)$/i, '');
  for (const [ending, times] of MULTIPLES) {
    const number = ending.test(bare) ? plainNumber(bare.replace(ending, '')) : undefined;
    if (number !== undefined) return Number((number * times).toPrecision(12));
  }
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

/** `55.7, -2.1` and `55°43′N 2°09′W`, the latitude first, as coordinates; `undefined` for anything else. */
export function coordinatesIn(text: string): { latitude: number; longitude: number } | undefined {
  if (text.length > LONGEST_FIGURE) return undefined;
  const halves =
    /^(.*?[NS])[\s,;/]+(.+)$/i.exec(text.trim()) ?? /^([^\s,;]+)[\s,;]+([^\s,;]+)$/.exec(text.trim());
  const [latitude, longitude] = (halves ?? [])
    .slice(1)
    .map((half) => degreesIn(half.trim()) ?? plainDegrees(half));
  if (latitude === undefined || longitude === undefined) return undefined;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

function plainDegrees(text: string): number | undefined {
  return /^[+-]?\d{1,3}(?:\.\d{1,15})?$/.test(text.trim()) ? Number(text) : undefined;
}

/** `70 %`, `0.7`, `3 in 4` as a probability from 0 to 1; `undefined` for anything else. */
export function shareIn(text: string): number | undefined {
  if (text.length > LONGEST_FIGURE) return undefined;
  const [, part, whole] = /^\s*(\d{1,6})\s*(?:in|of|out of|\/)\s*(\d{1,6})\s*$/i.exec(text) ?? [];
  if (part !== undefined) return probability(Number(part) / Number(whole));
  const [, figure, percent] =
    /^\s*(\d{1,3}(?:[.,]\d{1,12})?)\s*(%|per\s?cent|percent)?\s*$/i.exec(text) ?? [];
  if (figure === undefined) return undefined;
  const number = Number(figure.replace(',', '.'));
  return probability(percent !== undefined || number > 1 ? number / 100 : number);
}

/** `55–80 %`, `0.55 to 0.8`, or one share, as the two ends of a range of probabilities. */
export function sharesIn(text: string): [number, number] | undefined {
  if (text.length > LONGEST_FIGURE) return undefined;
  const [, from, to] =
    /^\s*(\S+?)\s*%?\s*(?:-|–|—|to)\s*(\S+?\s*(?:%|per\s?cent|percent)?)\s*$/i.exec(text) ?? [];
  if (from === undefined || to === undefined) {
    const share = shareIn(text);
    return share === undefined ? undefined : [share, share];
  }
  const isPercent = /%|cent/i.test(to) || [from, to].some((end) => Number(end) > 1);
  const ends = [from, to.replace(/\s*(?:%|per\s?cent|percent)$/i, '')].map((end) =>
    shareIn(isPercent ? `${end} %` : end),
  );
  const [low, high] = ends;
  return low !== undefined && high !== undefined ? [low, high] : undefined;
}

function probability(share: number): number | undefined {
  return share >= 0 && share <= 1 ? Number(share.toPrecision(12)) : undefined;
}
