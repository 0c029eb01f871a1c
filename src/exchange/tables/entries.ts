import type { Actor, Evidence, Incident } from '../../model/generated/types.ts';
import { type Draft, UNWEIGHED } from '../kit/draft.ts';
import { oneLine, plainProse } from '../kit/text.ts';
import { type Row, typeOf } from './rows.ts';

// What one row of a table becomes: an actor, an incident with its evidence, or a value of a series.

export function numberIn(row: Row): number | undefined {
  const words = row.text('value')?.replace(/(?<=\d)[ \u00a0](?=\d{3}\b)/g, '');
  if (words === undefined) return undefined;
  if (/^-?\d{1,15}(?:\.\d{1,10})?$/.test(words)) return Number(words);
  // A comma is a decimal sign where it cannot separate thousands; otherwise it is ambiguous.
  if (/^-?\d{1,15},(?:\d{1,2}|\d{4,10})$/.test(words)) return Number(words.replace(',', '.'));
  if (/^-?\d{1,3}(?:,\d{3}){2,}$/.test(words)) return Number(words.replaceAll(',', ''));
  return undefined;
}

export function addActor(draft: Draft, row: Row, source: string): boolean {
  const name = row.text('name');
  if (name === undefined) return false;
  const aliases = (row.text('aliases') ?? '')
    .split(/[;|]/)
    .map((alias) => oneLine(alias))
    .filter((alias) => alias !== '');
  const summary = row.text('summary');
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

/** Adds an incident with its evidence. Returns whether there was one to add, and room for it. */
export function addIncident(draft: Draft, row: Row, source: string): boolean {
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
  const texts = row.mapping.told.flatMap((head) => {
    const words = row.column(head);
    return words === undefined ? [] : [`${head}: ${oneLine(words, 400)}`];
  });
  const type = typeOf(kind, row.mapping);
  if (type === undefined && kind !== undefined)
    texts.unshift(`${row.mapping.columns.type ?? 'type'}: ${oneLine(kind)}`);
  const country = row.text('country');
  const words = oneLine(title) || 'Incident';
  const evidenceId = draft.id('evidence', `${key ?? ''} ${words}`.trim(), JSON.stringify(row.cells));
  const statement = [
    plainProse(summary ?? `${words}.`),
    ...(texts.length > 0 ? ['', plainProse(`${texts.join('; ')}.`)] : []),
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
  return draft.add('incidents', incident, row.at(), 'row');
}

/**
 * As precise as the data set says: `about` the day if only the week is known, otherwise the month or the year.
 */
export function dateIn(row: Row): string | undefined {
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
  // GED: 4 the month, 5 the year; ACLED: 3 the month; lower values are about the day.
  if (row.mapping.columns.datePrecision === 'date_prec')
    return precision >= 5 ? date.slice(0, 4) : precision === 4 ? date.slice(0, 7) : `${date}~`;
  return precision >= 3 ? date.slice(0, 7) : `${date}~`;
}

/**
 * The place of an incident. Coordinates of a region's centre are not where it happened: they are left out, and
 * listed as a loss.
 */
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

/** Counts as reports by the table; the lowest and highest figure form a report of their own. */
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
