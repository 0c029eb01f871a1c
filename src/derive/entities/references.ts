import { citationsIn } from '../../model/citation.ts';
import { type PointerPart, toPointer } from '../../model/pointer.ts';

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

/** A step on the way to references: what lies behind each key, or behind any index or free key. */
interface Step {
  /** What a text here refers to. */
  kind?: ReferenceKind;
  /** What the keys here refer to. */
  keys?: ReferenceKind;
  readonly next: Map<string, Step>;
}

const WAYS: Step = { next: new Map() };
for (const [path, kind] of REFERENCES) stepAt(path).kind = kind;
stepAt('matrix/*/ratings').keys = 'hypothesis';

/** The step at the end of a path, made where there is none. */
function stepAt(path: string): Step {
  return path.split('/').reduce((step, part) => {
    const next = step.next.get(part) ?? { next: new Map() };
    step.next.set(part, next);
    return next;
  }, WAYS);
}

const known = new WeakMap<object, readonly Reference[]>();

/** Every reference of an assessment, in the order of the file. Gathered once for an assessment: many ask. */
export function referencesOf(assessment: object): readonly Reference[] {
  const found = known.get(assessment);
  if (found) return found;
  const gathered: Reference[] = [];
  walk(assessment, [], WAYS, gathered);
  known.set(assessment, gathered);
  return gathered;
}

/** `parts` is the way to the value; it is the same list all along, longer by one on each level. */
function walk(value: unknown, parts: PointerPart[], step: Step | undefined, found: Reference[]): void {
  if (typeof value === 'string') {
    if (step?.kind) found.push({ kind: step.kind, id: value, pointer: toPointer(parts), on: 'value' });
    if (value.includes('[@')) walkProse(value, toPointer(parts), found);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const depth = parts.length;
  if (Array.isArray(value)) {
    const next = step?.next.get('*');
    for (const [index, item] of value.entries()) {
      parts[depth] = index;
      walk(item, parts, next, found);
    }
  } else {
    for (const key of Object.keys(value)) {
      parts[depth] = key;
      if (step?.keys) found.push({ kind: step.keys, id: key, pointer: toPointer(parts), on: 'key' });
      // What a bibliographic item says is printed as it stands.
      else if (key !== 'csl')
        walk((value as Record<string, unknown>)[key], parts, step?.next.get(key), found);
    }
  }
  parts.length = depth;
}

function walkProse(text: string, pointer: string, found: Reference[]): void {
  for (const { items } of citationsIn(text)) {
    for (const { id } of items) found.push({ kind: 'citation', id, pointer, on: 'value' });
  }
}
