import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeText } from '../../../src/diff/merge/merge-text.ts';
import { type MergeConflict, mergeValues } from '../../../src/diff/merge/merge-values.ts';
import { ASSESSMENT, type Shape, shapeWithin } from '../../../src/diff/shapes.ts';
import { asMembers, canonical, canonicalAssessment } from '../../../src/diff/words/canonical.ts';
import type { Assessment } from '../../../src/model/generated/types.ts';
import { minimal } from '../../support/assessments.ts';
import { editions } from '../random-assessments.ts';

const merge = (base: unknown, ours: unknown, theirs: unknown) => mergeValues(base, ours, theirs, ASSESSMENT);

describe('texts', () => {
  test('changes in different sentences are both in the result', () => {
    const base = 'It burned. Nobody saw it. Two fled.';
    expect(
      mergeText(
        base,
        'It burned twice. Nobody saw it. Two fled.',
        'It burned. Nobody saw it. Two fled. One came back.',
      ),
    ).toBe('It burned twice. Nobody saw it. Two fled. One came back.');
  });

  test.each([
    ['the same sentence, each otherwise', 'It burned once.', 'It burned twice.'],
    ['other sentences at the same place', 'It burned. Two fled.', 'It burned. Three fled.'],
  ])('%s: no merge', (_, ours, theirs) => {
    expect(mergeText('It burned.', ours, theirs)).toBeUndefined();
  });

  test('a change that both made is in the result once', () => {
    expect(mergeText('It burned. Two fled.', 'It burned. Three fled.', 'It burned. Three fled.')).toBe(
      'It burned. Three fled.',
    );
  });
});

