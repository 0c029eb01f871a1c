import type { Change } from '../../diff/types.ts';
import { byClass, CLASS_NAMES, type Sign, signOf } from '../../diff/weigh/presentation.ts';
import { sentencesChanged } from '../../diff/words/prose-changes.ts';
import { asDescribed } from '../../review/diff/compare-sides.ts';
import type { ComparedAssessment, ComparedRegister, DiffReport, Spot } from '../../review/diff/diff.ts';
import { reportTally } from '../../review/diff/report-tally.ts';
import { answerText, criticalAnswers } from '../../review/diff/review-answers.ts';
import { printable } from './printable.ts';
import type { Colors } from './terminal.ts';
import { runLines } from './word-runs.ts';
import { wrap } from './wrap.ts';

/** Longest line: longer ones are hard to read, however wide the terminal is. */
const WIDEST = 110;

/** The differences for a terminal `width` columns wide. Signs repeat what colours say. */
export function diffText(report: DiffReport, width: number, color: Colors): string {
  const columns = Math.max(40, Math.min(width, WIDEST));
  const { added, removed } = report;
  const compared = report.compared.map(asDescribed);
  const lone = (sign: Sign, word: string, all: DiffReport['added']) =>
    all.map(({ id, title }) =>
      wrap(`${sign} ${word} ${id}: ${printable(title)}`, columns)
        .map((line) => painted(sign, line, color))
        .join('\n'),
    );
  const parts = [
    ...lone('+', 'added', added),
    ...lone('-', 'removed', removed),
    ...compared
      .filter(({ diff }) => diff.changes.length > 0)
      .map((one) => assessmentText(one, report.labels, columns, color)),
    ...(report.register ? [registerText(report.register, columns, color)] : []),
  ];
  const tally = `${printable(reportTally({ ...report, compared }))}.`;
  const end = wrap(tally, columns).map((line) => color.bold(line));
  return `${[...parts, end.join('\n')].join('\n\n')}\n`;
}

function registerText({ changes, spotsOf }: ComparedRegister, columns: number, color: Colors): string {
  const lines = changes.flatMap((change) => changeLines(change, spotsOf(change), undefined, columns, color));
  return [color.underline('Register'), ...lines].join('\n');
}

function assessmentText(
  { diff, after, answers = [], spotsOf }: ComparedAssessment,
  labels: DiffReport['labels'],
  columns: number,
  color: Colors,
): string {
  const { id, title, changes } = diff;
  const name = id.before === id.after ? id.after : `${id.before} → ${id.after}`;
  const head = [
    ...wrap(printable(title), columns).map((line) => color.bold(line)),
    ...wrap(`${name}, ${printable(labels.before)} → ${printable(labels.after)}`, columns).map(color.dim),
  ];
  const classes = [...byClass(changes)].map(([name, members]) =>
    [
      color.underline(CLASS_NAMES[name]),
      ...members.flatMap((change) =>
        changeLines(change, spotsOf(change), after.assessment.language, columns, color),
      ),
    ].join('\n'),
  );
  const missed = criticalAnswers(answers).flatMap((answer) =>
    wrap(`? ${printable(answerText(answer))}`, columns - 2).map((line, index) =>
      index === 0 ? `  ${line}` : `    ${line}`,
    ),
  );
  const review =
    missed.length > 0 ? [[color.underline('What reviewers found wanting before'), ...missed].join('\n')] : [];
  return [head.join('\n'), ...classes, ...review].join('\n\n');
}

function changeLines(
  change: Change,
  spots: ReturnType<ComparedAssessment['spotsOf']>,
  language: string | undefined,
  columns: number,
  color: Colors,
): string[] {
  const sign = signOf(change);
  const [first = '', ...rest] = wrap(printable(change.summary), columns, '    ');
  return [
    painted(sign, `  ${sign} ${first.trimStart()}`, color),
    ...rest,
    ...sentencesChanged(change, language).flatMap((runs) => runLines(runs, columns, '      ', color)),
    ...footLines(change, placeText(spots), columns).map(color.dim),
  ];
}

/** The reason and the place of a change: on one line if they fit. */
function footLines(change: Change, place: string, columns: number): string[] {
  const indent = '    ';
  if (isOwnReason(change)) return [`${indent}${place}`];
  if (change.reason !== undefined) {
    return [...wrap(`because: ${printable(change.reason)}`, columns, indent), `${indent}${place}`];
  }
  const line = `${indent}${place}; no reason given`;
  return line.length <= columns ? [line] : [`${indent}${place}`, `${indent}no reason given`];
}

/** Whether a change needs no reason: an added reason, or the edition number. */
function isOwnReason({ field, entity, origin }: Change): boolean {
  if (origin === 'register') return true; // a register has no edition that could give one
  return entity.collection === 'assessment' && (field ?? '').startsWith('edition');
}

function placeText({ before, after }: { readonly before?: Spot; readonly after?: Spot }): string {
  const text = ({ file, line, column }: Spot) => `${printable(file)}:${line}:${column}`;
  if (before && after) return `${text(before)} → ${text(after)}`;
  if (after) return `→ ${text(after)}`;
  return before ? `${text(before)} →` : '';
}

function painted(sign: Sign, text: string, color: Colors): string {
  if (sign === '+') return color.green(text);
  if (sign === '-') return color.red(text);
  return sign === '↑' || sign === '↓' ? color.yellow(text) : text;
}
