import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { viewPack } from '../src/derive/comparison/pack.ts';
import { emptyRegister } from '../src/derive/entities/resolve.ts';
import { deriveMemo } from '../src/derive/memo-view.ts';
import { figureKeys } from '../src/figures/figure.ts';
import { buildMemo } from '../src/memo/build-memo.ts';
import type { Assessment, Register } from '../src/model/generated/types.ts';
import { Forms } from '../src/project/forms.ts';
import { nodeEffects } from '../src/project/node-effects.ts';
import { renderPack } from '../src/render/render-pack.ts';
import { validateAssessment, validateRegister } from '../src/validate/validate.ts';
import { expectGolden } from './support/golden.ts';

/*
 * Each folder of tests/fixtures/memos/ holds an assessment, perhaps a register and the edition before, and the memo they give. A run compares
 * and writes nothing. After a change of the templates that is meant:
 *   UPDATE_GOLDEN=1 npx vitest run tests/golden.test.ts
 * and read the difference as a reader of the memo would.
 */
const refreshes = Object.entries(process.env).some(
  ([name, value]) => name === 'UPDATE_GOLDEN' && value === '1',
);

const folder = new URL('fixtures/memos/', import.meta.url);
const cases = readdirSync(folder).sort();
const pictures = new RegExp(
  `^figures/[a-z0-9-]+/(?:likelihood-[\\d.]+-[\\d.]+|${figureKeys.join('|')})\\.svg$`,
);
const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).freeze();

const forms = new Forms(nodeEffects(fileURLToPath(new URL('..', import.meta.url))));

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
}

function registerOf(name: string): Register {
  if (!existsSync(new URL(`${name}/register.json`, folder))) return emptyRegister;
  const { register, remarks } = validateRegister(read(`${name}/register.json`));
  if (!register) throw new Error(`The register of ${name} is not valid: ${JSON.stringify(remarks)}`);
  return register;
}

function previousOf(name: string): Assessment | undefined {
  if (!existsSync(new URL(`${name}/former.json`, folder))) return undefined;
  const { assessment, remarks } = validateAssessment(read(`${name}/former.json`));
  if (!assessment) throw new Error(`The edition before of ${name} is not valid: ${JSON.stringify(remarks)}`);
  return assessment;
}

const made = new Map<string, Promise<string>>();

/** The memo of a case, made once. */
function memoOf(name: string): Promise<string> {
  const known = made.get(name) ?? madeMemo(name);
  made.set(name, known);
  return known;
}

/** The memo of a case in its own form, by the stages that a build takes. */
async function madeMemo(name: string): Promise<string> {
  const { assessment, remarks } = validateAssessment(read(`${name}/assessment.json`));
  if (!assessment) throw new Error(`The assessment of ${name} is not valid: ${JSON.stringify(remarks)}`);
  const previous = previousOf(name);
  const memo = await buildMemo({
    assessment,
    register: registerOf(name),
    form: await forms.load(assessment.form),
    ...(previous && { previous: { assessment: previous } }),
  });
  return memo.rendered.markdown;
}

function all<Type extends Nodes['type']>(root: Nodes, type: Type): Extract<Nodes, { type: Type }>[] {
  const found: Nodes[] = [];
  visit(root, type, (node: Nodes) => {
    found.push(node);
  });
  return found as Extract<Nodes, { type: Type }>[];
}

describe.each(cases)('the memo %s', (name) => {
  it('is as recorded', async () => {
    const file = new URL(`${name}/memo.md`, folder);
    const memo = await memoOf(name);
    if (refreshes) writeFileSync(file, memo);
    expect(memo).toBe(readFileSync(file, 'utf8'));
  });

  it('has a title, and something under each heading', async () => {
    const root = parser.parse(await memoOf(name));
    const headings = all(root, 'heading');
    expect(headings.filter(({ depth }) => depth === 1)).toHaveLength(1);
    for (const heading of headings) {
      expect(textOf(heading)).not.toBe('');
      const next = root.children[root.children.indexOf(heading) + 1];
      expect(next, textOf(heading)).toBeDefined();
      if (next?.type === 'heading') expect(next.depth, textOf(heading)).toBeGreaterThan(heading.depth);
    }
  });

  it('has complete tables', async () => {
    for (const table of all(parser.parse(await memoOf(name)), 'table')) {
      const [head, ...rows] = table.children;
      expect(rows.length, textOf(table)).toBeGreaterThan(0);
      for (const row of rows)
        expect(row.children.length, textOf(row)).toBeLessThanOrEqual(head?.children.length ?? 0);
      for (const row of rows) expect(textOf(row)).not.toBe('');
    }
  });

  it('has a note for each reference, and a reference for each note', async () => {
    const root = parser.parse(await memoOf(name));
    const notes = all(root, 'footnoteDefinition').map(({ identifier }) => identifier);
    const references = all(root, 'footnoteReference').map(({ identifier }) => identifier);
    expect(new Set(references)).toEqual(new Set(notes));
    expect(notes).toHaveLength(new Set(notes).size);
    // A reference without a note is no reference, but text.
    const body = (await memoOf(name)).replace(/^---[\s\S]*?\n---\n/, '');
    for (const { position } of all(parser.parse(body), 'text')) {
      const written = body.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
      expect(written).not.toMatch(/(?<!\\)\[\^/);
    }
  });

  it('has no raw HTML except roles, and no picture except figures', async () => {
    const root = parser.parse(await memoOf(name));
    for (const { value } of all(root, 'html')) expect(value).toMatch(/^<!-- role: [a-z-]+ -->$/);
    for (const { url } of all(root, 'image')) expect(url).toMatch(pictures);
    for (const { url } of all(root, 'link')) expect(url).not.toMatch(/^javascript:/i);
    expect(all(root, 'definition')).toEqual([]);
  });

  it('has no leftovers of a template', async () => {
    const memo = await memoOf(name);
    expect(memo).not.toMatch(/undefined|\[object|NaN|\bnull\b/);
    expect(memo).not.toMatch(/\n{3}/);
    const text = withoutTables(memo);
    expect(text).not.toMatch(/\S {2,}\S|\(\)| [,;.)]|[,;] ?[,;]|\(\s|\.\.(?!\.)/);
  });
});

it('the text before the memos of a pack is as recorded', async () => {
  const shipped = new URL('../assessments/', import.meta.url);
  const dataOf = (file: string) => JSON.parse(readFileSync(new URL(file, shipped), 'utf8'));
  const register = dataOf('register.json') as Register;
  const assessments = readdirSync(shipped)
    .filter((file) => file.endsWith('.json') && file !== 'register.json')
    .sort()
    .map((file) => dataOf(file) as Assessment);
  const view = viewPack(
    assessments.map((assessment) => ({ assessment, register })),
    assessments.map((assessment) => deriveMemo(assessment, register)),
    1,
  );
  const { front } = renderPack(view, await forms.load('briefing-pack'), ['# The memos\n']);
  expectGolden('pack/front.md', front);
});

/** The delimiter rows of tables and the front matter are for machines. */
function withoutTables(markdown: string): string {
  return markdown
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replaceAll('![](', '(figure ')
    .replace(/^\|[ :|-]+\|$/gm, '')
    .replace(/^\s+/gm, '')
    .replace(/ ?\| ?/g, '\n');
}
