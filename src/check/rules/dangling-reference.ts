import type { Reference, ReferenceKind } from '../../derive/entities/references.ts';
import { referencesOf } from '../../derive/entities/references.ts';
import { pictureCited } from '../../model/citation.ts';
import { assessmentFields } from '../../model/generated/fields.ts';
import { nearest } from '../../model/suggest.ts';
import { KnownIds } from '../ids.ts';
import type { Objection, Rule } from '../rule.ts';

/** What a collection is called in messages. */
const NOUN: Readonly<Record<Exclude<ReferenceKind, 'party' | 'entity' | 'place' | 'citation'>, string>> = {
  source: 'source',
  evidence: 'item of evidence',
  assumption: 'assumption',
  actor: 'actor',
  judgment: 'judgment',
  hypothesis: 'hypothesis',
  indicator: 'indicator',
  incident: 'incident',
  'register-actor': 'actor in the register',
  'register-incident': 'incident in the register',
  'register-source': 'source in the register',
};

/** Most ids listed in a message. */
const MAX_LISTED = 8;

/** Every id that is referred to exists in the file or in the register. */
export const danglingReference: Rule = {
  id: 'dangling-reference',
  category: 'integrity',
  severity: 'error',
  source: 'a principle of threat-memo: one source of truth',
  why: 'A reference that leads nowhere leaves a judgment without the evidence, source or actor it names.',
  examples: {
    breaks: {
      assessment: {
        judgments: [{ id: 'fires-continue', statement: 'Fires will go on.', evidence: ['for-fires'] }],
      },
    },
    keeps: {
      assessment: {
        judgments: [{ id: 'fires-continue', statement: 'Fires will go on.', evidence: ['four-fires'] }],
      },
    },
  },
  check: (input) => {
    const known = new KnownIds(input);
    return referencesOf(input.assessment).flatMap((reference) => objectTo(reference, known) ?? []);
  },
};

function objectTo(reference: Reference, known: KnownIds): Objection | undefined {
  const { kind, id, pointer, on } = reference;
  if (known.isLost(id.slice(id.indexOf('/') + 1))) return undefined;
  if (kind === 'entity') return objectToEntity(reference, known.collections());
  const ids = known.of(kind);
  if (ids.has(id)) return undefined;
  if (kind === 'party' || kind === 'place') {
    // Plain words are allowed here; only something written like an id that resembles one is taken for a typing
    // error.
    const meant = /^[a-z0-9]+(-[a-z0-9]+)+$/.test(id) ? nearest(id, [...ids]) : undefined;
    if (meant === undefined) return undefined;
    const what = kind === 'party' ? 'actor' : 'place in the register';
    return { pointer, on, message: `There is no ${what} \`${id}\`.`, help: `Did you mean \`${meant}\`?` };
  }
  const isPicture = kind === 'citation' && pictureCited(id) !== undefined;
  const noun = kind === 'citation' ? (isPicture ? 'picture for' : 'item of evidence or source') : NOUN[kind];
  const meant = nearest(id, [...ids]);
  return {
    pointer,
    on,
    message: `There is no ${noun} \`${id}\`.`,
    help: meant === undefined ? withoutLikeness([...ids]) : `Did you mean \`${meant}\`?`,
  };
}

/** Advice if no id resembles the one written: a few ids to choose from. */
function withoutLikeness(ids: readonly string[]): string {
  if (ids.length === 0 || ids.length > MAX_LISTED) return 'Add it, or remove this reference.';
  return `Add it, or write one that is there: ${ids.map((id) => `\`${id}\``).join(', ')}.`;
}

/** `collection/id`, or an id of any collection. */
function objectToEntity(
  { id, pointer, on }: Reference,
  known: ReturnType<KnownIds['collections']>,
): Objection | undefined {
  const [collection, name] = id.includes('/') ? (id.split('/') as [string, string]) : [undefined, id];
  const isOne = (name: string) => Object.hasOwn(assessmentFields, name) || known.has(name);
  if (collection !== undefined && !isOne(collection)) {
    const meant = nearest(collection, [...known.keys()]);
    return {
      pointer,
      on,
      message: `There is no collection \`${collection}\`.`,
      help:
        meant === undefined
          ? `Use one of ${[...known.keys()].join(', ')}.`
          : `Did you mean \`${meant}/${name}\`?`,
    };
  }
  const candidates = collection === undefined ? [...known.values()].flat() : (known.get(collection) ?? []);
  if (candidates.includes(name)) return undefined;
  const meant = nearest(name, candidates);
  const where =
    collection === undefined
      ? 'Nothing in the file has the id'
      : `There is nothing in \`${collection}\` with the id`;
  return {
    pointer,
    on,
    message: `${where} \`${name}\`.`,
    help:
      meant === undefined
        ? withoutLikeness(candidates)
        : `Did you mean \`${collection === undefined ? meant : `${collection}/${meant}`}\`?`,
  };
}
