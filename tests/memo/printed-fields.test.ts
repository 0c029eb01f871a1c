import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { buildMemo } from '../../src/memo/build-memo.ts';
import { type Field, fieldPath } from '../../src/model/fields.ts';
import { assessmentFields } from '../../src/model/generated/fields.ts';
import type { Assessment, Register } from '../../src/model/generated/types.ts';
import { toPointer } from '../../src/model/pointer.ts';
import { Forms } from '../../src/project/forms.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { schemasAlong } from '../../src/validate/schema-map.ts';
import { validateAssessment, validateRegister } from '../../src/validate/validate.ts';

/*
 * One assessment with every field of the schema. Each is changed in turn: some memo must then read otherwise, or the schema
 * says under `field.unprinted` why none does. So no field can be added that nobody ever sees.
 */
const folder = new URL('../fixtures/every-field/', import.meta.url);
const whole = read('assessment.json') as Assessment;
const register = read('register.json') as Register;
const forms = new Forms(nodeEffects(fileURLToPath(new URL('../..', import.meta.url))));
const FORMS = ['policy-memo', 'event-report', 'explainer', 'incident-brief', 'commentary', 'one-pager'];

type Parts = readonly (string | number)[];

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}

/** Everything that a reader sees: the Markdown and the figures. */
async function memoOf(assessment: Assessment, form: string): Promise<string> {
  const memo = await buildMemo({
    assessment: { ...assessment, form },
    register,
    form: await forms.load(form),
  });
  return [memo.rendered.markdown, ...memo.figures.values()].join('\n');
}

/** Every single value with its field; of values at one path the first two. */
function places(value: unknown, parts: Parts = [], found = new Map<string, Parts[]>()): Map<string, Parts[]> {
  if (Array.isArray(value)) for (const [i, item] of value.entries()) places(item, [...parts, i], found);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) if (key !== 'csl') places(item, [...parts, key], found);
  }
  if (parts.length > 0) {
    const path = fieldPath(parts).replace(/^(matrix\/\*\/ratings\/).+/, '$1*');
    const known = found.get(path) ?? [];
    if (known.length < 2) found.set(path, [...known, parts]);
  }
  return found;
}

/** Another value that the schema allows at a place. */
function another(value: unknown, field: Field, parts: Parts): unknown {
  if (parts.join('/') === 'language') return 'ru'; // what is no language is refused before
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') {
    const { maximum } = (schemasAlong('assessment', toPointer(parts)).at(-1)?.schema ?? {}) as {
      maximum?: number;
    };
    return value < 1 && value > 0 ? value + 0.01 : value === maximum ? value - 1 : value + 1;
  }
  if (field.open) return typeof value === 'string' ? 'unknown-to-all' : { other: 'zebra' };
  if (field.kind === 'term') {
    const { schema } = schemasAlong('assessment', toPointer(parts)).at(-1) ?? {};
    // Terms of a scale or a scheme are not in the schema: those of the usual ones stand as examples.
    const terms = schema?.enum ?? schema?.examples ?? [];
    return terms.find((term) => term !== value) ?? value;
  }
  if (field.kind === 'date') return value === '2021-07-05' ? '2021-07-06' : '2021-07-05';
  if (field.kind === 'prose') return [value, 'A zebra stood by.'].flat().join(' ');
  return `${String(value)} zebra`;
}

function withValue(parts: Parts, value: unknown): Assessment {
  const copy = structuredClone(whole) as unknown as Record<string | number, unknown>;
  const parent = parts.slice(0, -1).reduce((node, part) => node[part] as typeof copy, copy);
  const last = parts.at(-1) ?? '';
  if (value !== undefined) parent[last] = value;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return copy as unknown as Assessment;
}

const at = places(whole);
const isSingle = ({ kind }: Field) => !['object', 'list'].includes(kind);
/** A name that leads somewhere is left out rather than made to lead nowhere. */
const isName = ({ refersTo, kind }: Field) => refersTo !== undefined || kind === 'entity';
/** Ids are for files, and what is required to name something cannot be left out. */
const isFurniture = (parts: Parts, field: Field) =>
  ['id', 'ref'].includes(String(parts.at(-1))) || (isName(field) && isRequired(parts));

function isRequired(parts: Parts): boolean {
  const parent = schemasAlong('assessment', toPointer(parts.slice(0, -1))).at(-1)?.schema;
  return parent?.required?.includes(String(parts.at(-1))) ?? false;
}

describe('the assessment with every field', () => {
  test('is valid, and has every field', () => {
    expect(validateAssessment(whole).remarks).toEqual([]);
    expect(validateRegister(register).remarks).toEqual([]);
    // A party or a place has one of two notations, a list may be one value, and one likelihood or count stands for all.
    const either =
      /\/(?:by|asserts|denies|proponents|actor|place|observes|geography|audience|to|for|target|weapons|targeting|csl)(?:\/|$)/;
    const alike = (path: string) =>
      path
        .replace(/\/(?:perpetrators|injured|arrested)\//, '/killed/')
        .replace(/^.+\/likelihood(?=\/)/, 'likelihood');
    const there = new Set([...at.keys()].map(alike));
    const missing = Object.keys(assessmentFields).filter(
      (path) => !there.has(alike(path)) && !either.test(path),
    );
    expect(missing).toEqual([]);
  });
});

describe('fields that no memo prints', () => {
  const original = new Map<string, Promise<string>>();
  const memo = (form: string) => {
    const made = original.get(form) ?? memoOf(whole, form);
    original.set(form, made);
    return made;
  };
  const isSeen = async (changed: Assessment) => {
    for (const form of FORMS) {
      if ((await memoOf(changed, form)) !== (await memo(form))) return true;
    }
    return false;
  };
  const singles = Object.entries(assessmentFields).filter(([path, field]) => at.has(path) && isSingle(field));

  test.each([...new Set(singles.map(([path]) => path.split('/')[0] ?? ''))])(
    'every field of %s is printed, or the schema says why not',
    async (member) => {
      const unseen: string[] = [];
      for (const [path, field] of singles) {
        if (path.split('/')[0] !== member || field.unprinted !== undefined) continue;
        let seen = false;
        for (const parts of at.get(path) ?? []) {
          seen ||= isFurniture(parts, field);
          if (seen) break;
          const value = parts.reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], whole);
          const changed = withValue(parts, isName(field) ? undefined : another(value, field, parts));
          seen = await isSeen(changed);
        }
        if (!seen) unseen.push(path);
      }
      expect(unseen).toEqual([]);
    },
    60_000,
  );
});
