import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffAssessments } from '../../src/diff/diff-assessments.ts';
import { compareFolders } from '../../src/diff/folders.ts';
import { changeClasses } from '../../src/diff/types.ts';
import schema from '../../src/model/schema/diff.schema.json' with { type: 'json' };
import { editions } from './random-assessments.ts';

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
const validate = ajv.compile(schema);

/** What a reader of the JSON gets. */
const printed = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the schema of the diff', () => {
  test('real outputs fit it', () => {
    fc.assert(
      fc.property(editions, ({ before, after }) => {
        const [old, fresh] = [
          { assessment: before, register: {} },
          { assessment: after, register: {} },
        ];
        validate(printed(diffAssessments(old, fresh)));
        expect(validate.errors).toBeNull();
        validate(printed(compareFolders([old], [fresh])));
        expect(validate.errors).toBeNull();
      }),
    );
  });

  test('other data does not', () => {
    expect(validate({ changes: [{ type: 'moved' }] })).toBe(false);
    expect(validate({ id: { before: 'a', after: 'a' }, title: 'A', changes: [], more: 1 })).toBe(false);
  });

  test('it lists the same classes as the program', () => {
    expect(schema.$defs.change.properties.class.enum).toEqual(changeClasses);
  });

  test('every property is described', () => {
    const undescribed: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { properties, $defs, items } = node as Record<string, Record<string, unknown>>;
      for (const [name, property] of Object.entries({ ...properties, ...$defs })) {
        const { description, $ref } = property as { description?: unknown; $ref?: unknown };
        if (typeof description !== 'string' && $ref === undefined) undescribed.push(`${path}/${name}`);
        visit(property, `${path}/${name}`);
      }
      if (items) visit(items, `${path}/items`);
    };
    visit(schema, '');
    expect(undescribed).toEqual([]);
  });
});
