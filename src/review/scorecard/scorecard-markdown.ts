import type { MarkingLook } from '../../model/conventions/markings.ts';
import { directionOf } from '../../model/conventions/writing-direction.ts';
import { parseEdtf } from '../../model/edtf.ts';
import type { ScoreAnswer } from '../../model/generated/types.ts';
import { dateText } from '../../render/wording/dates.ts';
import type { MessageParameters, Messages } from '../../render/wording/messages.ts';
import type { RuleResult, Scorecard, ScoredQuestion, ScoredStandard } from './scorecard.ts';

/** A scorecard as a page that a reviewer can print, fill in and sign, in the language of the memo. */
export function scorecardMarkdown(card: Scorecard, look: MarkingLook, messages: Messages): string {
  const words = (key: string, parameters: MessageParameters = {}) =>
    escaped(messages.text(`scorecard.${key}`, parameters));
  const date = parseEdtf(card.asOf);
  const cutOff = { date: date ? dateText(date, messages) : card.asOf };
  const dateline = [
    ...(card.edition === undefined ? [] : [messages.text('masthead.edition', { number: card.edition })]),
    messages.text('masthead.cut-off', cutOff),
    card.file,
  ].map(escaped);
  return [
    `<!-- role: marking -->\n\n**${escaped(look.text)}**`,
    `# ${words('title', { title: card.title })}`,
    `<!-- role: dateline -->\n\n${dateline.join(' · ')}`,
    [words('intro'), ...(card.speaksIcd ? [] : [words('standards', { source: ICD })])].join(' '),
    ...card.standards.map((standard) => standardSection(standard, card.speaksIcd, messages)),
    `## ${words('signature')}`,
    tableOf([words('signer'), words('date'), words('signature')], [[' ', ' ', ' ']]),
    '',
  ].join('\n\n');
}

/** Source of the nine tradecraft standards; named whatever scale is in use. */
const ICD =
  'ICD 203 D.6.e (tradecraft standards; US Intelligence Community Directive 203, 2015, amended 2022)';

function standardSection(
  { id, source, rules, questions }: ScoredStandard,
  speaksIcd: boolean,
  messages: Messages,
): string {
  const heads = ['question', 'where', 'yes', 'partly', 'no', 'remark'];
  return [
    `## ${escaped(messages.label('scorecard.standard', id))}`,
    `*${escaped(speaksIcd ? source : source.replace(/^ICD 203 D\.6\.e/, ''))}.* ${escaped(testedText(rules, messages))}`,
    ...rules.flatMap(({ findings }) => findings).map((finding) => findingLine(finding, messages)),
    tableOf(
      heads.map((head) => escaped(messages.text(`scorecard.${head}`))),
      questions.map((question) => [
        escaped(`${messages.label('scorecard.question', question.id)} (${question.id})`),
        escaped(pagePlaces(question, messages)),
        ...cellsOf(question, messages),
      ]),
    ),
  ].join('\n\n');
}

/** The rules' results, in the language of the memo. It never says that a standard is met. */
function testedText(rules: readonly RuleResult[], messages: Messages): string {
  if (rules.length === 0) return messages.text('scorecard.untested');
  const { tested, found, excepted, off } = resultsOf(rules);
  return [
    messages.text('scorecard.tested', { number: tested, found }),
    ...(excepted > 0 ? [messages.text('scorecard.excepted', { number: excepted })] : []),
    ...(off.length > 0 ? [messages.text('scorecard.off', { rules: off.join(', ') })] : []),
  ].join(' ');
}

function pagePlaces({ places, more }: Pick<ScoredQuestion, 'places' | 'more'>, messages: Messages): string {
  if (places.length === 0) return messages.text('scorecard.nothing');
  const items = [...groupsOf(places)]
    .map(([collection, names]) => {
      const what = messages.label('collection', collection);
      if (names.length === 0) return what;
      const between = messages.text(collection === 'judgments' ? 'list.comma' : 'list.semicolon');
      return `${what}${messages.text('mark.colon')} ${names.join(between)}`;
    })
    .join(' · ');
  return more > 0 ? messages.text('change.more', { items, number: more }) : items;
}

/** The names of places by their list, in order; none for places that need no name. */
function groupsOf(places: ScoredQuestion['places']): ReadonlyMap<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { label, name } of places) {
    const [collection = ''] = label.split('/');
    groups.set(collection, [...(groups.get(collection) ?? []), ...(name === undefined ? [] : [name])]);
  }
  return groups;
}

function resultsOf(rules: readonly RuleResult[]) {
  const tested = rules.filter(({ result }) => result !== 'off');
  return {
    tested: tested.length,
    found: tested.flatMap(({ findings }) => findings).length,
    excepted: rules.flatMap(({ suppressed }) => suppressed).length,
    off: rules.filter(({ result }) => result === 'off').map(({ id }) => id),
  };
}

/** The same in English, for a terminal, in a sentence or two. It never says that a standard is met. */
export function rulesText(rules: readonly RuleResult[]): string {
  if (rules.length === 0) return 'No rule can test this.';
  const { tested, found, excepted, off } = resultsOf(rules);
  const parts = [
    `${count(tested, 'rule')} tested, ${found === 0 ? 'no finding' : count(found, 'finding')}`,
    ...(excepted > 0 ? [`${count(excepted, 'finding')} excepted by the authors`] : []),
    ...(off.length > 0 ? [`switched off and not tested: ${off.join(', ')}`] : []),
  ];
  return `${parts.join('; ')}.`;
}

/** Findings are in English: in right-to-left text each is isolated (UAX 9, 2.4). */
function findingLine(
  { severity, rule, line, message }: RuleResult['findings'][number],
  { language }: Messages,
): string {
  const text = `${severity}, line ${line}: ${escaped(message)} (${rule})`;
  return `- ${directionOf(language) === 'rtl' ? `\u2066${text}\u2069` : text}`;
}

export function placesText({ places, more }: Pick<ScoredQuestion, 'places' | 'more'>): string {
  if (places.length === 0) return 'nothing of the kind is in the file';
  const named = places.map(({ label }) => label).join(', ');
  return more > 0 ? `${named} and ${more} more` : named;
}

/** The three columns of an answer and the remark: ticked if somebody has answered, otherwise empty. */
function cellsOf({ answers }: ScoredQuestion, messages: Messages): string[] {
  const ticks = (wanted: ScoreAnswer['answer']) =>
    answers
      .filter(({ answer }) => answer === wanted)
      .map(({ by }) => by)
      .join('; ') || ' ';
  const remarks = answers
    .map(({ answer, by, note = '' }) =>
      answer === 'not applicable'
        ? `${messages.text('scorecard.not-applicable', { name: by })} ${note}`.trim()
        : note,
    )
    .filter((text) => text !== '');
  return [ticks('yes'), ticks('partly'), ticks('no'), remarks.join('; ') || ' '].map((cell) =>
    cell === ' ' ? cell : escaped(cell),
  );
}

/** A table of Markdown cells. */
function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [row(heads), `|${heads.map(() => ' --- ').join('|')}|`, ...rows.map(row)].join('\n');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Text of the assessment, escaped: nothing in it becomes Markdown, a link or a role. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|~!&$:@^]/g, '\\$&')
    .replace(/^([-+=]|\d+[.)])/, '\\$1');
}
