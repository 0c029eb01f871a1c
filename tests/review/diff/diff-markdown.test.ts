import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { afterAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../../../src/model/generated/types.ts';
import { type DiffReport, diff } from '../../../src/review/diff/diff.ts';
import { diffMarkdown } from '../../../src/review/diff/diff-markdown.ts';
import { allEditions, firstEdition, withFirst } from '../../support/editions.ts';
import { expectGolden } from '../../support/golden.ts';
import { Repository } from '../../support/repository.ts';

const open: Repository[] = [];
afterAll(() => {
  for (const repository of open) repository[Symbol.dispose]();
});

async function reportOf(before: Assessment, after: Assessment): Promise<DiffReport> {
  const own = new Repository();
  open.push(own);
  own.write('old/fires.json', JSON.stringify(before, null, 2));
  own.write('new/fires.json', JSON.stringify(after, null, 2));
  return diff({ old: 'old', fresh: 'new', assessments: [] }, own.effects());
}

const last = () => allEditions().at(-2)?.assessment ?? firstEdition;
const parser = unified().use(remarkParse).use(remarkGfm).freeze();

function all<Type extends Nodes['type']>(markdown: string, type: Type): Extract<Nodes, { type: Type }>[] {
  const found: Nodes[] = [];
  visit(parser.parse(markdown), type, (node: Nodes) => {
    found.push(node);
  });
  return found as Extract<Nodes, { type: Type }>[];
}

/** The HTML of our own: folds, line breaks, marks of words, and the comment that breaks a name or number. */
const OWN = /^(?:<\/?(?:details|summary|b|code|ins|del)>|<br>|<!-- -->)$/;

describe('a comparison as a comment', () => {
  test('is as recorded', async () => {
    expectGolden('diff/changes.md', diffMarkdown(await reportOf(firstEdition, last())));
  });

  test('has a table of the judgments that moved', async () => {
    const markdown = diffMarkdown(await reportOf(firstEdition, last()));
    const [table] = all(markdown, 'table');
    const rows = (table?.children ?? []).slice(1).map((row) => row.children.map((cell) => textOf(cell)));
    expect(rows.map(([sign, label, likelihood]) => [sign, label, likelihood])).toEqual([
      ['↓', 'The fires are the work of hired hands', 'roughly even chance → 10–15 % (two bands down)'],
      ['↑', 'Fires along the line will go on', 'likely → very likely (one band up)'],
      ['-', 'Nobody will die in the fires', 'withdrawn: very likely'],
      ['+', 'Guards will slow the crew down', 'new: likely'],
    ]);
    expect(markdown.indexOf('| Judgment |')).toBeLessThan(markdown.indexOf('<details>'));
  });

  test('says so if nothing changed', async () => {
    expect(diffMarkdown(await reportOf(firstEdition, firstEdition))).toBe(
      '## No change in content\n\n`old` → `new`\n',
    );
  });

  test.each([
    '</details><script>alert(1)</script>',
    '<!-- a --> <img src=x onerror=alert(1)>',
    'a | b | c',
    '`code` and ``more``',
    '[a link](https://example.org) and https://example.org',
    '@octocat and @org/team look at #12 and GH#13',
    '# heading\n\n- item\n\n```\nfence',
    '*bold* _under_ ~~struck~~ $x$ &copy;',
    '\u202eturned \u200fround',
  ])('shows text of an assessment without effect: %s', async (text) => {
    const hostile: Assessment = {
      ...withFirst({ statement: text, likelihood: { term: 'unlikely' } }),
      title: text.replace(/\n+/g, ' '),
      sections: [{ id: 'pattern', heading: text.replace(/\n+/g, ' '), body: `They burn.\n\n${text}` }],
      edition: { number: 2, changes: [{ entity: 'judgments/fires-continue', reason: text }] },
    };
    const markdown = diffMarkdown(await reportOf(firstEdition, hostile));
    for (const { value } of all(markdown, 'html')) {
      for (const tag of value.match(/<[^>]*>/g) ?? []) expect(tag).toMatch(OWN);
    }
    expect(all(markdown, 'link')).toEqual([]);
    expect(all(markdown, 'image')).toEqual([]);
    expect(all(markdown, 'code')).toEqual([]);
    expect(all(markdown, 'heading').map(({ depth }) => depth)).toEqual([2]);
    expect(markdown.match(/<details>/g)).toHaveLength(1);
    expect(markdown.match(/<\/details>/g)).toHaveLength(1);
    const outsideCode = markdown.replace(/`[^`\n]*`/g, '');
    expect(outsideCode).not.toMatch(/@(?=[a-z])|#(?=\d)/);
    expect(markdown).not.toMatch(/[\u200f\u202e]/);
    for (const table of all(markdown, 'table')) {
      for (const row of table.children) expect(row.children).toHaveLength(5);
    }
  });

  test('is never longer than the limit for comments, and counts the omitted changes', async () => {
    const many: Assessment = {
      ...firstEdition,
      sections: Array.from({ length: 300 }, (_, index) => ({
        id: `s${index}`,
        heading: `Section ${index}`,
        body: 'A text that is long enough to matter. '.repeat(9),
      })),
      marking: 'TLP:RED',
    };
    const report = await reportOf(firstEdition, many);
    for (const longest of [3_000, 10_000, 20_000]) {
      const markdown = diffMarkdown(report, longest);
      expect(markdown.length).toBeLessThanOrEqual(longest);
      expect(markdown).toMatch(/\*\d+ more changes are left out here/);
      expect(markdown.match(/<details>/g)?.length).toBe(markdown.match(/<\/details>/g)?.length);
      // The weightiest change is the last that would be left out.
      expect(markdown).toContain('Marking TLP:CLEAR → TLP:RED');
    }
  });

  /** A report in which files could not be read. */
  async function unread(files: readonly string[]): Promise<DiffReport> {
    const report = await reportOf(firstEdition, last());
    const findings = files.map((file) => ({
      ...{ file, rule: 'truncated-file', severity: 'error' as const, pointer: '', message: 'm', help: 'h' },
    }));
    return { ...report, findings } as unknown as DiffReport;
  }

  test('keeps the name of a file on its line, without mentions or links', async () => {
    const name = 'new/x\n\n## @octocat #12 <img src=x> `a` https://example.org ![i](http://e.org).json';
    const markdown = diffMarkdown(await unread([name, 'new/y.json']));
    expect(markdown.split('\n')[0]).toMatch(/^## \d+ changes in 1 assessment.*; not compared: 2 files$/);
    expect(all(markdown, 'heading')).toHaveLength(1);
    expect([...all(markdown, 'image'), ...all(markdown, 'link')]).toEqual([]);
    expect(all(markdown, 'html').filter(({ value }) => value.includes('img'))).toEqual([]);
    const shown = all(markdown, 'inlineCode').map(({ value }) => value);
    expect(shown).toContain(
      'new/x ## @octocat #12 <img src=x> `a` https://example.org ![i](http://e.org).json',
    );
    expect(shown).toContain('new/y.json');
  });

  test('is no longer with many unreadable files or added assessments', async () => {
    const files = Array.from({ length: 3_000 }, (_, at) => `new/a-file-with-a-long-name-${at}.json`);
    const markdown = diffMarkdown(await unread(files));
    expect(markdown.length).toBeLessThanOrEqual(60_000);
    expect(markdown).toContain('`new/a-file-with-a-long-name-49.json` and 2950 more.');
    expect(markdown).not.toContain('name-50.json');
    const report = await reportOf(firstEdition, firstEdition);
    const added = Array.from({ length: 60 }, (_, at) => ({
      id: `a-${at}`,
      title: `Fires ${at} ${'*'.repeat(900)}`,
    }));
    const came = diffMarkdown({ ...report, added } as unknown as DiffReport);
    expect(came.length).toBeLessThanOrEqual(60_000);
    expect(came).toContain('60 assessments added');
    expect(came).toContain('*More is left out here: `threat-memo diff` shows all.*');
    const short = added.map(({ id }) => ({ id, title: 'Fires' }));
    expect(diffMarkdown({ ...report, added: short } as unknown as DiffReport)).toContain('- Added: 10 more');
  });

  test('makes no reference of a title, even if that is folded', async () => {
    const title = '@octocat #12 GH-12 !12 a/b#3 https://github.com/a/b/issues/1 www.example.org';
    const markdown = diffMarkdown(await reportOf(firstEdition, { ...firstEdition, title }));
    const plain = markdown.replaceAll('\\', '').replace(/`[^`]*`/g, '');
    expect(plain).toContain('octocat');
    expect(plain).not.toMatch(/@\w|#\d|GH-\d|!\d|\w:\/\/|www\./);
  });
});
