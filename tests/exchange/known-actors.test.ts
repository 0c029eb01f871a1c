import { expect, test } from 'vitest';
import { Draft } from '../../src/exchange/kit/draft.ts';
import type { Assessment, Register } from '../../src/model/generated/types.ts';

const register: Register = {
  actors: [
    { id: 'apt28', name: 'APT28', aliases: ['Fancy Bear', 'Sofacy'] },
    { id: 'apt29', name: 'APT29', aliases: ['Cozy Bear'] },
  ],
};

function draftOf(
  actors: readonly { readonly name: string; readonly aliases?: string[] }[],
  into?: Assessment,
) {
  const draft = new Draft({ register, ...(into && { into }) });
  const ids = actors.map((actor) =>
    draft.addActor({ ...actor, id: 'x', type: 'unknown' }, actor.name, '', 'actor'),
  );
  return { ids, actors: draft.list('actors') };
}

test('an actor is matched by any name in the register, whatever its case, accents and hyphens', () => {
  for (const name of ['Fancy Bear', 'FANCY-BEAR', 'fáncy bear', 'APT-28']) {
    expect(draftOf([{ name }])).toEqual({ ids: ['apt28'], actors: [{ ref: 'apt28', type: 'unknown' }] });
  }
});

test('names missing from the register are added', () => {
  const { actors } = draftOf([{ name: 'Sofacy', aliases: ['Strontium'] }]);
  expect(actors).toEqual([{ ref: 'apt28', type: 'unknown', aliases: ['Fancy Bear', 'Sofacy', 'Strontium'] }]);
});

test('two names of one actor give one entry, names of two actors a new one', () => {
  expect(draftOf([{ name: 'Sofacy' }, { name: 'Fancy Bear' }]).ids).toEqual(['apt28', 'apt28']);
  expect(draftOf([{ name: 'The Bears', aliases: ['Fancy Bear', 'Cozy Bear'] }]).ids).toEqual(['the-bears']);
});

test('an actor of the assessment given by --into keeps its id and name', () => {
  const into = {
    actors: [{ id: 'herons', name: 'Grey Herons', aliases: ['Ardea'] }],
  } as unknown as Assessment;
  expect(draftOf([{ name: 'Ardea' }], into).actors).toEqual([
    { id: 'herons', name: 'Grey Herons', type: 'unknown' },
  ]);
});
