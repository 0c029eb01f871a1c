import { edtfOfCsl } from '../../model/csl-date.ts';
import { type DatePoint, parseEdtf } from '../../model/edtf.ts';
import type { CslDate } from '../../model/generated/types.ts';
import { isRecord } from '../../model/json.ts';

/** A date of CSL-JSON as other programs write it. */
type ForeignDate = Readonly<Record<string, unknown>>;

/**
 * A date as an assessment holds it: EDTF where EDTF can express it, otherwise its words. `undefined` if it is
 * empty.
 */
export function ownDate(value: unknown): CslDate | undefined {
  if (typeof value === 'string' || typeof value === 'number') return wordsOrDate(String(value));
  if (!isRecord(value)) return undefined;
  const parts = partsOf(value['date-parts']);
  const circa = value.circa as CslDateObject['circa'];
  const season = value.season as CslDateObject['season'];
  const edtf = edtfOfCsl({
    ...(parts.length > 0 && { 'date-parts': parts }),
    ...(isPrimitive(circa) && { circa }),
    ...((typeof season === 'string' || typeof season === 'number') && { season }),
  });
  if (edtf !== undefined && parseEdtf(edtf)) return edtf;
  const words = [value.literal, value.raw].find((text) => typeof text === 'string' && text.trim() !== '');
  if (typeof words === 'string') return wordsOrDate(words);
  // Parts that form no date are kept as literal text.
  return parts.length > 0 ? { literal: parts.map((part) => part.join('-')).join('/') } : undefined;
}

type CslDateObject = Exclude<CslDate, string>;

function wordsOrDate(text: string): CslDate | undefined {
  const words = text.trim();
  if (words === '') return undefined;
  return parseEdtf(words) ? words : { literal: words.slice(0, 200) };
}

function isPrimitive(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/**
 * Year, month and day of the beginning and the end. Some programs write empty strings, nulls or zeros for
 * unknown parts.
 */
function partsOf(value: unknown): [string | number, ...(string | number)[]][] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, 2).flatMap((part: unknown) => {
    if (!Array.isArray(part)) return [];
    const known: (string | number)[] = [];
    for (const one of part.slice(0, 3) as unknown[]) {
      const number = typeof one === 'string' && /^-?\d+$/.test(one.trim()) ? Number(one) : one;
      if (typeof number !== 'number' || !Number.isInteger(number) || (known.length > 0 && number < 1)) break;
      known.push(number);
    }
    const [year, ...rest] = known;
    return year === undefined ? [] : [[year, ...rest]];
  });
}

/** The same date for other programs: CSL date parts, or EDTF in `raw` where date parts cannot express it. */
export function foreignDate(date: CslDate): ForeignDate {
  if (typeof date !== 'string') return date as ForeignDate;
  const read = parseEdtf(date);
  const parts =
    read && read.kind === 'date'
      ? [partsOfPoint(read.start)]
      : [partsOfPoint(read?.start), partsOfPoint(read?.end)];
  if (read && parts.every((part) => part !== undefined)) {
    const { start } = read;
    const season = typeof start === 'object' && read.kind === 'date' ? start.season : undefined;
    const circa = typeof start === 'object' && start.approximate;
    const date = {
      'date-parts': parts,
      ...(season !== undefined && { season: season - 20 }),
      ...(circa && { circa: true }),
    };
    if (edtfOfCsl(date as CslDate) === read.text) return date;
  }
  return { raw: date };
}

function partsOfPoint(point: DatePoint | string | undefined): number[] | undefined {
  if (typeof point !== 'object' || point.unknownYearDigits > 0 || point.uncertain) return undefined;
  const { year, month, day } = point;
  // CSL has no year 0: -0049 in EDTF is -50 in CSL.
  return [
    year <= 0 ? year - 1 : year,
    ...(month === undefined ? [] : [month, ...(day === undefined ? [] : [day])]),
  ];
}
