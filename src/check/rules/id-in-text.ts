import { assessmentFields } from '../../model/generated/fields.ts';
import { type PointerPart, toPointer } from '../../model/pointer.ts';
import type { Objection, Rule, RuleInput } from '../rule.ts';

/** Texts are printed as they stand: an id written where words are wanted would reach the reader. */
export const idInText: Rule = {
  id: 'id-in-text',
  category: 'handling',
  severity: 'warning',
  source: 'the assessment file of threat-memo: names of things are printed, ids are for files',
  why: 'A reader of the memo does not know the ids of the file, and a release searches for names, not ids.',
  examples: {
    breaks: {
      assessment: {
        actors: [{ id: 'port', name: 'Port of Norham', type: 'government-body', status: 'active' }],
        recommendations: [
          { id: 'guards', to: ['port'], action: 'Guard the cabinets.', judgments: ['fires-continue'] },
        ],
      },
    },
    keeps: {
      assessment: {
        actors: [{ id: 'port', name: 'Port of Norham', type: 'government-body', status: 'active' }],
        recommendations: [
          {
            id: 'guards',
            to: ['the Port of Norham'],
            action: 'Guard the cabinets.',
            judgments: ['fires-continue'],
          },
        ],
      },
    },
  },
  check: (input) => {
    const named = namesById(input);
    const found: Objection[] = [];
    if (named.size > 0) walk(input.assessment, [], '', named, found);
    return found;
  },
};

interface Named {
  readonly collection: string;
  readonly name: string | undefined;
}

/** Every entry with an id, and its name. */
function namesById({ assessment, resolved }: RuleInput): ReadonlyMap<string, Named> {
  const named = new Map<string, Named>();
  const add = (collection: string, items: readonly unknown[]) => {
    for (const item of items) {
      const { id, name, title } = item as {
        readonly id?: string;
        readonly name?: string;
        readonly title?: string;
      };
      if (id !== undefined && !named.has(id)) named.set(id, { collection, name: name ?? title });
    }
  };
  add('actors', [...resolved.knownActors.values()]);
  for (const [collection, items] of Object.entries({ ...assessment, ...resolved })) {
    if (Array.isArray(items)) add(collection, items);
  }
  return named;
}

/** Fields that name recipients: a single word there is more likely an actor's id than a word. */
const READERS = /\/(?:to|for)(?:\/\*)?$|^scope\/audience/;

/** `parts` is the path to the value: one shared array, longer by one at each level. */
function walk(
  value: unknown,
  parts: PointerPart[],
  path: string,
  named: ReadonlyMap<string, Named>,
  found: Objection[],
): void {
  if (typeof value === 'string') {
    const thing = isText(path) ? named.get(value) : undefined;
    if (!thing || thing.name === value) return;
    const isCompound = /[-\d]/.test(value);
    if (!isCompound && !(thing.collection === 'actors' && READERS.test(path))) return;
    found.push(objectionTo(value, thing, toPointer(parts)));
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const depth = parts.length;
  for (const key of Object.keys(value)) {
    if (key === 'csl' || key === 'id' || key === 'ref' || key.startsWith('x-')) continue;
    const isList = Array.isArray(value);
    parts[depth] = isList ? Number(key) : key;
    const step = isList ? '*' : key;
    const next = (value as Readonly<Record<string, unknown>>)[key];
    walk(next, parts, path === '' ? step : `${path}/${step}`, named, found);
  }
  parts.length = depth;
}

/** Whether a path holds an analyst's words, and not a reference. */
function isText(path: string): boolean {
  const field = assessmentFields[path];
  const inner = field?.kind === 'list' ? assessmentFields[`${path}/*`] : field;
  if (!inner || inner.refersTo || inner.terms || field?.refersTo) return false;
  return inner.kind === 'text' || inner.kind === 'prose';
}

function objectionTo(text: string, { collection, name }: Named, pointer: string): Objection {
  return {
    pointer,
    message: `\`${text}\` is printed as it stands, and is the id of an entry of \`${collection}\`.`,
    help:
      name === undefined
        ? 'Write words here: nothing is looked up in this field.'
        : `Did you mean “${name}”? Write the name: nothing is looked up in this field.`,
  };
}
