import type { Actor, Evidence, Incident } from '../../model/generated/types.ts';
import type { ImportContext, Imported, Importer, ImportSource, Loss } from '../doors.ts';
import { Draft, UNGRADED, UNWEIGHED } from '../kit/draft.ts';
import { readableId } from '../kit/ids.ts';
import { oneLine, plainProse } from '../kit/text.ts';
import { refusal } from '../source.ts';
import { type KnownTable, knownTable, knownTables } from './known.ts';
import { readMapping, suggestMapping, type TableMapping } from './mapping.ts';
import { entryIn, isOwnList, LISTS } from './own-list.ts';
import { readTable, type Table } from './read.ts';
import { type Row, rowsOf, typeOf } from './rows.ts';

/** Losses are told cell by cell as far as somebody may read them; beyond, by column. */
const MAX_CELL_LOSSES = 20_000;

const ENDINGS: readonly string[] = ['.csv', '.tsv'];

/** Tables of ACLED, UCDP GED and GTD, each read as its codebook says. */
export const knownTableImporters: readonly Importer[] = knownTables.map((known) => ({
  id: known.id,
  label: known.label,
  endings: [],
  recognises: (source) => known === knownTable(headsOf(source)),
  import: (source, context) => importTable(source, context, known),
}));

/** Any other table, by a mapping that is suggested from its heads, and kept. */
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

/** The heads alone: the first line in whatever encoding. */
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
  const kept = context.settings === undefined ? undefined : readMapping(context.settings, table.heads);
  if (kept && kept.mapping === undefined) return { parts: [], losses: [], remarks: kept.remarks };
  const mapping = kept?.mapping ?? known?.mapping ?? suggestMapping(table.heads, oneLine(name) || 'Table');
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
  // How a known data set is read is no matter of choice.
  const settings = known && kept === undefined ? undefined : mapping;
  return { ...content, remarks, ...(settings !== undefined && { settings }) };
}

/** The list that a table holds whose name says so (`memo.gaps.csv`, `gaps.csv`), and whose heads are its properties. */
function ownListIn(name: string, heads: readonly string[]): string | undefined {
  const list = name.slice(name.lastIndexOf('.') + 1);
  return LISTS.includes(list) && isOwnList(list, heads) ? list : undefined;
}

/** A list as `export --to csv` wrote it, and somebody may have changed it. */
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

/** Columns that the table has: files of one data set differ by year and by what was selected. */
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
  let latest: string | undefined;
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
      const date = addIncident(draft, row, sourceId);
      isIn = date !== false;
      if (typeof date === 'string' && (latest === undefined || date > latest)) latest = date;
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

/** One loss for each cell, or, of tables where nobody could read that, one for each column. */
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

function numberIn(row: Row): number | undefined {
  const words = row.text('value')?.replace(/(?<=\d)[ \u00a0](?=\d{3}\b)/g, '');
  if (words === undefined) return undefined;
  if (/^-?\d{1,15}(?:\.\d{1,10})?$/.test(words)) return Number(words);
  // A comma is decimal where it cannot divide thousands; else nobody can tell.
  if (/^-?\d{1,15},(?:\d{1,2}|\d{4,10})$/.test(words)) return Number(words.replace(',', '.'));
  if (/^-?\d{1,3}(?:,\d{3}){2,}$/.test(words)) return Number(words.replaceAll(',', ''));
  return undefined;
}

function addActor(draft: Draft, row: Row, source: string): boolean {
  const name = row.text('name');
  if (name === undefined) return false;
  const aliases = (row.text('aliases') ?? '')
    .split(/[;|]/)
    .map((alias) => oneLine(alias))
    .filter((alias) => alias !== '');
  const summary = row.text('summary');
  row.giveBack('type');
  const actor = {
    name: oneLine(name),
    ...(aliases.length > 0 && { aliases: [...new Set(aliases)] }),
    summary: [plainProse(summary ?? 'Listed in the table.')]
      .flat()
      .map((line, index, all) =>
        index === all.length - 1 ? `${line}[@${source}, row ${row.number}]` : line,
      ),
  } as Actor & { name: string };
  return draft.addActor(actor, JSON.stringify(row.cells), row.at(), 'row') !== undefined;
}

