import { describe, expect, it } from 'vitest';
import { reportedDate } from '../../../src/derive/entities/dates.ts';
import { type EdtfDate, parseEdtf } from '../../../src/model/edtf.ts';
import { dateText, horizonText } from '../../../src/render/wording/dates.ts';
import { Messages } from '../../../src/render/wording/messages.ts';
import { english, messages, messagesIn } from '../messages.ts';

function edtf(text: string): EdtfDate {
  const date = parseEdtf(text);
  if (!date) throw new Error(`${text} is no date.`);
  return date;
}

/** `_` stands for a non-breaking space, so that a reader of this test sees it. */
const shown = (text: string) => text.replaceAll('\u00a0', '_');

describe('dateText', () => {
  it.each([
    ['2024-03-22', '22_March 2024'],
    ['2024-03-02', '2_March 2024'],
    ['2024-03', 'March 2024'],
    ['2024', '2024'],
    ['2024-XX', '2024'],
    ['2024-03-XX', 'March 2024'],
    ['201X', '2010s'],
    ['20XX', 'between 2000 and 2099'],
    ['2024-21', 'spring 2024'],
    ['2024-22', 'summer 2024'],
    ['2024-23', 'autumn 2024'],
    ['2024-24', 'winter 2024'],
    ['-0043', '44_BCE'],
    ['0000', '1_BCE'],
    ['-019X', 'between 200_BCE and 191_BCE'],
    ['Y12024', '12024'],
    ['0099', '99'],
    ['2024-05~', 'about May 2024'],
    ['2024-05?', 'May 2024 (uncertain)'],
    ['2024-05-03%', 'about 3_May 2024 (uncertain)'],
    ['2024-03-22/2024-03-24', '22–24_March 2024'],
    ['2024-03-22/2024-03-22', '22_March 2024'],
    ['2024-05/2024-06', 'May–June 2024'],
    ['2024-12-25T12:26+02:00', '25_December 2024, 12:26 (UTC+2)'],
    ['2024-12-25T12:26:05Z', '25_December 2024, 12:26:05 (UTC)'],
    ['2024-12-25T09:00-03:30', '25_December 2024, 09:00 (UTC−3:30)'],
    ['2024-12-25T09:00', '25_December 2024, 09:00'],
    ['2024-03-22/2024-05-01', '22_March – 1_May 2024'],
    ['2023-12-30/2024-01-02', '30_December 2023 – 2_January 2024'],
    ['2023-05/2024-06', 'May 2023 – June 2024'],
    ['2023/2024', '2023–2024'],
    ['2023~/2024', 'about 2023 – 2024'],
    ['2017/..', 'since 2017'],
    ['2017-03-04/', 'from 4_March 2017, end unknown'],
    ['../2017-03', 'until March 2017'],
    ['/2017', 'until 2017, beginning unknown'],
  ])('%s is "%s"', (text, expected) => {
    expect(shown(dateText(edtf(text), messages))).toBe(expected);
  });

  it('says so if it has neither end', () => {
    const date: EdtfDate = { text: '?', kind: 'interval', start: 'unknown', end: 'unknown' };
    expect(dateText(date, messages)).toBe('date unknown');
  });

  it('inflects a month after a day if the language has a form for it', () => {
    const russian = new Messages('ru', { 'month.3': 'март', 'month-of-day.3': 'марта' }, english);
    expect(shown(dateText(edtf('2024-03-22'), russian))).toBe('22_марта 2024');
    expect(dateText(edtf('2024-03'), russian)).toBe('март 2024');
  });
});

describe('horizonText', () => {
  it.each([
    ['2025-12-31', 'by 31_December 2025'],
    ['2025-12-31~', 'approximately by 31_December 2025'],
    ['2026', 'by the end of 2026'],
    ['2026~', 'approximately by the end of 2026'],
    ['2026?', 'by the end of 2026 (uncertain)'],
    ['2026%', 'approximately by the end of 2026 (uncertain)'],
    ['2026-06', 'by the end of June 2026'],
    ['2026-21', 'by the end of spring 2026'],
    ['2026-24', 'by the end of winter 2026'],
    ['202X', 'by the end of 2029'],
    ['20XX', 'by the end of 2099'],
    ['2024-06/2025-06', 'from June 2024 to the end of June 2025'],
    ['2024-06-01/2025-06-30', 'from 1_June 2024 to 30_June 2025'],
    ['2025/2026', 'from 2025 to the end of 2026'],
    ['../2025-06', 'by the end of June 2025'],
    ['/2025-06', 'by the end of June 2025'],
    ['2025-06/..', 'from June 2025 on'],
    ['2025-06/', 'from June 2025 on'],
  ])('%s is "%s"', (text, expected) => {
    expect(shown(horizonText(edtf(text), messages))).toBe(expected);
  });

  it.each([
    ['ru', '2026', 'до конца 2026 года'],
    ['ru', '2025-12-31', 'не позднее 31_декабря 2025_года'],
    ['ru', '2025-12', 'до конца декабря 2025 года'],
    ['ru', '2025-05/2026-11', 'с мая 2025 года до конца ноября 2026 года'],
    ['ru', '2025-23', 'до конца осени 2025 года'],
    ['ru', '2026~', 'примерно до конца 2026 года'],
    ['he', '2026', 'עד סוף 2026'],
    ['he', '2025-12', 'עד סוף דצמבר 2025'],
    ['he', '2025-05/2025-12', 'החל ממאי 2025 עד סוף דצמבר 2025'],
  ])('in %s, %s is "%s"', (language, text, expected) => {
    expect(shown(horizonText(edtf(text), messagesIn(language))).replaceAll('_года', ' года')).toBe(
      expected.replaceAll('_года', ' года'),
    );
  });
});

describe('ongoing periods', () => {
  it.each([
    ['en', '2015/..', 'since 2015'],
    ['ru', '2015/..', 'с 2015 года'],
    ['ru', '2015-03/..', 'с марта 2015 года'],
    ['ru', '2015-22/..', 'с лета 2015 года'],
    ['he', '2015-03/..', 'מאז מרץ 2015'],
    ['de', '2025-09-01/2025-09-02', '1.–2._September 2025'],
    ['fr', '2025-09-01', '1er_septembre 2025'],
    ['fr', '2025-09-01/2025-09-02', '1er–2_septembre 2025'],
    ['fr', '2025-08-01/2025-09-02', '1er_août – 2_septembre 2025'],
  ])('in %s, %s is "%s"', (language, text, expected) => {
    expect(shown(dateText(edtf(text), messagesIn(language)))).toBe(expected);
  });
});

describe('one of several dates', () => {
  it.each([
    [['2024-02-17', '2024-02-12'], '12_February or 17_February 2024'],
    [['2024-02-12', '2023-12-30', '2024-02-17'], '30_December 2023, 12_February 2024 or 17_February 2024'],
    [['2024', '2023-05?'], 'May 2023 (uncertain) or 2024'],
    [['2024-02-12T08:00', '2024-02-12T09:30'], '12_February 2024, 08:00 or 12_February 2024, 09:30'],
  ])('%j is %s', (values, expected) => {
    const date = reportedDate({ reports: values.map((value) => ({ value })) });
    expect(date && shown(dateText(date, messages))).toBe(expected);
  });
});
