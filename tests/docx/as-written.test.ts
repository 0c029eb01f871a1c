import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { alignItems, alignWords } from '../../src/diff/words/align.ts';
import { readDocument } from '../../src/document/read-document.ts';
import { readDocx } from '../../src/docx/read/read-docx.ts';
import { mergeFlows } from '../../src/docx/redline.ts';
import { readTemplate } from '../../src/docx/template/read-template.ts';
import { toFlow } from '../../src/docx/to-flow.ts';
import { writeDocx } from '../../src/docx/write-docx.ts';
import { wordOf } from '../../src/memo/word.ts';
import type { WordFormSettings } from '../../src/project/config/word-settings.ts';
import { expectGolden } from '../support/golden.ts';
import { memoOf } from './memo.ts';
import { plainParts } from './plain-parts.ts';

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

/** Parts of a document as text, an element on each line. */
function textOf(bytes: Uint8Array, paths: readonly string[]): string {
  const parts = unzipSync(bytes);
  const texts = paths.map((path) => {
    const part = strFromU8(parts[path] ?? new Uint8Array());
    return `${path}\n${part.replaceAll('><', '>\n<')}\n\n`;
  });
  return texts.join('');
}

const fixture = (path: string) => readFileSync(new URL(`../fixtures/word/${path}`, import.meta.url));

async function documentOf(name: string, looks: WordFormSettings = {}): Promise<Uint8Array> {
  const { memo, assessment, form } = await memoOf(`tests/fixtures/memos/${name}/assessment.json`);
  const markdown = fixture(`written/${name}.md`).toString();
  const written = { ...memo, rendered: { ...memo.rendered, markdown } };
  return wordOf(written, { assessment, form, looks }, 'A4', { edition: 'e'.repeat(64) });
}

test.each(['everything', 'hebrew'])('the parts of a document with %s are as recorded', async (name) => {
  expectGolden(`word/written/${name}.txt`, textOf(await documentOf(name), PARTS));
});

test('a document in the template of a house has its styles, lists, headers and footers', async () => {
  const { template } = readTemplate(new Uint8Array(fixture('house-template.docx')));
  if (!template) throw new Error('The template can be read.');
  const paths = PARTS.filter((path) => /settings|styles|numbering|header|footer/.test(path));
  expectGolden('word/written/house.txt', textOf(await documentOf('everything', { template }), paths));
});

test('a redline of two texts is as recorded', async () => {
  const before = fixture('written/everything.md').toString();
  const edited = before
    .replace('Attacks', 'Raids')
    .replace(/\n\| [^\n]*\|\n(?=\n)/, '\n')
    .replace(/^- .*$/m, '- Another item.')
    .replace(/^## .*$/m, '## Another heading\n\nA paragraph that came.');
  expect(edited).not.toBe(before);
  const [old, fresh] = [before, edited].map((text) => toFlow(readDocument(text)));
  if (!old || !fresh) throw new Error('Two texts make a redline.');
  const { flow } = mergeFlows(old, fresh, { items: alignItems, words: alignWords });
  const bytes = await writeDocx({ ...plainParts, flow });
  expectGolden('word/written/redline.txt', textOf(bytes, ['word/footnotes.xml', 'word/document.xml']));
});

test('a document saved by LibreOffice is read as recorded', () => {
  const { document, remarks } = readDocx(new Uint8Array(fixture('returned.docx')));
  expect(remarks).toEqual([]);
  const { paragraphs, ...rest } = document ?? { paragraphs: [] };
  const lines = [...paragraphs, rest].map((one) => JSON.stringify(one));
  expectGolden('word/read/returned.txt', `${lines.join('\n')}\n`);
});
