import { describe, expect, test } from 'vitest';
import {
  asList,
  byId,
  proseText,
  resolveParties,
  resolveParty,
} from '../../../src/derive/entities/resolve.ts';
import type { Register } from '../../../src/model/generated/types.ts';
import { minimal, resolvedWith } from '../../support/assessments.ts';

const register: Register = {
  actors: [
    {
      id: 'iskp',
      name: 'Islamic State – Khorasan Province',
      aliases: ['ISKP'],
      type: 'armed-group',
      parent: 'is',
    },
    { id: 'is', name: 'Islamic State' },
  ],
  places: [{ id: 'crocus', name: 'Crocus City Hall', country: 'Russia' }],
  incidents: [{ id: 'crocus-attack', title: 'Crocus attack', date: '2024-03-22', place: 'crocus' }],
  sources: [{ id: 'note', csl: { type: 'report', title: 'A note' } }],
};

describe('identities come from the register', () => {
  test('an actor takes name, aliases, type and parent, and keeps the additions of the assessment', () => {
    const { actors } = resolvedWith({ actors: [{ ref: 'iskp', status: 'active' }] }, register);
    expect(actors).toStrictEqual([
      {
        id: 'iskp',
        name: 'Islamic State – Khorasan Province',
        aliases: ['ISKP'],
        type: 'armed-group',
        parent: 'is',
        status: 'active',
      },
    ]);
  });

  test('an incident takes title, date and place, the place by its own id', () => {
    const { incidents } = resolvedWith(
      { incidents: [{ ref: 'crocus-attack', outcome: 'completed' }] },
      register,
    );
    expect(incidents).toStrictEqual([
      {
        id: 'crocus-attack',
        title: 'Crocus attack',
        date: '2024-03-22',
        outcome: 'completed',
        place: { id: 'crocus', name: 'Crocus City Hall', country: 'Russia' },
      },
    ]);
  });

  test('a source takes its bibliographic item; its grade is the assessment’s', () => {
    const { sources } = resolvedWith({ sources: [{ ref: 'note', reliability: 'B' }] }, register);
    expect(sources).toStrictEqual([
      { id: 'note', csl: { type: 'report', title: 'A note' }, reliability: 'B' },
    ]);
  });
});

describe('fields of the assessment take precedence, within it', () => {
  test('of an actor', () => {
    const own = { ref: 'iskp', name: 'ISKP', aliases: ['IS-K'] };
    const resolved = resolvedWith({ actors: [own] }, register);
    expect(resolved.actors[0]).toMatchObject({ id: 'iskp', name: 'ISKP', aliases: ['IS-K'], parent: 'is' });
    expect(resolved.knownActors.get('iskp')?.name).toBe('ISKP');
    expect(register.actors?.[0]?.name).toBe('Islamic State – Khorasan Province');
  });

  test('of an incident and its place', () => {
    const own = { ref: 'crocus-attack', title: 'The attack', date: '2024-03', place: 'Krasnogorsk' };
    expect(resolvedWith({ incidents: [own] }, register).incidents).toStrictEqual([
      { id: 'crocus-attack', title: 'The attack', date: '2024-03', place: { name: 'Krasnogorsk' } },
    ]);
  });

  test('of a source', () => {
    const own = { ref: 'note', csl: { type: 'webpage' as const } };
    expect(resolvedWith({ sources: [own] }, register).knownSources.get('note')?.csl).toEqual({
      type: 'webpage',
    });
  });
});

describe('places', () => {
  const placeOf = (place: NonNullable<Register['incidents']>[number]['place']) =>
    resolvedWith({ incidents: [{ id: 'i', title: 'I', ...(place && { place }) }] }, register).incidents[0]
      ?.place;

  test('an id of the register, plain words, an inline place, none', () => {
    expect(placeOf('crocus')).toEqual({ id: 'crocus', name: 'Crocus City Hall', country: 'Russia' });
    expect(placeOf('near Makhachkala')).toEqual({ name: 'near Makhachkala' });
    expect(placeOf({ name: 'Derbent', country: 'Russia' })).toEqual({ name: 'Derbent', country: 'Russia' });
    expect(placeOf(undefined)).toBeUndefined();
  });
});

