import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formsOf } from '../../src/desk/forms.ts';
import { editItem, usesOf } from '../../src/desk/item-edits.ts';
import { blocksOf, fieldAt, fieldTexts, lettersAndDigits } from '../../src/desk/page/anchors.ts';
import { labels } from '../../src/desk/page/words/labels.ts';
import type { FormField, ItemEdit } from '../../src/desk/protocol.ts';
import { mergeLines } from '../../src/diff/lines.ts';
import { assessmentFields } from '../../src/model/generated/fields.ts';
import { writtenFile } from '../../src/writing/written-file.ts';
import { programFolder, rail, railText } from './project.ts';

const file = (text = railText) => {
  const written = writtenFile('/p/assessments/rail.json', text);
  if (!written) throw new Error('It is an assessment.');
  return written;
};

/** The text after an edit of a form; an objection where it was not made. */
function edited(edit: ItemEdit, text = railText): string {
  const made = editItem(file(text), undefined, edit);
  if ('objection' in made) return made.objection;
  return [...made.changes]
    .sort((a, b) => b.start - a.start)
    .reduce((whole, { start, end, text: put }) => whole.slice(0, start) + put + whole.slice(end), text);
}

describe('forms', () => {
  const forms = formsOf('assessment', {});

  test('every field of the schema has a form, at any depth; only fields without one are edited as JSON', () => {
    const found = new Set<string>();
    const walk = (field: FormField, path: string) => {
      found.add(path);
      for (const inner of field.fields ?? []) walk(inner, `${path}/${inner.name}`);
      if (field.item) walk({ ...field.item, name: '*' }, `${path}/*`);
    };
    for (const field of forms.file) walk(field, field.name);
    for (const { collection, fields } of forms.collections) {
      found.add(collection).add(`${collection}/*`);
      for (const field of fields) walk(field, `${collection}/*/${field.name}`);
    }
    const covered = (path: string) =>
      found.has(path) || [...found].some((each) => path.startsWith(`${each}/`) && !hasInner(each));
    const hasInner = (path: string) => [...found].some((each) => each.startsWith(`${path}/`));
    expect(Object.keys(assessmentFields).filter((path) => !covered(path))).toEqual([]);
  });

  test('widgets follow the schema', () => {
    const judgment = forms.collections.find(({ collection }) => collection === 'judgments');
    const widget = (name: string) => judgment?.fields.find((field) => field.name === name);
    expect(widget('statement')).toMatchObject({ widget: 'prose', required: true });
    expect(widget('likelihood')?.widget).toBe('likelihood');
    expect(widget('evidence')).toMatchObject({ widget: 'references', refersTo: ['evidence'] });
    expect(widget('horizon')?.widget).toBe('date');
    expect(widget('key')?.widget).toBe('flag');
    expect(widget('estimates')).toMatchObject({ widget: 'list', item: { widget: 'object' } });
    const incident = forms.collections.find(({ collection }) => collection === 'incidents');
    expect(incident?.fields.find(({ name }) => name === 'place')).toMatchObject({
      widget: 'reference',
      refersTo: ['places'],
      words: true,
    });
  });

  test('a grade is chosen by its letter or number and its meaning', () => {
    const { collections } = formsOf('assessment', {
      'credibility.2': 'probably true',
      'reliability.B': 'usually reliable',
      'confidence.high': 'high',
    });
    const fieldsOf = (name: string) => collections.find(({ collection }) => collection === name)?.fields;
    const find = (fields: readonly FormField[] | undefined, name: string) =>
      fields?.find((field) => field.name === name);
    const citation = find(fieldsOf('evidence'), 'citations')?.item;
    expect(find(citation?.fields, 'credibility')?.terms?.map(({ value }) => value)).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
    expect(find(citation?.fields, 'credibility')?.terms?.[1]?.label).toBe('2: probably true');
    expect(find(fieldsOf('sources'), 'reliability')?.terms?.[1]?.label).toBe('B: usually reliable');
    const { fields } = find(fieldsOf('judgments'), 'confidence') ?? {};
    expect(find(fields, 'level')?.terms?.at(-1)?.label).toBe('high');
  });
});

test('labels in forms are in the page’s language, except for rare fields of bibliographies', () => {
  const missing = new Set<string>();
  const see = (label: string) => {
    for (const language of ['ru', 'he'] as const)
      if (!Object.hasOwn(labels[language], label.toLowerCase())) missing.add(`${language}: ${label}`);
  };
  const common = ['type', 'title', 'author', 'publisher', 'issued', 'URL'];
  const walk = (field: FormField, isOfCsl: boolean, depth: number) => {
    if (isOfCsl && !common.includes(field.name)) return;
    see(field.label);
    if (field.item) see(field.item.label);
    if (depth === 0) return;
    for (const inner of [...(field.fields ?? []), ...(field.item?.fields ?? [])])
      walk(inner, field.name === 'csl', depth - 1);
  };
  for (const kind of ['assessment', 'register'] as const) {
    const { file: fields, collections } = formsOf(kind, {});
    for (const field of [...fields, ...collections.flatMap((collection) => collection.fields)])
      walk(field, false, 2);
    for (const { collection, noun } of collections) {
      see(collection);
      see(noun);
    }
  }
  expect([...missing]).toEqual([]);
});

