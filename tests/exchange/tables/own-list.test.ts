import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ASSESSMENT, shapeWithin } from '../../../src/diff/shapes.ts';
import { canonical } from '../../../src/diff/words/canonical.ts';
import { csvExporter } from '../../../src/exchange/tables/export.ts';
import { csvImporter } from '../../../src/exchange/tables/import.ts';
import { isOwnList, LISTS } from '../../../src/exchange/tables/own-list.ts';
import type { Assessment } from '../../../src/model/generated/types.ts';
import { anyAssessment } from '../../diff/random-assessments.ts';
import { isSoak } from '../../support/soak.ts';
import { shippedAssessments, shippedRegister } from '../shipped.ts';
import { context, sourceFrom } from '../support.ts';

const back = (file: string, text: string) => csvImporter.import(sourceFrom(file, text), context);

test('every list of every shipped assessment is the same after export and import', () => {
  let count = 0;
  for (const assessment of shippedAssessments()) {
    for (const collection of LISTS) {
      const list = assessment[collection as keyof Assessment];
      if (!Array.isArray(list) || list.length === 0) continue;
      const options = { collection };
      const { files } = csvExporter.export({ assessment, register: shippedRegister, options });
      const [file] = files;
      if (!file) throw new Error(collection);
      const { parts, losses } = back(file.name, String(file.content));
      expect([collection, losses]).toEqual([collection, []]);
      const shape = shapeWithin(ASSESSMENT, collection);
      const got = parts[0]?.content[collection as keyof Assessment];
      expect(canonical(got, shape)).toBe(canonical(list, shape));
      count += 1;
    }
  }
  expect(count).toBeGreaterThan(40);
});

test('so is every list of any assessment, and changes in it are imported', () => {
  let count = 0;
  fc.assert(
    fc.property(anyAssessment, sentence, (assessment, changed) => {
      for (const collection of LISTS) {
        const list = assessment[collection as keyof Assessment] as
          | readonly { id?: string; ref?: string }[]
          | undefined;
        // Where a list has one id twice, a table cannot say which of them a row is.
        const names = list?.map(({ id, ref }) => id ?? ref) ?? [];
        if (!list || list.length === 0 || names.includes(undefined)) continue;
        const { files, losses: reported } = csvExporter.export({
          assessment,
          register: {},
          options: { collection },
        });
        // Values reported as lost (an empty text) are lost.
        if (reported.some(({ at }) => at.startsWith(`/${collection}/`))) continue;
        const { parts, losses } = back(files[0]?.name ?? '', String(files[0]?.content));
        const shape = shapeWithin(ASSESSMENT, collection);
        const got = parts[0]?.content[collection as keyof Assessment];
        expect([collection, losses]).toEqual([collection, []]);
        expect(canonical(got, shape), collection).toBe(canonical(list, shape));
        count += 1;
        const edited = list.map((entry) => ('statement' in entry ? { ...entry, statement: changed } : entry));
        const other = csvExporter.export({
          assessment: { ...assessment, [collection]: edited } as Assessment,
          register: {},
          options: { collection },
        });
        const again = back(other.files[0]?.name ?? '', String(other.files[0]?.content)).parts[0]?.content;
        expect(canonical(again?.[collection as keyof Assessment], shape)).toBe(canonical(edited, shape));
      }
    }),
    { numRuns: isSoak ? 500 : 40, seed: 17 },
  );
  expect(count).toBeGreaterThan(20);
});

/** Words with everything that a table could take for something else. */
const sentence = fc
  .array(fc.constantFrom('fires', '"two"', 'a, b', 'x; y', '=1+1', '-3', '2024', 'O’Neil', 'é', 'true'), {
    minLength: 2,
    maxLength: 6,
  })
  .map((words) => `The ${words.join(' ')}.`);

test('unreadable cells are listed, and the rest is imported', () => {
  const text = 'id,name,aliases\nx,X,"[""A B"", ""C""]"\n,nameless,\n';
  const { parts, losses } = back('memo.actors.csv', text);
  expect(parts).toEqual([
    {
      belongs: 'existing',
      returns: true,
      content: { actors: [{ id: 'x', name: 'X', aliases: ['A B', 'C'] }] },
    },
  ]);
  expect(losses.map(({ at, why }) => [at, why])).toEqual([['row 3', 'It has no id.']]);
  const [count] = back('memo.incidents.csv', 'id,place.coordinates.latitude\nx,north\n').losses;
  expect(count?.why).toBe('It cannot be what this property holds.');
});

test('columns are those of a list of ours if each names a property of its entries, and one its id', () => {
  expect(isOwnList('incidents', ['id', 'title', 'place.name'])).toBe(true);
  expect(isOwnList('incidents', ['ref'])).toBe(true);
  expect(isOwnList('incidents', ['title'])).toBe(false);
  for (const none of ['colour', 'id.colour', 'place.colour', 'toString', 'place.constructor'])
    expect([none, isOwnList('incidents', ['id', none])]).toEqual([none, false]);
});