describe('unknown references survive', () => {
  test('with their id as name', () => {
    const { actors, incidents, sources } = resolvedWith(
      { actors: [{ ref: 'nobody' }], incidents: [{ ref: 'nothing' }], sources: [{ ref: 'no-note' }] },
      register,
    );
    expect(actors).toStrictEqual([{ id: 'nobody', name: 'nobody' }]);
    expect(incidents).toStrictEqual([{ id: 'nothing', title: 'nothing' }]);
    expect(sources).toStrictEqual([{ id: 'no-note', csl: { type: 'document', title: 'no-note' } }]);
  });
});

test('missing collections are empty, and unresolved values stay as they are', () => {
  const { knownActors, knownSources, ...rest } = resolvedWith();
  expect(rest).toStrictEqual({ ...minimal, actors: [], incidents: [], sources: [] });
  expect([knownActors.size, knownSources.size]).toEqual([0, 0]);
});

test('the possible targets of references: those of the register and the file, each once', () => {
  const { knownActors, knownSources } = resolvedWith(
    {
      actors: [{ ref: 'iskp' }, { id: 'fsb', name: 'FSB' }],
      sources: [{ id: 'own', csl: { type: 'book' } }],
    },
    register,
  );
  expect([...knownActors.keys()]).toEqual(['iskp', 'is', 'fsb']);
  expect([...knownSources.keys()]).toEqual(['note', 'own']);
});

describe('parties', () => {
  const actors = new Map([['fsb', { name: 'Federal Security Service' }]]);

  test.each([
    ['the id of an actor', 'fsb', { name: 'Federal Security Service', office: undefined, actor: 'fsb' }],
    ['plain words', 'local media', { name: 'local media', office: undefined, actor: undefined }],
    [
      'a person with an office',
      { name: 'A. Bortnikov', office: 'director', actor: 'fsb' },
      { name: 'A. Bortnikov', office: 'director', actor: 'fsb' },
    ],
    [
      'an office alone is its name',
      { office: 'spokesman' },
      { name: 'spokesman', office: undefined, actor: undefined },
    ],
    [
      'an actor alone',
      { actor: 'fsb' },
      { name: 'Federal Security Service', office: undefined, actor: 'fsb' },
    ],
    ['an unknown actor', { actor: 'gru' }, { name: 'gru', office: undefined, actor: 'gru' }],
  ])('%s', (_, party, expected) => {
    expect(resolveParty(party, actors)).toStrictEqual(expected);
  });

  test('one, several or none become a list', () => {
    expect(resolveParties('fsb', actors).map(({ name }) => name)).toEqual(['Federal Security Service']);
    expect(resolveParties(['x y', { name: 'Z' }], actors).map(({ name }) => name)).toEqual(['x y', 'Z']);
    expect(resolveParties(undefined, actors)).toEqual([]);
  });
});

test('prose is one text: lines are joined, an empty line separates paragraphs', () => {
  expect(proseText(['One.', 'Two.', '', 'Three.'])).toBe('One.\nTwo.\n\nThree.');
  expect(proseText('One.')).toBe('One.');
  expect(proseText(undefined)).toBeUndefined();
});

test('a text or a list of texts becomes a list', () => {
  expect([asList('a'), asList(['a', 'b']), asList(undefined)]).toEqual([['a'], ['a', 'b'], []]);
});

test('of two entries with one id the last counts, and an empty list gives nothing', () => {
  expect([
    ...byId([
      { id: 'a', n: 1 },
      { id: 'a', n: 2 },
    ]).values(),
  ]).toEqual([{ id: 'a', n: 2 }]);
  expect(byId(undefined).size).toBe(0);
});
