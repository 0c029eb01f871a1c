import { describe, expect, it } from 'vitest';
import { viewLikelihood } from '../../../src/derive/analysis/likelihood.ts';
import type { QuantityView } from '../../../src/derive/entities/incidents.ts';
import { summarizeQuantity } from '../../../src/derive/entities/quantity.ts';
import type { Likelihood, QuantityReport } from '../../../src/model/generated/types.ts';
import { Messages } from '../../../src/render/wording/messages.ts';
import {
  bandText,
  decimal,
  figureText,
  measureText,
  partyText,
  placeText,
  quantitiesText,
  quantityText,
  scaleText,
  standingText,
} from '../../../src/render/wording/phrases.ts';
import { likelihoodScales } from '../../support/scales.ts';
import { english, messages } from '../messages.ts';

/** `_` stands for a non-breaking space. */
const shown = (text: string) => text.replaceAll('\u00a0', '_');

describe('bandText', () => {
  function band(scale: 'icd-203' | 'phia', likelihood: Likelihood) {
    const view = viewLikelihood(likelihoodScales[scale], likelihood);
    if (!view) throw new Error('There is no such likelihood.');
    return shown(bandText(view, view.approximate, messages));
  }

  it.each([
    ['icd-203', { term: 'likely' }, '55–80_%'],
    ['icd-203', { range: [0.6, 0.7] }, '60–70_%'],
    ['icd-203', { range: [0.125, 0.2] }, '12.5–20_%'],
    ['icd-203', { range: [0.5, 0.5] }, '50_%'],
    ['phia', { term: 'likely' }, 'about 55–75_%'],
    ['phia', { term: 'remote chance' }, 'at most about 5_%'],
    ['phia', { term: 'almost certain' }, 'at least about 95_%'],
    ['phia', { term: 'realistic possibility' }, 'about 40 to under 50_%'],
    ['phia', { range: [0.4, 0.5] }, '40–50_%'],
    ['phia', { range: [0.6, 0.7] }, '60–70_%'],
  ] as const)('%s %j is %s', (scale, likelihood, expected) => {
    expect(band(scale, 'term' in likelihood ? likelihood : { range: [...likelihood.range] })).toBe(expected);
  });

  it('lists a scale from the least to the most likely', () => {
    const text = shown(scaleText(likelihoodScales['icd-203'], 1, messages));
    expect(text).toMatch(/^\*remote\* 1–5_%; .*; \*nearly certain\* 95–99_%$/);
    expect(shown(scaleText(likelihoodScales.phia, 1, messages))).toMatch(
      /^\*remote chance\* at most about 5_%; /,
    );
  });
});

describe('decimal', () => {
  it.each([
    [5, '5'],
    [0.1 + 0.2, '0.3'],
    [-2.5, '−2.5'],
    [-0.01, '0'],
    [9999, '9999'],
    [10000, '10,000'],
    [1234567.89, '1,234,567.9'],
  ])('%d is %s', (value, expected) => {
    expect(decimal(value, messages)).toBe(expected);
  });

  it('follows the language', () => {
    const german = new Messages('de', { 'number.decimal': ',', 'number.group': '.' }, english);
    expect(decimal(12345.6, german)).toBe('12.345,6');
  });
});

