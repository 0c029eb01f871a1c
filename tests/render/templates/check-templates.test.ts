import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contextShape } from '../../../scripts/context-shape.ts';
import { roles } from '../../../src/document/roles.ts';
import { figureKeys } from '../../../src/figures/figure.ts';
import { NoteCollector } from '../../../src/render/notes.ts';
import { templateMistakes } from '../../../src/render/templates/check-templates.ts';
import type { CheckedForm } from '../../../src/render/templates/checked-form.ts';
import { argumentsOf, helperNames } from '../../../src/render/templates/helper-arguments.ts';
import { createHelpers } from '../../../src/render/templates/helpers.ts';
import { memoWith } from '../../support/assessments.ts';
import { templates } from '../../templates/templates.ts';
import { messages } from '../messages.ts';

const shared = new Map<string, string>();
const forms = new Map<string, Map<string, string>>();
for (const [path, text] of templates) {
  const [folder = '', file = ''] = path.split('/');
  const name = file.replace('.md.hbs', '');
  if (folder === '_shared') shared.set(name, text);
  else forms.set(folder, (forms.get(folder) ?? new Map()).set(name, text));
}
const phrases = Object.keys(
  JSON.parse(readFileSync(new URL('../../../templates/_shared/messages/en.json', import.meta.url), 'utf8')),
);

function checked(own: Readonly<Record<string, string>>): CheckedForm {
  const files = new Map(Object.keys(own).map((name) => [name, `templates/mine/${name}.md.hbs`]));
  const all = new Map([...shared, ...Object.entries(own)]);
  return { templates: all, files, figureKeys: [...figureKeys, 'history'], roles, phrases };
}

/** The mistakes reported for a form of one template: `line:column message help`. */
function said(memo: string, others: Readonly<Record<string, string>> = {}): string[] {
  return templateMistakes(checked({ memo, ...others })).map(
    ({ file, line, column, message, help }) =>
      `${file.replace(/^templates\/mine\/|\.md\.hbs$/g, '')}:${line}:${column} ${message}${help === undefined ? '' : ` ${help}`}`,
  );
}

describe('the shipped forms', () => {
  it.each([...forms].filter(([, own]) => own.has('memo')))('use only names that exist: %s', (name, own) => {
    const form = checked(Object.fromEntries([...shared, ...own]));
    const own_ = JSON.parse(safe(`../../../templates/${name}/messages/en.json`));
    expect(templateMistakes({ ...form, phrases: [...phrases, ...Object.keys(own_)] })).toEqual([]);
  });

  it('have the recorded contexts', async () => {
    const file = readFileSync(
      new URL('../../../src/render/templates/generated/context-shape.ts', import.meta.url),
      'utf8',
    );
    expect(file).toBe(await contextShape());
  });
});

function safe(path: string): string {
  try {
    return readFileSync(new URL(path, import.meta.url), 'utf8');
  } catch {
    return '{}';
  }
}

it('use each helper with its arguments, and no other helper', () => {
  const view = memoWith();
  const helpers = createHelpers({ view, messages, notes: new NoteCollector(view), figures: new Map() });
  expect(Object.keys(helpers).toSorted()).toEqual(
    helperNames.filter((name) => argumentsOf(name).length > 0).toSorted(),
  );
});

