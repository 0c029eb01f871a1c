import { expect, test } from 'vitest';
import { nounOf, ruleFor } from '../../src/diff/place-rules.ts';
import { ASSESSMENT, REGISTER, type Shape, shapeWithin } from '../../src/diff/shapes.ts';
import { ORDERS } from '../../src/diff/weigh/moves.ts';
import { assessmentFields, registerFields } from '../../src/model/generated/fields.ts';
import assessment from '../../src/model/schema/assessment.schema.json' with { type: 'json' };
import diffSchema from '../../src/model/schema/diff.schema.json' with { type: 'json' };
import register from '../../src/model/schema/register.schema.json' with { type: 'json' };

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly format?: string;
  readonly enum?: readonly unknown[];
}

const definitions = {
  ...(assessment.$defs as unknown as Readonly<Record<string, Schema>>),
  ...(register.$defs as unknown as Readonly<Record<string, Schema>>),
};

/** Objects that say one thing: they are compared whole. */
const WHOLE = new Set([
  'likelihood',
  'speaker',
  'place',
  'party',
  'coordinates',
  'actorType',
  'incidentType',
  'dimension',
]);

/** The shape that a part of the schema requires; `undefined` if values are compared as a whole. */
function expected(schema: Schema): Shape['kind'] | undefined {
  const name = schema.$ref?.split('/').at(-1) ?? '';
  if (name === 'prose') return 'prose';
  if (name === 'slugs' || name === 'textOrList' || name === 'parties') return 'set';
  if (WHOLE.has(name)) return undefined;
  const resolved = definitions[name] ?? schema;
  const types = typeof resolved.type === 'string' ? [resolved.type] : (resolved.type ?? []);
  if (name.startsWith('csl-item')) return 'object';
  if (types.includes('array')) {
    const item =
      resolved.items?.$ref === undefined
        ? resolved.items
        : definitions[resolved.items.$ref.split('/').at(-1) ?? ''];
    const ofObjects = item?.type === 'object';
    return ofObjects ? 'list' : item?.type === 'number' ? undefined : 'set';
  }
  return types.includes('object') ? 'object' : undefined;
}

/** Every part of a schema with the shape that the table has for it. */
function parts(schema: Schema, shape: Shape, path: string): { path: string; want: string; have: string }[] {
  const name = schema.$ref?.split('/').at(-1) ?? '';
  const resolved = definitions[name] ?? schema;
  const here = path === '' ? [] : [{ path, want: expected(schema) ?? 'value', have: shape.kind }];
  if (WHOLE.has(name)) return here;
  const inner =
    shape.kind === 'list' && resolved.items
      ? parts(resolved.items, shape.item, `${path}/*`)
      : Object.entries(resolved.properties ?? {}).flatMap(([key, property]) =>
          shape.kind === 'object' ? parts(property, shapeWithin(shape, key), `${path}/${key}`) : [],
        );
  return [...here, ...inner];
}

test.each([
  ['assessment', assessment, ASSESSMENT],
  ['register', register, REGISTER],
] as const)('every part of the %s is compared as the schema says', (_, schema, shape) => {
  const found = parts(schema as unknown as Schema, shape, '');
  expect(found.length).toBeGreaterThan(10);
  expect(found.filter(({ want, have }) => want !== have)).toEqual([]);
});

test('every member of the assessment has its class and weight', () => {
  const names = [...Object.keys(assessment.properties), ...Object.keys(register.properties)];
  const unknown = names.filter(
    (name) => nounOf(name) === undefined && ruleFor(name).weight === ruleFor('nothing').weight,
  );
  expect(unknown).toEqual([]);
});

test('classes, types and orders named by the schemas exist', () => {
  const fields = Object.values({ ...registerFields, ...assessmentFields });
  const change = diffSchema.$defs.change.properties;
  const unknown = fields.filter(
    ({ class: name, change: type, scale }) =>
      (name !== undefined && !change.class.enum.includes(name)) ||
      (type !== undefined && !change.type.enum.includes(type)) ||
      (scale !== undefined &&
        !['likelihood', 'confidence', 'marking'].includes(scale) &&
        !Object.hasOwn(ORDERS, scale)),
  );
  expect(unknown).toEqual([]);
});
