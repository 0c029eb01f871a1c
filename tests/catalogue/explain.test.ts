import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { explainAll, explainRule, ruleCatalogue } from '../../src/catalogue/explain.ts';
import {
  MAX_FILE_BYTES,
  MAX_MARKS,
  MAX_NESTING,
  MAX_TEXT_LENGTH,
  MAX_VALUES,
} from '../../src/load/limits.ts';
import { readDocument } from '../../src/load/read-document.ts';
import { UsageFault } from '../../src/model/fault.ts';
import type { Effects } from '../../src/project/effects.ts';
import { filesOf, pictureRemarks } from '../../src/project/named/named-files.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { AssessmentReader } from '../../src/project/read-assessment.ts';
import { MAX_REMARKS } from '../../src/validate/explain.ts';
import { explainSize } from '../../src/validate/explain-size.ts';
import { validateAssessment } from '../../src/validate/validate.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const effects = nodeEffects(root);
const ids = ruleCatalogue.map(({ id }) => id);

/** The same world with a configuration in the working folder. */
function withConfig(config: object): Effects {
  const readFileHere: Effects['readFile'] = async (path) =>
    path.endsWith('threat-memo.config.json') ? Buffer.from(JSON.stringify(config)) : effects.readFile(path);
  return { ...effects, readFile: readFileHere };
}

