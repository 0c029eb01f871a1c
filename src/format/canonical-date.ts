import { isEdtf } from '../model/edtf.ts';

/**
 * The one spelling of a date: today's EDTF (ISO 8601-2:2019) for what is written in the notation of the draft of 2012
 * (Library of Congress), which says the same in other signs: `uu` for unspecified digits, `?~` for uncertain and
 * approximate, `open` and `unknown` for the ends of an interval. Blanks around a date go. Whatever is no date
 * afterwards stays as it was: what it means is not certain.
 */
export function canonicalDate(text: string): string {
  if (isEdtf(text)) return text;
  const spelled = text.trim().split('/').map(respell).join('/');
  return isEdtf(spelled) ? spelled : text;
}

function respell(end: string, index: number, ends: readonly string[]): string {
  if (ends.length === 2 && end === 'unknown') return '';
  if (ends.length === 2 && index === 1 && end === 'open') return '..';
  return end.replace(/(?<=\d|-|[uxX])[ux]/g, 'X').replace(/\?~$|~\?$/, '%');
}
