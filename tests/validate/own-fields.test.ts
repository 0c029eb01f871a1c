import { describe, expect, test } from 'vitest';
import { checkOwnFields, meantAsOwn } from '../../src/validate/own/check-own-fields.ts';
import { type OwnFields, readOwnFields } from '../../src/validate/own/read-own-fields.ts';
import { isSafePattern } from '../../src/validate/own/safe-pattern.ts';
import { validateAssessment } from '../../src/validate/validate.ts';

const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  properties: {
    'x-reference': { title: 'Reference', type: 'string', pattern: String.raw`^[A-Z]{2}/\d{4}/\d+$` },
    'x-distribution': { type: 'array', minItems: 1, items: { enum: ['Cabinet Office', 'Home Office'] } },
    'x-approval': {
      type: 'object',
      required: ['by'],
      properties: {
        by: { type: 'string' },
        on: { type: 'string', format: 'edtf' },
        copies: { type: 'integer', minimum: 1 },
      },
    },
    judgments: { items: { properties: { 'x-owner': { type: 'string', maxLength: 10 } } } },
  },
};
const fields = readOwnFields(schema).fields as OwnFields;
const sound = {
  id: 'fires',
  form: 'policy-memo',
  title: 'T',
  asOf: '2025-04-30',
  marking: 'TLP:CLEAR',
  judgments: [{ id: 'go-on', statement: 'S.' }],
};
const remarksOn = (more: object) => checkOwnFields({ ...sound, ...more }, fields);

describe('own fields of an assessment', () => {
  test('are valid in every entry of the file', () => {
    const own = {
      'x-reference': 'HO/2025/17',
      judgments: [{ id: 'go-on', statement: 'S.', 'x-owner': 'B. Analyst' }],
      markings: { 'x-reference': 'TLP:CLEAR' },
    };
    expect(validateAssessment({ ...sound, ...own }).remarks).toEqual([]);
    expect(remarksOn(own)).toEqual([]);
    expect(validateAssessment({ ...sound, x_reference: 'a' }).remarks).toHaveLength(1);
    expect(validateAssessment({ ...sound, 'x-Reference': 'a' }).remarks).toHaveLength(1);
  });

  test.each<[object, string, string, string | undefined]>([
    [
      { 'x-referense': 'HO/2025/17' },
      '/x-referense',
      'No schema of the project describes `x-referense` here.',
      'Did you mean `x-reference`?',
    ],
    [{ 'x-reference': 17 }, '/x-reference', '`x-reference` must be a text, not the number `17`.', undefined],
    [
      { 'x-reference': 'ho/17' },
      '/x-reference',
      '`x-reference` is `ho/17`, which does not have the form `^[A-Z]{2}/\\d{4}/\\d+$`.',
      undefined,
    ],
    [
      { 'x-distribution': ['Home Ofice'] },
      '/x-distribution/0',
      '`x-distribution` must be one of `Cabinet Office` or `Home Office`, not the text `Home Ofice`.',
      'Did you mean `Home Office`?',
    ],
    [
      { 'x-distribution': [] },
      '/x-distribution',
      '`x-distribution` must have at least 1 entries.',
      undefined,
    ],
    [{ 'x-approval': {} }, '/x-approval', '`x-approval` lacks `by`.', undefined],
    [
      { 'x-approval': { by: 'A', onn: '2025' } },
      '/x-approval/onn',
      '`onn` is not a property of `x-approval`.',
      'Did you mean `on`?',
    ],
    [
      { 'x-approval': { by: 'A', on: '31.12.2025' } },
      '/x-approval/on',
      '`on` is `31.12.2025`, which is not a date as written here (EDTF).',
      'Write for instance `2024-03-22`.',
    ],
    [
      { 'x-approval': { by: 'A', copies: 0 } },
      '/x-approval/copies',
      '`copies` must be at least 1.',
      undefined,
    ],
    [
      { judgments: [{ id: 'go-on', statement: 'S.', 'x-owner': 'Somebody else' }] },
      '/judgments/0/x-owner',
      '`x-owner` must have at most 10 characters.',
      undefined,
    ],
    [
      { judgments: [{ id: 'go-on', statement: 'S.', 'x-reference': 'HO/2025/17' }] },
      '/judgments/0/x-reference',
      'No schema of the project describes `x-reference` here.',
      'Describe it in the schema that `fields` of the configuration names, or use `x-owner`.',
    ],
  ])('%j', (more, pointer, message, help) => {
    const remarks = remarksOn(more);
    expect(remarks.map((remark) => [remark.pointer, remark.message, remark.help])).toEqual([
      [pointer, message, help],
    ]);
  });

  test('all need a description, and the project has none', () => {
    const [remark] = checkOwnFields({ ...sound, 'x-reference': 'HO/2025/17' }, undefined);
    expect(remark).toMatchObject({ rule: 'undescribed-field', pointer: '/x-reference', on: 'key' });
    expect(remark?.help).toContain("in the project's configuration");
  });

  test('a property that lacks its `x-` is recognised', () => {
    const { remarks } = validateAssessment({ ...sound, reference: 'HO/2025/17' });
    expect(meantAsOwn(remarks, fields)[0]?.help).toBe('Did you mean `x-reference`?');
    expect(meantAsOwn(remarks, undefined)[0]?.help).not.toContain('x-reference');
  });
});

