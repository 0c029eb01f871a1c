import { describe, expect, test } from 'vitest';
import { stixImporter } from '../../../src/exchange/stix/import.ts';
import { importData } from '../support.ts';
import { object, read, report, said } from './objects.ts';

const relation = (name: string, from: string, type: string, to: string, more: object = {}) =>
  object('relationship', name, { source_ref: from, target_ref: to, relationship_type: type, ...more });
const maker = object('identity', 'maker', { name: 'Maker', identity_class: 'organization' });
/** A text cut to a number of characters, of a letter repeated beyond it. */
const cut = (most: number, letter = 'x') => `${letter.repeat(most - 1)}…`;

test('a list of objects, and one object, are read as a bundle is', () => {
  const actor = object('threat-actor', 'a', { name: 'Herons' });
  for (const data of [[actor], actor, { type: 'bundle', id: 'bundle--1', objects: [actor] }])
    expect(importData(stixImporter, data).parts[0]?.content.actors).toEqual([
      { id: 'herons', name: 'Herons', type: 'unknown' },
    ]);
});

test('objects without a name are called by their value, or by their type', () => {
  const { content } = read(
    object('intrusion-set', 'a', { name: ' ' }),
    object('incident', 'i'),
    object('malware', 'm', { description: 'A.' }),
    object('course-of-action', 'c', { description: 'B.' }),
    object('grouping', 'g', { object_refs: ['ipv4-addr--1', 'intrusion-set--a'] }),
    object('ipv4-addr', '1', { name: ' ', value: '192.0.2.1' }),
  );
  expect(content.actors?.map(({ name }) => name)).toEqual(['intrusion-set']);
  expect(content.incidents?.map(({ title }) => title)).toEqual(['incident']);
  expect(said(content)).toEqual([
    'incident.',
    'malware (malware): A.',
    'Grouping (grouping): 192.0.2.1, intrusion-set.',
    'The source lists IPv4 addresses, 1 in all: 192.0.2.1.',
  ]);
  expect(content.recommendations?.map(({ action }) => String(action).replace(/\[.*/, ''))).toEqual([
    'course-of-action.',
  ]);
});

test('only relationships link: other objects with two ends do not', () => {
  const { content } = read(
    maker,
    object('malware', 'm', { name: 'Lock', created_by_ref: maker.id }),
    object('x-link', '1', { source_ref: maker.id, target_ref: 'malware--m' }),
  );
  expect(content.actors).toBeUndefined();
  expect(said(content)).toEqual(['Lock (malware).']);
});

test('long words are cut where they are only words', () => {
  const long = (count: number) => 'x'.repeat(count);
  const { content } = read(
    object('threat-actor', 'a', { name: 'A', threat_actor_types: [long(61)], roles: [long(201)] }),
    object('threat-actor', 'b', { name: 'B', threat_actor_types: [long(60)], roles: [long(200)] }),
    object('tool', 't', {
      name: 'T',
      external_references: [
        { source_name: 'c', external_id: long(60) },
        { source_name: 'c', external_id: long(61) },
      ],
    }),
    object('malware', 'm', { name: long(161) }),
    relation('1', 'threat-actor--a', long(61), 'threat-actor--b'),
    relation('2', 'threat-actor--a', long(60), 'threat-actor--b'),
    relation('3', 'threat-actor--a', long(61), 'malware--m'),
    object('note', 'n', { abstract: 'N', object_refs: ['malware--m'] }),
    object('grouping', 'g', { name: 'G', context: long(61), object_refs: ['threat-actor--a'] }),
  );
  expect(content.actors?.map(({ type }) => type)).toEqual([{ other: cut(60) }, { other: long(60) }]);
  expect(content.actors?.map(({ summary }) => String(summary).replace(/\[.*/, ''))).toEqual([
    `Roles: ${cut(200)}.`,
    `Roles: ${long(200)}.`,
  ]);
  expect(content.relationships?.map(({ summary }) => String(summary).replace(/\[.*/, ''))).toEqual([
    `The source calls it “${cut(60)}”.`,
    `The source calls it “${long(60)}”.`,
  ]);
  expect(said(content)).toEqual([
    `A ${cut(60)} ${cut(160)} (malware).`,
    `T (tool, ${long(60)}, ${cut(60)}).`,
    `N About: ${cut(120)}.`,
    `G (${cut(60)}): A.`,
  ]);
});

test.each([
  [30, ''],
  [31, ' and 1 more'],
])('of a group of %i, thirty are named', (count, more) => {
  const members = Array.from({ length: count }, (_, at) => object('location', `l${at}`, { name: `L${at}` }));
  const { content } = read(
    object('grouping', 'g', { name: 'G', object_refs: members.map(({ id }) => id) }),
    ...members,
  );
  const names = members.slice(0, 30).map(({ name }) => name);
  expect(said(content)[0]).toBe(`G (grouping): ${names.join(', ')}${more}.`);
});

test.each([
  [10, ''],
  [11, ' and 1 more'],
])('of %i addresses, ten are named', (count, more) => {
  const values = Array.from({ length: count }, (_, at) => `${at}.${'9'.repeat(90)}`);
  const { content, lost } = read(...values.map((value, at) => object('url', `u${at}`, { value })));
  const names = values.slice(0, 10).map((value) => `${value.slice(0, 79)}…`);
  expect(said(content)[0]).toBe(`The source lists URLs, ${count} in all: ${names.join(', ')}${more}.`);
  expect(lost).toHaveLength(count);
});

test('relationships of patterns are lost; one with an end missing is lost as it stands', () => {
  const { lost } = read(
    object('indicator', 'i', { name: 'I' }),
    object('malware', 'm', { name: 'Lock' }),
    relation('1', 'indicator--i', 'indicates', 'malware--m'),
    object('relationship', '2', { target_ref: 'malware--m', relationship_type: 'uses' }),
  );
  expect(lost).toEqual([
    '/objects/0 STIX indicator: I',
    '/objects/2 relationship of a pattern: I indicates Lock',
    '/objects/3 relationship: relationship',
  ]);
});

describe('texts and references', () => {
  test.each<[string, number]>([
    ['x'.repeat(12_000), 0],
    ['x'.repeat(12_001), 1],
  ])('a text is cut beyond twelve thousand characters', (description, losses) => {
    const { content, lost } = read(object('threat-actor', 'a', { name: 'A', description }));
    expect(String(content.actors?.[0]?.summary).replace(/\[.*/, '')).toHaveLength(12_000);
    expect(lost.filter((line) => line.includes('end of a long text'))).toHaveLength(losses);
  });

  test('a text of one letter is one; a text of nothing that can be printed is none', () => {
    const { content } = read(
      object('threat-actor', 'a', { name: 'A', description: 'B' }),
      object('threat-actor', 'c', { name: 'C', description: '\u0001' }),
    );
    expect(content.actors?.map(({ summary }) => summary && String(summary).replace(/\[.*/, ''))).toEqual([
      'B',
      undefined,
    ]);
  });

  test('one reference of several objects is one source; without an address, its words tell it apart', () => {
    const address = (length: number) => `https://example.org/${'a'.repeat(length - 20)}`;
    const { content, lost } = read(
      object('malware', 'm', {
        name: 'M',
        external_references: [
          { source_name: 'House', url: address(2_000) },
          { source_name: 'House', description: 'One' },
          { source_name: 'House', description: 'Two' },
          { description: 'Three' },
        ],
      }),
      object('tool', 't', {
        name: 'T',
        external_references: [
          { source_name: 'Other', url: address(2_000), hashes: { MD5: 'aa' } },
          { source_name: 'House', description: 'Two' },
          { source_name: 'House', url: address(2_001) },
        ],
      }),
    );
    expect(content.sources?.slice(1).map(({ csl }) => csl)).toEqual([
      { type: 'webpage', title: 'House', URL: address(2_000) },
      { type: 'document', title: 'One', publisher: 'House' },
      { type: 'document', title: 'Two', publisher: 'House' },
      { type: 'document', title: 'Three', publisher: 'Reference' },
      { type: 'document', title: 'House' },
    ]);
    const ids = content.sources?.map(({ id }) => id) ?? [];
    expect(content.evidence?.map(({ citations }) => citations?.map(({ source }) => source))).toEqual([
      [ids[0], ids[1], ids[2], ids[3], ids[4]],
      [ids[0], ids[1], ids[3], ids[5]],
    ]);
    expect(lost.map((line) => line.replace(/: .*/, ''))).toEqual([
      '/objects/1/external_references/0/hashes external_references.hashes of tool',
      '/objects/1/external_references/2/url external_references.url of tool',
    ]);
  });
});

test('incidents say what they are called elsewhere, and who is blamed, by whom if that is known', () => {
  const { content } = read(
    maker,
    object('threat-actor', 'a', { name: 'Herons' }),
    object('incident', 'i', {
      name: 'Fire',
      external_references: [{ source_name: 'c', external_id: 'C-1' }],
    }),
    object('campaign', 'c', { name: 'Winter', aliases: ['W1', 'W2'], objective: 'Fear' }),
    relation('1', 'incident--i', 'attributed-to', 'threat-actor--a', { confidence: 20 }),
    relation('2', 'incident--i', 'attributed-to', 'threat-actor--a', { created_by_ref: maker.id }),
    relation('3', 'campaign--c', 'attributed-to', 'threat-actor--a', { created_by_ref: 'identity--gone' }),
  );
  expect(content.incidents?.map(({ summary, attributions }) => [summary, attributions])).toStrictEqual([
    [
      ['Number in catalogues: C-1.[@fire]'],
      [
        { actor: 'herons', confidence: 'low' },
        { actor: 'herons', by: 'Maker' },
      ],
    ],
    [['Also called: W1, W2; Objective: Fear.[@winter]'], [{ actor: 'herons' }]],
  ]);
});

test('a relationship has its producer as `by`, unless somebody has an opinion on it', () => {
  const opinion = (name: string, of: string, word: string, authors: readonly unknown[]) =>
    object('opinion', name, { opinion: word, authors, object_refs: [`relationship--${of}`, 7] });
  const { content } = read(
    maker,
    object('threat-actor', 'a', { name: 'A' }),
    object('threat-actor', 'b', { name: 'B' }),
    ...['1', '2', '3', '4'].map((name) =>
      relation(name, 'threat-actor--a', 'related-to', 'threat-actor--b', {
        ...(name !== '2' && { created_by_ref: maker.id }),
      }),
    ),
    opinion('o', '3', 'agree', ['Desk', 7]),
    opinion('p', '4', 'disagree', []),
    opinion('q', '1', 'neutral', ['Desk']),
  );
  const sides = content.relationships?.map(({ by, asserts, denies, standing }) => ({
    ...{ by, asserts, denies, standing },
  }));
  const none = { by: undefined, asserts: undefined, denies: undefined, standing: undefined };
  expect(sides).toEqual([
    { ...none, by: 'Maker' },
    none,
    { ...none, asserts: ['Maker', 'Desk'] },
    { ...none, asserts: ['Maker'], standing: 'disputed' },
  ]);
  expect(content.relationships?.map((one) => Object.keys(one).filter((key) => key in none))).toEqual([
    ['by'],
    [],
    ['asserts'],
    ['standing', 'asserts'],
  ]);
});

describe('who made it, and when', () => {
  test('at most twelve creators are authors of a bundle; the day is that of the last change', () => {
    const people = Array.from({ length: 13 }, (_, at) => object('identity', `p${at}`, { name: `P${at}` }));
    const made = people.map(({ id }, at) =>
      object('malware', `m${at}`, { name: `M${at}`, created_by_ref: id }),
    );
    const undated = { type: 'tool', id: 'tool--1', name: 'T', created: '2025-04-01T00:00:00Z' };
    const { content } = read(...people, ...made, undated);
    expect(content.sources?.[0]?.csl).toMatchObject({
      author: people.slice(0, 12).map(({ name }) => ({ literal: name })),
      issued: '2025-04-01',
    });
  });

  test('the name of a creator counts as taken where a sentence names it', () => {
    const { lost } = read(
      report('North', ['course-of-action--c']),
      object('identity', 'maker', { name: 'Maker "M"', contact_information: 'x' }),
      object('course-of-action', 'c', { name: 'Lock', created_by_ref: maker.id }),
    );
    expect(lost).toEqual(['/objects/1/contact_information contact_information of identity: x']);
  });

  test('of groups the first names the bundle; a long name is cut', () => {
    const titled = (...names: readonly string[]) =>
      read(...names.map((name, at) => object('grouping', `g${at}`, { name, object_refs: [] }))).content.title;
    expect(titled('First', 'Second')).toBe('First');
    expect(titled(' ')).toBe('Sample');
    expect(titled('x'.repeat(200))).toBe('x'.repeat(200));
    expect(titled('x'.repeat(201))).toBe(cut(200));
  });
});

test('labels are read from a definition of any version; other definitions are listed by what they say', () => {
  const marking = (name: string, more: object) => object('marking-definition', name, more);
  const actor = (name: string, ...refs: readonly string[]) =>
    object('threat-actor', name, {
      name,
      object_marking_refs: refs.map((ref) => `marking-definition--${ref}`),
    });
  const extension = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';
  const { content, lost } = read(
    report('North', [], { object_marking_refs: ['marking-definition--red'] }),
    marking('red', { name: 'tlp red' }),
    marking('green', { definition_type: 'tlp', definition: { tlp: 'green' }, name: 'TLP:CLEAR' }),
    marking('amber', { extensions: { [extension]: { tlp_2_0: 'amber+strict' } }, name: 'TLP:CLEAR' }),
    marking('own', { name: 'Ours' }),
    marking('said', { definition_type: 'statement', definition: { statement: 'Mine' }, name: 'Ours' }),
    // Not a definition, whatever it is called.
    object('threat-actor', 'x', { id: 'marking-definition--x', name: 'TLP:AMBER' }),
    actor('A', 'green'),
    actor('B', 'amber', 'green'),
    actor('C', 'own'),
  );
  expect(content.marking).toBe('TLP:RED');
  expect(content.actors?.map(({ marking: label }) => label)).toEqual([
    'TLP:GREEN',
    'TLP:AMBER+STRICT',
    undefined,
  ]);
  expect(lost.filter((line) => line.includes('marking other than TLP'))).toEqual([
    '/objects/4 marking other than TLP: Ours',
    '/objects/5 marking other than TLP: {"statement":"Mine"}',
    '/objects/9/object_marking_refs marking other than TLP: ["marking-definition--own"]',
  ]);
});
