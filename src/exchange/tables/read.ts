import { parse } from 'csv-parse/sync';
import type { Remark } from '../../model/finding.ts';
import { MAX_IMPORT_ENTRIES } from '../limits.ts';
import { refusal } from '../source.ts';

/** More columns than any table of events has; a file with more is a mistake or an attack. */
export const MAX_COLUMNS = 1_000;

/** Longest record, in bytes. */
const MAX_RECORD = 1_000_000;

export interface Table {
  /** Unique column names, trimmed. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface TableReading {
  readonly table?: Table;
  readonly remarks: readonly Remark[];
}

/** Reads a table of separated values, in any encoding that spreadsheets write. */
export function readTable(bytes: Uint8Array): TableReading {
  const { text, remarks } = decodeTable(bytes);
  if (text === undefined) return { remarks };
  const first = text.slice(0, 200_000).split(/\r\n?|\n/, 1)[0] ?? '';
  const delimiter = delimiterOf(first);
  if (delimiter === undefined)
    return refused(
      'not-this-format',
      'The file is not a table: its first line names no columns.',
      'Its first line must name at least two columns, divided by commas, semicolons or tabs.',
    );
  if (first.split(delimiter).length > MAX_COLUMNS) return tooWide();
  let records: readonly (readonly string[])[];
  try {
    records = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: MAX_RECORD,
      to: MAX_IMPORT_ENTRIES + 2,
    }) as string[][];
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : undefined;
    const where = line === undefined ? '' : ` near line ${line}`;
    return refused(
      'invalid-table',
      `The table cannot be read${where}: a quotation mark is missing, or a record is longer than ${MAX_RECORD.toLocaleString('en')} bytes.`,
      'Save it again from the program it comes from.',
    );
  }
  const [names = [], ...rows] = records;
  if (names.length > MAX_COLUMNS) return tooWide();
  if (rows.length > MAX_IMPORT_ENTRIES) {
    const most = MAX_IMPORT_ENTRIES.toLocaleString('en');
    return refused(
      'too-many-entries',
      `The table has more than ${most} rows.`,
      'Select the rows that the assessment is about.',
    );
  }
  const heads = uniqueNames(names);
  const extra = rows.findIndex(
    (row) => row.length > heads.length && row.slice(heads.length).some((cell) => cell.trim() !== ''),
  );
  if (extra >= 0) {
    return refused(
      'invalid-table',
      `Row ${extra + 2} has more cells than the first row names columns.`,
      'A cell with a comma in it must stand in quotation marks.',
    );
  }
  return { table: { heads, rows }, remarks };
}

function refused(rule: string, message: string, help: string): TableReading {
  return { remarks: [refusal(rule, '', message, help)] };
}

function tooWide(): TableReading {
  return refused(
    'too-many-columns',
    `The table has more than ${MAX_COLUMNS.toLocaleString('en')} columns.`,
    'Select those that are needed.',
  );
}

/** A repeated or missing name gets the number of its column, or the next one that makes it different. */
function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const plain = name.replace(/\s+/g, ' ').trim().slice(0, 100);
    let unique = plain || `column ${index + 1}`;
    for (let number = index + 1; taken.has(unique); number += 1) unique = `${plain || 'column'} ${number}`;
    taken.add(unique);
    return unique;
  });
}

/** The delimiter that splits the first line into the most columns, outside quotation marks. */
function delimiterOf(line: string): string | undefined {
  const bare = line.replace(/"(?:[^"]|"")*"/g, '');
  const counts = [',', ';', '\t', '|'].map((sign) => ({ sign, count: bare.split(sign).length - 1 }));
  const [best] = counts.sort((a, b) => b.count - a.count);
  return best && best.count > 0 ? best.sign : undefined;
}

interface Decoded {
  readonly text?: string;
  readonly remarks: readonly Remark[];
}

/**
 * UTF-8, UTF-16 (Excel's "Unicode text"), or a Windows code page: 1251 if that makes most of the letters beyond
 * ASCII Cyrillic, otherwise 1252. The last two are guesses, and reported as such.
 */
export function decodeTable(bytes: Uint8Array): Decoded {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) {
    const text = new TextDecoder(wide).decode(bytes);
    return text.includes('\0') ? { remarks: [nulFound()] } : { text, remarks: [] };
  }
  if (bytes.includes(0)) return { remarks: [nulFound()] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), remarks: [] };
  } catch {
    // Not UTF-8: try a code page.
  }
  const cyrillic = new TextDecoder('windows-1251').decode(bytes);
  const letters = cyrillic.match(/[а-яё]{2,}/gi)?.join('').length ?? 0;
  const beyond = bytes.reduce((count, byte) => count + (byte > 127 ? 1 : 0), 0);
  const encoding = letters > beyond / 2 ? 'windows-1251' : 'windows-1252';
  const text = encoding === 'windows-1251' ? cyrillic : new TextDecoder(encoding).decode(bytes);
  return {
    text,
    remarks: [
      {
        rule: 'guessed-encoding',
        severity: 'warning',
        pointer: '',
        message: `The file is not written in UTF-8; it was read as ${encoding === 'windows-1251' ? 'Windows-1251' : 'Windows-1252'}.`,
        help: 'Look at the letters; where they are wrong, save the table as “CSV UTF-8”.',
      },
    ],
  };
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // No byte-order mark: column names are mostly ASCII, so that in UTF-16 every second byte is 0.
  const start = bytes.subarray(0, 200);
  const zeros = (offset: number) => start.filter((byte, index) => index % 2 === offset && byte === 0).length;
  if (start.length < 8) return undefined;
  if (zeros(1) > start.length / 3 && zeros(0) === 0) return 'utf-16le';
  return zeros(0) > start.length / 3 && zeros(1) === 0 ? 'utf-16be' : undefined;
}

function nulFound(): Remark {
  return refusal(
    'invalid-text',
    '',
    'The file contains NUL characters: it is not text, or it is damaged.',
    'Export it as CSV.',
  );
}
