import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPdf } from '../pdf/read-pdf.ts';
import { folderWith, root, run, small } from './run.ts';

/** The template that docs/forms.md shows. */
async function documentedTemplate(): Promise<string> {
  const page = await readFile(join(root, 'docs/forms.md'), 'utf8');
  return /```handlebars\n([\s\S]*?)```/.exec(page)?.[1] ?? expect.fail('docs/forms.md shows no template');
}

test('a form is a folder: nothing else is needed', async () => {
  const gaps = [{ id: 'who-pays', question: 'Who pays the men?' }];
  const incidents = ['2025-01', '2025-02', '2025-03'].map((date) => ({
    id: `fire-${date}`,
    title: `Fire of ${date}`,
    date,
  }));
  const folder = await folderWith({
    'assessments/rail.json': small('rail', { form: 'briefing-note', gaps, incidents }),
    'templates/briefing-note/memo.md.hbs': await documentedTemplate(),
    'templates/briefing-note/style.css': 'h1 { letter-spacing: 0.5pt; }',
    'templates/_shared/messages/en.json': '{ "heading.gaps": "Open questions" }',
  });
  const { code, err } = await run(['build'], folder);
  expect(err).not.toContain('error');
  expect(code).toBe(0);
  const markdown = await readFile(join(folder, 'out/rail.md'), 'utf8');
  expect(markdown).toContain('## Open questions\n\n- Who pays the men?');
  expect(markdown).toContain('figures/rail/chronology.svg');
  expect(markdown).not.toContain('## Recommendations');
  const { pages, outline } = await readPdf(await readFile(join(folder, 'out/rail.pdf')));
  expect(pages.join(' ')).toContain('Who pays the men?');
  expect(outline).toContain('Open questions');
});

test('a form with unknown names is a finding, and the other memos are built', async () => {
  const folder = await folderWith({
    'assessments/a.json': small('a', { form: 'broken' }),
    'assessments/b.json': small('b'),
    'templates/broken/memo.md.hbs': '{{> masthead}}\n{{md nothingOfTheKind}}\n',
  });
  const { code, out, err } = await run(['build', '--format', 'md'], folder);
  expect(code).toBe(1);
  expect(err).toContain('templates/broken/memo.md.hbs:2:6 error There is no `nothingOfTheKind`');
  expect(err).toContain('[template-error]');
  expect(out).toBe('out/b.md\n');
});

test('a template for notes that makes no notes is a finding', async () => {
  const folder = await folderWith({
    'assessments/a.json': small('a', { form: 'briefing-note' }),
    'templates/briefing-note/memo.md.hbs': await documentedTemplate(),
    'templates/briefing-note/note.md.hbs': '{{mark}} {{#if evidence}}x{{else}}{{short source}}{{/if}}\n',
  });
  const { code, err } = await run(['build', '--format', 'md'], folder);
  expect(code).toBe(1);
  expect(err).toContain('The template "note" must begin with `{{mark}}:`, in every language.');
});

test('a title may contain text that looks like HTML', async () => {
  const title = 'The <b> in the machine';
  const folder = await folderWith({
    'assessments/rail.json': small('rail', { form: 'briefing-note', title }),
    'templates/briefing-note/memo.md.hbs': await documentedTemplate(),
  });
  const { code, err } = await run(['build', '--format', 'md'], folder);
  expect(err).not.toContain('error');
  expect(code).toBe(0);
  const markdown = await readFile(join(folder, 'out/rail.md'), 'utf8');
  expect(markdown).toContain(`title: "${title}"`);
  expect(markdown).toContain(String.raw`# The \<b\> in the machine`);
});

test('every command reports each mistake in a form once, in its template, with its line', async () => {
  const folder = await folderWith({
    'assessments/a.json': small('a', { form: 'broken' }),
    'templates/broken/memo.md.hbs': [
      '# {{md title}}',
      '{{#if titel}}x{{/if}}',
      '{{md judgments}} {{date title}}',
      '{{> figure key="mapp"}}',
      '{{> one-gap}}',
      '',
    ].join('\n'),
    'templates/_shared/one-gap.md.hbs': '{{#each gaps}}\n- {{inline question}} {{md priorty}}\n{{/each}}\n',
  });
  const { code, err } = await run(['build', '--format', 'md'], folder);
  expect(code).toBe(1);
  const places = [...err.matchAll(/^(\S+:\d+:\d+) error .*\[template-error\]$/gm)].map(([, place]) => place);
  expect(places).toEqual([
    'templates/_shared/one-gap.md.hbs:2:28',
    'templates/broken/memo.md.hbs:2:7',
    'templates/broken/memo.md.hbs:3:6',
    'templates/broken/memo.md.hbs:3:25',
    'templates/broken/memo.md.hbs:4:16',
  ]);
  expect(err).toContain('Did you mean `priority`?');
  expect(err).toMatch(/2 \| \{\{#if titel\}\}x\{\{\/if\}\}\n +\| +\^{5}/);
  // A partial of the project's own that is sound, in a form that is shipped.
  const sound = await folderWith({
    'assessments/a.json': small('a'),
    'templates/_shared/bottom-line.md.hbs': '{{#if bottomLine}}{{blocks bottomLine}}{{/if}}\n',
  });
  expect((await run(['build', '--format', 'md'], sound)).code).toBe(0);
});
