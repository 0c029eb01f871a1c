import { expect, test } from 'vitest';
import { csvImporter } from '../../../src/exchange/tables/import.ts';
import { context, sourceFrom } from '../support.ts';

// The source and 1,999 actors are taken; a row beyond them is one loss, and each cell of those taken.
test.each([
  [20_000, 1_999, 'row 2, column "zz"'],
  [20_001, 1, 'row 2, column "zz" and 1,998 more'],
])('of %i rows, %i losses of cells are told', (count, told, at) => {
  const rows = Array.from({ length: count }, (_, row) => `Band ${row},x`).join('\n');
  const { losses } = csvImporter.import(sourceFrom('actors.csv', `name,zz\n${rows}\n`), {
    ...context,
    settings: { as: 'actors', columns: { name: 'name' } },
  });
  const cells = losses.filter(({ at }) => at.includes('"zz"'));
  expect(cells).toHaveLength(told);
  expect(cells[0]?.at).toBe(at);
});

test('a table is a source, by its publisher where the mapping names one', () => {
  const sourceOf = (source: object) =>
    csvImporter.import(sourceFrom('actors.csv', 'name,zz\nBand,x\n'), {
      ...context,
      settings: { as: 'actors', columns: { name: 'name' }, source },
    }).parts[0]?.content.sources?.[0];
  expect(sourceOf({ title: 'List', publisher: 'House' })).toMatchObject({
    id: 'house',
    csl: { type: 'dataset', title: 'List', publisher: 'House' },
  });
  expect(sourceOf({ title: 'List' })).toEqual({
    id: 'list',
    csl: { type: 'dataset', title: 'List' },
    reliability: 'F',
  });
});
