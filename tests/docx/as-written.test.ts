import { strFromU8, unzipSync } from 'fflate';
import { test } from 'vitest';
import { expectGolden } from '../support/golden.ts';
import { memoOf } from './memo.ts';

/*
 * What is written into a Word document, element by element. After a change that is meant:
 * `UPDATE_GOLDEN=1 npx vitest run tests/docx/as-written.test.ts`, and look at the document in Word or LibreOffice.
 */
const PARTS = [
  'docProps/core.xml',
  'docProps/custom.xml',
  'word/settings.xml',
  'word/styles.xml',
  'word/numbering.xml',
  'word/header1.xml',
  'word/header2.xml',
  'word/footer1.xml',
  'word/footer2.xml',
  'word/footnotes.xml',
  'word/document.xml',
];

test.each(['everything', 'hebrew'])('the parts of the golden memo %s are as they were', async (name) => {
  const { docx } = await memoOf(`tests/fixtures/memos/${name}/assessment.json`);
  const parts = unzipSync(await docx());
  const written = PARTS.map((path) => {
    const part = strFromU8(parts[path] ?? new Uint8Array());
    return `${path}\n${part.replaceAll('><', '>\n<')}\n\n`;
  });
  expectGolden(`word/written/${name}.txt`, written.join(''));
});
