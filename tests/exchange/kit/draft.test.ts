import { describe, expect, test } from 'vitest';
import {
  Draft,
  MAX_DRAFT_ENTRIES,
  MAX_DRAFT_TEXT,
  markingOf,
  UNMARKED,
} from '../../../src/exchange/kit/draft.ts';
import { readableId, uuidOf } from '../../../src/exchange/kit/ids.ts';

const needs = { id: 'a', title: 'A', asOf: '2025-03-01' };
const gap = (question: string) => ({ id: 'g', question });

describe('a draft of an assessment', () => {
  test('takes so many entries, and says what is beyond them', () => {
    const draft = new Draft({ register: {} });
    for (let at = 1; at <= MAX_DRAFT_ENTRIES; at += 1)
      expect(draft.add('gaps', gap('Who?'), `/${at}`, 'gap')).toBe(true);
    expect(draft.add('gaps', gap('Who?'), '/beyond', 'gap')).toBe(false);
    expect(draft.losses.map(({ at, what, degree }) => [at, what, degree])).toEqual([
      ['/beyond', 'gap', 'dropped'],
    ]);
    expect(draft.list('gaps')).toHaveLength(2_000);
  });

  test('takes so much text', () => {
    const draft = new Draft({ register: {} });
    const around = JSON.stringify(gap('')).length;
    expect(draft.add('gaps', gap('a'.repeat(MAX_DRAFT_TEXT - 2 * around - 1)), '/0', 'gap')).toBe(true);
    // What is refused takes no room; one more that fits exactly is taken.
    expect(draft.add('gaps', gap('ab'), '/1', 'gap')).toBe(false);
    expect(draft.add('gaps', gap('a'), '/2', 'gap')).toBe(true);
    expect(draft.add('gaps', gap(''), '/3', 'gap')).toBe(false);
  });

  test('gives no id that is there already; sources and evidence share them', () => {
    const draft = new Draft({ register: {} });
    draft.reserve('evidence', [{ id: 'fire' }]);
    draft.reserve('actors', [{ ref: 'band' }]);
    draft.reserve('title', [{ id: 'smoke' }]);
    draft.reserve('gaps', 'none');
    expect(draft.id('sources', 'Fire', 'k')).toMatch(/^fire-[0-9a-f]{6}$/);
    expect(draft.id('actors', 'Band', 'k')).toMatch(/^band-[0-9a-f]{6}$/);
    expect(draft.id('gaps', 'Fire', 'k')).toBe('fire');
    expect(draft.id('evidence', 'Smoke', 'k')).toBe('smoke');
  });

  test('names a party by the first actor with that name', () => {
    const draft = new Draft({ register: {} });
    for (const id of ['first', 'second']) draft.add('actors', { id, name: 'Band' }, '/0', 'actor');
    expect(draft.partyNamed('Band')).toBe('first');
  });

  test('is one actor under all of its names', () => {
    const register = { actors: [{ id: 'herons', name: 'Grey Herons', aliases: ['Ardea'] }] };
    const draft = new Draft({ register });
    const add = (name: string, more: object = {}) => draft.addActor({ name, ...more }, name, '/0', 'actor');
    expect(add('ARDEA', { aliases: ['Ardea', 'Egrets'], summary: 'One.' })).toBe('herons');
    expect(add('Grey Herons', { summary: ['One.', 'Two.'] })).toBe('herons');
    expect(add('Grey Herons')).toBe('herons');
    expect(add('Band')).toBe('band');
    expect(draft.list('actors')).toEqual([
      expect.objectContaining({ ref: 'herons', aliases: ['Ardea', 'Egrets'], summary: ['One.', 'Two.'] }),
      { id: 'band', name: 'Band' },
    ]);
    expect(['Ardea', 'Band', 'Nobody'].map((name) => draft.partyNamed(name))).toEqual([
      ...['herons', 'band', 'Nobody'],
    ]);
    // An actor of the register who is not in the draft is a name.
    expect(new Draft({ register }).partyNamed('Ardea')).toBe('Ardea');
  });

  test('lists what nothing cites, sources only where no evidence is of them', () => {
    const draft = new Draft({ register: {} });
    const source = (id: string, csl: object) =>
      draft.add('sources', { id, csl, reliability: 'F' } as never, '', 'source');
    source('herald', { type: 'report', title: 'The *Herald*' });
    source('post', { type: 'report', title: 'Post' });
    source('bare', { type: 'report' });
    const item = (id: string, statement: string) =>
      draft.add('evidence', { id, statement, citations: [{ source: 'herald', credibility: 6 }] }, '', 'item');
    item('fire', 'A fire.');
    item('smoke', 'Smoke.');
    item('ash', 'Ash.');
    draft.add('sections', { id: 's', heading: 'S', body: 'Fire [@fire; @smoke] [@post].' }, '', 'section');
    const { sections, judgments, marking, status } = draft.finish(needs);
    expect(sections?.[1]).toMatchObject({
      heading: 'What was imported',
      body: ['- Ash.[@ash]', '- bare[@bare]'],
    });
    expect([judgments?.[0]?.id, marking, status]).toEqual(['not-judged-yet', UNMARKED, 'draft']);
  });
});

test.each<[string, string | undefined]>([
  [' white ', 'TLP:CLEAR'],
  ['tlp: amber + strict', 'TLP:AMBER+STRICT'],
  ['TLP-red', 'TLP:RED'],
  ['secret', undefined],
  ['', undefined],
])('the marking “%s” is %s', (written, marking) => {
  expect(markingOf(written)).toBe(marking);
});

describe('ids', () => {
  test.each<[string, RegExp]>([
    ['São João’s fires', /^sao-joaos-fires$/],
    ['Пожар на линии', /^item-[0-9a-f]{6}$/],
    // Half of the letters must be left.
    ['ab вг', /^ab$/],
    ['ab вгд', /^item-[0-9a-f]{6}$/],
    ['x', /^item-[0-9a-f]{6}$/],
    ['a'.repeat(60), /^a{60}$/],
    ['a'.repeat(61), /^a{30}$/],
    [`${'a'.repeat(50)} ${'b'.repeat(9)}`, /^a{50}-b{9}$/],
    [`${'a'.repeat(50)} ${'b'.repeat(10)}`, /^a{50}$/],
    [`${'a'.repeat(60)} b`, /^a{60}$/],
    [`ab ${' '.repeat(400)} cd`, /^ab$/],
  ])('of “%s”', (words, id) => {
    expect(readableId(words, 'item')).toMatch(id);
  });

  test('for other programs are of version 5', () => {
    // RFC 9562, A.4: of the name www.example.com in the namespace of DNS.
    expect(uuidOf('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
  });
});
