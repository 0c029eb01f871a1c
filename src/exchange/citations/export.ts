import { plugins } from '@citation-js/core';
import { isRecord } from '../../model/json.ts';
import '@citation-js/plugin-bibtex';
import { edtfOfCsl } from '../../model/csl-date.ts';
import { parseEdtf } from '../../model/edtf.ts';
import type { CslDate, CslItem } from '../../model/generated/types.ts';
import type { Exported, Exporter, ExportInput, Loss } from '../interfaces.ts';
import { readableId } from '../kit/ids.ts';
import { shown } from '../kit/text.ts';
import { readBibtex } from './bibtex.ts';
import { foreignDate } from './dates.ts';
import { type ForeignItem, ownItem } from './item.ts';
import { readRis, writeRis } from './ris.ts';
import { itemsOfAssessment } from './sources.ts';

type Item = Readonly<Record<string, unknown>>;

export const cslExporter = exporter(
  'csl',
  'CSL-JSON',
  'csl.json',
  (items) => `${JSON.stringify(items, null, 2)}\n`,
  (text) => (JSON.parse(text) as Item[]).map((csl) => ({ csl, at: () => '' })),
);

/** For classic BibTeX, and programs that read nothing newer: dates become year and month. */
export const bibtexExporter = exporter(
  'bibtex',
  'BibTeX',
  'bib',
  bibWriter('bibtex'),
  (text) => readBibtex(text).items,
);

/** For LaTeX with biblatex and biber. */
export const biblatexExporter = exporter(
  'biblatex',
  'BibLaTeX',
  'bib',
  bibWriter('biblatex'),
  (text) => readBibtex(text).items,
);

export const risExporter = exporter('ris', 'RIS', 'ris', writeRis, (text) => readRis(text).items);

/** CSL dates that biblatex has a field for. */
const BIB_DATES: Readonly<Record<string, string>> = {
  issued: 'date',
  accessed: 'urldate',
  'original-date': 'origdate',
  'event-date': 'eventdate',
};

/** Writes non-ASCII letters as LaTeX commands, for programs that read only ASCII. */
function bibWriter(dialect: 'bibtex' | 'biblatex'): (items: readonly Item[]) => string {
  return (items) => items.map((item) => bibEntry(item, dialect)).join('\n');
}

function bibEntry(item: Item, dialect: 'bibtex' | 'biblatex'): string {
  const text = String(plugins.output.format(dialect, [onOneLine(item)])).trim();
  // citation-js replaces keys that contain a hyphen, and does not write EDTF, which biblatex reads.
  const keyed = text.replace(
    /^(@\w+\{)[^,\n]*,/,
    (_, start: string) => `${start}${String(item['citation-key'])},`,
  );
  if (dialect === 'bibtex') return `${keyed}\n`;
  const dates = Object.entries(BIB_DATES).flatMap(([name, field]) => {
    const date = item[name];
    const edtf = isRecord(date) ? (edtfOfCsl(date as CslDate) ?? String(date.raw ?? '')) : '';
    return parseEdtf(edtf) ? [{ field, line: `\t${field} = {${edtf}},\n` }] : [];
  });
  const lines = keyed
    .replace(/\}$/, '')
    .split(/(?<=\n)/)
    .filter((line) => !dates.some(({ field }) => line.startsWith(`\t${field} = `)));
  return `${lines.join('')}${dates.map(({ line }) => line).join('')}}\n`;
}

/** Replaces line ends by spaces: a line of a text could otherwise begin like an entry. */
function onOneLine(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (Array.isArray(value)) return value.map(onOneLine);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, onOneLine(inner)]));
}

/**
 * An exporter of the sources. The output is parsed again, and whatever did not come back is reported as a loss:
 * the list of losses cannot be wrong.
 */
function exporter(
  id: string,
  label: string,
  ending: string,
  write: (items: readonly Item[]) => string,
  read: (text: string) => readonly ForeignItem[],
): Exporter {
  return { id, label, export: (input) => exportSources(input, ending, write, read) };
}

function exportSources(
  { assessment, register }: ExportInput,
  ending: string,
  write: (items: readonly Item[]) => string,
  read: (text: string) => readonly ForeignItem[],
): Exported {
  const sources = itemsOfAssessment(assessment.sources ?? [], register);
  const losses: Loss[] = Object.entries(assessment).flatMap(([key, value]) =>
    Array.isArray(value) && key !== 'sources' && value.length > 0 && key !== 'authors'
      ? [{ at: `/${key}`, what: key, why: 'A bibliography holds sources alone.', degree: 'dropped' } as const]
      : [],
  );
  const items = sources.map(({ id, csl }) => foreignItem(id, csl));
  const content = write(items);
  const back = read(content);
  for (const [index, { id, csl, pointer, source }] of sources.entries()) {
    for (const [key, value] of Object.entries(source)) {
      if (['id', 'ref', 'csl'].includes(key)) continue;
      const why = 'It is a judgment on the source, which a bibliography has no place for.';
      losses.push({
        at: `${pointer}/${key}`,
        what: `source: ${key}`,
        why,
        degree: 'dropped',
        value: shown(value),
      });
    }
    const found =
      back.length === sources.length
        ? back[index]
        : back.find((one) => one.csl['citation-key'] === keyOf(id, csl));
    const place = source.ref === undefined ? `${pointer}/csl` : pointer;
    losses.push(...lostOf(id, csl, found && ownItem(found).item, place, source.ref !== undefined));
  }
  return { files: [{ name: `${assessment.id}.${ending}`, content }], losses, remarks: [] };
}

/** A source as a CSL item under the source's id, its dates written for other programs. */
function foreignItem(id: string, csl: CslItem): Item {
  const properties = Object.entries(csl).map(([name, value]) => [
    name,
    isDate(name) ? foreignDate(value as CslDate) : value,
  ]);
  return { ...Object.fromEntries(properties), id, 'citation-key': keyOf(id, csl) };
}

/** The citation key the item was imported with, if the source's id was made from it; otherwise the id. */
function keyOf(id: string, csl: CslItem): string {
  const key = csl['citation-key'];
  return key !== undefined && /^[\w:.+-]+$/.test(key) && readableId(key, '') === id ? key : id;
}

function isDate(name: string): boolean {
  return ['issued', 'accessed', 'available-date', 'event-date', 'original-date', 'submitted'].includes(name);
}

function lostOf(id: string, csl: CslItem, back: CslItem | undefined, place: string, isRef: boolean): Loss[] {
  const returned = (back ?? {}) as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(csl).flatMap(([name, value]): Loss[] => {
    const what = `source: ${name}`;
    const at = isRef ? `${place} (${name})` : `${place}/${name}`;
    if (name === 'id' || name === 'citation-key') {
      const why = 'The id of the source takes its place.';
      return value === id || value === keyOf(id, csl)
        ? []
        : [{ at, what, why, degree: 'changed', value: shown(value) }];
    }
    const other = returned[name];
    if (canonical(name, value) === canonical(name, other)) return [];
    return other === undefined
      ? [{ at, what, why: 'The format has no place for it.', degree: 'dropped', value: shown(value) }]
      : [{ at, what, why: 'It is read back otherwise.', degree: 'changed', value: shown(value) }];
  });
}

/** A value in one notation, for comparison: numbers as text, dates as EDTF. */
function canonical(name: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (isDate(name)) return edtfOfCsl(value as CslDate) ?? JSON.stringify(value);
  if (typeof value === 'number') return JSON.stringify(String(value));
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === 'string') return inner.replace(/\s+/g, ' ').trim();
    if (!isRecord(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