/** An incident with its evidence. Gives the date, or `false` where the row names no incident. */
function addIncident(draft: Draft, row: Row, source: string): string | undefined | false {
  const key = row.text('key');
  const date = dateIn(row);
  const kind = row.text('type');
  const place = row.text('place');
  const summary = row.text('summary');
  const title =
    row.text('title') ??
    [
      kind === undefined || /^\d+$/.test(kind) ? 'Incident' : kind,
      place && `in ${place}`,
      date?.replace(/[~?]/g, ''),
    ]
      .filter(Boolean)
      .join(', ')
      .replace(', in ', ' in ');
  if (date === undefined && summary === undefined && place === undefined && row.text('title') === undefined)
    return false;
  const told = row.mapping.told.flatMap((head) => {
    const words = row.column(head);
    return words === undefined ? [] : [`${head}: ${oneLine(words, 400)}`];
  });
  const type = typeOf(kind, row.mapping);
  if (type === undefined && kind !== undefined)
    told.unshift(`${row.mapping.columns.type ?? 'type'}: ${oneLine(kind)}`);
  const country = row.text('country');
  const words = oneLine(title) || 'Incident';
  const evidenceId = draft.id('evidence', `${key ?? ''} ${words}`.trim(), JSON.stringify(row.cells));
  const statement = [
    plainProse(summary ?? `${words}.`),
    ...(told.length > 0 ? ['', plainProse(`${told.join('; ')}.`)] : []),
  ].flat();
  const evidence: Evidence = {
    id: evidenceId,
    statement,
    kind: 'report',
    citations: [
      { source, locator: key === undefined ? `row ${row.number}` : oneLine(key), credibility: UNWEIGHED },
    ],
  };
  if (!draft.add('evidence', evidence, row.at(), 'row')) return false;
  const target = row.text('target');
  const weapons = row.text('weapons');
  const note = row.text('dateNote');
  const incident: Incident = {
    id: draft.id('incidents', `${words} ${key ?? ''}`.trim(), JSON.stringify(row.cells)),
    title: words,
    ...(date !== undefined && { date }),
    ...(note !== undefined && { dateNote: plainProse(note) }),
    ...placeIn(row, place, country),
    type: type ?? 'unknown',
    ...(target !== undefined && { target: oneLine(target) }),
    ...(weapons !== undefined && { weapons: oneLine(weapons) }),
    ...countsIn(row, source),
    evidence: [evidenceId],
  };
  draft.add('incidents', incident, row.at(), 'row');
  return date;
}

/** As precise as the data set says: a week is about its day, beyond that the day or the month is not known. */
function dateIn(row: Row): string | undefined {
  const year = row.text('year');
  if (year !== undefined && /^\d{4}$/.test(year)) {
    const [month, day] = [row.count('month') ?? 0, row.count('day') ?? 0];
    const two = (value: number) => String(value).padStart(2, '0');
    return `${year}${month > 0 ? `-${two(month)}${day > 0 ? `-${two(day)}` : ''}` : ''}`;
  }
  const date = row.date('date');
  const until = row.date('until');
  const precision = row.count('datePrecision');
  if (date === undefined) return undefined;
  if (until !== undefined && until > date) return `${date}/${until}`;
  if (precision === undefined || precision <= 1) return date;
  // GED: 5 the year, 4 the month; ACLED: 3 the month; less is about the day.
  if (row.mapping.columns.datePrecision === 'date_prec')
    return precision >= 5 ? date.slice(0, 4) : precision === 4 ? date.slice(0, 7) : `${date}~`;
  return precision >= 3 ? date.slice(0, 7) : `${date}~`;
}

/** Coordinates of a region's middle are not where something happened: they are left out, and listed. */
function placeIn(
  row: Row,
  name: string | undefined,
  country: string | undefined,
): Pick<Incident, 'place'> | object {
  const precision = row.count('placePrecision') ?? 1;
  const latitude = row.degrees('latitude', 90);
  const longitude = row.degrees('longitude', 180);
  const isExact = precision < 3 && latitude !== undefined && longitude !== undefined;
  if (!isExact) for (const field of ['latitude', 'longitude']) row.giveBack(field);
  const shown = name ?? country;
  if (shown === undefined) return {};
  return {
    place: {
      name: oneLine(shown),
      ...(country !== undefined && name !== undefined && { country: oneLine(country) }),
      ...(isExact && { coordinates: { latitude, longitude } }),
    },
  };
}

/** Counts as reports of the table; a lowest and highest figure are a report of their own. */
function countsIn(
  row: Row,
  source: string,
): Partial<Pick<Incident, 'killed' | 'injured' | 'arrested' | 'perpetrators'>> {
  const counts = (['injured', 'arrested', 'perpetrators'] as const).flatMap((field) => {
    const value = row.count(field);
    return value === undefined ? [] : [[field, { reports: [{ value, source }] }] as const];
  });
  const value = row.count('killed');
  const [min, max] = [row.count('killedLow'), row.count('killedHigh')];
  const hasRange = min !== undefined && max !== undefined && min < max;
  const reports = [
    ...(value === undefined ? [] : [{ value, source }]),
    ...(hasRange ? [{ min, max, source }] : []),
  ];
  const [first, ...rest] = reports;
  return {
    ...(first !== undefined && { killed: { reports: [first, ...rest] } }),
    ...Object.fromEntries(counts),
  };
}
