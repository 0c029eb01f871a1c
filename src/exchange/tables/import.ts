import type { ImportContext, Imported, Importer, ImportSource, Loss } from '../interfaces.ts';
import { Draft, UNGRADED } from '../kit/draft.ts';
import { readableId } from '../kit/ids.ts';
import { oneLine } from '../kit/text.ts';
import { refusal } from '../source.ts';
import { addActor, addIncident, numberIn } from './entries.ts';
import { type KnownTable, knownTable, knownTables } from './known.ts';
import { readMapping, suggestMapping, type TableMapping } from './mapping.ts';
import { entryIn, isOwnList, LISTS } from './own-list.ts';
import { readTable, type Table } from './read.ts';
import { rowsOf } from './rows.ts';

/** Most losses listed cell by cell, which a person might still read; beyond that, they are listed by column. */
const MAX_CELL_LOSSES = 20_000;

const ENDINGS: readonly string[] = ['.csv', '.tsv'];

/** Tables of ACLED, UCDP GED and GTD, read as their codebooks say. */
export const knownTableImporters: readonly Importer[] = knownTables.map((known) => ({
  id: known.id,
  label: known.label,
  endings: [],
  recognises: (source) => known === knownTable(headsOf(source)),
  import: (source, context) => importTable(source, context, known),
}));

/** Any other table, by a mapping that is suggested from the column names and saved. */
export const csvImporter: Importer = {
  id: 'csv',
  label: 'a table (CSV)',
  endings: ENDINGS,
  recognises: (source) => {
    if (!ENDINGS.some((ending) => source.file.toLowerCase().endsWith(ending))) return false;
    const heads = headsOf(source);
    return heads.length > 1 && knownTable(heads) === undefined;
  },
  import: (source, context) => importTable(source, context, undefined),
};