describe('figures', () => {
  it.each([
    [{ value: 22 }, '22'],
    [{ value: 22, qualifier: 'exactly' }, '22'],
    [{ value: 22, qualifier: 'about' }, 'about 22'],
    [{ value: 22, qualifier: 'at-least' }, 'at least 22'],
    [{ value: 22, qualifier: 'at-most' }, 'at most 22'],
    [{ value: 22, qualifier: 'more-than' }, 'more than 22'],
    [{ value: 22, qualifier: 'fewer-than' }, 'fewer than 22'],
    [{ min: 3, max: 5 }, '3 to 5'],
    [{ min: 3 }, 'at least 3'],
    [{ max: 5 }, 'at most 5'],
    [{ value: 0 }, '0'],
  ] satisfies [QuantityReport, string][])('%j is %s', (report, expected) => {
    expect(figureText(report, messages)).toBe(expected);
  });

  function quantity(counted: QuantityView['counted'], ...reports: QuantityReport[]): string {
    const summary = summarizeQuantity({ reports });
    if (!summary) throw new Error('There is no report.');
    const views = reports.map((report) => ({ report, by: undefined, asOf: undefined }));
    return quantityText(
      { counted, ...summary, parts: [], partSources: [], across: [], reports: views, note: undefined },
      messages,
    );
  }

  function sum(...reports: QuantityReport[]): string {
    const summary = summarizeQuantity({ reports });
    if (!summary) throw new Error('There is no report.');
    const views = reports.map((report) => ({ report, by: undefined, asOf: undefined }));
    const money = { currency: 'EUR', year: undefined };
    const sides = { parts: [], partSources: [], across: [], reports: views, sources: [], note: undefined };
    return measureText({ of: 'damage', unit: undefined, money, ...summary, ...sides }, messages);
  }

  it("puts the currency before the number, and the source's qualification before both", () => {
    expect(sum({ value: 21000, qualifier: 'about' })).toBe('damage, about EUR 21,000');
    expect(sum({ min: 2000, max: 2500.25 })).toBe('damage, EUR 2000 to EUR 2500.25');
    expect(sum({ value: 4 }, { value: 5, qualifier: 'at-least', asOf: '2024-03' })).toBe(
      'damage, EUR 4 or at least EUR 5 (2 reports; latest: at least EUR 5)',
    );
  });

  it('names incidents that all counts cover once, and others with each count', () => {
    const counted = (name: QuantityView['counted'], value: number, across: string[]): QuantityView => {
      const report = { value };
      const summary = summarizeQuantity({ reports: [report] });
      if (!summary) throw new Error('There is no report.');
      const reports = [{ report, by: undefined, asOf: undefined }];
      return { counted: name, ...summary, parts: [], partSources: [], across, reports, note: undefined };
    };
    const told = (...counts: QuantityView[]) => quantitiesText(counts, messages);
    expect(told()).toBe('');
    expect(told(counted('killed', 2, ['B']))).toBe('2 killed, counted together with “B”');
    expect(told(counted('killed', 2, ['B', 'C']), counted('injured', 3, ['B', 'C']))).toBe(
      '2 killed; 3 injured; all counted together with “B” and “C”',
    );
    expect(told(counted('killed', 2, ['B']), counted('injured', 3, []))).toBe(
      '2 killed, counted together with “B”; 3 injured',
    );
    expect(told(counted('killed', 2, []), counted('injured', 3, []))).toBe('2 killed; 3 injured');
  });

  it('prints one figure if reports agree', () => {
    expect(quantity('killed', { value: 139 }, { value: 139 })).toBe('139 killed');
    expect(quantity('perpetrators', { value: 4, qualifier: 'about' })).toBe('perpetrators: about 4');
  });

  it('prints the range, the number of reports and the latest one if they differ', () => {
    const first = { value: 133, asOf: '2024-03-23' };
    const last = { value: 145, asOf: '2024-03-30' };
    expect(quantity('killed', last, first, { value: 139 })).toBe(
      '133 to 145 killed (3 reports; latest: 145)',
    );
    expect(quantity('injured', { value: 80, qualifier: 'at-least' }, { value: 60 })).toBe(
      '60 or at least 80 injured (2 reports)',
    );
  });

  it.each<[string, QuantityReport[]]>([
    ['at least 2', [{ value: 2, qualifier: 'more-than' }, { value: 2 }]],
    ['at least 2', [{ value: 1, qualifier: 'more-than' }, { value: 2 }]],
    ['2 or more than 4', [{ value: 4, qualifier: 'more-than' }, { value: 2 }]],
    ['4 or at least 5', [{ value: 4 }, { value: 5, qualifier: 'at-least' }]],
    ['at most 3, or 7', [{ value: 7 }, { value: 3, qualifier: 'at-most' }]],
    ['3 to 5 or more', [{ value: 3 }, { value: 4 }, { value: 5, qualifier: 'at-least' }]],
    ['3 to 6 or more', [{ value: 3 }, { value: 4 }, { value: 5, qualifier: 'more-than' }]],
    ['3 to 9', [{ value: 3 }, { value: 9 }, { value: 5, qualifier: 'at-least' }]],
    ['5 or 6', [{ value: 5 }, { value: 6 }]],
  ])('hides no end that is left open: %s', (expected, reports) => {
    expect(quantity('killed', ...reports)).toBe(`${expected} killed (${reports.length} reports)`);
  });

  it('prints all latest figures if reports of one day differ', () => {
    const asOf = '2024-03-30';
    expect(quantity('killed', { value: 145, asOf }, { value: 139, asOf }, { value: 1, asOf: '2024' })).toBe(
      '1 to 145 killed (3 reports; latest: 1)',
    );
    expect(quantity('killed', { value: 145, asOf }, { value: 139, asOf }, { value: 1, asOf: '2023' })).toBe(
      '1 to 145 killed (3 reports; latest: 139 or 145)',
    );
  });
});

describe('who and where', () => {
  it('adds the office to a name', () => {
    expect(partyText({ name: 'A. Name', office: undefined, actor: undefined })).toBe('A. Name');
    expect(partyText({ name: 'A. *Name*', office: 'head | deputy', actor: undefined })).toBe(
      'A. \\*Name\\* (head \\| deputy)',
    );
  });

  it('adds the country unless the name contains it', () => {
    expect(placeText({ name: 'Karabulak' })).toBe('Karabulak');
    expect(placeText({ name: 'Karabulak', country: 'Russia' })).toBe('Karabulak, Russia');
    expect(placeText({ name: 'Kursk region, Russia', country: 'Russia' })).toBe('Kursk region, Russia');
  });
});

describe('standingText', () => {
  const [a, b] = ['A', 'B'].map((name) => ({ name, office: undefined, actor: undefined }));
  it.each([
    ['asserted', 'asserted by A, denied by B'],
    ['alleged', 'alleged by A, denied by B'],
    ['disputed', 'disputed, asserted by A, denied by B'],
    ['denied', 'asserted by A, denied by B'],
  ] as const)('%s, with both sides, says each once', (standing, expected) => {
    const sides = { standing, by: [], asserts: a ? [a] : [], denies: b ? [b] : [] };
    expect(standingText(sides, ({ name }) => name, messages)).toBe(expected);
    expect(standingText({ ...sides, asserts: [], denies: [] }, ({ name }) => name, messages)).toBe(standing);
  });
});