describe('a form of a project', () => {
  it.each<[template: string, ...said: string[]]>([
    ['{{#if titel}}x{{/if}}', 'memo:1:7 There is no `titel`: a memo has no `titel`. Did you mean `title`?'],
    [
      '# x\n\n{{#if (eq statsu "draft")}}x{{/if}}',
      'memo:3:11 There is no `statsu`: a memo has no `statsu`. Did you mean `status`?',
    ],
    [
      '{{#unless titel}}x{{/unless}}',
      'memo:1:11 There is no `titel`: a memo has no `titel`. Did you mean `title`?',
    ],
    [
      '{{#each judgments.key}}\n{{#if statment}}x{{/if}}\n{{/each}}',
      'memo:2:7 There is no `statment`: what stands here has no `statment`. Did you mean `statement`?',
    ],
    [
      '{{#each incidentsLatestFirst as |one|}}{{md one.titel}}{{/each}}',
      'memo:1:45 There is no `one.titel`: what stands here has no `titel`. Did you mean `title`?',
    ],
    [
      '{{#each judgments.kye}}x{{/each}}',
      'memo:1:9 There is no `judgments.kye`: what stands here has no `kye`. Did you mean `key`?',
    ],
    ['{{#each title}}x{{/each}}', 'memo:1:9 `each` asks for a list; `title` is text.'],
    [
      '{{md gaps}}',
      'memo:1:6 `md` asks for text; `gaps` is a list. Go through it: `{{#each gaps}} … {{/each}}`.',
    ],
    [
      '{{md judgments}}',
      'memo:1:6 `md` asks for text; `judgments` is an object. It has `all`, `key`, `others`.',
    ],
    [
      '{{gaps}}',
      'memo:1:3 `gaps` is a list and cannot be printed. Go through it: `{{#each gaps}} … {{/each}}`.',
    ],
    ['{{date title}}', 'memo:1:8 `date` asks for a date; `title` is text.'],
    ['{{list title}}', 'memo:1:8 `list` asks for a list; `title` is text.'],
    [
      '{{#each judgments.key}}{{term statement}}{{/each}}',
      'memo:1:31 `term` asks for a likelihood; `statement` is text.',
    ],
    ['{{> figure key="mapp"}}', 'memo:1:16 There is no figure `mapp`. Did you mean `map`?'],
    ['{{#with (drawn "trends")}}x{{/with}}', 'memo:1:16 There is no figure `trends`. Did you mean `trend`?'],
    ['{{> masthaed}}', 'memo:1:5 There is no partial `masthaed`. Did you mean `masthead`?'],
    [
      '# x\n\n<!-- role: captoin -->\n\ntext',
      'memo:3:12 There is no role `captoin`. Did you mean `caption`?',
    ],
    ['{{t "heading.gapps"}}', 'memo:1:5 There is no phrase `heading.gapps`. Did you mean `heading.gaps`?'],
    ['{{label "statuss" status}}', 'memo:1:9 There are no words for `statuss`. Did you mean `status`?'],
    ['{{upper title}}', 'memo:1:3 There is no helper `upper`.'],
    ['{{#when title}}x{{/when}}', 'memo:1:4 There is no block `when`.'],
  ])('is reported at its place: %j', (template, ...expected) => {
    const found = said(template);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected[0]);
  });

  it('is refused for a syntax error, at its line', () => {
    expect(said('# {{md title}}\n\n{{#each gaps}}\n{{/if}}\n')[0]).toMatch(
      /^memo:3:\d+ The template does not parse/,
    );
  });

  it('is checked with its partials, in each context that calls them', () => {
    expect(said('{{#each gaps}}{{> one}}{{/each}}', { one: '{{md question}}\n{{md priorty}}' })).toEqual([
      'one:2:6 There is no `priorty`: what stands here has no `priorty`. Did you mean `priority`?',
    ]);
    expect(said('{{> one what=title}}', { one: '{{md what}}{{md title}}' })).toEqual([]);
    expect(
      said('{{> one gaps}}', { one: '{{#each this}}{{md question}}{{md ../../title}}{{/each}}' }),
    ).toEqual([]);
    expect(said('{{#each gaps}}{{md ../title}}{{md @index}}{{md @root.title}}{{/each}}')).toEqual([]);
  });

  it('may use everything that may be missing, and recursive partials are checked once', () => {
    expect(said('{{#if scope}}{{#if scope.period}}{{date scope.period}}{{/if}}{{/if}}')).toEqual([]);
    expect(said('{{#if (eq status "draft")}}Draft{{else}}{{md marking}}{{/if}}')).toEqual([]);
    expect(said('{{> one}}', { one: '{{> two}}', two: '{{> one}}' })).toEqual([]);
  });
});
