import { describe, expect, test } from 'vitest';
import { referencesOf } from '../../../src/derive/entities/references.ts';
import assessment from '../../../src/model/schema/assessment.schema.json' with { type: 'json' };

type Json = Readonly<Record<string, unknown>>;

/** A place in an assessment that may hold a text, with its schema. */
interface Leaf {
  /** Keys; `*` for an index. */
  readonly path: readonly string[];
  /** What the property's own description says. */
  readonly own: string;
  /** The same with the descriptions of what its `$ref` and `items` lead to. */
  readonly said: string;
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

function deref(schema: Json): Json {
  const name = String(schema.$ref ?? '');
  if (!name.startsWith('#/$defs/')) return schema;
  const found = (assessment.$defs as Record<string, Json>)[name.slice('#/$defs/'.length)];
  return { ...found, ...schema, said: `${found?.description}` };
}

function leavesOf(given: Json, path: readonly string[], own: string, said: string): Leaf[] {
  const schema = deref(given);
  const here = `${said} ${given.description ?? ''} ${schema.said ?? ''}`;
  const types = [schema.type].flat();
  const leaves: Leaf[] = types.includes('string') || 'enum' in schema ? [{ path, own, said: here }] : [];
  if (isObject(schema.items)) leaves.push(...leavesOf(schema.items, [...path, '*'], own, here));
  for (const [name, property] of Object.entries((schema.properties ?? {}) as Record<string, Json>)) {
    const description = String(property.description ?? '');
    leaves.push(...leavesOf(property, [...path, name], description, ''));
  }
  return leaves;
}

const leaves = leavesOf(assessment as Json, [], '', '');

/** An id as a separate word; `[@source-id]` in the description of prose is not one. */
const SPEAKS_OF_IDS = /(?<![-\w`])ids?(?![-\w`])/i;

/** Properties that speak of ids and refer to nothing that must exist. */
const NO_REFERENCES = new Set([
  'edition/changes/*/entity', // what changed may be what was taken out
]);

const isReference = ({ path, said }: Leaf) =>
  path.at(-1) !== 'id' && SPEAKS_OF_IDS.test(said) && !NO_REFERENCES.has(path.join('/'));

/** An object with nothing but this text at this path. */
function objectWith(path: readonly string[], text: string): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return text;
  const inner = objectWith(rest, text);
  return first === '*' ? [inner] : { [first]: inner };
}

const referencesAt = (path: readonly string[], text: string) =>
  referencesOf(objectWith(path, text) as object);

describe('the table of references matches the schema', () => {
  test('the walk finds every reference', () => {
    const paths = leaves.map(({ path }) => path.join('/'));
    expect(paths).toContain('incidents/*/attributions/*/by/*/actor');
    expect(paths).toContain('actors/*/capabilities/*/evidence/*');
    expect(leaves.filter(isReference).length).toBeGreaterThan(50);
  });

  test.each(leaves.filter(isReference).map((leaf) => [leaf.path.join('/'), leaf] as const))(
    '%s refers',
    (_, { path }) => {
      const pointer = `/${path.map((key) => (key === '*' ? '0' : key)).join('/')}`;
      expect(referencesAt(path, 'some-id')).toEqual([
        { kind: expect.any(String), id: 'some-id', pointer, on: 'value' },
      ]);
    },
  );

  test('nothing else refers', () => {
    const others = leaves.filter((leaf) => !isReference(leaf));
    expect(others.length).toBeGreaterThan(100);
    expect(others.filter(({ path }) => referencesAt(path, 'some-id').length > 0)).toEqual([]);
  });

  test('where the schema says “Id of the source”, a source is expected', () => {
    const NOUN = /^Ids? of (?:the )?(\w+)/;
    const sides = { acting: 'actor', other: 'actor' } as const;
    const wrong = leaves.filter(isReference).flatMap(({ path, own }) => {
      const noun = NOUN.exec(own)?.[1];
      if (noun === undefined) return [];
      const expected = Object.hasOwn(sides, noun)
        ? sides[noun as keyof typeof sides]
        : noun.replace(/s$/, '');
      const kind = referencesAt(path, 'some-id')[0]?.kind;
      return kind === expected ? [] : [`${path.join('/')}: ${kind}, not ${expected}`];
    });
    expect(wrong).toEqual([]);
  });
});

test('the expected kinds of parties, places, entities and the register’s own', () => {
  const kindAt = (path: string) => referencesAt(path.split('/'), 'x-y')[0]?.kind;
  expect(
    Object.fromEntries(
      [
        'incidents/*/place',
        'incidents/*/claims/*/actor',
        'incidents/*/claims/*/by/*/actor',
        'hypotheses/*/proponents/*',
        'trends/*/subject',
        'judgments/*/about/*',
        'indicators/*/observes',
        'exclusive/*/members/*',
        'actors/*/ref',
        'incidents/*/ref',
        'sources/*/ref',
      ].map((path) => [path, kindAt(path)]),
    ),
  ).toEqual({
    'incidents/*/place': 'place',
    'incidents/*/claims/*/actor': 'party',
    'incidents/*/claims/*/by/*/actor': 'actor',
    'hypotheses/*/proponents/*': 'party',
    'trends/*/subject': 'party',
    'judgments/*/about/*': 'entity',
    'indicators/*/observes': 'entity',
    'exclusive/*/members/*': 'entity',
    'actors/*/ref': 'register-actor',
    'incidents/*/ref': 'register-incident',
    'sources/*/ref': 'register-source',
  });
});

test('the matrix refers by the keys of its ratings', () => {
  expect(referencesOf({ matrix: [{ evidence: 'e1', ratings: { h1: 'CC', 'h-2': 'N' } }] })).toEqual([
    { kind: 'evidence', id: 'e1', pointer: '/matrix/0/evidence', on: 'value' },
    { kind: 'hypothesis', id: 'h1', pointer: '/matrix/0/ratings/h1', on: 'key' },
    { kind: 'hypothesis', id: 'h-2', pointer: '/matrix/0/ratings/h-2', on: 'key' },
  ]);
});

describe('citations in prose', () => {
  test('are found in any text, line by line, in the order of the file', () => {
    const found = referencesOf({
      bottomLine: ['Nothing cited.', 'Two cited [@one; @two, p. 4].'],
      sections: [{ id: 's', heading: 'H', body: 'Text [@three].' }],
    });
    expect(found.map(({ kind, id, pointer }) => [kind, id, pointer])).toEqual([
      ['citation', 'one', '/bottomLine/1'],
      ['citation', 'two', '/bottomLine/1'],
      ['citation', 'three', '/sections/0/body'],
    ]);
  });

  test('a bibliographic item cites nothing, nor does a bracket that is not a citation', () => {
    expect(referencesOf({ sources: [{ id: 's', csl: { type: 'book', title: 'On [@one]' } }] })).toEqual([]);
    expect(referencesOf({ bottomLine: 'See [@One].' })).toEqual([]);
  });
});

test('values that are not text refer to nothing', () => {
  expect(referencesOf({ judgments: [{ evidence: [1, null, {}, []], about: null }], matrix: [null] })).toEqual(
    [],
  );
});
