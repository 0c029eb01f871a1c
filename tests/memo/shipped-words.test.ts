import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildMemo } from '../../src/memo/build-memo.ts';
import { fieldPath } from '../../src/model/fields.ts';
import { assessmentFields } from '../../src/model/generated/fields.ts';
import type { Assessment, Register } from '../../src/model/generated/types.ts';
import { splitSentences } from '../../src/model/sentences.ts';
import { Forms } from '../../src/project/forms.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';

/*
 * What the memos of the shipped assessments say, in every form: nothing twice in a brief, and every text of the assessment
 * somewhere in the memo.
 */
const root = new URL('../../', import.meta.url);
const forms = new Forms(nodeEffects(fileURLToPath(root)));
const FORMS = ['policy-memo', 'event-report', 'explainer', 'incident-brief', 'commentary'];

/** A sentence shorter than this, in words, may well be said of two things. */
const SHORT = 10;

const register = read('register.json') as Register;
const shipped = readdirSync(new URL('assessments/', root))
  .filter((name) => !name.startsWith('register.'))
  .map((name) => [name, read(name) as Assessment] as const);

function read(name: string): unknown {
  return parse(readFileSync(new URL(`assessments/${name}`, root), 'utf8'));
}

interface Said {
  readonly brief: string;
  readonly whole: string;
  readonly printed: string;
}

/** Markdown without what is no text: front matter, roles, numbers of notes, emphasis. */
function wordsOf(markdown: string): string {
  return markdown
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^<!--.*-->$/gm, '')
    .replace(/\[\^[^\]]*\](?!:)|!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/[*_\\]/g, '');
}

/** The sentences of what is printed: paragraphs, items and cells, each by itself, without labels. */
function sentencesOf(markdown: string): string[] {
  const lines = wordsOf(markdown.replace(/^\[\^[^\]]*\]:.*$/gm, '')).split('\n');
  const texts = lines.flatMap((line) => (line.startsWith('|') ? line.split('|') : [line]));
  return texts.flatMap((line) => {
    const text = line.replace(/^[\s>]*(?:\d+\.|-|#+)?\s+/, '').replace(/^[\p{L} ]+:\s+/u, '');
    const found = splitSentences(text).map(({ start, end }) => text.slice(start, end).trim());
    return found.map((sentence) => sentence.replace(/\s*\(\d+\)$/, ''));
  });
}

/** As it is compared: letters and figures alone. */
function squeezed(text: string): string {
  return text
    .replace(/\[-?@[^\]]*\]/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** Every sentence of prose in an assessment, with its place. */
function prose(value: unknown, parts: readonly (string | number)[] = []): [string, string][] {
  if (typeof value === 'string') {
    const field = assessmentFields[fieldPath(parts)] ?? assessmentFields[fieldPath(parts.slice(0, -1))];
    if (field?.kind !== 'prose' || field.unprinted !== undefined || value.includes('|')) return [];
    if (parts[0] === 'exceptions') return []; // findings that `check` suppresses
    return splitSentences(value).map(({ start, end }) => [parts.join('/'), value.slice(start, end)]);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    prose(item, [...parts, Array.isArray(value) ? Number(key) : key]),
  );
}

describe.each(shipped)('%s', (_, assessment) => {
  const said = new Map<string, Said>();

  beforeAll(async () => {
    for (const name of FORMS) {
      const source = { assessment: { ...assessment, form: name }, register, form: await forms.load(name) };
      const [brief, whole] = [await buildMemo(source, { extent: 'brief' }), await buildMemo(source)];
      said.set(name, {
        brief: brief.rendered.markdown,
        printed: wordsOf(whole.rendered.markdown),
        whole: ` ${squeezed(wordsOf(whole.rendered.markdown))} ${squeezed([...whole.figures.values()].join(' '))} `,
      });
    }
  });

  test('repeats nothing in a brief', () => {
    const written = prose(assessment).map(([, sentence]) => squeezed(sentence));
    const isWrittenTwice = (sentence: string) =>
      written.filter((one) => one === squeezed(sentence)).length > 1;
    const twice = [...said].flatMap(([form, { brief }]) => {
      const sentences = sentencesOf(brief).filter(
        (sentence) => /[.!?]$/.test(sentence) && sentence.split(/\s+/).length >= SHORT,
      );
      return sentences
        .filter((sentence, at) => sentences.indexOf(sentence) !== at && !isWrittenTwice(sentence))
        .map((sentence) => `${form}: ${sentence}`);
    });
    expect(twice).toEqual([]);
  });

  test('repeats no figure and no table', () => {
    for (const [form, { brief }] of said) {
      const figures = Array.from(brief.matchAll(/!\[[^\]]*\]\(([^)]*)\)/g), ([, path = '']) => path);
      const drawn = figures.filter((path) => !path.includes('/likelihood-'));
      expect(new Set(drawn).size, form).toBe(drawn.length);
      const captions = Array.from(
        brief.matchAll(/<!-- role: caption -->\n\n(.+)\n/g),
        ([, words = '']) => words,
      );
      expect(new Set(captions).size, form).toBe(captions.length);
    }
  });

  test('names the places of incidents, instead of giving degrees', () => {
    for (const [form, { printed }] of said) expect(printed, form).not.toMatch(/\(-?\d+\.\d+, -?\d+\.\d+\)/);
  });

  test('prints every sentence of its prose in every form', () => {
    const lost = prose(assessment).flatMap(([place, sentence]) => {
      const words = squeezed(sentence);
      return [...said]
        .filter(([, { whole }]) => words !== '' && !whole.includes(words))
        .map(([form]) => `${form}: ${place}: ${sentence}`);
    });
    expect(lost).toEqual([]);
  });
});
