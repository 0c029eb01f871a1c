import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { getDocument } from '../pdf/pdfjs.ts';
import { folderWith, run, small } from './run.ts';

/** All text of a PDF without its spaces, and the sizes in points of the pieces that say a word. */
async function textOf(path: string, word: string) {
  const pdf = await getDocument({ data: Uint8Array.from(await readFile(path)), verbosity: 0 }).promise;
  let text = '';
  const sizes = new Set<number>();
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    for (const item of items) {
      if (!('str' in item)) continue;
      text += item.str.replace(/\s/g, '');
      if (item.str.includes(word)) sizes.add(Math.round((item.transform[3] ?? 0) * 100) / 100);
    }
  }
  return { text, sizes: [...sizes].sort() };
}

const token = 'a1b2c3d4'.repeat(16);
const columns = Array.from({ length: 40 }, (_, index) => index + 1);
const wide = [
  `| ${columns.map((column) => `Head${column}`).join(' | ')} |`,
  `| ${columns.map(() => '---').join(' | ')} |`,
  `| ${columns.map((column) => `val${column}x`).join(' | ')} |`,
].join('\n');

test('all memos are set in the same size, and no content is lost at the margin', async () => {
  const body = (text: string) => ({ sections: [{ id: 's', heading: 'S', body: [text] }] });
  const folder = await folderWith({
    'assessments/plain.json': small('plain', body('Nothing.')),
    'assessments/token.json': small('token', { ...body(`Hash ${token}.`), bottomLine: `See ${token}.` }),
    'assessments/title.json': small('title', { title: token }),
    'assessments/cell.json': small('cell', body(`| A | B |\n| --- | --- |\n| ${token} | second |`)),
    'assessments/wide.json': small('wide', body(wide)),
  });
  expect((await run(['build', '--format', 'pdf'], folder)).code).toBe(0);
  const read = (id: string) => textOf(join(folder, `out/${id}.pdf`), 'Likelihood');
  const { sizes } = await read('plain');
  expect(sizes.length).toBeGreaterThan(0);
  for (const id of ['token', 'title', 'cell', 'wide']) expect((await read(id)).sizes, id).toEqual(sizes);
  for (const id of ['token', 'title', 'cell']) expect((await read(id)).text, id).toContain(token);
  const { text } = await read('wide');
  for (const column of columns) {
    expect(text).toContain(`Head${column}`);
    expect(text).toContain(`val${column}x`);
  }
}, 60_000);
