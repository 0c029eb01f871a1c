import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/model/sentences.ts';

const texts = (text: string, language?: string) => splitSentences(text, language).map(({ text }) => text);

describe('sentences', () => {
  test.each([
    ['a plain pair', 'It burnt. Then it rained.', ['It burnt.', 'Then it rained.']],
    ['a question and a cry', 'Who pays? Nobody knows! We ask.', ['Who pays?', 'Nobody knows!', 'We ask.']],
    ['no end at all', 'Fires on the line', ['Fires on the line']],
    ['a country', 'U.S. forces and the U.S. Army left.', ['U.S. forces and the U.S. Army left.']],
    ['a country at the end', 'He left the U.S. The army stayed.', ['He left the U.S.', 'The army stayed.']],
    ['a number', 'Memo No. 43 of Sept. 11 says so.', ['Memo No. 43 of Sept. 11 says so.']],
    ['the word no', 'Was it them? No. It was not.', ['Was it them?', 'No.', 'It was not.']],
    ['the verb may', 'They may. Nobody minds.', ['They may.', 'Nobody minds.']],
    ['initials', 'O. Lind and J. R. Berg agree. So do we.', ['O. Lind and J. R. Berg agree.', 'So do we.']],
    ['a grade', 'It is graded B. Moscow objects.', ['It is graded B.', 'Moscow objects.']],
    ['titles', 'Dr. Berg met Gen. Lind. They agreed.', ['Dr. Berg met Gen. Lind.', 'They agreed.']],
    ['decimals', 'It rose by 3.5 % to 12.25. Then it fell.', ['It rose by 3.5 % to 12.25.', 'Then it fell.']],
    ['a hint', 'Fires, e.g. Norham, i.e. depots. More.', ['Fires, e.g. Norham, i.e. depots.', 'More.']],
    ['authors', 'Lind et al. The rest is new.', ['Lind et al.', 'The rest is new.']],
    ['authors and a year', 'See Lind et al. 2018 for more.', ['See Lind et al. 2018 for more.']],
    ['a cry inside', '"Stop!" he said. He left.', ['"Stop!" he said.', 'He left.']],
    ['a quotation', 'He said “Stop.” Then he left.', ['He said “Stop.”', 'Then he left.']],
    ['dots', 'They waited... Nobody came.', ['They waited...', 'Nobody came.']],
    ['emphasis', '**It burnt.** Then it rained.', ['**It burnt.**', 'Then it rained.']],
    ['code', 'Run `a. B. C` now. Then stop.', ['Run `a. B. C` now.', 'Then stop.']],
    ['a link', 'See [it.](https://a.b/C.html) Then go.', ['See [it.](https://a.b/C.html)', 'Then go.']],
  ])('%s', (_, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  test('a citation belongs to the sentence before it', () => {
    expect(
      texts('It burnt. [@four-fires, p. 4] So what?[@a; @b, para. 3]\nIt says [@c, p. 5] so. [@d] [@e] End'),
    ).toEqual([
      'It burnt. [@four-fires, p. 4]',
      'So what?[@a; @b, para. 3]',
      'It says [@c, p. 5] so. [@d] [@e]',
      'End',
    ]);
  });

  test('a line end is a blank; empty lines, items, headings, rows and hard breaks separate sentences', () => {
    expect(
      texts('# Fires\nFour\nfires. More\n\n- one\n- two. Three\n  four\n1. five\n| a | b |\n\nhard  \nbreak'),
    ).toEqual([
      '# Fires',
      'Four\nfires.',
      'More',
      '- one',
      '- two.',
      'Three\n  four',
      '1. five',
      '| a | b |',
      'hard',
      'break',
    ]);
  });

  test('quotation marks do not end a sentence', () => {
    expect(texts('> It\n> burnt. So\n> it was.')).toEqual(['> It\n> burnt.', 'So\n> it was.']);
  });

  test('a block of code is one sentence', () => {
    expect(texts('A. B\n\n```\nOne. Two.\n\nThree.\n```\nEnd.\n\n    four. Five.\n    Six.')).toEqual([
      'A. B',
      '```\nOne. Two.\n\nThree.\n```',
      'End.',
      'four. Five.\n    Six.',
    ]);
  });

  test('a sentence is not split if the rest would become a list item on a new line', () => {
    expect(texts('It was so. - Or not. 12. More. # 3. Done.')).toEqual([
      'It was so. - Or not. 12.',
      'More. # 3.',
      'Done.',
    ]);
  });

  test('other languages', () => {
    expect(texts('А. Лунд ушёл. В 2024 г. Москва знала, т.е. молчала.', 'ru')).toEqual([
      'А. Лунд ушёл.',
      'В 2024 г. Москва знала, т.е. молчала.',
    ]);
    expect(texts('Er kam, z.B. Nr. 3. Der Rest ging.', 'de-AT')).toEqual([
      'Er kam, z.B. Nr. 3.',
      'Der Rest ging.',
    ]);
    expect(texts('هل هذا صحيح؟ نعم. هذا.', 'ar')).toEqual(['هل هذا صحيح؟', 'نعم.', 'هذا.']);
    expect(texts('今天下雨。明天晴天。', 'zh')).toEqual(['今天下雨。', '明天晴天。']);
  });

  test('an invalid language tag is read as English', () => {
    expect(texts('One. Two.', '!!')).toEqual(['One.', 'Two.']);
  });

  const piece = fc.constantFrom(
    ...['It burnt.', 'U.S.', 'No. 43', 'Dr. Berg', 'e.g.', 'A', 'the end', '“Stop.”', 'why?', '3.5', '12.'],
    ...[
      '- x',
      '**b.**',
      '[@a, p. 4]',
      '`c. D`',
      '\n',
      '\n\n',
      '\n- item',
      '\n> q',
      '|',
      '#',
      '   ',
      '…',
      '. ',
    ],
  );
  const prose = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(' ')),
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  );

  test('offsets are correct, and only white space is between sentences', () => {
    fc.assert(
      fc.property(prose, (text) => {
        let end = 0;
        for (const sentence of splitSentences(text)) {
          expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
          expect(sentence.text.trim()).toBe(sentence.text);
          expect(text.slice(end, sentence.start).replace(/[\s>]/g, '')).toBe('');
          end = sentence.end;
        }
        expect(text.slice(end).replace(/[\s>]/g, '')).toBe('');
      }),
    );
  });

  test('one sentence a line or all in one paragraph gives the same sentences', () => {
    const word = fc.constantFrom(
      'fires',
      'Norham',
      'U.S.',
      'the',
      'Dr. Berg',
      '(so)',
      'No. 4',
      '[@a, p. 2]',
      'B',
    );
    const sentence = fc
      .tuple(fc.array(word, { minLength: 1, maxLength: 6 }), fc.constantFrom('.', '?', '!', '. [@b]', '.”'))
      .map(([words, end]) => `We ${words.join(' ')}${end}`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), (sentences) => {
        const asLines = texts(sentences.join('\n')).map((text) => text.replaceAll('\n', ' '));
        expect(asLines).toEqual(texts(sentences.join(' ')));
      }),
    );
  });
});
