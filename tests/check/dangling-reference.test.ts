import { describe, expect, test } from 'vitest';
import { danglingReference } from '../../src/check/rules/dangling-reference.ts';
import type { Assessment, Register } from '../../src/model/generated/types.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

const register: Register = {
  actors: [{ id: 'islamic-state', name: 'Islamic State' }],
  places: [{ id: 'crocus-city-hall', name: 'Crocus City Hall' }],
  incidents: [{ id: 'crocus-attack', title: 'Crocus attack' }],
  sources: [{ id: 'un-report', csl: { type: 'report' } }],
};

const objections = (properties: Partial<Assessment>) =>
  objectionsOf(danglingReference, properties, { register });

const add = 'Add it, or remove this reference.';
const or = (...ids: readonly string[]) =>
  `Add it, or write one that is there: ${ids.map((id) => `\`${id}\``).join(', ')}.`;

describe('bad: an unknown id', () => {
  test.each<[string, Partial<Assessment>, string, string, string]>([
    [
      'evidence of a judgment',
      {
        evidence: [{ id: 'phone-calls', statement: 'E.' }],
        judgments: [{ ...judgment, evidence: ['phone-call'] }],
      },
      '/judgments/0/evidence/0',
      'There is no item of evidence `phone-call`.',
      'Did you mean `phone-calls`?',
    ],
    [
      'an assumption',
      { judgments: [{ ...judgment, assumptions: ['borders-open'] }] },
      '/judgments/0/assumptions/0',
      'There is no assumption `borders-open`.',
      add,
    ],
    [
      'a judgment implied',
      { judgments: [{ ...judgment, implies: ['attack-continues'] }] },
      '/judgments/0/implies/0',
      'There is no judgment `attack-continues`.',
      'Did you mean `attacks-continue`?',
    ],
    [
      'the source of a citation',
      { evidence: [{ id: 'e', statement: 'E.', citations: [{ source: 'un-reports' }] }] },
      '/evidence/0/citations/0/source',
      'There is no source `un-reports`.',
      'Did you mean `un-report`?',
    ],
    [
      'a side of a relationship',
      { relationships: [{ id: 'r', from: 'islamic-state', to: 'wagner', type: 'rival-of' }] },
      '/relationships/0/to',
      'There is no actor `wagner`.',
      or('islamic-state'),
    ],
    [
      'the actor a speaker speaks for',
      { incidents: [{ id: 'i', title: 'I', claims: [{ actor: { name: 'A. N.', actor: 'amaq' } }] }] },
      '/incidents/0/claims/0/actor/actor',
      'There is no actor `amaq`.',
      or('islamic-state'),
    ],
    [
      'an indicator',
      { scenarios: [{ id: 's', title: 'S', indicators: ['money'] }] },
      '/scenarios/0/indicators/0',
      'There is no indicator `money`.',
      add,
    ],
    [
      'an actor of the register',
      { actors: [{ ref: 'islamic-stat' }] },
      '/actors/0/ref',
      'There is no actor in the register `islamic-stat`.',
      'Did you mean `islamic-state`?',
    ],
    [
      'an incident of the register',
      { incidents: [{ ref: 'crocus-atack' }] },
      '/incidents/0/ref',
      'There is no incident in the register `crocus-atack`.',
      'Did you mean `crocus-attack`?',
    ],
    [
      'a source of the register',
      { sources: [{ ref: 'eu-note' }] },
      '/sources/0/ref',
      'There is no source in the register `eu-note`.',
      or('un-report'),
    ],
    [
      'a citation in prose',
      { bottomLine: ['Nothing here.', 'So [@un-report; @gone, p. 4].'] },
      '/bottomLine/1',
      'There is no item of evidence or source `gone`.',
      or('un-report'),
    ],
  ])('%s', (_, properties, pointer, message, help) => {
    expect(objections(properties)).toEqual([{ pointer, on: 'value', message, help }]);
  });

  test('an unknown hypothesis in the matrix is shown at its key', () => {
    const bad = {
      evidence: [{ id: 'e', statement: 'E.' }],
      hypotheses: [{ id: 'alone', statement: 'H.' }],
      matrix: [{ evidence: 'e', ratings: { alone: 'C' as const, aloen: 'I' as const } }],
    };
    expect(objections(bad)).toEqual([
      {
        pointer: '/matrix/0/ratings/aloen',
        on: 'key',
        message: 'There is no hypothesis `aloen`.',
        help: 'Did you mean `alone`?',
      },
    ]);
  });

  test('evidence is not a source, and a source is not evidence', () => {
    const bad = {
      evidence: [{ id: 'seen', statement: 'E.', citations: [{ source: 'seen' }] }],
      judgments: [{ ...judgment, evidence: ['un-report'] }],
    };
    expect(objections(bad).map(({ message }) => message)).toEqual([
      'There is no item of evidence `un-report`.',
      'There is no source `seen`.',
    ]);
  });
});

describe('entries of any collection', () => {
  const about = (...ids: string[]) =>
    objections({
      actors: [{ ref: 'islamic-state' }, { id: 'iskp', name: 'ISKP' }],
      judgments: [{ ...judgment, about: ids }],
    });

  test('clean: an id alone, and with its collection; also of an entry from the register', () => {
    expect(about('iskp', 'actors/iskp', 'islamic-state', 'judgments/attacks-continue')).toEqual([]);
  });

  test('bad: an unknown id', () => {
    expect(about('ikp', 'actors/ikp', 'nobody')).toEqual([
      {
        pointer: '/judgments/0/about/0',
        on: 'value',
        message: 'Nothing in the file has the id `ikp`.',
        help: 'Did you mean `iskp`?',
      },
      {
        pointer: '/judgments/0/about/1',
        on: 'value',
        message: 'There is nothing in `actors` with the id `ikp`.',
        help: 'Did you mean `actors/iskp`?',
      },
      {
        pointer: '/judgments/0/about/2',
        on: 'value',
        message: 'Nothing in the file has the id `nobody`.',
        help: or('attacks-continue', 'islamic-state', 'iskp'),
      },
    ]);
  });

  test('bad: an id of another collection, or an unknown collection', () => {
    expect(about('judgments/iskp', 'actor/iskp', 'weather/iskp')).toEqual([
      {
        pointer: '/judgments/0/about/0',
        on: 'value',
        message: 'There is nothing in `judgments` with the id `iskp`.',
        help: or('attacks-continue'),
      },
      {
        pointer: '/judgments/0/about/1',
        on: 'value',
        message: 'There is no collection `actor`.',
        help: 'Did you mean `actors/iskp`?',
      },
      {
        pointer: '/judgments/0/about/2',
        on: 'value',
        message: 'There is no collection `weather`.',
        help: 'Use one of judgments, actors.',
      },
    ]);
  });

  test('bad: members of an exclusive set, and the target of an indicator', () => {
    const bad = {
      scenarios: [{ id: 'worse', title: 'W' }],
      exclusive: [{ members: ['scenarios/worse', 'scenarios/worst'] }],
      indicators: [{ id: 'i', statement: 'I.', observes: 'wors' }],
    };
    expect(objections(bad).map(({ pointer, help }) => [pointer, help])).toEqual([
      ['/exclusive/0/members/1', 'Did you mean `scenarios/worse`?'],
      ['/indicators/0/observes', 'Did you mean `worse`?'],
    ]);
  });
});

describe('parties and places are ids or plain words', () => {
  const incident = (place: string, by: string) =>
    objections({
      incidents: [{ id: 'i', title: 'I', place, attributions: [{ actor: 'islamic-state', by }] }],
    });

  test('bad: a word with the form of an id that resembles an existing id', () => {
    expect(incident('crocus-city-hal', 'islamic-sate')).toEqual([
      {
        pointer: '/incidents/0/place',
        on: 'value',
        message: 'There is no place in the register `crocus-city-hal`.',
        help: 'Did you mean `crocus-city-hall`?',
      },
      {
        pointer: '/incidents/0/attributions/0/by',
        on: 'value',
        message: 'There is no actor `islamic-sate`.',
        help: 'Did you mean `islamic-state`?',
      },
    ]);
  });

  test('clean: ids, and plain words, even those that look like an id but resemble none', () => {
    expect(incident('crocus-city-hall', 'islamic-state')).toEqual([]);
    expect(incident('Crocus City Hal', 'Islamic Sate')).toEqual([]);
    expect(incident('near the border', 'the Russian authorities')).toEqual([]);
    expect(incident('moscow', 'counter-terrorism-experts')).toEqual([]);
    // One word is a word, even beside the id of a place: who misspells `hall` so gets no help.
    const places = [{ id: 'hall', name: 'Crocus City Hall' }];
    const incidents = [{ id: 'i', title: 'I', place: 'halls' }];
    expect(objectionsOf(danglingReference, { incidents }, { register: { places } })).toEqual([]);
    expect(objections({ trends: [{ id: 't', subject: 'lone-actor attacks', direction: 'rising' }] })).toEqual(
      [],
    );
    expect(
      objections({ hypotheses: [{ id: 'h', statement: 'H.', proponents: ['Kyiv', { name: 'K' }] }] }),
    ).toEqual([]);
  });
});

describe('clean', () => {
  test('actors and sources that only the register describes', () => {
    const clean: Partial<Assessment> = {
      evidence: [
        {
          id: 'e',
          statement: 'E.',
          speaker: { actor: 'islamic-state' },
          citations: [{ source: 'un-report' }],
        },
      ],
      bottomLine: 'So [@e; @un-report].',
      relationships: [{ id: 'r', from: 'islamic-state', to: 'islamic-state', type: 'linked-to' }],
    };
    expect(objections(clean)).toEqual([]);
  });

  test('an edition may name entries that it removed, and a bibliographic item may look like a citation', () => {
    const clean: Partial<Assessment> = {
      edition: { number: 2, changes: [{ entity: 'judgments/dropped', reason: 'It was wrong.' }] },
      sources: [{ id: 's', csl: { type: 'post', title: 'As [@gone] said' } }],
    };
    expect(objections(clean)).toEqual([]);
  });
});

test('a reference to a picture has to name one', () => {
  const media = [{ id: 'map', file: 'a.png', alt: 'A plan of it all.', caption: 'Plan.', credit: 'Police' }];
  const said = (bottomLine: string) =>
    objectionsOf(danglingReference, { media, bottomLine }).map(({ message, help }) => `${message} ${help}`);
  expect(said('It burned, as [@fig-map] shows.')).toEqual([]);
  expect(said('It burned, as [@fig-mop] shows.')).toEqual([
    'There is no picture for `fig-mop`. Did you mean `fig-map`?',
  ]);
});
