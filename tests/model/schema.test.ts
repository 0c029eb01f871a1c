import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { isEdtf } from '../../src/model/edtf.ts';
import { toPointer } from '../../src/model/pointer.ts';
import assessment from '../../src/model/schema/assessment.schema.json' with { type: 'json' };
import config from '../../src/model/schema/config.schema.json' with { type: 'json' };
import cslItem from '../../src/model/schema/csl-item.schema.json' with { type: 'json' };
import register from '../../src/model/schema/register.schema.json' with { type: 'json' };
import review from '../../src/model/schema/review.schema.json' with { type: 'json' };
import { validateAssessment } from '../../src/validate/validate.ts';
import { minimal } from '../support/assessments.ts';

type Json = Readonly<Record<string, unknown>>;

const files = {
  'assessment.schema.json': assessment,
  'register.schema.json': register,
  'csl-item.schema.json': cslItem,
  'config.schema.json': config,
  'review.schema.json': review,
} as const;

interface Node {
  readonly file: string;
  readonly path: readonly string[];
  readonly schema: Json;
}

const hasExamples = ({ examples }: Json) => Array.isArray(examples) && examples.length > 0;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every schema of a file: the root, its definitions, and their contents. */
function schemasIn(file: string, schema: unknown, path: readonly string[] = []): Node[] {
  if (!isObject(schema)) return [];
  const named = ['properties', '$defs'].flatMap((key) =>
    Object.entries(schema[key] ?? {}).flatMap(([name, inner]) =>
      schemasIn(file, inner, [...path, key, name]),
    ),
  );
  const single = ['items', 'additionalProperties', 'propertyNames'].flatMap((key) =>
    schemasIn(file, schema[key], [...path, key]),
  );
  return [{ file, path, schema }, ...named, ...single];
}

const all = Object.entries(files).flatMap(([file, schema]) => schemasIn(file, schema));

const ajv = new Ajv2020({
  allowUnionTypes: true,
  strictRequired: false,
  formats: { edtf: isEdtf },
  keywords: ['field'],
});
for (const [file, schema] of Object.entries(files)) ajv.addSchema(schema, file);

const addressOf = ({ file, path }: Node) => `${file}#${toPointer(path)}`;

/** What a `$ref` leads to. */
function target(node: Node): unknown {
  const [file = '', pointer = ''] = String(node.schema.$ref).split('#');
  let found: unknown = files[(file || node.file) as keyof typeof files];
  for (const key of pointer.split('/').slice(1)) found = isObject(found) ? found[key] : undefined;
  return found;
}

test('the walk visits every schema', () => {
  expect(all.length).toBeGreaterThan(300);
  expect(new Set(all.map(addressOf)).size).toBe(all.length);
});

test('every property is described, at its place or at the target of its `$ref`', () => {
  const bare = all
    .filter(({ path }) => path.at(-2) === 'properties')
    .filter((node) => {
      const referred = '$ref' in node.schema ? target(node) : undefined;
      const text = node.schema.description ?? (isObject(referred) ? referred.description : undefined);
      return typeof text !== 'string' || !/^\p{Lu}.*\.$/su.test(text);
    });
  expect(bare.map(addressOf)).toEqual([]);
});

test('every definition has a unique title and a description', () => {
  const definitions = all.filter(({ path }) => path.at(-2) === '$defs');
  expect(definitions.filter(({ schema }) => !schema.title || !schema.description).map(addressOf)).toEqual([]);
  const titles = [
    ...definitions.map(({ schema }) => schema.title),
    ...Object.values(files).map((f) => f.title),
  ];
  expect(new Set(titles).size).toBe(titles.length);
});

test('every `$ref` has a target', () => {
  const references = all.filter(({ schema }) => '$ref' in schema);
  expect(references.length).toBeGreaterThan(100);
  expect(references.filter((node) => !isObject(target(node))).map(addressOf)).toEqual([]);
});

test('every object refuses properties it does not know', () => {
  const open = all.filter(({ schema }) => 'properties' in schema && schema.additionalProperties !== false);
  expect(open.map(addressOf)).toEqual([]);
});

test('every required property exists', () => {
  const required = all.flatMap((node) => {
    const branches = ['oneOf', 'anyOf'].flatMap((key) => (node.schema[key] ?? []) as Json[]);
    return [node.schema, ...branches].flatMap((schema) =>
      ((schema.required ?? []) as string[])
        .filter(
          (name) => !Object.hasOwn({ ...(node.schema.properties ?? {}), ...(schema.properties ?? {}) }, name),
        )
        .map((name) => `${addressOf(node)} ${name}`),
    );
  });
  expect(required).toEqual([]);
});

/** The schema of a value, its `$ref` followed to the end. */
function followed(node: Node): Json {
  if (!('$ref' in node.schema)) return node.schema;
  const found = target(node);
  return isObject(found) ? found : {};
}

/** Whether an editor can offer every value by itself: a closed list, a constant, yes or no. */
const isClosed = ({ type, ...schema }: Json) => 'enum' in schema || 'const' in schema || type === 'boolean';

test('every property that an editor cannot fill in has an example, or its definition has one', () => {
  const open = all
    .filter(({ path }) => path.at(-2) === 'properties')
    .filter((node) => !isClosed(followed(node)));
  expect(open.length).toBeGreaterThan(200);
  const bare = open.filter((node) => ![node.schema, followed(node)].some(hasExamples));
  expect(bare.map(addressOf)).toEqual([]);
});

test('a definition used for texts of different meaning has no example, so that each property needs its own', () => {
  const common = ['slug', 'slugs', 'line', 'prose', 'textOrList'] as const;
  expect(common.filter((name) => hasExamples(assessment.$defs[name]))).toEqual([]);
});

const withExamples = all.filter(({ schema }) => 'examples' in schema);

describe('examples are valid for their property', () => {
  test('there are some', () => {
    expect(withExamples.length).toBeGreaterThan(10);
  });

  test.each(withExamples.map((node) => [addressOf(node), node] as const))('%s', (address, { schema }) => {
    const validate = ajv.compile({ $ref: address });
    for (const example of schema.examples as unknown[]) {
      expect(validate(example), `${JSON.stringify(example)}: ${ajv.errorsText(validate.errors)}`).toBe(true);
    }
  });
});

describe('the least assessment', () => {
  test('has six required properties, and no more', () => {
    expect(assessment.required).toEqual(['id', 'form', 'title', 'asOf', 'marking', 'judgments']);
    expect(Object.keys(minimal).sort()).toEqual([...assessment.required].sort());
    expect(validateAssessment(minimal).remarks).toEqual([]);
  });

  test.each(assessment.required)('is invalid without `%s`', (name) => {
    const rest = Object.fromEntries(Object.entries(minimal).filter(([key]) => key !== name));
    expect(validateAssessment(rest).remarks).toHaveLength(1);
  });

  test('has at least one judgment', () => {
    expect(validateAssessment({ ...minimal, judgments: [] }).remarks).toHaveLength(1);
  });

  test('the compiled validator and the schema itself agree', () => {
    expect(ajv.validate('assessment.schema.json', minimal)).toBe(true);
    expect(ajv.validate('register.schema.json', {})).toBe(true);
  });
});
