import type { Change } from '../../diff/types.ts';
import { type JudgmentMove, judgmentMoves } from '../../diff/weigh/judgment-moves.ts';
import { byClass, CLASS_NAMES, movedJudgments, signOf } from '../../diff/weigh/presentation.ts';
import { sentencesChanged, type WordRun } from '../../diff/words/prose-changes.ts';
import { schemeOf } from '../../model/conventions/conventions.ts';
import { strictestOf } from '../../model/conventions/markings.ts';
import { escapeInline } from '../../render/wording/escape.ts';
import { asDescribed } from './compare-sides.ts';
import type { ComparedAssessment, DiffReport, Spot } from './diff.ts';
import { notCompared, reportTally } from './report-tally.ts';
import { answerText, criticalAnswers } from './review-answers.ts';

/** Limit of a comment: GitHub allows 65,536 characters, GitLab a million. */
const MAX_LENGTH = 60_000;
/** Most assessments that came or went, and files that were not compared, that are named. */
const MAX_NAMED = 50;

/**
 * The differences as a comment on a pull request, in GitHub-flavoured Markdown: changed judgments first, as a
 * table; then each assessment, folded. If it is too long, the end is cut, and a note says so.
 */
export function diffMarkdown(report: DiffReport, longest = MAX_LENGTH): string {
  const { added, removed, compared, labels } = report;
  const differing = compared.filter(({ diff }) => diff.changes.length > 0);
  const described = differing.map(asDescribed);
  const tally = reportTally({ ...report, compared: described }, ({ length }) =>
    length === 1 ? '1 file' : `${length} files`,
  );
  const lone = (verb: string, all: DiffReport['added']) => [
    ...all.slice(0, MAX_NAMED).map(({ id, title }) => `- ${verb}: **${shown(title)}** (${code(id)})`),
    ...(all.length > MAX_NAMED ? [`- ${verb}: ${all.length - MAX_NAMED} more`] : []),
  ];
  const head = [
    `## ${tally}`,
    `${code(labels.before)} → ${code(labels.after)}`,
    [...lone('Added', added), ...lone('Removed', removed)].join('\n'),
    moveTable(differing),
    leftOut(report),
    registerDetails(report),
  ].filter((part) => part !== '');
  return `${withinLength(head.join('\n\n'), described, longest)}\n`;
}

/** Files left out of the comparison, and why. */
function leftOut({ findings }: DiffReport): string {
  return notCompared(findings)
    .map(({ why, files }) => {
      const more = files.length > MAX_NAMED ? ` and ${files.length - MAX_NAMED} more` : '';
      return `Not compared, since ${why}: ${files.slice(0, MAX_NAMED).map(code).join(', ')}${more}.`;
    })
    .join('\n\n');
}

/** What changed in the register itself, folded. */
function registerDetails({ register }: DiffReport): string {
  if (!register) return '';
  const { changes, spotsOf } = register;
  const items = changes.map((change) => item(change, spotsOf(change), undefined)).join('\n');
  const count = `${changes.length} change${changes.length === 1 ? '' : 's'}`;
  return ['<details>', `<summary><b>Register</b>: ${count}</summary>`, '', items, '', '</details>'].join(
    '\n',
  );
}

/** The judgments that changed, were added or withdrawn. */
function moveTable(differing: readonly ComparedAssessment[]): string {
  const rows = differing.flatMap(({ diff, before, after }) =>
    judgmentMoves(diff, before, after).map((move) => moveRow(move, differing.length > 1 ? diff.title : '')),
  );
  if (rows.length === 0) return '';
  return ['| | Judgment | Likelihood | Confidence | Why |', '| :-: | :-- | :-- | :-- | :-- |', ...rows].join(
    '\n',
  );
}

const COME_OR_GONE: Readonly<Record<string, string>> = { '+': 'new: ', '-': 'withdrawn: ' };

function moveRow({ sign, label, likelihood, confidence, reason }: JudgmentMove, title: string): string {
  const of = title === '' ? '' : `<br>${shown(title)}`;
  const state = COME_OR_GONE[sign] ?? '';
  const cells = [
    escapeInline(sign),
    `**${shown(label)}**${of}`,
    `${state}${shown(likelihood)}`,
    shown(confidence),
    why(reason),
  ];
  return `| ${cells.join(' | ')} |`;
}

/**
 * Details of each assessment as far as they fit; the last assessments are cut first, the least important
 * changes first.
 */
function withinLength(head: string, differing: readonly ComparedAssessment[], longest: number): string {
  const isCut = head.length > longest;
  let text = isCut ? closed(`${head.slice(0, head.lastIndexOf('\n', longest - 200))}\n`) : head;
  let left = 0;
  for (const one of differing) {
    const { changes } = one.diff;
    const room = longest - text.length - 200;
    let most = changes.length;
    let details = detailsOf(one, most);
    while (details.length > room && most > 0) {
      most = Math.min(most - 1, Math.floor((most * Math.max(room, 0)) / details.length));
      details = most > 0 ? detailsOf(one, most) : '';
    }
    left += changes.length - most;
    if (details !== '') text += `\n\n${details}`;
  }
  if (left === 0 && !isCut) return text;
  const changes = left === 1 ? '1 more change is' : left === 0 ? 'More is' : `${left} more changes are`;
  return `${text}\n\n*${changes} left out here: \`threat-memo diff\` shows all.*`;
}