describe('assessments', () => {
  const judgment = (id: string, more: object = {}) => ({ id, statement: `${id} is likely.`, ...more });
  const base = {
    ...minimal,
    judgments: [judgment('first', { likelihood: { term: 'likely' } })],
  } as Assessment;

  test('two analysts who each append a judgment do not conflict', () => {
    const ours = { ...base, judgments: [...base.judgments, judgment('ours')] };
    const theirs = { ...base, judgments: [...base.judgments, judgment('theirs')] };
    const { value, conflicts } = merge(base, ours, theirs);
    expect(conflicts).toEqual([]);
    expect((value as Assessment).judgments.map(({ id }) => id)).toEqual(['first', 'ours', 'theirs']);
  });

  describe('an id that one uses for another judgment', () => {
    const [ports, budget, sea, river] = [
      'Smugglers will bring drones through the southern ports.',
      'The parliament passes a budget for border guards.',
      'Smugglers will bring drones by sea.',
      'Heavy rain floods villages along both rivers.',
    ] as [string, string, string, string];
    const of = (statement: string, more: object = {}) =>
      ({ ...minimal, judgments: [{ id: 'j', statement, ...more }] }) as Assessment;
    const likely = { likelihood: { term: 'likely' } };

    test('while the other left it alone: the new one', () => {
      expect(merge(of(ports), of(budget), of(ports))).toEqual({ value: of(budget), conflicts: [] });
      expect(merge(of(ports), of(ports), of(budget))).toEqual({ value: of(budget), conflicts: [] });
    });

    test('while the other changed it: one conflict, and nothing of both in one', () => {
      const { value, conflicts } = merge(of(ports), of(budget), of(ports, likely));
      expect(conflicts).toEqual([
        { path: ['judgments', 'j'], ours: of(budget).judgments[0], theirs: of(ports, likely).judgments[0] },
      ]);
      expect(value).toEqual(of(budget));
      expect(merge(of(ports), of(sea, likely), of(budget)).conflicts.map(({ path }) => path)).toEqual([
        ['judgments', 'j'],
      ]);
    });

    test('as both do: one conflict, unless it is the same judgment', () => {
      expect(merge(of(ports), of(budget), of(river)).conflicts.map(({ path }) => path)).toEqual([
        ['judgments', 'j'],
      ]);
      const basis = { confidence: { level: 'low', basis: 'One vote.' } };
      expect(merge(of(ports, { key: true }), of(budget, likely), of(budget, basis))).toEqual({
        value: of(budget, { ...likely, ...basis }),
        conflicts: [],
      });
    });

    test('reworded by one and moved by the other it is one judgment', () => {
      expect(merge(of(ports), of(sea), of(ports, likely))).toEqual({ value: of(sea, likely), conflicts: [] });
    });
  });

  test('sections removed by one and reordered by the other: both changes hold', () => {
    const sections = (...ids: readonly string[]) =>
      ({ ...base, sections: ids.map((id) => ({ id, heading: id, body: 'B.' })) }) as Assessment;
    const ids = (value: unknown) => (value as Assessment).sections?.map(({ id }) => id);
    const old = sections('a', 'b', 'c', 'd');
    for (const [ours, theirs, merged] of [
      [sections('b', 'c', 'd'), sections('a', 'c', 'b', 'd'), ['c', 'b', 'd']],
      [sections('a', 'c', 'b', 'd'), sections('b', 'c', 'd'), ['c', 'b', 'd']],
      [sections('a', 'b', 'x', 'c', 'd'), sections('a', 'b', 'y', 'd'), ['a', 'b', 'x', 'y', 'd']],
      [sections('x', 'a', 'b', 'c', 'd'), sections('d', 'a', 'b', 'c'), ['x', 'd', 'a', 'b', 'c']],
    ] as const) {
      const { value, conflicts } = merge(old, ours, theirs);
      expect(conflicts).toEqual([]);
      expect(ids(value)).toEqual(merged);
    }
    const apart = merge(old, sections('b', 'a', 'c', 'd'), sections('a', 'b', 'd', 'c'));
    expect(apart.conflicts).toHaveLength(1);
  });

  test('fields of a project’s own merge as objects, and conflict if one of them is not an object', () => {
    const own = (value: unknown) => ({ ...base, ...(value !== undefined && { 'x-own': value }) });
    const merged = (was: unknown) => merge(own(was), own({ a: 1, c: 1 }), own({ b: 2, c: 1 }));
    expect(merged(undefined)).toMatchObject({ value: { 'x-own': { a: 1, b: 2, c: 1 } }, conflicts: [] });
    expect(merged({ a: 1, c: 3 })).toMatchObject({ value: { 'x-own': { b: 2, c: 1 } }, conflicts: [] });
    expect(merged('text').conflicts.map(({ path }) => path)).toEqual([['x-own']]);
    expect(merge(own(undefined), own('a'), own({ b: 2 })).conflicts).toHaveLength(1);
  });

  test('lists without an order have the additions of both, and not the removals of either', () => {
    const about = (...ids: readonly string[]) => ({
      ...base,
      judgments: [judgment('first', { about: ids })],
    });
    const merged = (was: readonly string[], ours: readonly string[], theirs: readonly string[]) =>
      (merge(about(...was), about(...ours), about(...theirs)).value as Assessment).judgments[0]?.about;
    expect(merged(['a', 'b', 'c'], ['a', 'c', 'x'], ['a', 'b', 'y'])).toEqual(['a', 'x', 'y']);
    expect(merged([], ['x'], ['y', 'x'])).toEqual(['x', 'y']);
    expect(merged(['a'], [], ['a', 'b'])).toEqual(['b']);
  });

  test('a real conflict concerns one field; everything else is merged', () => {
    const change = (term: string, more: object) => ({
      ...base,
      ...more,
      judgments: [judgment('first', { likelihood: { term } })],
    });
    const { value, conflicts } = merge(
      base,
      change('unlikely', { title: 'Ours' }),
      change('very likely', { subtitle: 'Theirs' }),
    );
    expect(conflicts).toEqual([
      { path: ['judgments', 'first', 'likelihood', 'term'], ours: 'unlikely', theirs: 'very likely' },
    ]);
    expect(value).toMatchObject({ title: 'Ours', subtitle: 'Theirs' });
  });

  test('an entry that one removed is gone; one that the other changed meanwhile is a conflict', () => {
    const two = { ...base, gaps: [{ id: 'who', question: 'Who?' }] };
    expect((merge(two, base, two).value as Assessment).gaps ?? []).toEqual([]);
    const changed = { ...two, gaps: [{ id: 'who', question: 'Who did it?' }] };
    expect(merge(two, base, changed).conflicts.map(({ path }) => path)).toEqual([['gaps', 'who']]);
  });

  describe('reasons for changes', () => {
    const reason = (id: string, text: string) => ({ entity: `judgments/${id}`, reason: text });
    const because = (...changes: object[]) => ({ ...base, edition: { number: 2, changes } });
    const reasonsOf = ({ value }: { value: unknown }) => (value as Assessment).edition?.changes;
    const [old, ours, theirs] = [reason('b', 'Old.'), reason('c', 'Ours.'), reason('a', 'Theirs.')];

    test('of two judgments are both in the result, wherever they are listed', () => {
      const merged = merge(because(old), because(old, ours), because(theirs, old));
      expect(merged.conflicts).toEqual([]);
      expect(reasonsOf(merged)).toEqual([theirs, old, ours]);
    });

    test('several of one judgment are one unit: the changed side counts', () => {
      const second = reason('b', 'And again.');
      const merged = merge(because(old), because(old, second), because(old, theirs));
      expect(merged.conflicts).toEqual([]);
      expect(reasonsOf(merged)).toEqual([old, second, theirs]);
      expect(reasonsOf(merge(because(old, second), because(ours), because(old, second)))).toEqual([ours]);
    });

    test('of one judgment in different words are a conflict of that judgment', () => {
      const merged = merge(
        because(),
        because(ours, reason('c', 'Too.')),
        because(reason('c', 'Otherwise.'), old),
      );
      expect(merged.conflicts.map(({ path }) => path)).toEqual([['edition', 'changes', 'judgments/c']]);
      expect(reasonsOf(merged)).toEqual([ours, reason('c', 'Too.'), old]);
    });
  });

  test('members of a set merge', () => {
    const with_ = (...aliases: string[]) => ({ ...base, actors: [{ id: 'x', name: 'X', aliases }] });
    const { value, conflicts } = merge(with_('a', 'b'), with_('a', 'c'), with_('a', 'b', 'd'));
    expect(conflicts).toEqual([]);
    expect((value as Assessment).actors?.[0]).toMatchObject({ aliases: ['a', 'c', 'd'] });
  });
});

