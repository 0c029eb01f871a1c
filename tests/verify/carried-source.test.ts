import { describe, expect, test } from 'vitest';
import { soundAssessment } from '../../src/check/sound-assessment.ts';
import type { ReadPdf } from '../../src/pdf/reading/read-pdf.ts';
import { sourceOf } from '../../src/verify/carried-source.ts';

/** What a PDF is taken to carry whose assessment names this edition before it. */
function carried(supersedes: string, former = 'former-edition-of-sample.json') {
  const assessment = { ...soundAssessment, edition: { number: 2, supersedes } };
  const attachments = [
    { name: 'sample.json', bytes: Buffer.from(JSON.stringify(assessment)) },
    { name: former, bytes: Buffer.from('{"id":"older"}') },
  ];
  const source = sourceOf(
    { attachments, pages: [], xmp: '', info: new Map() } as unknown as ReadPdf,
    undefined,
  );
  if ('message' in source) throw new Error(source.message);
  return source;
}

test('the previous edition is stored where the assessment expects it, and is not built itself', () => {
  const { named, files } = carried('older/sample.json');
  expect(named).toEqual(['assessments/sample.json']);
  expect(files.get('assessments/older/sample.json')?.toString()).toBe('{"id":"older"}');
  expect([...carried('../archive/1.json').files.keys()]).toContain('archive/1.json');
});

test('one in git is named by its revision', () => {
  const { files, revisions } = carried('v1:assessments/sample.json');
  expect([...revisions.keys()]).toEqual(['v1:assessments/sample.json']);
  expect([...files.keys()].sort()).toEqual(['assessments/sample.json', 'threat-memo.config.json']);
});

test('a file with another name is an assessment like any other', () => {
  expect(carried('older.json', 'former-edition-of-others.json').named).toHaveLength(2);
});

test.each([
  '../templates/policy-memo/form.json',
  '../templates/_shared/messages/en.json',
  './../assessments/../templates/a/form.json',
  'register.json',
  '../assessments/register.yaml',
  '../threat-memo.config.json',
  '../../outside.json',
  'sample.json',
  '.hidden.json',
  'memo.md.hbs',
])('it replaces no file that a build reads: %s', (supersedes) => {
  const { files } = carried(supersedes);
  expect([...files.keys()].sort()).toEqual(['assessments/sample.json', 'threat-memo.config.json']);
  expect(files.get('threat-memo.config.json')?.toString()).toContain('rules');
  expect(files.get('assessments/sample.json')?.toString()).toContain('Northern Line');
});

describe('several registers', () => {
  const attachments = ['a.json', 'b.json', 'c.json', 'register.json', 'register-2.json'].map((name) => ({
    name,
    bytes: Buffer.from(JSON.stringify({ ...soundAssessment, id: name.replace('.json', '') })),
  }));
  const source = (sourceRegisters?: readonly string[]) => {
    const given = { attachments, pages: [], xmp: '', info: new Map() } as unknown as ReadPdf;
    const made = { program: '', form: '', formHash: '', sourceHashes: [] };
    return sourceOf(given, sourceRegisters ? { ...made, sourceRegisters } : made);
  };

  test('are each stored with the assessments that used them, in the order of the document', () => {
    const found = source(['register.json', 'register-2.json', 'register.json']);
    if ('message' in found) throw new Error(found.message);
    expect(found.named).toEqual(['assessments/a.json', 'assessments-2/b.json', 'assessments/c.json']);
    expect([...found.files.keys()]).toEqual(
      expect.arrayContaining(['assessments/register.json', 'assessments-2/register.json']),
    );
  });

  test.each([
    ['nothing', undefined],
    ['too few', ['register.json']],
    ['another file', ['register.json', 'a.json', '../register.json']],
  ])('cannot be distinguished if the document names %s', (_, named) => {
    expect(source(named)).toMatchObject({
      kind: 'source',
      message: expect.stringContaining('several registers'),
    });
  });
});
