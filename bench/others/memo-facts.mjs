/** The content of a memo's Markdown, to check whether a PDF of it has the same. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { coloursOfSvg } from './painted-figures.mjs';

/**
 * Of `<id>.md` and the assessment it was made from: the distinct words and the notes it prints, the colours of each figure
 * that it shows, its marking, and the bytes of the assessment.
 */
export async function memoFacts(project, id) {
  const whole = await readFile(join(project, 'out', `${id}.md`), 'utf8');
  const source = await readFile(join(project, 'assessments', `${id}.json`));
  const text = whole.replace(/^---\n.*?\n---\n/s, '').replace(/<!--.*?-->/gs, '');
  const images = [...text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path]) => path);
  const figures = await Promise.all(images.map((path) => readFile(join(project, 'out', path), 'utf8')));
  const printed = text
    .replace(/!\[[^\]]*\]\([^)]+\)/g, '')
    .replace(/\]\([^)]+\)/g, ']')
    .replace(/\[\^[^\]]+\]/g, '');
  return {
    words: wordsOf(printed),
    notes: [
      ...new Set([...text.matchAll(/^\[\^[^\]]+\]: (.+)$/gm)].map(([, note]) => lettersAndDigits(note))),
    ],
    figures: figures.map(coloursOfSvg),
    marking: /^marking: "(.+)"$/m.exec(whole)?.[1],
    source,
  };
}

/** Distinct words of four letters or more. */
export function wordsOf(text) {
  return new Set(text.normalize('NFKC').match(/\p{L}{4,}/gu) ?? []);
}

/** Only letters and digits: line breaks, spaces and marks differ between programs. */
export function lettersAndDigits(text) {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}
