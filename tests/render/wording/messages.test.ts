import { describe, expect, it } from 'vitest';
import {
  type MessageFile,
  Messages,
  messagesFor,
  missingPhrases,
  phraseNotice,
} from '../../../src/render/wording/messages.ts';

const fallback = {
  'list.and': '{items} and {last}',
  'list.comma': ', ',
  'reports.one': '{count} report',
  'reports.other': '{count} reports',
  plain: 'plain',
};

describe('Messages', () => {
  it('prefers its own language and falls back', () => {
    const messages = new Messages('ru', { plain: 'просто' }, { ...fallback, other: 'other {name}' });
    expect(messages.text('plain')).toBe('просто');
    expect(messages.text('other', { name: 'x' })).toBe('other x');
    expect(messages.has('plain')).toBe(true);
    expect(messages.has('toString')).toBe(false);
  });

  it('throws for an unknown phrase, naming it', () => {
    expect(() => new Messages('en', {}, fallback).text('nope')).toThrow('There is no phrase "nope"');
    expect(() => new Messages('en', {}, fallback).text('constructor')).toThrow('"constructor"');
  });

  it('counts by the rules of the language', () => {
    const russian = {
      'reports.one': '{count} отчёт',
      'reports.few': '{count} отчёта',
      'reports.many': '{count} отчётов',
    };
    const ru = new Messages('ru', russian, fallback);
    const en = new Messages('en', fallback, {});
    expect([1, 2].map((count) => en.text('reports', { count }))).toEqual(['1 report', '2 reports']);
    expect([1, 3, 5, 21].map((count) => ru.text('reports', { count }))).toEqual([
      '1 отчёт',
      '3 отчёта',
      '5 отчётов',
      '21 отчёт',
    ]);
  });

  it('fills in the values once, and does not fill these again', () => {
    const messages = new Messages('en', { a: '{x} {y} {x}' }, {});
    expect(messages.text('a', { x: '{y}', y: '$&' })).toBe('{y} $& {y}');
    expect(messages.text('a', { y: 1 })).toBe('{x} 1 {x}');
  });

  it('joins a list', () => {
    const messages = new Messages('en', fallback, {});
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => messages.list(items))).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });
});

describe('Messages in Hebrew', () => {
  const messages = new Messages('he', { and: '{items} ו־{last}', from: 'מ־{x} ועד {y}' }, fallback);

  it('joins a word of one letter to a Hebrew word, and keeps its maqaf before anything else', () => {
    const and = (last: string | number) => messages.text('and', { items: 'א', last });
    expect(and('ב')).toBe('א וב');
    expect(and('**ב**')).toBe('א ו**ב**');
    expect(and('”ב”')).toBe('א ו”ב”');
    expect(and(4)).toBe('א ו־4');
    expect(and('ISKP')).toBe('א ו־ISKP');
    expect(and('')).toBe('א ו־');
  });

  it('does not add a maqaf inside names and before missing values', () => {
    expect(messages.text('from', { x: 'אל־קאעידה', y: 'בין־לאומי' })).toBe('מאל־קאעידה ועד בין־לאומי');
    expect(messages.text('from')).toBe('מ־{x} ועד {y}');
  });
});

describe('phrases that a language lacks', () => {
  const files = new Map<string, Readonly<Record<string, string>>>([
    ['en', fallback],
    [
      'ru',
      {
        'list.and': '{items} и {last}',
        'list.comma': ', ',
        'reports.few': '{count} отчёта',
        plain: 'просто',
      },
    ],
    ['pt', { 'list.and': '{items} e {last}' }],
  ]);

  it('are listed, without the forms of a plural', () => {
    expect(missingPhrases('ru', files)).toEqual([]);
    expect(missingPhrases('pt-BR', files)).toEqual(['list.comma', 'reports', 'plain']);
    expect(missingPhrases('ar', files)).toBe(undefined);
  });

  it('are reported in a notice', () => {
    expect(phraseNotice('ru', files)).toBe(undefined);
    expect(phraseNotice('en', files)).toBe(undefined);
    expect(phraseNotice('pt', files)).toBe(
      '3 phrases are missing in `pt` and stand in English: list.comma, reports, plain.',
    );
    expect(phraseNotice('ar', files)).toContain('There are no phrases in `ar`');
  });
});

describe('English phrases in a text that runs from right to left', () => {
  const english = { 'date.day': '{day} {month} {year}', 'list.comma': ', ', 'a.b': 'by {name}' };
  const files = new Map<string, MessageFile>([['en', english]]);

  it('are isolated from it, and its values from them', () => {
    const persian = messagesFor('fa', files);
    expect(persian.text('a.b', { name: 'ایران' })).toBe('\u2066by \u2068ایران\u2069\u2069');
    expect(persian.text('date.day', { day: 11, month: 'April', year: 2025 })).toBe(
      '\u2066\u206811\u2069 \u2068April\u2069 \u20682025\u2069\u2069',
    );
    expect(persian.text('list.comma')).toBe(', ');
  });

  it('are unchanged if the text has their direction, or its own phrases', () => {
    expect(messagesFor('sv', files).text('a.b', { name: 'Bo' })).toBe('by Bo');
    const own = new Map(files).set('he', { 'a.b': 'על ידי {name}' });
    expect(messagesFor('he', own).text('a.b', { name: 'Bo' })).toBe('על ידי Bo');
  });
});
