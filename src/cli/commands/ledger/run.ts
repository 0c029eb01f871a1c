import { openCache } from '../../../cache/cache.ts';
import { answerCsv, ask, columnsOf, type Question, rowAsData } from '../../../ledger/ask.ts';
import { tableNamed } from '../../../ledger/columns.ts';
import { openLedger } from '../../../ledger/ledger.ts';
import { type RecordGroup, recordGroups } from '../../../ledger/record-groups.ts';
import { UsageFault } from '../../../model/fault.ts';
import { hasErrors } from '../../../model/finding.ts';
import { jsonText } from '../../../model/json.ts';
import { nearest } from '../../../model/suggest.ts';
import { ExitCode } from '../../exit-codes.ts';
import { findingText, plural } from '../../print/findings.ts';
import { columnsText, ledgerText, recordText } from '../../print/ledger.ts';
import type { Terminal } from '../../print/terminal.ts';
import { processEffects } from '../../process-effects.ts';

export interface LedgerFlags {
  readonly of: string;
  readonly editions: 'current' | 'all';
  readonly format: 'text' | 'json' | 'csv';
  readonly sort?: string;
  readonly columns?: readonly string[];
  /** Ids or paths. */
  readonly assessment?: readonly string[];
  readonly release?: string;
  /** The track record: of everybody (`true`), or by a group. */
  readonly record?: string | true;
  /** Print completions for the end of the query instead of rows. */
  readonly complete?: boolean;
  /** Print the columns of the table instead of rows. */
  readonly describe?: boolean;
}

/**
 * `threat-memo ledger`. Files missing from it are reported on standard error, since the answer is then
 * incomplete.
 */
export async function runLedgerCommand(
  query: string | undefined,
  flags: LedgerFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const of = tableNamed(flags.of);
  if (flags.describe) {
    terminal.out(columnsText(of, columnsOf(of)));
    return ExitCode.clean;
  }
  const by = typeof flags.record === 'string' ? named(flags.record, recordGroups, 'group') : undefined;
  const effects = processEffects();
  const release =
    flags.release === undefined
      ? undefined
      : await (await import('../../../project/config/release-level.ts')).releaseLevel(flags.release, effects);
  const ledger = await openLedger(effects, {
    named: flags.assessment ?? [],
    cache: openCache(effects, __BUILD_ID__),
    ...(release && { release }),
  });
  for (const finding of ledger.findings) terminal.err(findingText(finding, terminal.color));
  if (ledger.leftOut > 0) {
    terminal.err(`${plural(ledger.leftOut, 'assessment')} cannot be released at ${String(release)}.\n`);
  }
  if (flags.complete) {
    const text = query ?? '';
    const today = effects.today();
    const { completeQuery } = await import('../../../ledger/complete-query.ts');
    const { from, options } = completeQuery(text, text.length, { of, rows: ledger.rows(of), today });
    terminal.out(options.map((option) => `${text.slice(0, from)}${option.text}\t${option.about}\n`).join(''));
    return ExitCode.clean;
  }
  const question: Question = {
    of,
    ...(query !== undefined && { query }),
    editions: flags.record === undefined ? flags.editions : 'all',
    ...(flags.sort !== undefined && { sort: flags.sort }),
    ...(flags.columns && { columns: flags.columns }),
  };
  terminal.out(await textOf(ask(ledger, question, effects.today()), by, flags, terminal));
  return hasErrors(ledger.findings) ? ExitCode.findings : ExitCode.clean;
}

async function textOf(
  answer: ReturnType<typeof ask>,
  by: RecordGroup | undefined,
  { format, record }: LedgerFlags,
  terminal: Terminal,
): Promise<string> {
  const { of, today, rows } = answer;
  if (record !== undefined) {
    if (of !== 'judgments') throw new UsageFault('Only judgments have a track record: leave out --of.');
    if (format === 'csv') throw new UsageFault('A track record is given as text or JSON.');
    const { trackRecords } = await import('../../../ledger/record.ts');
    const records = trackRecords(rows, today, by);
    return format === 'json'
      ? `${jsonText({ today, by: by ?? null, records }, 2)}\n`
      : recordText(records, terminal.outColor);
  }
  if (format === 'csv') return answerCsv(answer);
  if (format === 'json') {
    const data = rows.map((row) => rowAsData(answer, row));
    return `${jsonText({ of, today, rows: data }, 2)}\n`;
  }
  return ledgerText(answer, terminal.isWatched ? terminal.width : undefined, terminal.outColor);
}

function named<Name extends string>(given: string, names: readonly Name[], what: string): Name {
  const found = names.find((name) => name === given);
  if (found !== undefined) return found;
  const meant = nearest(given, names);
  throw new UsageFault(
    `There is no ${what} ${given}. ${meant === undefined ? `There are ${names.join(', ')}.` : `Did you mean ${meant}?`}`,
  );
}
