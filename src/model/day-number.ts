const DAY = 86_400_000;
const ISO_DAY = /^(-?)(\d{4,})-(\d\d)-(\d\d)$/;

/**
 * An ISO day (`2025-05-27`, `-0044-03-15`, `12025-01-01`) as a number of days since 1970: texts of years before the
 * common era or after 9999 do not sort as dates. `NaN` for anything else.
 */
export function dayNumber(day: string): number {
  const [whole, sign, year, month, date] = ISO_DAY.exec(day) ?? [];
  if (whole === undefined) return Number.NaN;
  const time = new Date(0);
  time.setUTCFullYear(Number(`${sign}${year}`), Number(month) - 1, Number(date));
  return time.getTime() / DAY;
}
