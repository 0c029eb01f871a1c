import type { Assessment, Register } from '../../model/generated/types.ts';
import { type PointerPart, toPointer } from '../../model/pointer.ts';
import { resolve } from '../entities/resolve.ts';
import type { Withheld } from './withheld.ts';

export interface Leak {
  readonly pointer: string;
  readonly message: string;
  readonly help: string;
}

/** Shorter names are words of the language, not names. */
const SHORTEST = 3;

/**
 * Places that stay and name something that is withheld: an actor by name or alias, an incident or section by its title, a
 * source by its title. The name is not repeated in the message.
 */
export function leaksOf(assessment: Assessment, register: Register, withheld: Withheld): Leak[] {
  const names = withheldNames(assessment, register, withheld);
  if (names.length === 0) return [];
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${names.map(escapePattern).join('|')})(?![\\p{L}\\p{N}])`,
    'iu',
  );
  return [...textsLeft(assessment, [], withheld)]
    .filter(({ text }) => pattern.test(text))
    .map(({ pointer }) => ({
      pointer,
      message: 'This names something that is marked above the release.',
      help: 'Mark it too, or write it without the name.',
    }));
}

function withheldNames(assessment: Assessment, register: Register, { entries }: Withheld): string[] {
  const { actors, incidents, sources } = resolve(assessment, register);
  const gone = (collection: string) => (item: { readonly id: string }) =>
    entries.has(`${collection}/${item.id}`);
  const names = [
    ...actors.filter(gone('actors')).flatMap(({ name, aliases = [] }) => [name, ...aliases]),
    ...incidents.filter(gone('incidents')).map(({ title }) => title),
    ...sources.filter(gone('sources')).flatMap(({ csl }) => (typeof csl.title === 'string' ? csl.title : [])),
    ...(assessment.sections ?? []).filter(gone('sections')).map(({ heading }) => heading),
  ];
  return [...new Set(names)].filter((name) => name.length >= SHORTEST);
}

function* textsLeft(
  value: unknown,
  parts: readonly PointerPart[],
  withheld: Withheld,
): Generator<{ readonly text: string; readonly pointer: string }> {
  const pointer = toPointer(parts);
  if (withheld.pointers.has(pointer)) return;
  if (typeof value === 'string') yield { text: value, pointer };
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* textsLeft(item, [...parts, key], withheld);
  }
}

function escapePattern(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, '\\s+');
}
