import type { CslDate } from './generated/types.ts';

/** A date of CSL-JSON as EDTF text; `undefined` where it is only words. */
export function edtfOfCsl(date: CslDate | undefined): string | undefined {
  if (date === undefined || typeof date === 'string') return date;
  const season = Number(date.season);
  const ends = (date['date-parts'] ?? []).map((parts) => {
    // CSL counts seasons from 1, EDTF from 21; spring is the first of both.
    const known = parts.length === 1 && season >= 1 && season <= 4 ? [...parts, 20 + season] : parts;
    return known.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
  });
  if (ends.length === 0) return undefined;
  return ends.join('/') + (date.circa && ends.length === 1 ? '~' : '');
}
