import { expect, test } from 'vitest';
import { ASSESSMENT, shapeWithin } from '../../../src/diff/shapes.ts';
import { canonical } from '../../../src/diff/words/canonical.ts';
import { csvExporter } from '../../../src/exchange/tables/export.ts';
import { csvImporter } from '../../../src/exchange/tables/import.ts';
import { LISTS } from '../../../src/exchange/tables/own-list.ts';
import type { Assessment } from '../../../src/model/generated/types.ts';
import { shippedAssessments, shippedRegister } from '../shipped.ts';
import { context, sourceFrom } from '../support.ts';

const back = (file: string, text: string) => csvImporter.import(sourceFrom(file, text), context);

test('every list of every shipped assessment comes back as it went out', () => {
  let count = 0;
  for (const assessment of shippedAssessments()) {
    for (const collection of LISTS) {
      const list = assessment[collection as keyof Assessment];
      // An entry that the register has (`ref`) has no id of its own here.
      if (!Array.isArray(list) || !list.every((entry) => typeof entry === 'object' && 'id' in entry))
        continue;
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
  expect(count).toBeGreaterThan(20);
});

test('what cannot be read is listed, and the rest comes', () => {
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
