import { citationsIn } from '../model/citation.ts';
import { type PointerPart, toPointer } from '../model/pointer.ts';

/** What a reference may lead to. */
export type ReferenceKind =
  | 'source'
  | 'evidence'
  | 'assumption'
  | 'actor'
  | 'judgment'
  | 'hypothesis'
  | 'indicator'
  | 'place'
  /** `ref` of an entry whose identity is in the register. */
  | 'register-actor'
  | 'register-incident'
  | 'register-source'
  /** An actor's id or plain words. */
  | 'party'
  /** A citation in prose: an item of evidence or a source. */
  | 'citation'
  /** `collection/id`, or (where allowed) an id of any collection. */
  | 'entity';

export interface Reference {
  readonly kind: ReferenceKind;
  readonly id: string;
  /** JSON pointer of the text that refers. */
  readonly pointer: string;
  /** Whether the key of the member refers rather than its value (ratings of the matrix). */
  readonly on: 'key' | 'value';
}

/** Where references stand: the path with `*` for every index or free key. */
const REFERENCES: ReadonlyMap<string, ReferenceKind> = new Map([
  ['sources/*/ref', 'register-source'],
  ['sources/*/derivedFrom/*', 'source'],
  ['evidence/*/speaker/actor', 'actor'],
  ['evidence/*/citations/*/source', 'source'],
  ['evidence/*/disputes/*', 'evidence'],
  ['actors/*/ref', 'register-actor'],
  ['actors/*/parent', 'actor'],
  ['actors/*/intent/evidence/*', 'evidence'],
  ['actors/*/capabilities/*/evidence/*', 'evidence'],
  ['relationships/*/from', 'actor'],
  ['relationships/*/to', 'actor'],
  ['relationships/*/evidence/*', 'evidence'],
  ['incidents/*/ref', 'register-incident'],
  ['incidents/*/place', 'place'],
  ['incidents/*/attributions/*/evidence/*', 'evidence'],
  ['incidents/*/claims/*/evidence/*', 'evidence'],
  ['incidents/*/evidence/*', 'evidence'],
  ...['perpetrators', 'killed', 'injured', 'arrested'].map(
    (counted) => [`incidents/*/${counted}/reports/*/source`, 'source'] as const,
  ),
  ...['perpetrators', 'killed', 'injured', 'arrested'].flatMap((counted) =>
    parties(`incidents/*/${counted}/reports/*/by`),
  ),
  ...parties('relationships/*/by'),
  ...parties('incidents/*/attributions/*/actor'),
  ...parties('incidents/*/attributions/*/by'),
  ...parties('incidents/*/claims/*/actor'),
  ...parties('incidents/*/claims/*/by'),
  ...parties('hypotheses/*/proponents'),
  ['trends/*/subject', 'party'],
  ['trends/*/series/*/source', 'source'],
  ['trends/*/evidence/*', 'evidence'],
  ['matrix/*/evidence', 'evidence'],
  ['judgments/*/about/*', 'entity'],
  ['judgments/*/evidence/*', 'evidence'],
  ['judgments/*/contraryEvidence/*', 'evidence'],
  ['judgments/*/assumptions/*', 'assumption'],
  ['judgments/*/implies/*', 'judgment'],
  ['judgments/*/resolution/evidence/*', 'evidence'],
  ['scenarios/*/indicators/*', 'indicator'],
  ['indicators/*/observes', 'entity'],
  ['indicators/*/observes/*', 'entity'],
  ['indicators/*/evidence/*', 'evidence'],
  ['implications/*/judgments/*', 'judgment'],
  ['recommendations/*/judgments/*', 'judgment'],
  ['exclusive/*/members/*', 'entity'],
  ['released/leftOut/*/near/*', 'entity'],
] satisfies (readonly [string, ReferenceKind])[]);

/** A party is words, an object, or a list of these. */
function parties(path: string): (readonly [string, ReferenceKind])[] {
  return [
    [path, 'party'],
    [`${path}/*`, 'party'],
    [`${path}/actor`, 'actor'],
    [`${path}/*/actor`, 'actor'],
  ];
}

const known = new WeakMap<object, readonly Reference[]>();

/** Every reference of an assessment, in the order of the file. Gathered once for an assessment: many ask. */
export function referencesOf(assessment: object): readonly Reference[] {
  const found = known.get(assessment);
  if (found) return found;
  const gathered: Reference[] = [];
  walk(assessment, [], '', gathered);
  known.set(assessment, gathered);
  return gathered;
}

function walk(value: unknown, parts: readonly PointerPart[], path: string, found: Reference[]): void {
  if (typeof value === 'string') {
    const kind = REFERENCES.get(path);
    if (kind) found.push({ kind, id: value, pointer: toPointer(parts), on: 'value' });
    if (!path.includes('/csl/') && value.includes('[@')) {
      const pointer = toPointer(parts);
      for (const { items } of citationsIn(value)) {
        for (const { id } of items) found.push({ kind: 'citation', id, pointer, on: 'value' });
      }
    }
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      walk(item, [...parts, index], `${path}/*`, found);
    });
  } else if (typeof value === 'object' && value !== null) {
    const isRatings = path === 'matrix/*/ratings';
    for (const [key, item] of Object.entries(value)) {
      if (isRatings)
        found.push({ kind: 'hypothesis', id: key, pointer: toPointer([...parts, key]), on: 'key' });
      else walk(item, [...parts, key], path === '' ? key : `${path}/${key}`, found);
    }
  }
}
