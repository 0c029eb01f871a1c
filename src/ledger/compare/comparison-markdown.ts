import type { AssessmentComparison, ComparedMemo } from '../../derive/comparison/types.ts';
import type { EdtfDate } from '../../model/edtf.ts';
import { ComparisonWords } from './comparison-words.ts';

/** Most assessments listed by name at the top; of more, their number says enough. */
const MAX_LISTED = 40;

/**
 * A comparison as a document: where the assessments differ and what that hangs on, then where they agree.
 *
 * @param day a date in English words; by default as in the file (EDTF)
 */
export function comparisonMarkdown(
  comparison: AssessmentComparison,
  most: number,
  day = (date: EdtfDate) => date.text,
): string {
  const words = new ComparisonWords('en', undefined, day);
  const { memos, differences, agreed, shared, sharedSources } = comparison;
  const nameOf = (number: number) => memos[number - 1]?.id ?? String(number);
  const lines = [`# Comparison of ${memos.length} assessments`, ''];
  if (memos.length <= MAX_LISTED) lines.push(...memos.map((memo) => memoLine(memo, day)), '');
  const entities = shared.filter(({ kind }) => kind !== 'relationship');
  lines.push(inCommon(entities.length, sharedSources.length, differences.length, agreed.length), '');
  lines.push(`## ${words.text('differences')}`, '');
  if (differences.length === 0) lines.push('Nowhere.', '');
  for (const [index, difference] of differences.slice(0, most).entries()) {
    lines.push(`### ${index + 1}. ${escaped(words.matter(difference.type, difference.matter))}`, '');
    for (const { text, memos: saying } of words.grouped(difference).slice(0, 8)) {
      const who = saying.map(nameOf);
      const number = saying.length > 3 ? `${saying.length} assessments: ` : '';
      lines.push(`- ${escaped(text)} — *${number}${words.list(who, 6)}*`);
    }
    const [strongest, ...others] = difference.hangsOn;
    if (strongest) {
      lines.push('', `**${words.text('hangsOn')}.** ${escaped(words.reason(strongest, nameOf))}`);
      for (const reason of others) lines.push('', escaped(words.reason(reason, nameOf)));
    }
    lines.push('');
  }
  if (differences.length > most) lines.push(`${differences.length - most} more differences weigh less.`, '');
  lines.push(`## ${words.text('agreements')}`, '');
  if (agreed.length === 0) lines.push('Nowhere.', '');
  for (const { type, matter, sides } of agreed.slice(0, most)) {
    const groups = words.grouped({ type, sides });
    const who = words.list(
      sides.map(({ memo }) => nameOf(memo)),
      6,
    );
    lines.push(
      `- **${escaped(words.matter(type, matter))}**: ${escaped(
        words.list(
          groups.map(({ text }) => text),
          2,
        ),
      )} — *${who}*`,
    );
  }
  if (agreed.length > most) lines.push(`- and on ${agreed.length - most} more matters`);
  return `${lines.join('\n').trimEnd()}\n`;
}

/** What the assessments share, and in how much of it they differ and agree. */
function inCommon(entities: number, sources: number, differences: number, agreements: number): string {
  const shared = [
    ...(entities > 0
      ? [`speak of ${count(entities, 'incident or actor', 'incidents and actors')} in common`]
      : []),
    ...(sources > 0 ? [`cite ${count(sources, 'source')} of the register in common`] : []),
  ];
  if (shared.length + differences + agreements === 0)
    return 'They share no incident, no actor and no source of the register, and say nothing of the same thing.';
  const share =
    shared.length === 0 ? 'share no incident, actor or source of the register' : shared.join(' and ');
  if (differences + agreements === 0) return `They ${share}, but say nothing of the same thing.`;
  const differ = differences === 0 ? 'on nothing' : `on ${count(differences, 'matter')}`;
  const agree = agreements === 0 ? 'on nothing' : `on ${agreements}`;
  return `They ${share}. They differ ${differ} and agree ${agree}.`;
}

function memoLine({ id, title, asOf, marking }: ComparedMemo, day: (date: EdtfDate) => string): string {
  return `- *${id}*: ${escaped(title)} (information cut-off ${day(asOf)}; ${marking})`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Texts of files as they stand: nothing in them is Markdown or HTML here. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, '\\$&');
}

/** A comparison for programs: dates as they are written, everything else as it is derived. */
export function comparisonData(comparison: AssessmentComparison): unknown {
  return JSON.parse(JSON.stringify(comparison), (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'text' in value && 'kind' in value && 'start' in value
      ? value.text
      : value,
  );
}
