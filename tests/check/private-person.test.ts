import { expect, test } from 'vitest';
import { privatePerson } from '../../src/check/rules/private-person.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(privatePerson, ...input).map(({ pointer }) => pointer);

const smith = { id: 'smith', name: 'Jan Smith', type: 'person' as const };

test('a person without an office in a product for everybody', () => {
  expect(found({ actors: [smith] })).toEqual(['/actors/0']);
  expect(found({ actors: [smith], marking: 'TLP:GREEN' })).toEqual([]);
  expect(found({ actors: [{ ...smith, type: 'cell' }] })).toEqual([]);
  expect(found({ actors: [{ ...smith, name: 'A driver of the crew' }] })).toEqual([]);
  // Two to four words, each with a capital.
  for (const [name, pointers] of [
    ['Smith', []],
    ['Jan smith', []],
    ['Jan Maria Anna Smith', ['/actors/0']],
    ['Jan Maria Anna Lena Smith', []],
  ] as const)
    expect([name, found({ actors: [{ ...smith, name }] })]).toEqual([name, pointers]);
});

test('a member of a body, or somebody who speaks in an office, is public', () => {
  expect(
    found({
      actors: [
        { ...smith, parent: 'police' },
        { id: 'police', name: 'Police' },
      ],
    }),
  ).toEqual([]);
  const evidence = [{ id: 'e', statement: 'It burned.', speaker: { actor: 'smith', office: 'Minister' } }];
  expect(found({ actors: [smith], evidence })).toEqual([]);
});

test('speakers are checked too; bodies are not persons', () => {
  const by = (name: string, office?: string) => ({
    id: name.toLowerCase().replace(/\W+/g, '-'),
    statement: 'It burned.',
    speaker: { name, ...(office && { office }) },
  });
  const evidence = [
    by('Jan Smith'),
    by('Ann Lee', 'Mayor'),
    by('Northern News Agency'),
    by('SITE'),
    by('a neighbour of the depot'),
  ];
  expect(found({ evidence })).toEqual(['/evidence/0/speaker/name']);
});
