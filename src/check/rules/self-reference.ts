import { referencesOf } from '../../derive/entities/references.ts';
import { COLLECTION_OF, type ReferenceKind } from '../../model/fields.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Objection, Rule } from '../rule.ts';

/** Kinds of reference by which an entry can name itself; an `entity` names its own collection. */
const KINDS = ['source', 'evidence', 'actor', 'judgment', 'incident'] as const;

/** The collection that a kind of reference leads to; a citation of itself can only be one of evidence. */
function collectionOf(kind: ReferenceKind): string | undefined {
  const found = kind === 'citation' ? 'evidence' : KINDS.find((one) => one === kind);
  return found && COLLECTION_OF[found];
}

/** Nothing is part of itself, disputes itself or follows from itself. */
export const selfReference: Rule = {
  id: 'self-reference',
  category: 'argument',
  severity: 'warning',
  source: 'ICD 203 D.6.e(6), logical argumentation: a conclusion does not rest on itself',
  why: 'The memo would say that something rests on itself, is part of itself, or acts on itself.',
  examples: {
    breaks: {
      assessment: {
        actors: [{ id: 'line-cell', name: 'Line Cell', type: 'cell', parent: 'line-cell' }],
      },
    },
    keeps: {
      assessment: {
        actors: [
          { id: 'line-cell', name: 'Line Cell', type: 'cell', parent: 'line-network' },
          { id: 'line-network', name: 'Line Network', type: 'network' },
        ],
      },
    },
  },
  check: ({ assessment }) => [
    ...referencesOf(assessment).flatMap(({ kind, id, pointer, on }): Objection[] => {
      const [, collection = '', index = '', property = ''] = pointer.split('/');
      // Cycles of derived sources are reported by `circular-reporting`.
      if (property === 'derivedFrom') return [];
      const [own, name = ''] =
        kind === 'entity' && id.includes('/') ? id.split('/') : [collectionOf(kind) ?? collection, id];
      const isEntity = kind === 'entity' || collectionOf(kind) !== undefined;
      if (!isEntity || own !== collection || idAt(assessment, collection, index) !== name) return [];
      return [
        {
          pointer,
          on,
          message: `\`${name}\` refers to itself.`,
          help: 'Name another one, or remove this reference.',
        },
      ];
    }),
    ...(assessment.relationships ?? []).flatMap(({ id, from, to }, index): Objection[] =>
      from === to
        ? [
            {
              pointer: toPointer(['relationships', index, 'to']),
              message: `The relationship \`${id}\` leads from \`${from}\` to \`${to}\`: both are the same.`,
              help: 'Name the other side under `to`, or remove the relationship.',
            },
          ]
        : [],
    ),
  ],
};

/** The id of an entry, or its `ref` to the register. */
function idAt(assessment: object, collection: string, index: string): string | undefined {
  const entries: unknown = (assessment as Readonly<Record<string, unknown>>)[collection];
  const entry: unknown = Array.isArray(entries) ? entries[Number(index)] : undefined;
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { id, ref } = entry as { readonly id?: string; readonly ref?: string };
  return id ?? ref;
}