/** Every field of an assessment by its way, members of lists by their keys; lists whose members have no keys are one field. */
function fieldsOf(
  value: unknown,
  shape: Shape,
  path: string,
  found: Map<string, unknown>,
): Map<string, unknown> {
  if (shape.kind === 'list' && Array.isArray(value)) {
    const keys = value.map(shape.keys[0]);
    if (new Set(keys).size === keys.length && !keys.includes('')) {
      for (const [at, item] of value.entries()) fieldsOf(item, shape.item, `${path}/${keys[at]}`, found);
      return found;
    }
  } else if (
    shape.kind === 'object' &&
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value)
  ) {
    for (const [key, inner] of Object.entries(value))
      fieldsOf(inner, shapeWithin(shape, key), `${path}/${key}`, found);
    return found;
  } else if (shape.kind === 'set') {
    for (const member of asMembers(value)) found.set(`${path}/${JSON.stringify(member)}`, 'member');
    return found;
  }
  found.set(path, canonical(value, shape));
  return found;
}

const fields = (value: unknown) => fieldsOf(value, ASSESSMENT, '', new Map());
const isReported = (path: string, conflicts: readonly MergeConflict[]) =>
  conflicts.some((conflict) => {
    const at = conflict.path.map((part) => `/${part}`).join('');
    return path === at || path.startsWith(`${at}/`) || at.startsWith(`${path}/`);
  });

describe('the merge of two edited copies', () => {
  test('has both edits, or reports the field', () => {
    fc.assert(
      fc.property(editions, editions, (one, two) => {
        const base = one.before;
        const [ours, theirs] = [one.after, two.after];
        const { value, conflicts } = merge(base, ours, theirs);
        const [was, merged] = [fields(base), fields(value)];
        const sides = [fields(ours), fields(theirs)] as const;
        for (const [at, side] of sides.entries()) {
          const other = sides[1 - at] ?? side;
          for (const [path, content] of side) {
            if (was.get(path) === content) continue;
            // Prose that both changed holds sentences of both, and is neither's.
            const isMerged = other.has(path) && other.get(path) !== was.get(path);
            if (!isReported(path, conflicts) && !isMerged)
              expect([path, merged.get(path)]).toEqual([path, content]);
          }
          for (const path of was.keys()) {
            if (!side.has(path) && !isReported(path, conflicts) && merged.has(path)) {
              expect([path, other.get(path)]).not.toEqual([path, was.get(path)]);
            }
          }
        }
      }),
    );
  });

  test('is the changed copy if the other did not change', () => {
    fc.assert(
      fc.property(editions, ({ before, after }) => {
        for (const { value, conflicts } of [merge(before, after, before), merge(before, before, after)]) {
          expect(conflicts).toEqual([]);
          expect(canonicalAssessment(value)).toBe(canonicalAssessment(after));
        }
      }),
    );
  });
});

test('a large assessment is merged quickly', () => {
  const text = readFileSync(new URL('../../../assessments/isis-moscow-2024.json', import.meta.url), 'utf8');
  const [base, ours, theirs] = [JSON.parse(text), JSON.parse(text), JSON.parse(text)];
  ours.title = 'Ours';
  theirs.question = 'Theirs?';
  const { value, conflicts } = merge(base, ours, theirs);
  expect(conflicts).toEqual([]);
  expect(value).toMatchObject({ title: 'Ours', question: 'Theirs?' });
});
