import { citationsIn, picturesShownIn } from '../../model/citation.ts';
import type { Assessment } from '../../model/generated/types.ts';
import { type PointerPart, toPointer } from '../../model/pointer.ts';
import type { Redacted } from './redacted.ts';

/** A text of an assessment that a release keeps. */
export interface RemainingText {
  readonly text: string;
  /** Its place in the original assessment. */
  readonly pointer: string;
}

/** Instructions to the program, not to readers: never part of a release. */
const UNSAID = new Set(['releasable', 'releasableNames', 'markings']);

/** Every text of an assessment that is not withheld, in the order of the file: prose, names, ids, addresses. */
export function* remainingTexts(
  assessment: Assessment,
  { pointers, entries }: Redacted,
): Generator<RemainingText> {
  const changes = assessment.edition?.changes ?? [];
  const goesWith = new Set(
    changes.flatMap(({ entity }, index) =>
      entries.has(entity) ? [toPointer(['edition', 'changes', index])] : [],
    ),
  );
  const isLeftOut = (pointer: string) => pointers.has(pointer) || goesWith.has(pointer);
  for (const { text, pointer } of textsIn(assessment, [], isLeftOut))
    yield { text: withoutPictures(text, { entries }), pointer };
}

/** Every text in a value, with its pointer. */
export function* textsIn(
  value: unknown,
  parts: readonly PointerPart[] = [],
  isLeftOut: (pointer: string) => boolean = () => false,
): Generator<RemainingText> {
  const pointer = toPointer(parts);
  if (isLeftOut(pointer)) return;
  if (typeof value === 'string') yield { text: value, pointer };
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (parts.length === 0 && UNSAID.has(key)) continue;
      yield* textsIn(item, [...parts, key], isLeftOut);
    }
  }
}

/** Prose without lines that show withheld pictures. */
export function withoutPictures(text: string, { entries }: Pick<Redacted, 'entries'>): string {
  const shown = picturesShownIn(text).filter(({ id }) => entries.has(`media/${id}`));
  if (shown.length === 0) return text;
  const gone = new Set(shown.map(({ start }) => text.slice(0, start).split('\n').length - 1));
  return text
    .split('\n')
    .filter((_, line) => !gone.has(line))
    .join('\n');
}

/** Prose without citations of what is withheld. */
export function withoutCitations(text: string, { entries }: Pick<Redacted, 'entries'>): string {
  if (!text.includes('[@')) return text;
  let result = '';
  let done = 0;
  for (const { items, start, end } of citationsIn(text)) {
    const left = items.filter(({ id }) => !entries.has(`evidence/${id}`) && !entries.has(`sources/${id}`));
    if (left.length === items.length) continue;
    const before = text.slice(done, start);
    const written = left
      .map(({ id, locator }) => (locator === undefined ? `@${id}` : `@${id}, ${locator}`))
      .join('; ');
    result += written === '' ? before.trimEnd() : `${before}[${written}]`;
    done = end;
  }
  return result + text.slice(done);
}
