import type { Scorecard, ScoredStandard } from '../../review/scorecard/scorecard.ts';
import { placesText, rulesText } from '../../review/scorecard/scorecard-markdown.ts';
import { printable } from './printable.ts';
import type { Colors } from './terminal.ts';

/** A scorecard for a person at a terminal. */
export function scorecardText(card: Scorecard, color: Colors): string {
  const head = `${color.bold(printable(card.file))} ${printable(card.title)}${card.edition === undefined ? '' : `, edition ${card.edition}`}`;
  return `${[head, ...card.standards.map((standard) => standardText(standard, color))].join('\n\n')}\n\n`;
}

function standardText({ title, source, rules, questions }: ScoredStandard, color: Colors): string {
  const findings = rules.flatMap((rule) => rule.findings);
  return [
    `${color.bold(title)} ${color.dim(`(${source})`)}`,
    `  ${rulesText(rules)}`,
    ...findings.map(
      ({ line, column, severity, message, rule }) =>
        `    ${line}:${column} ${severity} ${printable(message)} ${color.dim(`[${rule}]`)}`,
    ),
    ...questions.flatMap(({ id, text, answers, ...places }) => [
      `  ? ${text} ${color.dim(`[${id}]`)}`,
      `    ${places.places.length > 0 ? `${color.dim('look at')} ` : ''}${printable(placesText(places))}`,
      ...answers.map(
        ({ answer, by, on, note }) =>
          `    ${color.bold(answer)} ${printable(by)}, ${on}${note === undefined ? '' : `: ${printable(note)}`}`,
      ),
    ]),
  ].join('\n');
}

/** Scorecards for a program. */
export function scorecardsJson(cards: readonly Scorecard[]): string {
  return `${JSON.stringify({ scorecards: cards }, null, 2)}\n`;
}
