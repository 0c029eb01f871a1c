import type { CslDate } from './generated/types.ts';

/** Names of seasons as CSL's processors know them, in the order of their numbers. */
const SEASONS: readonly RegExp[] = [/^spring$/i, /^summer$/i, /^(?:autumn|fall)$/i, /^winter$/i];

/** A date of CSL-JSON as EDTF text; `undefined` where it is only words. */
export function edtfOfCsl(date: CslDate | undefined): string | undefined {
  if (date === undefined || typeof date === 'string') return date;
  const season = seasonNumber(date.season);
  const doubt = isSet(date.circa) ? '~' : '';
  const ends = (date['date-parts'] ?? []).map(([year, ...rest]) => {
    // CSL counts seasons from 1, EDTF from 21; spring is the first of both.
    const isSeason = rest.length === 0 && season !== undefined;
    const parts = isSeason ? [20 + season] : rest;
    // EDTF has no doubt about a season.
    const mark = isSeason ? '' : doubt;
    return [yearOfCsl(year), ...parts.map((part) => String(part).padStart(2, '0'))].join('-') + mark;
  });
  return ends.length === 0 ? undefined : ends.join('/');
}

/**
 * CSL counts years before our era as historians do, without a year 0; ISO 8601 has one, so that 50 BCE is -0049. Years of
 * more than four digits begin with Y in EDTF.
 */
function yearOfCsl(year: string | number | undefined): string {
  if (!/^-?\d+$/.test(String(year))) return String(year);
  const count = Number(year);
  const astronomical = count < 0 ? count + 1 : count;
  const digits = String(Math.abs(astronomical)).padStart(4, '0');
  return `${digits.length > 4 ? 'Y' : ''}${astronomical < 0 ? '-' : ''}${digits}`;
}

function seasonNumber(season: string | number | undefined): number | undefined {
  const name = String(season ?? '').trim();
  const index = SEASONS.findIndex((pattern) => pattern.test(name));
  const number = index < 0 ? Number(name) : index + 1;
  return number >= 1 && number <= 4 ? number : undefined;
}

/** Exporters write `circa` as a truth value, a number or a word. */
function isSet(circa: boolean | number | string | undefined): boolean {
  return Boolean(circa) && circa !== '0' && circa !== 'false';
}
