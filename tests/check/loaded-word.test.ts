import { expect, test } from 'vitest';
import { loadedWord } from '../../src/check/rules/loaded-word.ts';
import { objectionsOf } from '../support/assessments.ts';

test('found in headings and text, with advice', () => {
  const found = objectionsOf(loadedWord, {
    sections: [{ id: 's', heading: 'A cowardly raid', body: ['It came.', 'Obviously, it failed.'] }],
  });
  expect(found.map(({ pointer, message }) => [pointer, message])).toEqual([
    ['/sections/0/heading', '`cowardly` takes sides.'],
    ['/sections/0/body/1', '`Obviously` takes sides.'],
  ]);
  expect(found.every(({ help }) => help !== undefined)).toBe(true);
});

test('the words of a source are not searched', () => {
  expect(objectionsOf(loadedWord, { evidence: [{ id: 'e', statement: 'The raid was barbaric.' }] })).toEqual(
    [],
  );
  expect(objectionsOf(loadedWord, { bottomLine: 'The minister called it absurd, and “barbaric”.' })).toEqual(
    [],
  );
});

test('a regime that is a government and slaughtered people are found; rules, cattle and squares are not', () => {
  const found = (bottomLine: string) =>
    objectionsOf(loadedWord, { bottomLine }).map(({ message }) => message);
  for (const own of [
    'The regime in Kharvan closed the station.',
    'The Assad regime fell in December.',
    'The regime has jailed eleven reporters.',
    'Rebels toppled the regime.',
  ])
    expect(found(own)).toEqual(['`regime` takes sides.']);
  expect(found('Regime forces took the bridge.')).toEqual(['`Regime` takes sides.']);
  expect(found('The separatists slaughtered eleven villagers.')).toEqual(['`slaughtered` takes sides.']);
  expect(found('Swarms of refugees came.')).toEqual(['`Swarms of refugees` takes sides.']);
  for (const own of [
    'The tax regime was changed.',
    'The regime expires in June.',
    'The EU regime for licences ends in May.',
    'The Schengen regime applies to both ports.',
    'The Missile Technology Control Regime limits it.',
    'The abattoir slaughtered 1,200 cattle.',
    'Martyrs’ Square was closed.',
    'Swarms of locusts came.',
  ])
    expect(found(own)).toEqual([]);
});

test('adverbs of listed adjectives; not what a charge or a story is about', () => {
  const found = (bottomLine: string) =>
    objectionsOf(loadedWord, { bottomLine }).map(({ message }) => message);
  expect(found('The owners greedily raised the rent.')).toEqual(['`greedily` takes sides.']);
  expect(found('The warlord pompously named himself marshal.')).toEqual(['`pompously` takes sides.']);
  for (const own of [
    'The ward was decorated with paper kites and puppets.',
    'He was charged with a heinous crime.',
    'A savage dog was shot.',
    'Locust hordes reached the delta.',
  ])
    expect(found(own)).toEqual([]);
});
