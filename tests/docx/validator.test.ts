import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diffAssessments } from '../../src/diff/diff-assessments.ts';
import { readTemplate } from '../../src/docx/template/read-template.ts';
import { wordOf } from '../../src/memo/word.ts';
import { wordRedline } from '../../src/review/redline/word-redline.ts';
import { fixturePaths, memoOf, shippedPaths } from './memo.ts';
import { hasValidator, wordErrors } from './word-validator.ts';

const house = readFileSync(new URL('../fixtures/word/house-template.docx', import.meta.url));

describe.runIf(hasValidator)('Microsoft’s validator accepts', { timeout: 120_000 }, () => {
  it.each([...shippedPaths, ...fixturePaths])('%s', async (path) => {
    const { docx } = await memoOf(path);
    expect(await wordErrors(await docx())).toEqual([]);
  });

  it.each(['footnotes', 'endnotes'] as const)('a memo with %s in a house style', async (notes) => {
    const { memo, assessment, form } = await memoOf('tests/fixtures/memos/everything/assessment.json');
    const { template } = readTemplate(house);
    if (!template) throw new Error('The template is sound.');
    const source = { assessment, form, looks: { template, notes } };
    expect(await wordErrors(await wordOf(memo, source, 'A4', { edition: 'e'.repeat(64) }))).toEqual([]);
  });

  it('a redline', async () => {
    const path = 'tests/fixtures/word/rail-sabotage-2025.json';
    const before = await memoOf(path);
    const after = await memoOf(path, (one) => ({ ...one, bottomLine: 'Attacks are very likely to go on.' }));
    const side = ({ assessment, register }: typeof before) => ({ assessment, register });
    const redline = await wordRedline(
      {
        before: { ...before.memo, assessment: before.assessment },
        after: { ...after.memo, assessment: after.assessment },
      },
      {
        diff: diffAssessments(side(before), side(after)),
        form: after.form,
        paper: 'A4',
        marking: 'TLP:GREEN',
        title: 'Redline',
        author: { name: 'N. Colleague', date: '2025-05-01T00:00:00Z' },
        looks: {},
      },
    );
    expect(await wordErrors(redline)).toEqual([]);
  });
});
