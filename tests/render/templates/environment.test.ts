import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { createTemplates, type Helper } from '../../../src/render/templates/environment.ts';
import { TemplateError } from '../../../src/render/templates/template-error.ts';

const helpers: Record<string, Helper> = { say: (value) => `<${String(value)}>`, same: (a, b) => a === b };

function render(text: string, context: unknown = {}): string {
  return createTemplates(new Map([['memo', text]]), helpers).render('memo', context);
}

describe('an environment of templates', () => {
  it('renders helpers, blocks and partials, and does not escape by itself', () => {
    const texts = new Map([
      ['memo', '{{#each items}}{{> item}}{{/each}}{{#if none}}x{{else}}{{say "<&>"}}{{/if}}'],
      ['item', '{{say this}} '],
    ]);
    expect(createTemplates(texts, helpers).render('memo', { items: [1, 2], none: false })).toBe(
      '<1> <2> <<&>>',
    );
  });

  it.each([
    ['{{title}}', 'title'],
    ['{{author.name}}', 'name'],
    ['{{#each items}}{{name}}{{/each}}', 'name'],
  ])('treats a missing name in %s as a fault', (text, name) => {
    expect(() => render(text, { items: [{}] })).toThrow(TemplateError);
    expect(() => render(text, { items: [{}] })).toThrow(name);
  });

  it.each([
    '{{shout title}}',
    '{{say (shout title)}}',
    '{{#shout title}}x{{/shout}}',
    '{{log title}}',
    '{{lookup this "title"}}',
  ])('does not provide the helper in %s', (text) => {
    const [, name = ''] = /(shout|log|lookup)/.exec(text) ?? [];
    expect(() => render(text, { title: 'T' })).toThrow(TemplateError);
    expect(() => render(text, { title: 'T' })).toThrow(name);
  });

  it('names the template with the fault', () => {
    expect(() => render('{{title}}')).toThrow('"memo"');
    expect(() => createTemplates(new Map(), helpers).render('memo', {})).toThrow(
      'There is no template "memo".',
    );
    expect(() => createTemplates(new Map([['part', '{{#if x}}']]), helpers).render('part', {})).toThrow(
      '"part"',
    );
  });

  it.each([
    ['loops inside each other', [['memo', `${'{{#each @root.items}}'.repeat(8)}x${'{{/each}}'.repeat(8)}`]]],
    ['a partial that calls itself', [['memo', '{{> memo}}']]],
    [
      'partials that each call two others',
      Array.from({ length: 40 }, (_, index) => [
        index === 0 ? 'memo' : `p${index}`,
        `{{> p${index + 1}}}{{> p${index + 1}}}`,
      ]),
    ],
  ] as const)('stops %s', (_, texts) => {
    const templates = createTemplates(new Map(texts as [string, string][]), helpers);
    const context = { items: Array.from({ length: 30 }, (__, index) => index) };
    expect(() => templates.render('memo', context)).toThrow(TemplateError);
  });

  it.each([
    [
      'text without end',
      `${'{{#each @root.items}}'.repeat(3)}${'x'.repeat(15_000)}${'{{/each}}'.repeat(3)}`,
      'more text',
    ],
    [
      'a helper that gives too much',
      '{{#each items}}{{#each @root.items}}{{say @root.long}}{{/each}}{{/each}}',
      'more text',
    ],
    ['a long template', 'x'.repeat(20_001), 'at most 20,000'],
    ['calls inside calls', `{{say ${'(say '.repeat(40)}title${')'.repeat(40)}}}`, 'nested more than 32'],
    ['blocks inside blocks', `${'{{#if title}}'.repeat(33)}${'{{/if}}'.repeat(33)}`, 'nested more than 32'],
    [
      'one condition after the other',
      `{{#if title}}${'{{else if title}}'.repeat(33)}{{/if}}`,
      'nested more than 32',
    ],
  ] as const)('stops %s', (_, text, why) => {
    const items = Array.from({ length: 30 }, (__, index) => index);
    const context = { title: 'T', items, long: 'x'.repeat(50_000) };
    expect(() => createTemplates(new Map([['memo', text]]), helpers).render('memo', context)).toThrow(why);
  });

  it('does not count blocks side by side or brackets in text', () => {
    const text = `${'{{#if title}}a{{else if title}}b{{else}}c{{/if}}'.repeat(100)}${'('.repeat(100)}`;
    expect(render(text, { title: 'T' })).toBe('a'.repeat(100) + '('.repeat(100));
  });

  it('names a missing partial', () => {
    expect(() => render('{{> nowhere}}')).toThrow('nowhere');
  });

  it.each([
    '{{constructor}}',
    '{{constructor.name}}',
    '{{this.constructor.constructor}}',
    '{{title.constructor}}',
    '{{__proto__}}',
    '{{title.__proto__}}',
    '{{say title.constructor}}',
    '{{say items.length.constructor}}',
    '{{#with title}}{{this.constructor}}{{/with}}',
    '{{toString}}',
    '{{hasOwnProperty "x"}}',
    '{{process}}',
    '{{require "fs"}}',
    '{{global}}',
    '{{inherited}}',
    '{{say inherited}}',
    '{{@root.constructor}}',
  ])('does not reach the prototypes of data: %s', (text) => {
    const context = Object.assign(Object.create({ inherited: 'secret', method: () => 'secret' }), {
      title: 'T',
      items: [1],
    });
    let out = '';
    try {
      out = render(text, context);
    } catch (error) {
      expect(error).toBeInstanceOf(TemplateError);
    }
    expect(out).not.toMatch(/secret|function|native|Object|String/);
  });

  it('does not change the shared Handlebars', () => {
    const names = () => [Object.keys(Handlebars.helpers), Object.keys(Handlebars.partials)];
    const before = names();
    render('{{say 1}}');
    expect(names()).toEqual(before);
    expect(Object.keys(Handlebars.helpers)).not.toContain('say');
    expect(Object.keys(Handlebars.helpers)).toContain('lookup');
  });
});