describe('the schema of a project', () => {
  test.each<[unknown, string]>([
    [{ properties: { reference: { type: 'string' } } }, '/properties/reference'],
    [{ properties: { 'x-a': { oneOf: [] } } }, '/properties/x-a/oneOf'],
    [{ properties: { 'x-a': { type: 'text' } } }, '/properties/x-a/type'],
    [{ properties: { 'x-a': { pattern: '(a+)+$' } } }, '/properties/x-a/pattern'],
    [
      { properties: { judgments: { items: { properties: { owner: {} } } } } },
      '/properties/judgments/items/properties/owner',
    ],
    [{}, ''],
    [[], ''],
    ['x', ''],
  ])('%j is refused', (data, pointer) => {
    const { fields: read, remarks } = readOwnFields(data);
    expect(read).toBeUndefined();
    expect(remarks[0]).toMatchObject({ rule: 'invalid-field-schema', pointer });
  });

  test('with endless nesting is refused', () => {
    let deep: object = { type: 'string' };
    for (let level = 0; level < 5000; level += 1) deep = { type: 'array', items: deep };
    expect(readOwnFields({ properties: { 'x-a': deep } }).remarks.length).toBeGreaterThan(0);
  });
});

test('with patterns that may take long is refused', () => {
  for (const pattern of ['^[A-Z]{2}/\\d{4}/\\d+$', 'abc', '^\\d{3,}-[^ ]*$', '^§ ?[0-9]+$'])
    expect(isSafePattern(pattern)).toBe(true);
  for (const pattern of [
    '(a|b)',
    'a**',
    '(a+)+',
    '.*.*.*x',
    'a{1,2}{3}',
    '[',
    'a{1,99}b{1,99}c{1,99}d{1,99}e{1,99}',
    '\\1',
    'a'.repeat(300),
  ])
    expect(isSafePattern(pattern)).toBe(false);
});

describe('fields that a project requires', () => {
  const demanding = {
    type: 'object',
    required: ['x-reference'],
    properties: {
      'x-reference': { type: 'string' },
      judgments: { items: { required: ['x-owner'], properties: { 'x-owner': { type: 'string' } } } },
    },
  };

  test('are reported as missing in the assessment and in each entry of a list', () => {
    const demanded = readOwnFields(demanding).fields;
    const judgments = [
      { id: 'a', statement: 'S.', 'x-owner': 'A' },
      { id: 'b', statement: 'S.' },
    ];
    expect(
      checkOwnFields({ ...sound, judgments }, demanded).map(({ pointer, message }) => [pointer, message]),
    ).toEqual([
      ['', 'The project demands `x-reference`, and it is not here.'],
      ['/judgments/1', 'The project demands `x-owner`, and it is not here.'],
    ]);
  });

  test.each<[string, object]>([
    ['/required/0', { ...demanding, required: ['title'] }],
    ['/required/0', { ...demanding, required: ['x-none'] }],
    ['/anyOf', { ...demanding, anyOf: [] }],
    [
      '/properties/judgments/minItems',
      { properties: { judgments: { ...demanding.properties.judgments, minItems: 2 } } },
    ],
    [
      '/properties/judgments/items/oneOf',
      { properties: { judgments: { items: { ...demanding.properties.judgments.items, oneOf: [] } } } },
    ],
  ])('with unsupported keywords is refused: %s', (pointer, refused) => {
    expect(readOwnFields(refused).remarks.map((remark) => remark.pointer)).toEqual([pointer]);
  });
});
