import { describe, expect, it } from 'vitest';
import { emptyRegister } from '../../src/derive/entities/resolve.ts';
import { deriveMemo } from '../../src/derive/memo-view.ts';
import { NoteCollector } from '../../src/render/notes.ts';
import { createHelpers } from '../../src/render/templates/helpers.ts';
import { messages } from '../render/messages.ts';
import { callsOf, nameOf, templates } from './templates.ts';

/** Names that print without a helper, and why each can do no harm: no text of an analyst comes through them. */
const PLAIN: Readonly<Record<string, readonly string[]>> = {
  // Numbers that we count.
  '_shared/assumption-list.md.hbs': ['number'],
  '_shared/judgment.md.hbs': ['number'],
  '_shared/judgment-table.md.hbs': ['number'],
  '_shared/judgment-item.md.hbs': ['number'],
  '_shared/dense-basis.md.hbs': ['number'],
  'explainer/unplaced-judgments.md.hbs': ['number'],
  'explainer/alternatives.md.hbs': ['letter'],
  'explainer/matrix.md.hbs': ['letter', 'this', 'diagnosticity'],
  '_shared/alternatives-verdict.md.hbs': ['verdict'], // a phrase of the message file with letters in it
  'explainer/note.md.hbs': ['mark'],
  'incident-brief/alternatives.md.hbs': ['letter', 'this', 'diagnosticity'],
  'incident-brief/note.md.hbs': ['mark'],
  '_shared/outlook.md.hbs': ['number'],
  '_shared/alternatives.md.hbs': [
    'letter', // A, B, C … by position
    'this', // a rating: the schema has CC, C, N, I, II and NA
    'diagnosticity', // a number that we work out
  ],
  'commentary/appraisal.md.hbs': ['number'],
  'commentary/note.md.hbs': ['mark'],
  'event-report/note.md.hbs': ['mark'],
  'event-report/weighing.md.hbs': ['number', 'letter', 'this', 'diagnosticity'],
  '_shared/note.md.hbs': ['mark'], // label made of slugs and of letters and digits
  '_shared/scale-note.md.hbs': ['scaleTerms'], // phrases of the message file with numbers
};

/** Names that are numbers in one template alone. */
const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  'event-report/versions.md.hbs': ['judgment'], // the number of the judgment that printed the item before
};

const view = deriveMemo(
  {
    id: 'x',
    form: 'x',
    title: 'x',
    marking: 'TLP:CLEAR',
    asOf: '2024',
    judgments: [{ id: 'x', statement: 'x' }],
  },
  emptyRegister,
);
const helpers = Object.keys(
  createHelpers({ view, messages, notes: new NoteCollector(view), figures: new Map() }),
);

/** What a template prints, or hands to a helper's call, that goes through no helper. */
function unsafeIn(path: string, text: string): string[] {
  const allowed = PLAIN[path] ?? [];
  return callsOf(text)
    .filter(({ name, args, hash, printed }) => {
      if (helpers.includes(name)) return args.length + hash.length === 0;
      return !(printed && args.length + hash.length === 0 && allowed.includes(name));
    })
    .map(({ name }) => name);
}

/** Helpers that give something else than finished Markdown; they belong in conditions. */
const TESTS = ['eq', 'graded', 'drawn', 'ownSign', 'hasOwn'];

/** Named arguments of phrases that come as they are, without a helper. */
function rawArguments(text: string): string[] {
  return callsOf(text)
    .filter(({ name }) => name === 't')
    .flatMap(({ hash }) =>
      // A count that is no number is refused by the helper.
      hash
        .filter(([name, value]) => name !== 'count' && value.type === 'PathExpression')
        .map(([, value]) => nameOf(value)),
    );
}

describe('the templates', () => {
  it('exist', () => {
    expect(templates.size).toBeGreaterThan(20);
    expect([...templates.keys()]).toContain('policy-memo/memo.md.hbs');
  });

  it.each([...templates])('%s prints through helpers only', (path, text) => {
    expect(unsafeIn(path, text)).toEqual([]);
    expect(callsOf(text).filter(({ name, printed }) => printed && TESTS.includes(name))).toEqual([]);
    expect(text).not.toContain('{{{');
  });

  it.each([...templates])('%s fills phrases with output of helpers, or numbers', (path, text) => {
    const numbers = ['number', 'edition', ...(NUMBERS[path] ?? [])];
    for (const value of rawArguments(text)) expect(numbers).toContain(value);
  });

  it('have no unused exception', () => {
    for (const [path, names] of Object.entries(PLAIN)) {
      const printed = callsOf(templates.get(path) ?? '').map(({ name }) => name);
      for (const name of names) expect(printed, path).toContain(name);
    }
  });

  it.each([
    ['{{title}}', ['title']],
    ['{{{title}}}', ['title']],
    ['{{#each actors}}{{name}}{{/each}}', ['name']],
    ['{{#if title}}{{md title}}{{else}}{{this}}{{/if}}', ['this']],
    ['{{md}}', ['md']],
    ['{{shout title}}', ['shout']],
    ['{{md (shout title)}}', ['shout']],
    ['{{t "a" name=(shout name)}}', ['shout']],
    ['{{> part name=(shout name)}}', ['shout']],
    ['{{@index}}', ['@index']],
    ['{{md title}} {{t "a" n=(md name)}} {{> part}}', []],
  ])('would be reported with %s', (text, expected) => {
    expect(unsafeIn('form/bad.md.hbs', text)).toEqual(expected);
  });

  it('would be reported with a raw argument', () => {
    expect(rawArguments('{{t "a" x=(md name) y=title}} {{t "b" z=name}}')).toEqual(['title', 'name']);
  });
});
