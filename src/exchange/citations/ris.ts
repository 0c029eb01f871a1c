import { plugins } from '@citation-js/core';
import { isRecord } from '../../model/json.ts';
import '@citation-js/plugin-ris';
import { parseEdtf } from '../../model/edtf.ts';
import type { Loss } from '../interfaces.ts';
import { shown } from '../kit/text.ts';
import type { Bibliography } from './bibtex.ts';

type RisRecord = Readonly<Record<string, string | readonly string[]>>;

const LINE = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/;

/**
 * Tags that citation-js always converts. For every other tag, whether it is lost is found out by converting the
 * record without it.
 */
const CARRIED = new Set([
  'TY',
  'AU',
  'A1',
  'TI',
  'T1',
  'PY',
  'Y1',
  'DO',
  'UR',
  'SP',
  'EP',
  'VL',
  'PB',
  'SN',
  'AB',
  'KW',
]);

export function looksLikeRis(text: string): boolean {
  return /^\s*TY {1,2}- [A-Z]/.test(text.slice(0, 2000));
}

/** Reads records of RIS: of the 2001 edition, the 2011 edition, or the mixture that most programs write. */
export function readRis(text: string): Bibliography {
  const losses: Loss[] = [];
  const { records, stray } = recordsOf(text);
  for (const line of stray) {
    const why = 'It stands outside of any record.';
    losses.push({
      at: `line ${line.number}`,
      what: 'line outside of a record',
      why,
      degree: 'dropped',
      value: shown(line.text),
    });
  }
  const items = records.flatMap((record, index) => {
    const at = (tag?: string) => `record ${index + 1}${tag === undefined ? '' : `, ${tag}`}`;
    const csl = convert(record);
    if (csl === undefined) {
      const why = 'It could not be read as a bibliographic item.';
      losses.push({ at: at(), what: 'record', why, degree: 'dropped', value: shown(record) });
      return [];
    }
    const whole = JSON.stringify(csl);
    for (const tag of Object.keys(record)) {
      if (CARRIED.has(tag)) continue;
      const { [tag]: value, ...rest } = record;
      if (JSON.stringify(convert(rest)) !== whole) continue;
      const why = 'Bibliographic items in CSL have no such property.';
      losses.push({ at: at(`tag ${tag}`), what: `tag ${tag}`, why, degree: 'dropped', value: shown(value) });
    }
    return [{ csl: corrected(csl, record), at: (property?: string) => at(property) }];
  });
  return { items, losses };
}

interface Records {
  readonly records: readonly RisRecord[];
  readonly stray: readonly { readonly number: number; readonly text: string }[];
}

/** A record begins with TY and ends with ER; a line without a tag continues the line before it. */
function recordsOf(text: string): Records {
  const records: Record<string, string | string[]>[] = [];
  const stray: { number: number; text: string }[] = [];
  let record: Record<string, string | string[]> | undefined;
  let last: string | undefined;
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const [, tag, value = ''] = LINE.exec(line.trimEnd()) ?? [];
    if (tag === 'TY') {
      record = { TY: value.trim().toUpperCase() };
      records.push(record);
      last = undefined;
    } else if (tag === 'ER') {
      record = undefined;
    } else if (record === undefined) {
      if (line.trim() !== '') stray.push({ number: index + 1, text: line });
    } else if (tag !== undefined) {
      last = tag;
      if (value.trim() !== '') append(record, tag, value.trim());
    } else if (last !== undefined && line.trim() !== '') {
      const value = record[last];
      const more = line.trim();
      if (Array.isArray(value)) value.push(`${value.pop() ?? ''} ${more}`);
      else record[last] = value === undefined ? more : `${value} ${more}`;
    }
  }
  return { records, stray };
}

function append(record: Record<string, string | string[]>, tag: string, value: string): void {
  const known = record[tag];
  if (Array.isArray(known)) known.push(value);
  else record[tag] = known === undefined ? value : [known, value];
}

function convert(record: RisRecord): Record<string, unknown> | undefined {
  try {
    const item = plugins.input.data(record, '@ris/record');
    const one: unknown = Array.isArray(item) ? item[0] : item;
    return isRecord(one) ? { ...one } : undefined;
  } catch {
    return undefined;
  }
}

/** A date as RIS writes it: `YYYY/MM/DD/other information`, with unknown parts left empty. */
const DATE = /^(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?(?:[/ ].*)?$/;

/** Corrects dates and names of organisations. */
function corrected(csl: Record<string, unknown>, record: RisRecord): Record<string, unknown> {
  for (const [property, tags] of Object.entries({ issued: ['DA', 'PY', 'Y1'], accessed: ['Y2'] })) {
    const texts = tags.flatMap((tag) => record[tag] ?? []);
    const dates = texts.flatMap((text) => {
      const [, ...parts] = DATE.exec(text.trim()) ?? [];
      const known = parts.filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
      const date = known.length > 0 ? known.join('-') : text.trim();
      return parseEdtf(date) ? [date] : [];
    });
    const [best] = dates.sort((a, b) => b.length - a.length);
    if (best !== undefined) csl[property] = best;
  }
  // Several notes (N1) become one text.
  if (Array.isArray(csl.note)) csl.note = csl.note.map(String).join('\n');
  for (const [property, value] of Object.entries(csl)) {
    if (!Array.isArray(value)) continue;
    csl[property] = value.map((name: unknown) =>
      isRecord(name) && typeof name.family === 'string' && name.given === undefined && /\s/.test(name.family)
        ? { literal: name.family }
        : name,
    );
  }
  return csl;
}

/**
 * Items as RIS. Lines are not wrapped: readers join continuation lines with a space, which would break
 * addresses and words. Dates are written in full digits, and the date of access under the tag that other
 * programs read.
 */
export function writeRis(items: readonly Readonly<Record<string, unknown>>[]): string {
  return items.map(recordText).join('\r\n');
}

function recordText(item: Readonly<Record<string, unknown>>): string {
  const { accessed, ...rest } = item;
  const records = plugins.output.format('ris', [rest], { format: 'object' });
  const record: unknown = Array.isArray(records) ? records[0] : undefined;
  if (!isRecord(record)) return '';
  const { TY: type, ...tags } = record;
  // citation-js cuts the id at twenty characters, an old limit of RIS.
  const own = { DA: dateOf(item.issued), Y2: dateOf(accessed), ID: item.id };
  const known = Object.entries(own).filter(([, value]) => value !== undefined);
  const lines = Object.entries({ ...tags, ...Object.fromEntries(known) }).flatMap(([tag, value]) =>
    [value].flat().map((one) => `${tag}  - ${String(one).replace(/\s+/g, ' ').trim()}`),
  );
  return `${[`TY  - ${String(type)}`, ...lines, 'ER  - '].join('\r\n')}\r\n`;
}

function dateOf(date: unknown): string | undefined {
  const list = isRecord(date) ? date['date-parts'] : undefined;
  const parts: unknown = Array.isArray(list) && list.length === 1 ? list[0] : undefined;
  if (!Array.isArray(parts)) return undefined;
  const [year, month, day] = parts.map((part) => String(part).padStart(2, '0'));
  return `${String(year).padStart(4, '0')}/${month ?? ''}/${day ?? ''}/`;
}
