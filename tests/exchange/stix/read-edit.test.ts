import { describe, expect, test } from 'vitest';
import { type Around, readEdit } from '../../../src/exchange/stix/edits.ts';
import type { Mapping } from '../../../src/exchange/stix/mapping.ts';

const around: Around = {
  actor: (id) => (id === 'threat-actor--1' ? 'herons' : undefined),
  party: (name) => name,
  source: (reference) => (typeof reference === 'string' ? reference : undefined),
  head: {},
};
const mapping = {
  carries: {
    statement: { as: 'content', is: 'prose' },
    aliases: { as: 'aliases', is: 'lines' },
    name: { as: 'name', is: 'text' },
  },
} as unknown as Mapping;

interface Change {
  readonly value?: unknown;
  readonly added?: readonly unknown[];
  readonly removed?: number;
}
/** An entry of a collection after a member of its object was changed. */
const edited = (
  collection: string,
  entry: object,
  name: string,
  { value, added = [], removed = 0 }: Change,
) =>
  readEdit(
    { name, value, added, removed },
    entry as Readonly<Record<string, unknown>>,
    { collection, mapping },
    around,
  );

describe('a text that STIX holds', () => {
  test('is taken as it stands: prose in lines, names once, the rest as one text', () => {
    expect(edited('evidence', { id: 'e' }, 'content', { value: 'One.\n\nTwo.' })).toEqual({
      id: 'e',
      statement: ['One.', '', 'Two.'],
    });
    expect(edited('actors', { id: 'a' }, 'name', { value: 'One\nTwo' })).toEqual({
      id: 'a',
      name: 'One\nTwo',
    });
    expect(edited('actors', { id: 'a', aliases: ['X'] }, 'aliases', { value: ['Y', 'Z', 'Y'] })).toEqual({
      id: 'a',
      aliases: ['Y', 'Z'],
    });
  });

  test.each<[string, unknown]>([
    ['content', ''],
    ['content', 7],
    ['content', undefined],
    ['aliases', []],
    ['aliases', ['Y', 7]],
    ['aliases', 'Y'],
  ])('is not taken where it is none: %s %j', (name, value) => {
    expect(edited('actors', { id: 'a' }, name, { value })).toBeUndefined();
  });

  test('of a judgment takes its likelihood along, if it names one other', () => {
    const judgment = { id: 'j', likelihood: { term: 'likely', note: 'kept' } };
    const term = (value: string, of: object = judgment) =>
      (edited('judgments', of, 'content', { value }) as { readonly likelihood?: unknown } | undefined)
        ?.likelihood;
    expect(term('It is VERY unlikely to end.')).toEqual({ term: 'very unlikely', note: 'kept' });
    expect(term('It is likely to end.')).toEqual(judgment.likelihood);
    expect(term('It will end.')).toEqual(judgment.likelihood);
    expect(term('It is unlikely, or very likely, to end.')).toEqual(judgment.likelihood);
    expect(term('It is very unlikely.', { id: 'j', likelihood: { range: [1, 2] } })).toEqual({
      range: [1, 2],
    });
    expect(term('It is very unlikely.', { id: 'j' })).toBeUndefined();
    const elsewhere = edited('evidence', judgment, 'content', { value: 'Very unlikely.' });
    expect(elsewhere).toMatchObject({ likelihood: judgment.likelihood });
  });
});

