import { referencesOf } from '../derive/entities/references.ts';
import type { Assessment, Register } from '../model/generated/types.ts';
import { isRecord } from '../model/json.ts';
import { findRenames, type Renames } from './match/renames.ts';
import { pointerOf } from './pointers.ts';
import { renameDifferences } from './rename-differences.ts';
import { REGISTER } from './shapes.ts';
import type { Change, DiffSide } from './types.ts';
import { type Difference, differences } from './walk.ts';
import { weigh } from './weigh/weigh.ts';
import { labelsOf } from './words/labels.ts';
import { counted } from './words/value-text.ts';

/** A register and the assessments that may use it. */
export interface RegisterSide {
  readonly register: Register;
  readonly users: readonly Assessment[];
}

/** Collections of the register. */
const COLLECTIONS = ['actors', 'incidents', 'places', 'sources'] as const;

/** A register by itself has neither scale nor judgments. */
const NOBODY: Assessment = {
  id: 'register',
  form: 'policy-memo',
  title: 'Register',
  marking: 'TLP:CLEAR',
  asOf: '2000',
  judgments: [],
};

/**
 * Changes in a register itself: entries added, removed or renamed, each with the number of assessments that
 * refer to it, and changes in entries. With `unused`, the latter only for entries that no assessment on either
 * side refers to: the others are described with the assessments.
 */
export function registerChanges(before: RegisterSide, after: RegisterSide, unused: boolean): Change[] {
  const renames = renamesIn(before.register, after.register);
  const view = withNewIds(before.register, renames);
  const named = { before: namedBy(before), after: namedBy(after) };
  const isDescribed = ({ kind, path }: Difference) => {
    const id = path[1] ?? '';
    return unused && kind === 'value' && named.before.has(id) && named.after.has(id);
  };
  const found = differences({ raw: before.register, view }, after.register, REGISTER).filter(
    ({ path, pattern }) => COLLECTIONS.some((name) => name === path[0]) && !pattern.endsWith('/*/id'),
  );
  const sides = { before: sideOf({ ...before, register: view }), after: sideOf(after) };
  const surroundings = {
    ...sides,
    labels: labelsOf(sides.before, sides.after),
    reasons: new Map<string, string>(),
    origin: 'register' as const,
  };
  return [
    ...renameDifferences(before.register, after.register, renames),
    ...found.filter((one) => !isDescribed(one)),
  ]
    .map((difference) => {
      const change = weigh(difference, surroundings);
      const users = usersText(change, named);
      return { ...change, summary: change.summary.replace(' (register)', '') + users };
    })
    .sort((a, b) => b.weight - a.weight);
}

function sideOf({ register }: RegisterSide): DiffSide {
  return { assessment: NOBODY, register };
}

/** Number of assessments that refer to each id. */
function namedBy({ users }: RegisterSide): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const assessment of users) {
    for (const id of new Set(referencesOf(assessment).map((one) => one.id))) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}

/** `; nothing refers to it yet`, `; 3 assessments still name taliban`. */
function usersText(
  { type, field, entity, before }: Change,
  named: { readonly after: ReadonlyMap<string, number> },
): string {
  const isOldId = type === 'renamed';
  const id = isOldId ? String(before) : entity.id;
  const count = named.after.get(id) ?? 0;
  const who = `${counted(count, 'assessment')} `;
  if (isOldId) return count === 0 ? '' : `; ${who}still ${count === 1 ? 'names' : 'name'} ${id}`;
  if (field !== null) return '';
  const verb = count === 1 ? 'refers' : 'refer';
  if (type === 'added') return count === 0 ? '; nothing refers to it yet' : `; ${who}${verb} to it`;
  return count === 0 ? '; nothing refers to it' : `; ${who}still ${verb} to it`;
}

/** Renamed entries. Two that swapped ids are described by what each says now. */
function renamesIn(before: Register, after: Register): Renames {
  const has = (register: Register, collection: string, id: string) =>
    pointerOf(register, collection, id) !== undefined;
  return new Map(
    [...findRenames(before, after)].map(([collection, ids]) => [
      collection,
      new Map(
        [...ids].filter(([old, fresh]) => !has(after, collection, old) && !has(before, collection, fresh)),
      ),
    ]),
  );
}

/** The older register with the newer ids; incidents refer to places. */
function withNewIds(register: Register, renames: Renames): Register {
  if ([...renames.values()].every((ids) => ids.size === 0)) return register;
  const copy: Record<string, unknown> = structuredClone({ ...register });
  for (const [collection, ids] of renames) {
    const entries = copy[collection];
    for (const entry of Array.isArray(entries) ? entries.filter(isRecord) : []) {
      entry.id = ids.get(String(entry.id)) ?? entry.id;
    }
  }
  const places = renames.get('places');
  for (const entry of Array.isArray(copy.incidents) ? copy.incidents.filter(isRecord) : []) {
    if (typeof entry.place === 'string') entry.place = places?.get(entry.place) ?? entry.place;
  }
  return copy as unknown as Register;
}
