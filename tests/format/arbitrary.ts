import fc from 'fast-check';
import assessment from '../../src/model/schema/assessment.schema.json' with { type: 'json' };
import csl from '../../src/model/schema/csl-item.schema.json' with { type: 'json' };

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly field?: { readonly kind?: string };
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minProperties?: number;
  readonly maxItems?: number;
  readonly maximum?: number;
}

const slug = fc.constantFrom('attack', 'four-fires', 'x', '0', '43', 'null', 'a-1');
const line = fc.constantFrom(
  ...[
    'A line',
    'No. 43: fire',
    '- not an item',
    '# none',
    'yes',
    '2024',
    "it's",
    '“Q”',
    'a\u00a0b',
    '{x}',
    '*a',
  ],
);
const date = fc.constantFrom('2024', '2024-03-22', '2004-06-XX', '2024-05~', '2024/..', '201X', '2024-05%');
const piece = fc.constantFrom(
  ...[
    'It burnt.',
    'Then it rained',
    'in the U.S. Army.',
    'So what? [@x, p. 4]',
    '\n',
    '\n\n',
    '- ',
    '> ',
    '  \n',
  ],
  ...[
    '| a | b |\n| - | - |\n',
    '```\ncode. More.\n```\n',
    '# Head. More.\n',
    '    ',
    '`a. B`',
    '**x.** Y: z',
  ],
);
const text = fc
  .array(piece, { minLength: 1, maxLength: 8 })
  .map((pieces) => pieces.join(' '))
  .filter((prose) => /\S/.test(prose));
const prose = fc.oneof(text, fc.array(fc.oneof(text, fc.constant('')), { minLength: 1, maxLength: 3 }));

/** Any value that a schema allows, as far as one schema says it (references between entities lead anywhere). */
function anyOf(schema: Schema, file: Schema): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) {
    const [path, name] = schema.$ref.split('#/$defs/');
    const target = path === '' ? file : (csl as Schema);
    if (name === 'prose') return prose;
    return anyOf(name === undefined ? target : (target.$defs?.[name] ?? {}), target);
  }
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.field?.kind === 'term' && schema.examples) return fc.constantFrom(...schema.examples);
  if (schema.format === 'edtf') return date;
  const types = [schema.type ?? 'object'].flat();
  return fc.oneof(...types.map((type) => anyOfType(type, schema, file)));
}

function anyOfType(type: string, schema: Schema, file: Schema): fc.Arbitrary<unknown> {
  switch (type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: 1, max: schema.maximum ?? 400 });
    case 'number':
      return fc.constantFrom(0, 0.55, 1);
    case 'array': {
      const minLength = schema.minItems ?? 0;
      return fc.array(anyOf(schema.items ?? {}, file), {
        minLength,
        maxLength: schema.maxItems ?? Math.max(minLength, 2),
      });
    }
    case 'object':
      return objectOf(schema, file);
    default:
      return textOf(schema);
  }
}

function textOf({ pattern }: Schema): fc.Arbitrary<string> {
  if (pattern?.startsWith('^T[0-9]')) return fc.constantFrom('T1566', 'T1059.001');
  if (pattern === '^[A-Z]{3}$') return fc.constantFrom('EUR', 'USD');
  if (pattern === '^[a-z]+$') return fc.constantFrom('sources', 'evidence');
  if (pattern === '^[a-z]+/[a-z0-9-]+$') return slug.map((id) => `judgments/${id}`);
  if (pattern?.startsWith('^[A-Za-z]{2,3}')) return fc.constantFrom('en', 'ru', 'de-CH');
  return pattern?.includes('a-z') ? slug : line;
}

/** The required properties and some of the others, in any order; `id` goes without `ref`. */
function objectOf(schema: Schema, file: Schema): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  if (typeof additionalProperties === 'object') {
    return fc.dictionary(slug, anyOf(additionalProperties, file), { maxKeys: 3, noNullPrototype: true });
  }
  const keys = Object.keys(properties).filter((key) => key !== 'ref' && key !== 'range');
  const needed = [...new Set([...required, 'id', 'name', 'title', 'csl', 'value', 'term'])].filter((key) =>
    keys.includes(key),
  );
  const chosen = fc.subarray(keys, { maxLength: Math.min(5, keys.length) });
  return fc.tuple(chosen, fc.boolean()).chain(([others, backwards]) => {
    const order = [...new Set([...needed, ...others])];
    if (order.length < (schema.minProperties ?? 0)) order.push(...keys.slice(0, 1));
    if (backwards) order.reverse();
    const model = Object.fromEntries(order.map((key) => [key, anyOf(properties[key] ?? {}, file)]));
    return fc.record(model).map((value) => Object.fromEntries(order.map((key) => [key, value[key]])));
  });
}

/** Assessments by the schema, with their properties in any order. */
export const anyAssessment = anyOf(assessment as Schema, assessment as Schema) as fc.Arbitrary<
  Record<string, unknown>
>;
