import { describe, expect, test } from 'vitest';
import { salvage } from '../../src/validate/salvage.ts';
import { salvageAssessment } from '../../src/validate/validate.ts';
import { minimal } from '../support/assessments.ts';

describe('salvage', () => {
  test('removes invalid parts, and records the original places of the rest', () => {
    const file = { items: [{ id: 'a' }, { id: 'b' }, { id: 'c', list: [1, 2, 3] }], word: 'x' };
    const wrong = new Set(['b', 2]);
    const left = salvage(file, (data) => {
      const { items } = data as typeof file;
      return items.flatMap((item, index) => [
        ...(wrong.has(item.id) ? [`/items/${index}`] : []),
        ...(item.list ?? []).flatMap((value, at) => (wrong.has(value) ? [`/items/${index}/list/${at}`] : [])),
      ]);
    });
    expect(left?.data).toEqual({ items: [{ id: 'a' }, { id: 'c', list: [1, 3] }], word: 'x' });
    expect(left?.originalPointer('/items/1/list/1')).toBe('/items/2/list/2');
    expect(left?.originalPointer('/word')).toBe('/word');
    expect(left?.lostIds).toEqual(new Set(['b']));
    expect(file.items).toHaveLength(3);
  });

  test('gives up if the whole is invalid, or if it does not end', () => {
    expect(salvage({ a: 1 }, () => [''])).toBeUndefined();
    expect(salvage({ a: { b: {} } }, () => ['/nowhere'])).toBeUndefined();
  });

  test('an assessment loses invalid parts, and then entries that lack a required one', () => {
    const file = {
      ...minimal,
      sources: [
        { id: 's', csl: { type: 'nonsense' } },
        { id: 't', csl: { type: 'book' } },
      ],
      nonsense: 1,
    };
    const left = salvageAssessment(file);
    expect(left?.data.sources).toEqual([{ id: 't', csl: { type: 'book' } }]);
    expect(left?.lostIds).toEqual(new Set(['s']));
    expect(left?.originalPointer('/sources/0/id')).toBe('/sources/1/id');
    expect(salvageAssessment({ ...minimal, title: 7 })).toBeUndefined();
  });
});