describe('edits by forms', () => {
  const item = { collection: 'judgments', id: 'go-on' };

  test('set, remove and add one value, and leave the rest unchanged', () => {
    const set = edited({ kind: 'set', item, path: ['confidence', 'level'], value: 'low' });
    expect(set).toBe(railText.replace('"moderate"', '"low"'));
    const removed = JSON.parse(edited({ kind: 'remove', item, path: ['horizon'] }));
    expect(removed.judgments[0]).not.toHaveProperty('horizon');
    const added = JSON.parse(
      edited({
        kind: 'add',
        collection: 'evidence',
        value: { id: '', statement: 'It burned, again and again, in the dark of the night.' },
      }),
    );
    expect(added.evidence[1].id).toBe('it-burned-again-and-again-in-the-dark-of');
  });

  test('an id is renamed in every place', () => {
    const text = edited({ kind: 'rename', item: { collection: 'evidence', id: 'four-fires' }, id: 'fires' });
    expect(text).not.toContain('four-fires');
    expect(text).toContain('[@fires]');
    expect(
      edited({ kind: 'rename', item: { collection: 'evidence', id: 'four-fires' }, id: 'authority' }),
    ).toContain('is the id of');
    expect(
      edited({ kind: 'rename', item: { collection: 'evidence', id: 'four-fires' }, id: 'Not one' }),
    ).toContain('is not an id');
  });

  test('missing and unreadable targets are reported', () => {
    expect(edited({ kind: 'move', item: { ...item, id: 'x' }, to: 0 })).toBe('gone');
    expect(edited({ kind: 'remove', item, path: [] }, '{"id": ')).toBe('unreadable');
  });

  test('references to an item are listed before it is removed', () => {
    expect(usesOf(file(), { collection: 'evidence', id: 'four-fires' })).toEqual([
      { collection: 'judgments', label: 'Arson is likely to go on through 2025.' },
      { collection: 'sections', label: 'A pattern' },
    ]);
    expect(usesOf(file(), item)).toEqual([]);
  });
});

describe('sentences and fields', () => {
  const fields = fieldTexts(rail);

  test('a block of the memo leads to the field whose words it contains', () => {
    expect(fieldAt(fields, 'Arson is likely to go on through 2025.')).toBe('/judgments/0/statement');
    expect(fieldAt(fields, 'Confidence: moderate. One official source.')).toBe(
      '/judgments/0/confidence/basis',
    );
    expect(fieldAt(fields, 'The four fires look alike.')).toBe('/sections/0/body');
    expect(fieldAt(fields, 'Rests on 3 items.')).toBeUndefined();
  });

  test('in a block of several fields, the clicked one is found', () => {
    const text = 'Half a year without an attack. Arson is likely to go on through 2025.';
    expect(fieldAt(fields, text, 5)).toBe('/judgments/0/wouldChange');
    expect(fieldAt(fields, text, 50)).toBe('/judgments/0/statement');
  });

  test('a field leads back to the blocks that contain its words', () => {
    const blocks = [
      'Something else',
      'Arson is likely to go on through 2025.',
      'Half a year without an attack.',
    ].map(lettersAndDigits);
    expect(blocksOf(fields, '/judgments/0', blocks)).toEqual([1, 2]);
  });

  test('a term of likelihood or an id alone does not connect a block with a field', () => {
    const { judgments } = rail;
    const known = fieldTexts({
      ...rail,
      judgments: judgments.map((each) => ({ ...each, likelihood: { term: 'almost no chance' } })),
      evidence: [{ ...rail.evidence[0], id: 'four-fires-in-the-north' }],
    });
    const blocks = [
      'There is almost no chance of rain.',
      'Four fires in the north are told of in another memo.',
      'Arson is likely to go on through 2025.',
    ].map(lettersAndDigits);
    expect(blocksOf(known, '/judgments/0', blocks)).toEqual([2]);
    expect(blocksOf(known, '/evidence/0', blocks)).toEqual([]);
  });

  test('most of the judgments, evidence and paragraphs of a shipped memo can be clicked', () => {
    const folder = `${programFolder}assessments/`;
    const data: unknown = JSON.parse(readFileSync(`${folder}isis-moscow-2024.json`, 'utf8'));
    const memo = readFileSync(`${programFolder}out/isis-moscow-2024.md`, 'utf8');
    const paragraphs = memo
      .split(/\n{2,}/)
      .map((block) => block.replace(/\[\^[^\]]*\]:?/g, '').replace(/[*_\\]/g, ''))
      .filter((block) => /^[A-Z].{80,}\.$/s.test(block));
    const known = fieldTexts(data);
    const led = paragraphs.filter((block) => fieldAt(known, block) !== undefined);
    expect(paragraphs.length).toBeGreaterThan(5);
    expect(led.length / paragraphs.length).toBeGreaterThan(0.7);
  });
});

describe('merging lines', () => {
  test('changes of different places are both in the result', () => {
    expect(mergeLines('a\nb\nc\nd\n', 'A\nb\nc\nd\n', 'a\nb\nc\nD\nE\n')).toBe('A\nb\nc\nD\nE\n');
  });

  test('the same change counts once; different changes of one place are a conflict', () => {
    expect(mergeLines('a\nb\n', 'a\nB\n', 'a\nB\n')).toBe('a\nB\n');
    expect(mergeLines('a\nb\n', 'a\nB\n', 'a\nX\n')).toBeUndefined();
    expect(mergeLines('a\n', 'a\nb\n', 'a\nc\n')).toBeUndefined();
  });
});
