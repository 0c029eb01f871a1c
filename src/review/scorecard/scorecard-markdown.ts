import type { MarkingLook } from '../../model/conventions/markings.ts';
import type { ScoreAnswer } from '../../model/generated/types.ts';
import type { AskedQuestion, RuleResult, Scorecard, ScoredStandard } from './scorecard.ts';

/** A scorecard as a page that a reviewer can print, fill in and sign. */
export function scorecardMarkdown(card: Scorecard, look: MarkingLook): string {
  const edition = card.edition === undefined ? '' : `Edition ${card.edition} · `;
  return [
    `<!-- role: marking -->\n\n**${escaped(look.text)}**`,
    `# Scorecard: ${escaped(card.title)}`,
    `<!-- role: dateline -->\n\n${edition}Information cut-off: ${escaped(card.asOf)} · ${escaped(card.file)}`,
    'Rules say what a program can test, and no more. Whether a standard is met is the reviewer’s judgment: each question has room for it.',
    ...card.standards.map(standardSection),
    '## Signature',
    tableOf(['Name and role', 'Date', 'Signature'], [[' ', ' ', ' ']]),
    '',
  ].join('\n\n');
}

function standardSection({ title, source, rules, questions }: ScoredStandard): string {
  return [
    `## ${escaped(title)}`,
    `*${escaped(source)}.* ${escaped(rulesText(rules))}`,
    ...rules.flatMap(({ findings }) => findings).map(findingLine),
    tableOf(
      ['Question', 'Where to look', 'Yes', 'Partly', 'No', 'Remark'],
      questions.map((question) => [
        `${question.text} (${question.id})`,
        placesText(question),
        ...cellsOf(question),
      ]),
    ),
  ].join('\n\n');
}

/** One sentence or two on what the rules found. Nothing in it says that a standard is met. */
export function rulesText(rules: readonly RuleResult[]): string {
  if (rules.length === 0) return 'No rule can test this.';
  const tested = rules.filter(({ result }) => result !== 'off');
  const found = tested.flatMap(({ findings }) => findings).length;
  const excepted = rules.flatMap(({ suppressed }) => suppressed).length;
  const off = rules.filter(({ result }) => result === 'off').map(({ id }) => id);
  const parts = [
    `${count(tested.length, 'rule')} tested, ${found === 0 ? 'no finding' : count(found, 'finding')}`,
    ...(excepted > 0 ? [`${count(excepted, 'finding')} excepted by the authors`] : []),
    ...(off.length > 0 ? [`switched off and not tested: ${off.join(', ')}`] : []),
  ];
  return `${parts.join('; ')}.`;
}

function findingLine({ severity, rule, line, message }: RuleResult['findings'][number]): string {
  return `- ${severity}, line ${line}: ${escaped(message)} (${rule})`;
}

export function placesText({ places, more }: Pick<AskedQuestion, 'places' | 'more'>): string {
  if (places.length === 0) return 'nothing of the kind is in the file';
  const named = places.map(({ label }) => label).join(', ');
  return more > 0 ? `${named} and ${more} more` : named;
}

/** The three columns of an answer and the remark: ticked where somebody has answered, else open. */
function cellsOf({ answers }: AskedQuestion): string[] {
  const ticks = (wanted: ScoreAnswer['answer']) =>
    answers
      .filter(({ answer }) => answer === wanted)
      .map(({ by }) => by)
      .join('; ') || ' ';
  const remarks = answers
    .map(
      (answer) =>
        `${answer.answer === 'not applicable' ? `${answer.by}: not applicable. ` : ''}${answer.note ?? ''}`,
    )
    .filter((text) => text.trim() !== '');
  return [ticks('yes'), ticks('partly'), ticks('no'), remarks.join('; ') || ' '];
}

function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell) => (cell === ' ' ? cell : escaped(cell))).join(' | ')} |`;
  return [row(heads), `|${heads.map(() => ' --- ').join('|')}|`, ...rows.map(row)].join('\n');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Text of the assessment as text: nothing in it is Markdown, a link or a role. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|~!&$:@^]/g, '\\$&')
    .replace(/^([-+=]|\d+[.)])/, '\\$1');
}
