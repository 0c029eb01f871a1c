import type { AssessmentHistory, HistoryState, JudgmentState } from '../../history/history.ts';
import { printable } from './printable.ts';
import { table } from './table.ts';
import type { Colors } from './terminal.ts';
import { wrap } from './wrap.ts';

/** Longest line: longer ones are hard to read, however wide the terminal is. */
const WIDEST = 110;

/** The states of an assessment, and the course of each judgment and each level, for people. */
export function historyText(history: AssessmentHistory, width: number, color: Colors): string {
  const columns = Math.max(40, Math.min(width, WIDEST));
  const { id, title, states, judgments, levels, confidence = ['low', 'moderate', 'high'] } = history;
  const parts = [
    [...wrap(printable(title), columns).map(color.bold), color.dim(id)],
    [color.underline('States'), ...indented(statesTable(history))],
    [
      color.underline('Judgments'),
      ...judgments.flatMap(({ id: name, statement, states: own }) => [
        ...wrap(`${name}: ${printable(statement)}`, columns, '  '),
        ...indented(indented(judgmentTable(own, states, confidence))),
      ]),
    ],
    levels.length === 0
      ? []
      : [
          color.underline('Capability and intent'),
          ...levels.flatMap(({ name, dimension, states: own }) =>
            wrap(`${printable(name)}, ${dimension}: ${levelText(own, states)}`, columns, '  '),
          ),
        ],
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}

/** One row for each state: its commit, its edition, how many judgments changed. */
function statesTable({ states, judgments }: AssessmentHistory): string[] {
  return table(
    ['no.', 'commit', 'committed', 'edition', 'cut-off', 'published', 'judgments'],
    states.map((state, index) => [
      String(index + 1),
      state.commit?.slice(0, 10) ?? 'not yet',
      state.committed?.slice(0, 10) ?? '',
      state.edition === null ? '' : String(state.edition),
      state.asOf,
      state.published ?? '',
      index === 0
        ? String(judgments.filter(({ states: own }) => own[0]).length)
        : movedText(judgments, index),
    ]),
  );
}

function movedText(judgments: AssessmentHistory['judgments'], index: number): string {
  const pairs = judgments.map(({ states }) => [states[index - 1] ?? null, states[index] ?? null] as const);
  const count = (is: (before: JudgmentState | null, after: JudgmentState | null) => boolean) =>
    pairs.filter(([before, after]) => is(before, after)).length;
  const moved = count((before, after) => before !== null && after !== null && !isSame(before, after));
  const came = count((before, after) => before === null && after !== null);
  const went = count((before, after) => before !== null && after === null);
  return [
    ...(moved > 0 ? [`${moved} moved`] : []),
    ...(came > 0 ? [`${came} new`] : []),
    ...(went > 0 ? [`${went} withdrawn`] : []),
  ].join(', ');
}

/** One row for each state in which a judgment was added, changed or removed. */
function judgmentTable(
  own: readonly (JudgmentState | null)[],
  states: readonly HistoryState[],
  ranks: readonly string[],
): string[] {
  let before: JudgmentState | null = null;
  const rows = own.flatMap((state, index) => {
    const last = before;
    before = state;
    if (isSame(last, state)) return [];
    return [[`${index + 1}`, states[index]?.asOf ?? '', ...stateCells(last, state, ranks)]];
  });
  return table(['no.', 'cut-off', 'likelihood', 'confidence'], rows);
}

function stateCells(
  before: JudgmentState | null,
  state: JudgmentState | null,
  ranks: readonly string[],
): string[] {
  if (state === null) return ['withdrawn', ''];
  const { likelihood, confidence } = state;
  const [was, is] = [before?.likelihood, likelihood];
  const sign = was && is ? signOf(is.low + is.high - was.low - was.high) : '';
  const band = is ? `${is.term ?? 'no term'} (${is.approximate ? '~' : ''}${is.low}–${is.high} %)` : 'none';
  const step =
    before?.confidence && confidence ? ranks.indexOf(confidence) - ranks.indexOf(before.confidence) : 0;
  return [sign + band, signOf(step) + (confidence ?? 'none')];
}

function signOf(step: number): string {
  return step > 0 ? '↑ ' : step < 0 ? '↓ ' : '';
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** `limited (1) → moderate (4)`: each level with the number of the state in which it first appears. */
function levelText(own: readonly (string | null)[], states: readonly HistoryState[]): string {
  const steps = own.flatMap((level, index) => {
    const before = index === 0 ? null : (own[index - 1] ?? null);
    return level === before ? [] : [`${level ?? 'not given'} (${index + 1}, ${states[index]?.asOf ?? ''})`];
  });
  return steps.join(' → ');
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
