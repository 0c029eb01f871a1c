import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { test } from 'vitest';
import { wordOf } from '../../src/memo/word.ts';
import { expectGolden } from '../support/golden.ts';
import { memoOf } from './memo.ts';

/*
 * What is written into a Word document, element by element; the texts lie beside, so that no change of a template is seen
 * here. After a change that is meant: `UPDATE_GOLDEN=1 npx vitest run tests/docx/as-written.test.ts`, and look at the document.
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

test.each(['everything', 'hebrew'])('the parts of a document with %s are as they were', async (name) => {
  const { memo, assessment, form } = await memoOf(`tests/fixtures/memos/${name}/assessment.json`);
  const markdown = readFileSync(new URL(`../fixtures/word/written/${name}.md`, import.meta.url), 'utf8');
  const written = { ...memo, rendered: { ...memo.rendered, markdown } };
  const parts = unzipSync(await wordOf(written, { assessment, form }, 'A4', { edition: 'e'.repeat(64) }));
  const texts = PARTS.map((path) => {
    const part = strFromU8(parts[path] ?? new Uint8Array());
    return `${path}\n${part.replaceAll('><', '>\n<')}\n\n`;
  });
  expectGolden(`word/written/${name}.txt`, texts.join(''));
});
