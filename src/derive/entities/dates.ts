import { type EdtfDate, parseEdtf } from '../../model/edtf.ts';

/** A date of the file, if it has one. Validation has let only readable dates through. */
export function viewDate(text: string | undefined): EdtfDate | undefined {
  return text === undefined ? undefined : parseEdtf(text);
}

/** The information cut-off, which every file has. Validation lets no unreadable one through; the type needs an answer. */
export function viewCutOff(text: string): EdtfDate {
  return parseEdtf(text) ?? { text, kind: 'interval', start: 'unknown', end: 'unknown' };
}