/** The text with the fold closed that a cut left open. */
function closed(text: string): string {
  return text.lastIndexOf('<details>') > text.lastIndexOf('</details>') ? `${text}\n</details>\n` : text;
}

/** The weightiest changes of one assessment, by class. */
function detailsOf({ diff, before, after, answers = [], spotsOf }: ComparedAssessment, most: number): string {
  const { id, title, changes } = diff;
  const listed = new Set(changes.toSorted((a, b) => b.weight - a.weight).slice(0, most));
  const name = id.before === id.after ? id.after : `${id.before} → ${id.after}`;
  const moved = movedJudgments(diff).size;
  const count = `${changes.length} change${changes.length === 1 ? '' : 's'}`;
  const counted = moved === 0 ? count : `${count}, ${moved} judgment${moved === 1 ? '' : 's'} moved`;
  const marking = strictestOf(
    schemeOf(after.assessment),
    [before, after].map((side) => side.assessment.marking),
  );
  const { language } = after.assessment;
  const classes = [...byClass(changes.filter((change) => listed.has(change)))].map(([key, members]) =>
    [
      `**${CLASS_NAMES[key]}**`,
      members.map((change) => item(change, spotsOf(change), language)).join('\n'),
    ].join('\n\n'),
  );
  const summary = `<summary><b>${html(title)}</b> (<code>${html(name)}</code>, ${html(marking)}): ${counted}</summary>`;
  const missed = criticalAnswers(answers).map((answer) => `- ? ${shown(answerText(answer))}`);
  if (missed.length > 0)
    classes.push(['**What reviewers found wanting before**', missed.join('\n')].join('\n\n'));
  return ['<details>', summary, '', classes.join('\n\n'), '', '</details>'].join('\n');
}

function item(
  change: Change,
  { before, after }: { readonly before?: Spot; readonly after?: Spot },
  language: string | undefined,
): string {
  const place = ({ file, line, column }: Spot) => code(`${file}:${line}:${column}`);
  const places = [before && place(before), after && place(after)].filter((text) => text !== undefined);
  // A reason needs no reason of its own, and a register has no edition that could give one.
  const isEdition = change.entity.collection === 'assessment' && change.field?.startsWith('edition');
  const isShared = change.origin === 'register' && change.reason === undefined;
  const reason = isEdition || isShared ? [] : [why(change.reason)];
  const sentences = sentencesChanged(change, language).map((runs) => `  > ${runs.map(run).join('')}`);
  return [
    `- ${escapeInline(signOf(change))} ${shown(change.summary)}<br>${[...reason, places.join(' → ')].join(' · ')}`,
    ...sentences.flatMap((sentence) => ['', sentence]),
  ].join('\n');
}

/** Added words are bold, removed ones struck through; spaces are kept outside of the markup. */
function run({ kind, text }: WordRun): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  const marks = { same: ['', ''], inserted: ['<ins><b>', '</b></ins>'], deleted: ['<del>', '</del>'] }[kind];
  const blank = (space: string) => (space === '' ? '' : ' ');
  if (words === '') return blank(text);
  return blank(before) + (marks[0] ?? '') + shown(words) + (marks[1] ?? '') + blank(after);
}

function why(reason: string | undefined): string {
  return reason === undefined ? '*no reason given*' : shown(reason);
}

/**
 * Escapes an analyst's plain text. An empty comment keeps a name from becoming a mention, a number from
 * becoming an issue link, and an address from becoming a link: forges look for these in the rendered text, past
 * all escapes.
 */
function shown(text: string): string {
  return escapeInline(visible(text))
    .replace(/\\(?=:\/\/)|(?<=www)\\(?=\.)/gi, '<!-- -->')
    .replace(REFERENCE, (sign) => `${sign}<!-- -->`);
}

/** How a forge takes a name, or a number of an issue (`#12`, `GH-12`, `!12`), begins. */
const REFERENCE = /[@#](?=[\p{L}\p{N}])|!(?=\d)|\bGH(?=-\d)/giu;

/** A name or path as code; code contains no escapes. */
function code(text: string): string {
  const clean = visible(text).replace(/[\s|]+/g, ' ');
  const longest = Math.max(0, ...[...clean.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `\`${clean}\`` : `${fence} ${clean} ${fence}`;
}

function html(text: string): string {
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/(?=:\/\/)|(?<=www)(?=\.)/gi, '<!-- -->')
    .replace(REFERENCE, (sign) => `${sign}<!-- -->`);
}

/** Makes characters visible that reorder a line or are invisible. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (character) =>
    /\s/.test(character) ? ' ' : '\ufffd',
  );
}
