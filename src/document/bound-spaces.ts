/**
 * Spaces at which no line ends: between a number of up to three digits and what it counts or the month it is a day of, between a
 * month and its year, between an abbreviation or a sign and its number, and before a dash.
 */
const BOUND =
  /(?<=(?<!\d)\d{1,3}\.?) (?=\p{L})|(?<=\p{L}) (?=(?:1[89]|20)\d\d(?!\d))|(?<=(?<![\p{L}\p{N}])\p{L}{1,4}[.׳]|[№§]) (?=\d)|(?<=\S) (?=[–—] )/gu;

/** A text to print with no-break spaces in its dates, amounts and places in sources: “22 March”, “40 km”, “Art. 5”. */
export function withBoundSpaces(text: string): string {
  return text.replace(BOUND, '\u00a0');
}
