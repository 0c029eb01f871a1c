import { type Answer, rowAsText } from '../../ledger/ask.ts';
import type { Column, TableName } from '../../ledger/columns.ts';
import type { TrackRecord } from '../../ledger/record.ts';
import { tables } from '../../ledger/tables.ts';
import { shortened } from '../../model/shown-text.ts';
import { plural } from './findings.ts';
import { printable } from './printable.ts';
import { table } from './table.ts';
import type { Colors } from './terminal.ts';

/** Longest text in any cell but the last, in characters. */
const MAX_CELL = 32;
/** Most entries of a list named in a cell; the others are counted. */
const MAX_MEMBERS = 1;
/** Longest line if output is not a terminal: the last column is cut there. */
const USUAL_WIDTH = 160;

/** Rows as a table: the columns asked for, or the most useful few. */
export function ledgerText(answer: Answer, width: number | undefined, color: Colors): string {
  const { of, rows, columns, hint } = answer;
  const wanted = new Set(columns.map(({ name }) => name));
  const few = ['assessment', ...tables[of].shown].filter((name) => wanted.has(name));
  const shown = columns.length < 10 ? columns.map(({ name }) => name) : few;
  // Only these are computed: of a large ledger, each column has to be read from the cache.
  const visible = { ...answer, columns: columns.filter(({ name }) => shown.includes(name)) };
  const lines = table(
    shown,
    rows.map((row) => {
      const texts = rowAsText(visible, row, MAX_MEMBERS);
      return shown.map((name, index) =>
        shortened(printable(texts[name] ?? ''), index === shown.length - 1 ? 1_000 : MAX_CELL),
      );
    }),
  ).map((line) => shortened(line, width ?? USUAL_WIDTH));
  const [head = '', ...body] = lines;
  return [
    ...(rows.length === 0 ? [] : [color.bold(head), ...body, '']),
    `${of === 'evidence' ? `${rows.length} items of evidence` : plural(rows.length, of.replace(/s$/, ''))}.${hint === undefined ? '' : ` ${hint}`}`,
    '',
  ].join('\n');
}

/** Describes the columns of a table, for queries. */
export function columnsText(of: TableName, columns: readonly Column[]): string {
  const lines = table(
    ['column', 'kind', 'what it says'],
    columns.map(({ name, kind, about, order }) => [
      name,
      kind,
      order ? `${about} (${order.join(' < ')})` : about,
    ]),
  );
  return `Columns of ${of}:\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
}

/** How well judgments forecast what happened. */
export function recordText(records: readonly TrackRecord[], color: Colors): string {
  return records.map((record) => `${one(record, color).join('\n')}\n`).join('\n');
}

function one(
  { group, scores, isTooFew, middle, againstBaseRate, counted, discrimination: auc }: TrackRecord,
  color: Colors,
): string[] {
  const { count, brier, logScore, skill, calibration } = scores;
  const number = (value: number | undefined) => (value === undefined ? 'none' : value.toFixed(3));
  const lines = [color.bold(group === undefined ? 'All judgments' : printable(group))];
  if (count > 0) {
    lines.push(
      `  ${plural(count, 'forecast')} scored. Brier score ${number(brier)} (0 is best; always saying 50 % gives ${number(middle)}), log score ${number(logScore)}, skill ${number(skill)}.`,
    );
    if (auc) {
      const ends = auc.interval?.map(number).join(' to ');
      lines.push(
        `  Discrimination (area under the curve; 0.5 is none, 1 perfect): ${number(auc.auc)}${ends === undefined ? '' : `, 95 % interval ${ends}`}.`,
      );
    }
    if (isTooFew) lines.push('  Too few to tell skill from luck.');
    if (againstBaseRate) {
      const { count: some, brier: own, baseRate } = againstBaseRate;
      lines.push(
        `  ${plural(some, 'forecast')} with a base rate: ${number(own)}, the base rate alone ${number(baseRate)}.`,
      );
    }
    lines.push(
      ...table(
        ['forecast', 'judgments', 'mean', 'came true', '95 % interval'],
        calibration.map(({ low, high, count: some, meanForecast, observedRate, interval }) => [
          `${percent(low)}–${percent(high)} %`,
          String(some),
          `${percent(meanForecast)} %`,
          `${percent(observedRate)} %`,
          `${percent(interval[0])}–${percent(interval[1])} %`,
        ]),
      ).map((line) => `    ${line}`),
    );
  } else lines.push('  No forecast can be scored yet.');
  const counts: readonly (readonly [number, string])[] = [
    [counted.open, 'open'],
    [counted.overdue, 'overdue'],
    [counted.early, 'resolved before their time is over: counted then'],
    [counted.withoutLikelihood, 'resolved without a likelihood: not scored'],
    [counted.withoutEvidence, 'resolved without evidence: not scored'],
    [counted.withdrawn, 'withdrawn before anybody knew: not scored'],
    [counted.rewordedLate, 'reworded when resolved or in the month before'],
    [counted.changedWhenResolved, 'given another likelihood when resolved: scored as before'],
  ];
  lines.push(...counts.filter(([some]) => some > 0).map(([some, what]) => `  ${some} ${what}.`));
  return lines;
}

function percent(share: number): string {
  return String(Math.round(share * 100));
}
