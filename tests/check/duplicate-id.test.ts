import { describe, expect, test } from 'vitest';
import { checkRegister } from '../../src/check/check.ts';
import { duplicateId } from '../../src/check/rules/duplicate-id.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

const help = 'Give one of the two another id.';

describe('bad', () => {
  test('two judgments with one id: the later one is shown', () => {
    const judgments = [judgment, { id: 'b', statement: 'B.' }, judgment];
    expect(objectionsOf(duplicateId, { judgments })).toEqual([
      {
        pointer: '/judgments/2/id',
        message: 'The id `attacks-continue` is taken: item 1 of `judgments` has it already.',
        help,
      },
    ]);
  });

  test('a third is compared with the first', () => {
    const gaps = ['a', 'a', 'a'].map((id) => ({ id, question: 'Q?' }));
    expect(objectionsOf(duplicateId, { gaps }).map(({ pointer, message }) => [pointer, message])).toEqual([
      ['/gaps/1/id', 'The id `a` is taken: item 1 of `gaps` has it already.'],
      ['/gaps/2/id', 'The id `a` is taken: item 1 of `gaps` has it already.'],
    ]);
  });

  test('`ref` counts as an id', () => {
    const actors = [{ id: 'iskp', name: 'ISKP' }, { ref: 'iskp' }];
    expect(objectionsOf(duplicateId, { actors })).toEqual([
      {
        pointer: '/actors/1/ref',
        message: 'The id `iskp` is taken: item 1 of `actors` has it already.',
        help,
      },
    ]);
  });
});

test('clean: one id in two collections, and lists whose members have no id', () => {
  const clean = {
    actors: [{ id: 'attacks-continue', name: 'A' }],
    authors: [{ name: 'A. Author' }, { name: 'A. Author' }],
    matrix: [
      { evidence: 'e', ratings: {} },
      { evidence: 'e', ratings: {} },
    ],
  };
  expect(objectionsOf(duplicateId, clean)).toEqual([]);
});

describe('the register', () => {
  test('bad: two actors and two places', () => {
    const register = {
      actors: [
        { id: 'is', name: 'Islamic State' },
        { id: 'is', name: 'IS' },
      ],
      places: [
        { id: 'moscow', name: 'Moscow' },
        { id: 'moscow', name: 'Moscow Oblast' },
      ],
    };
    const remark = { rule: 'duplicate-id', severity: 'error', help };
    expect(checkRegister(register)).toEqual([
      {
        ...remark,
        pointer: '/actors/1/id',
        message: 'The id `is` is taken: item 1 of `actors` has it already.',
      },
      {
        ...remark,
        pointer: '/places/1/id',
        message: 'The id `moscow` is taken: item 1 of `places` has it already.',
      },
    ]);
  });

  test('clean: an empty register, or one id for a place and an incident', () => {
    expect(checkRegister({})).toEqual([]);
    const register = { places: [{ id: 'beslan', name: 'B' }], incidents: [{ id: 'beslan', title: 'B' }] };
    expect(checkRegister(register)).toEqual([]);
  });
});
