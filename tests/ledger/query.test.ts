import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cells, Row } from '../../src/ledger/columns.ts';
import { readQuery } from '../../src/ledger/query.ts';
import { tables } from '../../src/ledger/tables.ts';
import { UsageFault } from '../../src/model/fault.ts';

const TODAY = '2026-11-29';

function row(cells: Cells, edition: Cells = { assessment: 'x', current: true }): Row {
  return { edition, value: (name) => cells[name] ?? edition[name] };
}

const one = row({
  statement: 'Attacks by the Al-Qaida branch will continue in Côte d’Ivoire.',
  confidence: 'low',
  key: true,
  worst: 'D',
  chance: 67.5,
  sources: ['wire', 'gazette'],
  marking: 'TLP:AMBER+STRICT',
  horizon: { text: '2027-03', earliest: '2027-03-01', latest: '2027-03-31' },
});

const matches = (query: string, of = one) => readQuery(query, tables.judgments).matches(of, TODAY);

describe('a query', () => {
  test.each([
    ['', true],
    ['key', true],
    ['KEY', true],
    ['-key', false],
    ['not key or confidence:low', true],
    ['not (key or confidence:low)', false],
    ['key confidence:low worst:D', true],
    ['key and confidence:low or worst:A', true],
    ['key and (confidence:high or worst:A)', false],
    ['confidence:moderate,low', true],
    ['confidence!=low', false],
    ['confidence!=moderate,high', true],
    ['confidence<moderate', true],
    ['worst>=D', true],
    ['worst>D', false],
    ['chance>=67.5%', true],
    ['chance=67', false],
    ['marking:TLP:AMBER+STRICT', true],
    ['marking<TLP:RED', true],
    ['source:gazette', true],
    ['sources:gaz', true], // the beginning of a word
    ['sources=gaz', false],
    ['statement:"al qaida"', true],
    ['statement:cote', true],
    ['statement:aida', false],
    ['"cote divoire"', true],
    ['branch continue', true],
    ['branch absent', false],
    ['horizon:2027', true],
    ['horizon:2027-03-15', false],
    ['horizon>2027-02', true],
    ['horizon<=2027-03', true],
    ['horizon<today+1y', true],
    ['horizon<today+4m', false],
    ['horizon>today+3w', true],
    ['overdue', false],
    ['state:open', true],
    ['assessment:x', true],
    ['current:yes', true],
  ])('%s', (query, expected) => {
    expect(matches(query)).toBe(expected);
  });

  test('finds overdue judgments after the last day of their horizon, not on that day', () => {
    const ends = (latest: string) => row({ horizon: { text: latest, earliest: latest, latest } });
    expect(matches('overdue', ends('2026-11-28'))).toBe(true);
    expect(matches('overdue', ends(TODAY))).toBe(false);
    expect(matches('overdue', row({ resolved: true, horizon: { text: '2020', latest: '2020-12-31' } }))).toBe(
      false,
    );
  });

  test.each([
    ['confidnce:low', /no column confidnce\. Did you mean confidence\?\n {2}confidnce:low\n {2}\^/],
    ['key and', /missing at the end/],
    ['(key', /bracket has no other/],
    ['key)', /`\)` does not fit/],
    ['statement:', /needs a value/],
    ['horizon<soon', /`soon` is not a date.*today\+90d/],
    ['chance>many', /chance is a number/],
    ['confidence>sure', /one of low, moderate, high/],
    ['form>x', /has no order/],
    ['key:perhaps', /yes or no/],
    ['"open', /no other to close it/],
    ['or key', /does not fit/],
  ])('%s is explained', (query, message) => {
    expect(() => readQuery(query, tables.judgments)).toThrow(message);
  });

  test('made of any text gives an answer or a message, at once', () => {
    const pieces = fc.constantFrom(
      'key',
      'and',
      'or',
      'not',
      '-',
      '(',
      ')',
      ':',
      '<',
      '"',
      'x',
      ',',
      'horizon',
      '2025',
      ' ',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        try {
          expect(typeof matches(parts.join(''))).toBe('boolean');
        } catch (error) {
          expect(error).toBeInstanceOf(UsageFault);
        }
      }),
    );
    expect(() => readQuery(`${'('.repeat(5_000)}key`, tables.judgments)).toThrow(UsageFault);
    expect(() => readQuery('-'.repeat(9_000), tables.judgments)).toThrow(UsageFault);
    expect(() => readQuery('x'.repeat(20_000), tables.judgments)).toThrow(UsageFault);
  });
});
