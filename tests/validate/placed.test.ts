import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { placeRemarks } from '../../src/load/place-findings.ts';
import { readDocument } from '../../src/load/read-document.ts';
import { validateAssessment } from '../../src/validate/validate.ts';

/** Rule, place and offending text of every finding, as an analyst sees them. */
async function findingsIn(name: string): Promise<string[]> {
  const bytes = await readFile(new URL(`../fixtures/validate/${name}`, import.meta.url));
  const { document, findings } = readDocument(name, bytes);
  expect(findings).toEqual([]);
  if (!document) throw new Error('not read');
  return placeRemarks(document, validateAssessment(document.data).remarks)
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map((one) => {
      const end = one.endLine === one.line ? one.endColumn - 1 : undefined;
      return `${one.line}:${one.column} ${one.rule} ${one.excerpt?.slice(one.column - 1, end)}`;
    });
}

test('each mistake in a JSON file is found at its place, once', async () => {
  expect(await findingsIn('mistakes.json')).toEqual([
    '5:11 invalid-date "2024-02-30"',
    '6:14 unknown-term "TLP: AMBER"',
    '7:14 wrong-type "Jane Doe"',
    '12:7 unknown-property "likelyhood"',
    '13:32 unknown-term "Moderate"',
    '15:5 missing-property {',
    '16:13 invalid-id "Second judgment"',
  ]);
});

test('each mistake in a YAML file is found at its place, once', async () => {
  expect(await findingsIn('mistakes.yaml')).toEqual([
    '4:7 wrong-type 2024',
    '9:5 unknown-property confidence_level',
    '11:13 unknown-term very probabel',
  ]);
});
