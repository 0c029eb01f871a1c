import { type EdtfDate, parseEdtf } from '../model/edtf.ts';

/** A date of the file, if it has one. Validation has let only readable dates through. */
export function viewDate(text: string | undefined): EdtfDate | undefined {
  return text === undefined ? undefined : parseEdtf(text);
}
