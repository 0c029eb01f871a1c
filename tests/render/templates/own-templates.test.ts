import { describe, expect, test } from 'vitest';
import { createTemplates } from '../../../src/render/templates/environment.ts';
import { escapeInline } from '../../../src/render/wording/escape.ts';

const helpers = {
  md: (value: unknown) => escapeInline(String(value)),
  eq: (a: unknown, b: unknown) => a === b,
};

const context = { title: 'A *b* <i>c</i>', status: 'draft', gaps: [{ question: '# Who' }], mark: '[^a]' };

function rendered(memo: string, partials: Readonly<Record<string, string>> = {}): string {
  return createTemplates(new Map(Object.entries({ memo, ...partials })), helpers).render('memo', context);
}

describe("a template of a project's own", () => {
  test("prints an analyst's text as text, with and without the helper", () => {
    expect(rendered('X {{title}} Y')).toBe(rendered('X {{md title}} Y'));
    expect(rendered('X {{title}} Y')).toContain('\\*b\\*');
    expect(rendered('{{#each gaps}}- {{question}}{{/each}}')).toBe(`- ${escapeInline('# Who')}`);
    expect(rendered('{{#each gaps}}{{> one}}{{/each}}', { one: '{{question}}!' })).toBe(
      `${escapeInline('# Who')}!`,
    );
  });

  test('does not escape output of the program', () => {
    expect(rendered('{{mark}}: note')).toBe('[^a]: note');
  });

  test.each([
    ['{{#if (eq status "draft")}}Draft{{/if}}', 'Draft'],
    ['{{#if (eq status "final")}}Final{{else}}Other{{/if}}', 'Other'],
    ['{{#each gaps}}{{#if priority}}x{{/if}}{{@index}}{{/each}}', '0'],
    ['{{#if status}}{{> one}}{{/if}}', 'y'],
  ])('may use status and the optional fields of an entry: %s', (memo, expected) => {
    expect(rendered(memo, { one: 'y' })).toBe(expected);
  });
});
