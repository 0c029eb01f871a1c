import { expect, test } from 'vitest';
import { plainTitle, titleInMarkdown } from '../../../src/render/reference/titles.ts';

test.each([
  ['The <i>Eagle S</i> case', 'The *Eagle S* case'],
  ['<em>Vidzeme</em>', '*Vidzeme*'],
  // Emphasis would not hold beside a mark or a blank, nor with another tag inside: the words stay, without it.
  ['The <i>(lost)</i> ship', 'The (lost) ship'],
  ['The <i> Eagle </i> case', 'The Eagle case'],
  ['The <i>Eagle <b>S</b> of</i> Cook', 'The Eagle S of Cook'],
  ['An <i>open end', 'An open end'],
  ['CO<sub>2</sub> at 10<sup>-3</sup>', 'CO₂ at 10⁻³'],
  ['Stars * and _lines_', 'Stars \\* and \\_lines\\_'],
])('%s is written as %s', (title, markdown) => {
  expect(titleInMarkdown(title)).toBe(markdown);
});

test('a plain title has no tags, and keeps superscript and subscript digits', () => {
  expect(plainTitle('The <i>Eagle S</i> and CO<sub>2</sub>')).toBe('The Eagle S and CO₂');
});
