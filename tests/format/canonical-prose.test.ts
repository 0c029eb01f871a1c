import { tests as examples } from 'commonmark-spec';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalProse, readsAlike } from '../../src/format/canonical-prose.ts';
import { readingOf } from '../../src/format/reading.ts';
import { sampled } from '../support/soak.ts';

const lines = (text: string, language = 'en') => canonicalProse(text, language).split('\n');

describe('one sentence a line', () => {
  test.each([
    ['a paragraph', 'It burnt. Then it rained.', ['It burnt.', 'Then it rained.']],
    [
      'wrapped lines',
      'It burnt for\nan hour. Then\nit rained.',
      ['It burnt for an hour.', 'Then it rained.'],
    ],
    ['one sentence', 'It burnt.', ['It burnt.']],
    ['blanks at the ends', '\n\n  It burnt.  \n', ['It burnt.']],
    ['two blanks between sentences', 'It burnt.  Then it rained.', ['It burnt.', 'Then it rained.']],
    [
      'abbreviations',
      'The U.S. reads No. 43. Dr. Berg agrees.',
      ['The U.S. reads No. 43.', 'Dr. Berg agrees.'],
    ],
    ['citations', 'It burnt.[@a, p. 4] So what? [@b] End.', ['It burnt.[@a, p. 4]', 'So what? [@b]', 'End.']],
    ['paragraphs', 'One. Two.\n\nThree.', ['One.', 'Two.', '', 'Three.']],
    ['other line ends', 'One.\r\nTwo. Three.\rFour.', ['One.', 'Two.', 'Three.', 'Four.']],
    [
      'what would begin an item',
      'It rose to 12 in May. 2. That is much.',
      ['It rose to 12 in May. 2.', 'That is much.'],
    ],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });
});

describe('Markdown in prose is unchanged', () => {
  test.each([
    ['items', '- One. Two.\n- Three\n  four. Five.', ['- One.', '  Two.', '- Three four.', '  Five.']],
    ['numbered items', '10. One. Two.', ['10. One.', '    Two.']],
    ['nested items', '- a\n  - One. Two.', ['- a', '  - One.', '    Two.']],
    ['quotations', '> One. Two\n> three. Four.', ['> One.', '> Two three.', '> Four.']],
    ['lazy lines of a quotation', '> One. Two\nthree.', ['> One.', '> Two three.']],
    ['items in quotations', '> - One. Two.', ['> - One.', '>   Two.']],
    ['hard breaks', 'One. Two  \nthree. Four\\\nfive.', ['One.', 'Two  ', 'three.', 'Four\\', 'five.']],
    ['headings', '# One. Two.\n\nThree. Four.', ['# One. Two.', '', 'Three.', 'Four.']],
    ['underlined headings', 'One. Two.\n===\nThree. Four.', ['One. Two.', '===', 'Three.', 'Four.']],
    [
      'tables',
      '| A. B. | C |\n| --- | --- |\n| One. Two. | D |',
      ['| A. B. | C |', '| --- | --- |', '| One. Two. | D |'],
    ],
    ['fenced code', '```\nOne. Two.\n\n  Three.\n```', ['```', 'One. Two.', '', '  Three.', '```']],
    ['indented code', 'One. Two.\n\n    Three. Four.', ['One.', 'Two.', '', '    Three. Four.']],
    ['tasks', '- [ ] One. Two.', ['- [ ] One.', '      Two.']],
    [
      'definitions',
      '[a]: https://a.b "One. Two."\n\nOne [a]. Two.',
      ['[a]: https://a.b "One. Two."', '', 'One [a].', 'Two.'],
    ],
    ['spaces that do not break', 'One.\u00a0Two.', ['One.\u00a0Two.']],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  test('a paragraph that would print differently keeps its lines, others do not', () => {
    const shout = (prose: string) => prose.replace(/^Two/gm, '# Two');
    expect(canonicalProse('One. Two.\n\nThree. Four.', 'en', [shout])).toBe('One. Two.\n\nThree.\nFour.');
  });

  test('every example of CommonMark is read the same and has one form', () => {
    expect(examples.length).toBeGreaterThan(600);
    for (const { markdown } of examples) {
      const once = canonicalProse(markdown, 'en');
      expect(readsAlike(markdown, once), markdown).toBe(true);
      expect(canonicalProse(once, 'en'), markdown).toBe(once);
    }
  });

  test('so do pairs of examples as one text, with sentences between', () => {
    fc.assert(
      fc.property(fc.constantFrom(...examples), fc.constantFrom(...examples), fc.boolean(), (a, b, apart) => {
        const text = `${a.markdown}${apart ? '\n' : ''}He left. [It](x) burnt. No. 4 did\nnot. ${b.markdown}`;
        const once = canonicalProse(text, 'en');
        expect(readsAlike(text, once)).toBe(true);
        expect(canonicalProse(once, 'en')).toBe(once);
      }),
      { numRuns: sampled(60, 400) },
    );
  });

  test('so does any text made of meaningful pieces', () => {
    const piece = fc.constantFrom(
      ...[
        'One.',
        'Two',
        ' ',
        '  ',
        '\n',
        '\n\n',
        '> ',
        '- ',
        '1. ',
        '# ',
        '```',
        '`',
        '*',
        '|',
        '---',
        '    ',
      ],
      ...[
        '\\',
        '[@a]',
        '[x](y)',
        '<b>',
        'U.S.',
        'No.',
        '"',
        '\t',
        '===',
        '.',
        '!',
        '\u00a0',
        '[^1]: ',
        '~~~',
        '<!--',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('');
        const once = canonicalProse(text, 'en');
        expect(readsAlike(text, once)).toBe(true);
        expect(canonicalProse(once, 'en')).toBe(once);
      }),
      { numRuns: sampled(400, 3000) },
    );
  });
});

test('texts that are not parsed are formatted as if they were', () => {
  const word = fc.constantFrom(
    ...[
      'It',
      'burnt.',
      '"So',
      'what?"',
      '(b)',
      '[@a, p. 4]',
      'x[@a]',
      '1.',
      '-',
      '#',
      '=',
      '12',
      'A—B',
      'www.a.b',
      '**c**',
      '',
      ' ',
      'é',
    ],
  );
  const gap = fc.constantFrom(' ', '\n', '\n\n', '  ', ' \n');
  const text = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 8 }).map((pairs) =>
    pairs
      .map(([one, between]) => one + between)
      .join('')
      .trim(),
  );
  const other = (one: string) => fc.constantFrom(one, one.replaceAll(' ', '\n'), one.replaceAll('\n', ' '));
  fc.assert(
    fc.property(
      text.chain((one) => fc.tuple(fc.constant(one), other(one))),
      ([a, b]) => {
        expect(readsAlike(a, b)).toBe(readingOf(a) === readingOf(b));
      },
    ),
    { numRuns: sampled(150, 10_000), seed: 11 },
  );
});