describe('what STIX says in its own way', () => {
  test.each<[string, string, object, Change, object | undefined]>([
    [
      'actors',
      'threat_actor_types',
      {},
      { value: ['spy', 'activist', 'crime-syndicate'] },
      { type: 'movement' },
    ],
    ['actors', 'threat_actor_types', {}, { value: ['spy'] }, undefined],
    ['actors', 'identity_class', { type: 'unknown' }, { value: 'individual' }, { type: 'person' }],
    ['relationships', 'source_ref', {}, { value: 'threat-actor--1' }, { from: 'herons' }],
    ['relationships', 'target_ref', {}, { value: 'threat-actor--1' }, { to: 'herons' }],
    ['relationships', 'target_ref', {}, { value: 'threat-actor--2' }, undefined],
    ['relationships', 'start_time', {}, { value: '2025-03-01T00:00:00Z' }, { period: '2025-03-01/..' }],
    ['relationships', 'stop_time', {}, { value: '2025-03-01T00:00:00Z' }, { period: '../2025-03-01' }],
    [
      'relationships',
      'start_time',
      { period: '2024/2025' },
      { value: '2024-02-01T00:00:00Z' },
      { period: '2024-02-01/2025' },
    ],
    [
      'relationships',
      'stop_time',
      { period: '2024' },
      { value: '2025-02-01T00:00:00Z' },
      { period: '2024/2025-02-01' },
    ],
    [
      'relationships',
      'stop_time',
      { period: '2025-02-01/2026' },
      { value: '2025-02-01T00:00:00Z' },
      { period: '2025-02-01' },
    ],
    ['relationships', 'stop_time', {}, { value: 7 }, undefined],
    ['relationships', 'confidence', {}, { value: 20 }, { confidence: 'low' }],
    ['relationships', 'confidence', {}, { value: 'low' }, undefined],
    [
      'evidence',
      'authors',
      { speaker: { role: 'Guard' } },
      { value: ['Ines\nBerg'] },
      { speaker: { role: 'Guard', name: 'Ines Berg' } },
    ],
    ['evidence', 'authors', { speaker: 'x' }, { value: ['Ines', 'Lee'] }, undefined],
    ['evidence', 'authors', {}, { value: 'Ines' }, undefined],
    ['evidence', 'authors', {}, { value: [7] }, undefined],
    [
      'evidence',
      'confidence',
      { citations: [{ source: 's', locator: 'p. 1' }] },
      { value: 90 },
      { citations: [{ source: 's', locator: 'p. 1', credibility: 1 }] },
    ],
    ['evidence', 'confidence', { citations: [{ source: 's' }, { source: 't' }] }, { value: 90 }, undefined],
    ['evidence', 'confidence', {}, { value: 90 }, undefined],
    ['evidence', 'confidence', { citations: [{ source: 's' }] }, { value: 'high' }, undefined],
    [
      'evidence',
      'external_references',
      { citations: [{ source: 's', credibility: 2 }] },
      { value: [], added: ['t'] },
      {
        citations: [
          { source: 's', credibility: 2 },
          { source: 't', credibility: 6 },
        ],
      },
    ],
    ['evidence', 'external_references', {}, { value: [], added: ['t'], removed: 1 }, undefined],
    ['evidence', 'external_references', {}, { value: [], added: ['t', 7] }, undefined],
    [
      'judgments',
      'confidence',
      { confidence: { level: 'low', basis: 'B' } },
      { value: 85 },
      { confidence: { level: 'high', basis: 'B' } },
    ],
    ['judgments', 'confidence', {}, { value: 0 }, undefined],
    ['assessment', 'published', {}, { value: '2025-03-01T00:00:00Z' }, { published: '2025-03-01' }],
    ['assessment', 'published', {}, { value: 'soon' }, undefined],
    ['assessment', 'lang', {}, { value: 'pt-BR' }, { language: 'pt-BR' }],
    ['assessment', 'lang', {}, { value: 'Portuguese' }, undefined],
    ['assessment', 'lang', {}, { value: ['pt'] }, undefined],
    ['assessment', 'object_refs', {}, { value: [], added: ['x'] }, {}],
    ['assessment', 'object_refs', {}, { value: [], removed: 1 }, undefined],
    ['assessment', 'external_references', {}, { value: [], added: ['t'] }, {}],
    ['assessment', 'external_references', {}, { value: [], added: ['t', 7] }, undefined],
    ['assessment', 'external_references', {}, { value: [], added: ['t'], removed: 1 }, undefined],
    ['assessment', 'object_refs', {}, { value: undefined }, undefined],
    ['gaps', 'confidence', {}, { value: 20 }, undefined],
    ['actors', 'toString', {}, { value: 'x' }, undefined],
  ])('%s: %s of %j, changed to %j, is %j', (collection, name, entry, change, expected) => {
    const result = edited(collection, { id: 'x', ...entry }, name, change);
    expect(result).toEqual(expected && { id: 'x', ...entry, ...expected });
  });
});
