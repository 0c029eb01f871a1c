import { expect, test } from 'vitest';
import { malformedCitation } from '../../src/check/rules/malformed-citation.ts';
import { objectionsOf } from '../support/assessments.ts';

const help =
  'Write `[@id]`, `[@id, p. 4]` or `[@one; @two]`; ids are lower-case letters, digits and hyphens.';

test('bad: brackets with @ that are not valid citations, each at its text', () => {
  const bad = {
    bottomLine: ['One [@Kommersant].', 'Two [@one; two] and [@].'],
    sections: [{ id: 's', heading: 'H', body: 'Three [@un_report, p. 4].' }],
  };
  expect(objectionsOf(malformedCitation, bad)).toEqual([
    { pointer: '/bottomLine/0', message: '`[@Kommersant]` does not read as a citation.', help },
    { pointer: '/bottomLine/1', message: '`[@one; two]` does not read as a citation.', help },
    { pointer: '/bottomLine/1', message: '`[@]` does not read as a citation.', help },
    { pointer: '/sections/0/body', message: '`[@un_report, p. 4]` does not read as a citation.', help },
  ]);
});

test('clean: citations, links to handles, addresses, and titles of books', () => {
  const clean = {
    bottomLine: [
      'Cited [@one; @two, pp. 4, 7].',
      'As [@RT_com](https://example.org) said, write to a@b.org [or @them].',
    ],
    sources: [{ id: 's', csl: { type: 'post' as const, title: 'On [@Twitter]' } }],
  };
  expect(objectionsOf(malformedCitation, clean)).toEqual([]);
});
