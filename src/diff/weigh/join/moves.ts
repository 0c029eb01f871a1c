import { isRecord } from '../../../model/json.ts';
import { nounOf } from '../../place-rules.ts';
import { VALUE } from '../../shapes.ts';
import type { Change } from '../../types.ts';
import { canonical } from '../../words/canonical.ts';
import { shorten } from '../../words/labels.ts';
import { proseOf, readingOf } from '../../words/prose.ts';
import { isSameEntity, type Joined, type Sides, subjectOf } from './joined.ts';

/** An entry moved unchanged from one entity to another of its kind: a dissent, an estimate, a count. */
export function movedEntries(changes: readonly Change[], { labels }: Sides): Joined[] {
  const entries = changes.filter(({ field, origin }) => field?.includes('/') && origin === 'assessment');
  return entries.flatMap((from): Joined[] => {
    if (from.type !== 'removed' || !isRecord(from.before)) return [];
    const same = (change: Change) =>
      change.type === 'added' &&
      change.entity.collection === from.entity.collection &&
      !isSameEntity(change.entity, from.entity) &&
      change.field === from.field &&
      canonical(change.after, VALUE) === canonical(from.before, VALUE);
    const found = entries.filter(same);
    const [to] = found;
    if (!to || found.length > 1) return [];
    const [old, fresh] = [from, to].map(({ entity }) => `“${labels.of(entity.collection, entity.id)}”`);
    const what = from.summary.slice(subjectOf(from, labels).length + 2).replace(/ removed: /, ': ');
    const noun = nounOf(from.entity.collection)?.toLowerCase() ?? '';
    return [
      {
        changes: [to, from],
        type: 'moved',
        summary: `Moved from ${noun} ${old} to ${fresh}: ${what}`,
      },
    ];
  });
}

/** A paragraph moved from one section to another, with no other change in either. */
export function movedParagraphs(changes: readonly Change[], sides: Sides): Joined[] {
  return movedTexts(changes, sides, blocksOf, ['Paragraph', 'paragraphs']);
}

/** The same for sentences within paragraphs that stay. */
export function movedSentences(changes: readonly Change[], sides: Sides): Joined[] {
  return movedTexts(changes, sides, sentencesOf, ['Sentence', 'sentences']);
}

function movedTexts(
  changes: readonly Change[],
  { labels }: Sides,
  partsOf: (text: unknown) => readonly string[],
  [one, many]: readonly [string, string],
): Joined[] {
  const missing = (text: unknown, other: unknown) => partsMissing(partsOf(text), partsOf(other));
  const bodies = changes.filter(
    ({ entity, field, type }) => entity.collection === 'sections' && field === 'body' && type === 'reworded',
  );
  return bodies.flatMap((from): Joined[] => {
    const gone = missing(from.before, from.after);
    if (gone.length === 0 || missing(from.after, from.before).length > 0) return [];
    const to = bodies.find(
      (other) =>
        other !== from &&
        missing(other.before, other.after).length === 0 &&
        missing(other.after, other.before).join('\n\n') === gone.join('\n\n'),
    );
    if (!to) return [];
    const what = gone.length === 1 ? one : `${gone.length} ${many}`;
    const [old, fresh] = [from, to].map(({ entity }) => `“${labels.of('sections', entity.id)}”`);
    const summary = `${what} “${shorten(gone[0] ?? '', 58)}” moved from ${old} to ${fresh}`;
    return [{ changes: [{ ...to, type: 'moved' }, from], summary }];
  });
}

function blocksOf(text: unknown): string[] {
  return readingOf(proseOf(text) ?? '').split('\n\n');
}

/** The sentences of prose, which has one on each line. */
function sentencesOf(text: unknown): string[] {
  return (proseOf(text) ?? '').split('\n').filter((line) => line.trim() !== '');
}

/** The parts of one text that are missing in another. */
function partsMissing(parts: readonly string[], others: readonly string[]): string[] {
  const known = [...others];
  return parts.filter((part) => {
    const at = known.indexOf(part);
    if (at !== -1) known.splice(at, 1);
    return at === -1;
  });
}
