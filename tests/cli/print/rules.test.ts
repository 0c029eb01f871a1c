import pc from 'picocolors';
import { expect, test } from 'vitest';
import type { ExplainedRule } from '../../../src/catalogue/explain.ts';
import { rulesText, ruleText } from '../../../src/cli/print/rules.ts';
import { wrap } from '../../../src/cli/print/wrap.ts';

const plain = pc.createColors(false);

const rule: ExplainedRule = {
  id: 'some-rule',
  category: 'language',
  severity: 'warning',
  setting: 'off',
  fixed: false,
  why: 'One two three four five six seven eight nine ten eleven twelve.',
  source: 'ICD 203',
  url: 'docs/rules.md#some-rule',
  examples: {
    breaks: {
      files: [{ name: 'sample.json', text: '{\n  "title": "X"\n}\n', partial: true }],
      without: ['bottomLine'],
      findings: [{ severity: 'warning', pointer: '/title', message: 'What is wrong.', help: 'Mend it.' }],
    },
    keeps: { files: [{ name: 'memo.yaml', text: 'title: X\n', partial: false }], findings: [] },
  },
};

test('text breaks between words; a word longer than the line has a line to itself', () => {
  expect(wrap('aa bb  cc\ndd', 5)).toEqual(['aa bb', 'cc dd']);
  expect(wrap('aa bb', 6, '    ')).toEqual(['    aa', '    bb']);
  expect(wrap('a abcdefghij b', 4)).toEqual(['a', 'abcdefghij', 'b']);
  expect(wrap('', 10)).toEqual([]);
});

test("the list fits the width, and shows each rule's configured severity", () => {
  const text = rulesText([rule], 40, plain);
  expect(text).toBe(`Language
  some-rule  warning (off here, by threat-memo.config.json)
    One two three four five six seven
    eight nine ten eleven twelve.

Run \`threat-memo explain <rule>\` for one
of them with examples.
`);
});

test('one rule is shown with its reason, its source, and both examples with their findings', () => {
  expect(ruleText(rule, 80, plain)).toBe(`some-rule  warning (off here, by threat-memo.config.json)  Language

One two three four five six seven eight nine ten eleven twelve.

Serves: ICD 203.
Documented in docs/rules.md#some-rule

Breaks it: sample.json (in part)
  {
    "title": "X"
  }
  without \`bottomLine\`
  gives, at /title:
    warning: What is wrong. Mend it.

Does not: memo.yaml
  title: X
`);
});