/** The column names alone: the first line, in whatever encoding. */
function headsOf({ bytes }: ImportSource): readonly string[] {
  const start = bytes.subarray(0, 64_000);
  const isMarkup = /^\s*[{[<@]/.test(new TextDecoder('latin1').decode(start.subarray(0, 100)));
  const end = start.findIndex((byte, index) => byte === 10 && index > 0);
  return isMarkup
    ? []
    : (readTable(start.subarray(0, end < 0 ? undefined : end + 2 - (end % 2))).table?.heads ?? []);
}

function importTable(source: ImportSource, context: ImportContext, known: KnownTable | undefined): Imported {
  const { table, remarks } = readTable(source.bytes);
  if (table === undefined) return { parts: [], losses: [], remarks };
  const name = source.file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  const list = known || context.settings !== undefined ? undefined : ownListIn(name, table.heads);
  if (list !== undefined) return { ...readOwnList(list, table), remarks };
  const missing = known?.marks.filter((mark) => !table.heads.includes(mark)) ?? [];
  if (known && missing.length > 0) {
    const message = `The table is not of ${known.label}: it has no column ${missing.map((mark) => `\`${mark}\``).join(', ')}.`;
    return {
      parts: [],
      losses: [],
      remarks: [refusal('not-this-format', '', message, 'Read it with `--from csv`.')],
    };
  }
  const fromSettings =
    context.settings === undefined ? undefined : readMapping(context.settings, table.heads);
  if (fromSettings && fromSettings.mapping === undefined)
    return { parts: [], losses: [], remarks: fromSettings.remarks };
  const mapping =
    fromSettings?.mapping ?? known?.mapping ?? suggestMapping(table.heads, oneLine(name) || 'Table');
  if (mapping === undefined) {
    const message = 'The names of the columns do not tell what the table holds.';
    const help = `Say it in a mapping. The columns are ${table.heads
      .slice(0, 20)
      .map((head) => `\`${head}\``)
      .join(', ')}.`;
    return { parts: [], losses: [], remarks: [refusal('no-mapping', '', message, help)] };
  }
  const present = {
    ...mapping,
    columns: presentOf(mapping, table),
    told: mapping.told.filter((head) => table.heads.includes(head)),
  };
  const content = readRows(table, present, context, name);
  // The mapping of a known data set is fixed, so that it is not saved.
  const settings = known && fromSettings === undefined ? undefined : mapping;
  return { ...content, remarks, ...(settings !== undefined && { settings }) };
}

/**
 * The list a table holds, if its file name says so (`memo.gaps.csv`, `gaps.csv`) and its columns are properties
 * of that list.
 */
function ownListIn(name: string, heads: readonly string[]): string | undefined {
  const list = name.slice(name.lastIndexOf('.') + 1);
  return LISTS.includes(list) && isOwnList(list, heads) ? list : undefined;
}

/** Reads a list that `export --to csv` wrote and somebody may have edited. */
function readOwnList(list: string, { heads, rows }: Table): Pick<Imported, 'parts' | 'losses'> {
  const losses: Loss[] = [];
  const entries: Record<string, unknown>[] = [];
  for (const [index, cells] of rows.entries()) {
    const at = `row ${index + 2}`;
    const { entry, unread } = entryIn(
      list,
      new Map(heads.map((head, column) => [head, cells[column] ?? ''])),
    );
    for (const path of unread) {
      const why = 'It cannot be what this property holds.';
      const value = oneLine(cells[heads.indexOf(path)] ?? '', 120);
      losses.push({ at: `${at}, column "${path}"`, what: `column "${path}"`, why, degree: 'dropped', value });
    }
    if (typeof (entry.id ?? entry.ref) === 'string') entries.push(entry);
    else if (cells.some((cell) => cell !== '')) {
      const value = oneLine(cells.join(' | '), 120);
      losses.push({ at, what: 'row', why: 'It has no id.', degree: 'dropped', value });
    }
  }
  const content = { [list]: entries } as Imported['parts'][number]['content'];
  return { parts: entries.length > 0 ? [{ belongs: 'existing', content, returns: true }] : [], losses };
}

/** The mapped columns that the table has: files of one data set differ by year and by selection. */
function presentOf({ columns }: TableMapping, { heads }: Table): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(columns).filter(([, head]) => heads.includes(head)));
}

function readRows(
  table: Table,
  mapping: TableMapping,
  context: ImportContext,
  name: string,
): Pick<Imported, 'parts' | 'losses'> {
  const draft = new Draft(context);
  const { title, publisher } = mapping.source;
  const sourceId = draft.id('sources', readableId(publisher ?? title, 'table'), title);
  const csl = { type: 'dataset' as const, title, ...(publisher !== undefined && { publisher }) };
  const isUsed = { source: false };
  draft.add('sources', { id: sourceId, csl, reliability: UNGRADED }, 'the table', 'source');
  const rows = rowsOf(table, mapping);
  const losses: Loss[] = [];
  const series: { at: string; value: number; source: string }[] = [];
  for (const row of rows) {
    let isIn: boolean;
    if (mapping.as === 'series') {
      const at = row.date('at');
      const value = numberIn(row);
      isIn = at !== undefined && value !== undefined;
      if (at !== undefined && value !== undefined) series.push({ at, value, source: sourceId });
    } else if (mapping.as === 'actors') {
      isIn = addActor(draft, row, sourceId);
    } else {
      isIn = addIncident(draft, row, sourceId);
    }
    if (isIn) {
      isUsed.source = true;
      losses.push(...row.unread());
    } else if (row.cells.some((cell) => cell.trim() !== '')) {
      const why =
        mapping.as === 'series'
          ? 'It has no date and number that can be read.'
          : 'It has nothing to be called by, or there is no more room.';
      losses.push({
        at: row.at(),
        what: 'row',
        why,
        degree: 'dropped',
        value: oneLine(row.cells.join(' | '), 120),
      });
    }
  }
  const all = [...draft.losses, ...briefly(losses)];
  if (!isUsed.source) return { parts: [], losses: all };
  const heading = oneLine(name) || title;
  const trends =
    series.length > 0
      ? [
          {
            id: readableId(mapping.columns.value ?? 'series', 'series'),
            subject: oneLine(mapping.columns.value ?? 'Series'),
            direction: 'unknown' as const, // nobody has judged it
            series: series.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
          },
        ]
      : [];
  const whole = draft.finish({
    id: readableId(`${heading} imported`, 'table'),
    title: `Imported: ${heading}`,
    asOf: context.today,
  });
  const content = trends.length > 0 ? { ...whole, trends } : whole;
  return { parts: [{ belongs: 'assessment', content }], losses: all };
}

/** One loss for each cell; for tables where nobody could read that many, one for each column. */
function briefly(losses: readonly Loss[]): readonly Loss[] {
  if (losses.length <= MAX_CELL_LOSSES) return losses;
  const columns = new Map<string, { loss: Loss; count: number }>();
  for (const loss of losses) {
    const key = `${loss.what} ${loss.why}`;
    const known = columns.get(key);
    if (known) known.count += 1;
    else columns.set(key, { loss, count: 1 });
  }
  return [...columns.values()].map(({ loss, count }) => ({
    ...loss,
    at: `${loss.at} and ${(count - 1).toLocaleString('en')} more`,
  }));
}
