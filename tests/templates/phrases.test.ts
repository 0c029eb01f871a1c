import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedTerms } from '../../src/model/generated/fields.ts';
import assessmentSchema from '../../src/model/schema/assessment.schema.json' with { type: 'json' };
import cslSchema from '../../src/model/schema/csl-item.schema.json' with { type: 'json' };
import { ROLES } from '../../src/render/reference/names.ts';
import { icdStandards, phiaStandards } from '../../src/review/scorecard/standards.ts';
import { english } from '../render/messages.ts';
import { likelihoodScales } from '../support/scales.ts';
import { callsOf, literalOf, nameOf, templates } from './templates.ts';

const defs: Readonly<Record<string, unknown>> = assessmentSchema.$defs;

/** Values of a vocabulary, by its place in the schema: every `enum` at or below it. */
function valuesAt(...path: readonly string[]): string[] {
  let node: unknown = { ...assessmentSchema, $defs: defs };
  for (const key of path) node = (node as Record<string, unknown> | undefined)?.[key];
  const found = enumOf(node);
  if (found.length === 0) throw new Error(`There is no vocabulary at ${path.join('/')}.`);
  return found;
}

function enumOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('enum' in node) return (node.enum as unknown[]).filter((value) => value !== null).map(String);
  // Terms of a scale are data of the scale: those of the shipped one stand as examples.
  const { field, examples } = node as { field?: { kind?: string }; examples?: unknown[] };
  if (field?.kind === 'term' && examples) return examples.map(String);
  if ('$ref' in node) return enumOf(defs[String(node.$ref).split('/').at(-1) ?? '']);
  return [];
}

const property = (def: string, name: string) => valuesAt('$defs', def, 'properties', name);

const isArray = (schema: unknown) => (schema as { type?: unknown }).type === 'array';

/** Lists at the root of an assessment: what there may be several of. */
const collections = Object.entries(assessmentSchema.properties)
  .filter(([, schema]) => isArray(schema))
  .map(([name]) => name);

/** Properties reported as part of a whole: ids, and the properties of places, parties and likelihoods. */
const WHOLE = [
  'id',
  'other',
  'actor',
  'entity',
  'dimension',
  'latitude',
  'longitude',
  'office',
  'range',
  'term',
];

/** Ordered lists are reported as a whole if two members have the same key. */
const WITH_ORDER = ['authors', 'sections'];

/** Names of the properties in which a change can be reported, at any place. */
function toldProperties(): string[] {
  const names = new Set<string>();
  const gather = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('properties' in node) for (const name of Object.keys(node.properties as object)) names.add(name);
    for (const part of Object.values(node)) gather(part);
  };
  gather(assessmentSchema);
  // Lists within others are properties too: `judgments` of an implication.
  const inner = Object.values(defs).flatMap((def) =>
    Object.keys((def as { properties?: object }).properties ?? {}),
  );
  const isTold = (name: string) =>
    !WHOLE.includes(name) &&
    (!collections.includes(name) || inner.includes(name) || WITH_ORDER.includes(name));
  return [...names].filter(isTold);
}

/** Groups of phrases, with the values of the vocabulary each must cover. */
const groups: Readonly<Record<string, readonly string[]>> = {
  ...shippedTerms,
  'actor-status': property('actor', 'status'),
  'change.field': toldProperties(),
  'change.member': [
    'attributions',
    'capabilities',
    'changes',
    'citations',
    'claims',
    'breaks',
    'counts',
    'dissents',
    'estimates',
    'leftOut',
    'ratings',
    'reports',
    'series',
  ],
  'change.noun': [...collections, 'places'],
  collection: property('leftOutOfRelease', 'collection'),
  confidence: valuesAt('$defs', 'confidenceLevel'),
  count: ['perpetrators', 'killed', 'injured', 'arrested'],
  credibility: ['1', '2', '3', '4', '5', '6'],
  csl: cslSchema.properties.type.enum,
  direction: valuesAt('$defs', 'direction'),
  'evidence-kind': property('evidence', 'kind'),
  'figure.rating': ['CC', 'C', 'N', 'I', 'II', 'NA'],
  grade3: valuesAt('$defs', 'grade3'),
  'grade3-short': valuesAt('$defs', 'grade3'),
  impact: property('scenario', 'impact'),
  'indicator-status': property('indicator', 'status'),
  level: valuesAt('$defs', 'level'),
  month: Array.from({ length: 12 }, (_, index) => String(index + 1)),
  outcome: property('incident', 'outcome'),
  qualifier: property('quantityReport', 'qualifier'),
  'recommendation-status': property('recommendation', 'status'),
  quantity: [...property('quantityReport', 'qualifier'), 'perpetrators', 'killed', 'injured', 'arrested'],
  'reference.role': [...ROLES, 'collection-editor'],
  relationship: property('relationship', 'type'),
  reliability: property('source', 'reliability'),
  scorecard: [
    ...[
      'title',
      'intro',
      'standards',
      'signature',
      'signer',
      'date',
      'question',
      'where',
      'yes',
      'partly',
      'no',
      'remark',
    ],
    ...['untested', 'tested', 'excepted', 'off', 'nothing', 'not-applicable'],
  ],
  'scorecard.question': [...icdStandards, ...phiaStandards].flatMap(({ questions }) =>
    questions.map(({ id }) => id),
  ),
  'scorecard.standard': [...icdStandards, ...phiaStandards].map(({ id }) => id),
  'section-kind': property('section', 'kind'),
  scale: Object.keys(likelihoodScales),
  standing: property('relationship', 'standing'),
  status: valuesAt('properties', 'status'),
  term: [
    ...property('likelihood', 'term'),
    ...Object.values(likelihoodScales).flatMap(({ bands }) => bands.flatMap(({ terms }) => terms)),
  ],
  'date.season': ['21', '22', '23', '24'],
};

