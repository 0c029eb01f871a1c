import { expect, test } from 'vitest';
import type { Cells, Row } from '../../src/ledger/columns.ts';
import { completeQuery } from '../../src/ledger/complete-query.ts';

const row = (cells: Cells): Row => ({ edition: {}, value: (name) => cells[name] });
const rows = [
  row({
    confidence: 'low',
    actors: ['iskp'],
    form: 'policy-memo',
    horizon: { text: '2026', earliest: '2026-01-01' },
  }),
  row({ confidence: 'low', actors: ['isis', 'iskp'], form: 'explainer' }),
  row({ confidence: 'high', areas: ['North Caucasus'] }),
];

function at(query: string) {
  const place = query.includes('|') ? query.indexOf('|') : query.length;
  const { from, to, options } = completeQuery(query.replace('|', ''), place, {
    of: 'judgments',
    rows,
    today: '2026-11-29',
  });
  return { range: [from, to], texts: options.map(({ text }) => text) };
}

test('columns at the beginning and after an operator, with `not`', () => {
  expect(at('over')).toEqual({ range: [0, 4], texts: ['overdue'] });
  expect(at('key and con').texts).toEqual(['confidence:', 'confidenceMoved:']);
  expect(at('').texts).toContain('not');
  expect(at('').texts).not.toContain('and');
  expect(at('key ').texts).toEqual(expect.arrayContaining(['and', 'or', 'horizon:']));
  expect(at('(ov').texts).toEqual(['overdue']);
  expect(at('-ov').texts).toEqual(['overdue']);
});

test('after a comparison, values in the rows, the most frequent first, then those of the vocabulary', () => {
  expect(at('actor:')).toEqual({ range: [6, 6], texts: ['iskp', 'isis'] });
  expect(at('confidence>=').texts).toEqual(['low', 'high', 'moderate']);
  expect(at('confidence:low,h')).toEqual({ range: [15, 16], texts: ['high'] });
  expect(at('areas:cau').texts).toEqual(['"North Caucasus"']);
  expect(at('areas:"north').texts).toEqual(['"North Caucasus"']);
  expect(at('horizon<').texts).toEqual(['2026', 'today', 'today+90d', 'today-1y']);
  expect(at('overdue:').texts).toEqual(['yes', 'no']);
});

test('text after the cursor does not matter, and nonsense gives nothing', () => {
  expect(at('conf| and key')).toEqual({ range: [0, 4], texts: ['confidence:', 'confidenceMoved:'] });
  expect(at('nothing:x').texts).toEqual([]);
  expect(at('"an open quotation').texts).toEqual([]);
});
