import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { registerExcerpt } from '../../../src/derive/entities/register-excerpt.ts';
import { deriveMemo } from '../../../src/derive/memo-view.ts';
import type { Assessment, Register } from '../../../src/model/generated/types.ts';
import { assessmentWith } from '../../support/assessments.ts';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../assessments/${name}`, import.meta.url), 'utf8'));

test('gives the same memo as the whole register', () => {
  const register = read('register.json') as Register;
  const assessment = read('russia-internal-threats-2024.json') as Assessment;
  const excerpt = registerExcerpt(assessment, register);
  expect(deriveMemo(assessment, excerpt)).toEqual({
    ...deriveMemo(assessment, register),
    citableSources: deriveMemo(assessment, excerpt).citableSources,
  });
  expect(excerpt.sources?.map(({ id }) => id)).toEqual(['ratelle-2024']);
});

test('contains named entries, the parents of actors and the places of incidents, and nothing else', () => {
  const register: Register = {
    actors: [
      { id: 'branch', name: 'Branch', parent: 'group' },
      { id: 'group', name: 'Group', parent: 'movement' },
      { id: 'movement', name: 'Movement' },
      { id: 'other', name: 'Other' },
    ],
    incidents: [
      { id: 'raid', title: 'Raid', place: 'town' },
      { id: 'fire', title: 'Fire', place: 'village' },
    ],
    places: [
      { id: 'town', name: 'Town' },
      { id: 'village', name: 'Village' },
    ],
    sources: [{ id: 'paper', csl: { type: 'book' } }],
  };
  const assessment = assessmentWith({ actors: [{ ref: 'branch' }], incidents: [{ ref: 'raid' }] });
  expect(registerExcerpt(assessment, register)).toEqual({
    actors: register.actors?.slice(0, 3),
    incidents: register.incidents?.slice(0, 1),
    places: register.places?.slice(0, 1),
  });
  expect(registerExcerpt(assessmentWith({ actors: [] }), register)).toEqual({});
});