const render = new URL('../../src/render/', import.meta.url);
const derive = new URL('../../src/derive/', import.meta.url);
const figures = new URL('../../src/figures/', import.meta.url);
const code = [render, derive, figures]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8')),
  )
  .join('\n');

/** Keys written out in a template: `{{t "key"}}` and `(t "key")`. */
const keysInTemplates = [...templates.values()].flatMap((text) =>
  callsOf(text).flatMap(({ name, args }) => (name === 't' ? (literalOf(args[0]) ?? []) : [])),
);

const labelled = [...templates.values()].flatMap((text) =>
  callsOf(text).flatMap(({ name, args }) => (name === 'label' ? nameOf(args[0]) : [])),
);

const keys = Object.keys(english);

/** The key of which this is a plural form. */
const singular = (key: string) => key.replace(/\.(zero|one|two|few|many|other)$/, '');

/** A key, or the forms of a plural. */
const has = (key: string) => keys.includes(key) || keys.includes(`${key}.other`);

describe('the phrases', () => {
  it.each([...new Set(keysInTemplates)])('include %s, which a template uses', (key) => {
    expect(has(key)).toBe(true);
  });

  it.each([...new Set(labelled)])('have a known vocabulary for the label %s', (group) => {
    expect(Object.keys(groups)).toContain(group);
  });

  it.each(Object.entries(groups))('have a word for every value of %s', (group, values) => {
    expect(values.filter((value) => !has(`${group}.${value}`))).toEqual([]);
  });

  it.each(['markings', 'numbers'])('have a word for every part that %s names', (name) => {
    const { markings, released } = assessmentSchema.properties;
    const parts = name === 'markings' ? markings.properties : released.properties.numbers.properties;
    expect(
      Object.keys(parts).filter((part) => !has(`change.field.${part}`) && !has(`collection.${part}`)),
    ).toEqual([]);
  });

  it('are all used', () => {
    const groupNames = Object.keys(groups);
    const reached = (key: string) =>
      keysInTemplates.includes(key) ||
      keysInTemplates.includes(singular(key)) ||
      groupNames.some((group) =>
        groups[group]?.some((value) => [key, singular(key)].includes(`${group}.${value}`)),
      ) ||
      code.includes(`'${key}'`) ||
      // The forms of a plural, and keys that end in a value: `date.from-${end}`.
      code.includes(`'${singular(key)}'`) ||
      /^reference\.edition-ordinal-/.test(key) ||
      // Points in a phrase of their own: `${place}.month`.
      (/^date\.(by|from|since|to)\./.test(key) && code.includes(`'${key.split('.', 2).join('.')}'`));
    expect(keys.filter((key) => !reached(key))).toEqual([]);
  });

  it('are texts without stray blanks, with the placeholders that templates fill', () => {
    for (const [key, text] of Object.entries(english)) {
      expect(text.trim() === text || key.startsWith('list.'), key).toBe(true);
    }
    for (const [path, text] of templates) {
      for (const { name, args, hash } of callsOf(text)) {
        const phrase = name === 't' ? english[literalOf(args[0]) ?? ''] : undefined;
        if (phrase === undefined) continue;
        const placeholders = [...phrase.matchAll(/\{(\w+)\}/g)].map(([, inside = '']) => inside);
        expect(hash.map(([key]) => key).sort(), `${path}: ${phrase}`).toEqual(
          [...new Set(placeholders)].sort(),
        );
      }
    }
  });
});

describe('terms of the shipped scales', () => {
  it.each(['de', 'fr', 'uk', 'ar'])('are recognised in prose in %s as a memo prints them', (language) => {
    const file = new URL(`../../templates/_shared/messages/${language}.json`, import.meta.url);
    const phrases = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    for (const { bands, words = {} } of Object.values(likelihoodScales)) {
      for (const term of bands.flatMap(({ terms, forms = [] }) => [...terms, ...forms])) {
        expect(words[term]?.[language], term).toBe(phrases[`term.${term}`]);
      }
    }
  });
});
