import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Assessment } from '../../src/model/generated/types.ts';

/** Random assessments that fit the schema, drawn from the schema itself: a property it gets is drawn too. */

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  /** Terms of a scale or a scheme are not in the schema: those of the usual ones are examples. */
  readonly field?: { readonly kind?: string };
  readonly examples?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly additionalProperties?: boolean | Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const root = JSON.parse(
  readFileSync(new URL('../../src/model/schema/assessment.schema.json', import.meta.url), 'utf8'),
) as Schema;

/** Few ids, so that references meet their targets, and entries of two assessments meet each other. */
const slug = fc.constantFrom('a', 'b', 'c', 'fires', 'line-cell', 'norham');
const words = fc.constantFrom(
  'fires',
  'go',
  'on',
  'near',
  'Norham',
  'three',
  'men',
  'U.S.',
  '[@a]',
  '[@b, p. 4]',
);
const sentence = fc.array(words, { minLength: 1, maxLength: 6 }).map((list) => `The ${list.join(' ')}.`);
const prose = fc.oneof(
  sentence,
  fc.array(fc.oneof({ weight: 5, arbitrary: sentence }, { weight: 1, arbitrary: fc.constant('') }), {
    minLength: 1,
    maxLength: 4,
  }),
);
const line = sentence.map((text) => text.slice(4, -1));
const edtf = fc.constantFrom(
  '2024',
  '2024-03',
  '2024-03-22',
  '2024-05?',
  '2024/..',
  '2016~',
  '2023-01/2023-12',
);

const DEFINITIONS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  slug,
  prose,
  line,
  edtf,
  entity: fc
    .tuple(fc.constantFrom('judgments', 'actors', 'scenarios', 'hypotheses'), slug)
    .map((parts) => parts.join('/')),
};

function arbitrary(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  if (schema.$ref?.startsWith('#/$defs/')) {
    const name = schema.$ref.slice('#/$defs/'.length);
    return DEFINITIONS[name] ?? arbitrary(root.$defs?.[name] ?? {}, depth);
  }
  if (schema.$ref) return csl;
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.field?.kind === 'term' && schema.examples) return fc.constantFrom(...schema.examples);
  if (schema.const !== undefined) return fc.constant(schema.const);
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['string']);
  return fc.oneof(...types.map((type) => ofType(type, schema, depth)));
}

function ofType(type: string, schema: Schema, depth: number): fc.Arbitrary<unknown> {
  switch (type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 9 });
    case 'number':
      return fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20);
    case 'array':
      return fc.array(arbitrary(schema.items ?? {}, depth + 1), {
        minLength: schema.minItems ?? 0,
        maxLength: 3,
      });
    case 'object':
      return object(schema, depth);
    default:
      return schema.pattern?.startsWith('^[A-Za-z]{2,3}') ? fc.constantFrom('en', 'ru') : slug;
  }
}

function object(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  if (schema.properties === undefined) {
    const values = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
    return fc.dictionary(slug, arbitrary(values, depth + 1), { maxKeys: 3 });
  }
  const required = new Set(schema.required ?? []);
  const members = Object.entries(schema.properties).map(([name, property]) => {
    const value = arbitrary(property, depth);
    return [name, required.has(name) ? value : fc.option(value, { nil: undefined, freq: 1 })] as const;
  });
  return fc.record(Object.fromEntries(members)).map(tidy);
}

const csl = fc.record({
  type: fc.constantFrom('report', 'book', 'article-newspaper'),
  title: line,
  author: fc.array(fc.record({ family: fc.constantFrom('Berg', 'Lind') }), { maxLength: 2 }),
});

/** Leaves out absent values, and makes members fit the joint requirements of the schema. */
function tidy(value: Record<string, unknown>): Record<string, unknown> {
  const own = Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined));
  if ('ref' in value) {
    // One of `id` and `ref`; what goes with `id` is there anyhow.
    if (own.ref !== undefined) delete own.id;
    else own.id ??= 'a';
  }
  if ('term' in value) {
    if (own.term !== undefined || own.range === undefined) return { term: own.term ?? 'likely' };
    return { range: own.range };
  }
  if ('qualifier' in value && own.value === undefined && own.min === undefined) own.max ??= 3;
  if ('office' in value && Object.keys(own).length === 0) own.name = 'somebody';
  return own;
}

/** Each id once in a collection, as `check` requires. */
function withUniqueIds(assessment: Record<string, unknown>): Assessment {
  for (const [name, members] of Object.entries(assessment)) {
    if (!Array.isArray(members)) continue;
    const seen = new Set<unknown>();
    assessment[name] = members.filter((member: Record<string, unknown>) => {
      const id = member.id ?? member.ref;
      if (id === undefined) return true;
      return !seen.has(id) && seen.add(id);
    });
  }
  return assessment as unknown as Assessment;
}

/** Any assessment, with repeated ids. */
export const anyAssessment = arbitrary({ ...root, type: 'object' }, 0).map((value) => value as Assessment);

/** Any assessment with unique ids in each collection. */
export const assessment = anyAssessment.map((value) =>
  withUniqueIds(structuredClone(value) as unknown as Record<string, unknown>),
);

/** A mixture of two assessments of which `pick` decides each part: what two editions of one assessment look like. */
export function mix(a: unknown, b: unknown, pick: () => number): unknown {
  if (pick() < 0.55) return a;
  if (pick() < 0.25) return b;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.map((item, index) => (b[index] === undefined ? item : mix(item, b[index], pick)));
  }
  if (isRecord(a) && isRecord(b)) {
    return tidyMixture(
      Object.fromEntries(
        [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) => {
          const value = mix(a[key], b[key], pick);
          return value === undefined ? [] : [[key, value]];
        }),
      ),
    );
  }
  return b ?? a;
}

function tidyMixture(value: Record<string, unknown>): Record<string, unknown> {
  if (value.id !== undefined && value.ref !== undefined) delete value.ref;
  if (value.term !== undefined && value.range !== undefined) delete value.range;
  return value;
}

/** Two editions of one assessment. */
export const editions = fc
  .tuple(
    assessment,
    assessment,
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 50, maxLength: 50 }),
  )
  .map(([a, b, chances]) => {
    let drawn = 0;
    const pick = () => chances[drawn++ % chances.length] ?? 0;
    const mixed = structuredClone(mix(a, b, pick)) as Record<string, unknown>;
    return { before: a, after: withUniqueIds(mixed) };
  });

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