describe('the catalogue', () => {
  test('lists every rule once, with its reason and source', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, why, source, url } of ruleCatalogue) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
      expect(why).toMatch(/^\p{Lu}.*\.$/su);
      expect(source).toMatch(/\S/);
      expect(url).toBe(`docs/rules.md#${id}`);
    }
  });

  test('lists every rule that the source reports, and no other', async () => {
    const names = await readdir(`${root}src`, { recursive: true });
    const files = names.filter((name) => name.endsWith('.ts') && !name.includes('generated'));
    const texts = await Promise.all(
      files
        .filter((name) => !/(?:described|foreign)-rules\.ts$/.test(name))
        .map((name) => readFile(`${root}src/${name}`, 'utf8')),
    );
    const source = texts.join('\n');
    // `rule: 'x'`, `rule: isTab ? 'x' : 'y'`, and the two functions that take the name first.
    const places = source.matchAll(
      /(?:\brule: |\bwholeFile\(\s*|\breport\(\s*|\brefus(?:al|ed)\(\s*)([^\n]*)/g,
    );
    const reported = [...places].flatMap(([, rest = '']) => {
      const found = /^'([a-z0-9-]+)'|^\w[^':,]*\? '([a-z0-9-]+)' : '([a-z0-9-]+)'/.exec(rest) ?? [];
      return found.slice(1).filter((name) => name !== undefined);
    });
    expect(reported.length).toBeGreaterThan(40);
    expect(reported.filter((id) => !ids.includes(id))).toEqual([]);
    expect(ids.filter((id) => !source.includes(`'${id}'`))).toEqual([]);
  });
});

describe('examples', () => {
  test.each(ruleCatalogue.filter((rule) => rule.examples).map(({ id }) => [id]))(
    'the first example of %s breaks it, the second does not',
    async (id) => {
      const { breaks, keeps } = (await explainRule(id, effects)).explained.examples ?? {};
      expect(breaks?.findings).not.toEqual([]);
      expect(keeps?.findings).toEqual([]);
      for (const finding of breaks?.findings ?? []) expect(finding.message).toMatch(/\S/);
    },
  );

  /** Rules whose example is made here, since it is too large to print or is no file. */
  const made: Readonly<Record<string, () => readonly string[] | Promise<readonly string[]>>> = {
    'file-too-large': () => rulesOf(new Uint8Array(MAX_FILE_BYTES + 1)),
    'text-too-long': () => rulesOf(Buffer.from(JSON.stringify({ a: 'a'.repeat(MAX_TEXT_LENGTH + 1) }))),
    'too-much-markup': () => rulesOf(Buffer.from(JSON.stringify({ a: '*'.repeat(MAX_MARKS + 1) }))),
    'invalid-utf8': () => rulesOf(Uint8Array.of(0x22, 0xff, 0x22)),
    'nesting-too-deep': () => rulesOf('['.repeat(MAX_NESTING + 1) + ']'.repeat(MAX_NESTING + 1)),
    'too-many-values': () => rulesOf(`[${'1,'.repeat(MAX_VALUES)}1]`),
    'too-many-aliases': () => {
      const level = (name: string, of: string) =>
        `${name}: &${name} [${Array(10).fill(`*${of}`).join(', ')}]\n`;
      const text = `a: &a [1]\n${level('b', 'a')}${level('c', 'b')}${level('d', 'c')}${level('e', 'd')}${level('f', 'e')}`;
      return rulesOf(text, 'memo.yaml');
    },
    'too-many-mistakes': () =>
      validateAssessment({ gaps: Array(MAX_REMARKS + 2).fill({ id: 'A B', question: 'Who?' }) }).remarks.map(
        (remark) => remark.rule,
      ),
    'schema-mismatch': () => [
      explainSize({
        error: {
          keyword: 'uniqueItems',
          instancePath: '/gaps',
          schemaPath: '#/uniqueItems',
          params: {},
          message: 'must not repeat items',
        },
        pointer: '/gaps',
        path: ['gaps'],
        value: [],
        along: [],
      }).rule,
    ],
    'unusable-picture': async () => {
      const media = [{ id: 'm', file: 'pictures/no-such-file.png', alt: 'A.', caption: 'C.', credit: 'P.' }];
      const files = filesOf({ path: `${root}assessments/x.json`, shown: 'x.json' }, effects);
      return (await pictureRemarks({ media }, files)).map((remark) => remark.rule);
    },
    'unreadable-file': async () => {
      const reader = new AssessmentReader(effects, { forms: [] });
      const { findings } = await reader.read({ path: `${root}no-such-folder/gone.json`, shown: 'gone.json' });
      return findings.map((finding) => finding.rule);
    },
  };

  test('the test makes examples for every rule that cannot print any', () => {
    // Those of foreign files are made by the tests of the rooms that read them.
    const without = ruleCatalogue
      .filter((rule) => !rule.examples && rule.category !== 'foreign')
      .map(({ id }) => id);
    expect(Object.keys(made).sort()).toEqual([...without].sort());
  });

  test.each(Object.keys(made))('%s is reported', async (id) => {
    expect(await made[id]?.()).toContain(id);
  });
});

test("a rule is explained with the settings of the folder's configuration", async () => {
  const config = withConfig({ rules: { 'id-differs-from-file': 'off', 'no-such-rule': 'off' } });
  const { explained, findings } = await explainRule('id-differs-from-file', config);
  expect(explained).toMatchObject({
    severity: 'warning',
    setting: 'off',
    fixed: false,
    category: 'integrity',
  });
  expect(explained.examples?.breaks.findings).toMatchObject([{ severity: 'warning', pointer: '/id' }]);
  expect(findings).toMatchObject([{ rule: 'unknown-rule' }]);
  const all = await explainAll(config);
  expect(all.explained.filter((rule) => rule.setting).map(({ id }) => id)).toEqual(['id-differs-from-file']);
});

test('places in a whole file have a line and column, places in a part of a file a pointer', async () => {
  const { explained: tab } = await explainRule('yaml-tab', effects);
  expect(tab.examples?.breaks.findings).toMatchObject([{ line: 2, column: 1 }]);
  const { explained: form } = await explainRule('unknown-form', effects);
  expect(form.examples?.breaks.findings[0]).not.toHaveProperty('line');
});

test('an unknown rule is wrong usage; the nearest name is suggested', async () => {
  await expect(explainRule('duplicate-ids', effects)).rejects.toThrow(UsageFault);
  await expect(explainRule('duplicate-ids', effects)).rejects.toThrow('Did you mean duplicate-id?');
  await expect(explainRule('xyzzy', effects)).rejects.toThrow('to see all of them');
});

function rulesOf(content: string | Uint8Array, name = 'memo.json'): string[] {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readDocument(name, bytes).findings.map((finding) => finding.rule);
}
