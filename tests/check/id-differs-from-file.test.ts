import { expect, test } from 'vitest';
import { idDiffersFromFile } from '../../src/check/rules/id-differs-from-file.ts';
import { objectionsOf } from '../support/assessments.ts';

test('bad: the file has another name', () => {
  expect(objectionsOf(idDiffersFromFile, { id: 'crocus' }, { fileStem: 'crocus-2024' })).toEqual([
    {
      pointer: '/id',
      message: 'The id is `crocus`, but the file is called `crocus-2024`.',
      help: 'Rename the one or the other.',
    },
  ]);
});

test('bad: only capitals differ, which not all file systems distinguish', () => {
  expect(objectionsOf(idDiffersFromFile, { id: 'crocus' }, { fileStem: 'Crocus' })).toHaveLength(1);
});

test('clean: the same name, whatever the title', () => {
  expect(objectionsOf(idDiffersFromFile, { id: 'crocus', title: 'T' }, { fileStem: 'crocus' })).toEqual([]);
});
