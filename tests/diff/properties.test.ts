import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffAssessments } from '../../src/diff/diff-assessments.ts';
import type { Change, ChangeType, DiffSide } from '../../src/diff/types.ts';
import { canonicalAssessment } from '../../src/diff/words/canonical.ts';
import type { Assessment, Register } from '../../src/model/generated/types.ts';
import { validateAssessment } from '../../src/validate/validate.ts';
import { sampled } from '../support/soak.ts';
import { applyChanges } from './apply-changes.ts';
import { anyAssessment, assessment, editions } from './random-assessments.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../assessments/${name}.json`, import.meta.url), 'utf8'));
const register = read('register') as Register;
const shipped = read('russia-internal-threats-2024') as Assessment;

const side = (value: Assessment, shared: Register = {}): DiffSide => ({
  assessment: value,
  register: shared,
});
const diff = (a: Assessment, b: Assessment) => diffAssessments(side(a), side(b)).changes;
const own = (changes: readonly Change[]) => changes.filter(({ origin }) => origin === 'assessment');

/** What each type is in the mirrored comparison; the others stay what they are. */
const MIRRORED: Partial<Record<ChangeType, ChangeType>> = {
  resolved: 'reopened',
  reopened: 'resolved',
  'tie-arose': 'tie-broke',
  'tie-broke': 'tie-arose',
  'range-widened': 'range-narrowed',
  'range-narrowed': 'range-widened',
  'independence-lost': 'independence-gained',
  'independence-gained': 'independence-lost',
  'coherence-lost': 'coherence-restored',
  'coherence-restored': 'coherence-lost',
};
const DIRECTIONS: Record<string, string> = {
  up: 'down',
  down: 'up',
  wider: 'narrower',
  narrower: 'wider',
  stated: 'dropped',
  dropped: 'stated',
};

/** All that has to be the same in the mirror; ids and keys of the newer file are those of the other there. */
function essence({
  type,
  before,
  after,
  move,
  pointers,
  position,
  weight,
  class: name,
  entity,
}: Change): string {
  return JSON.stringify([
    name,
    type,
    entity.collection,
    // The order is of the newer ids.
    type !== 'order-changed' && [before, after],
    weight,
    move && [move.direction, move.steps, move.scales?.before, move.scales?.after],
    [pointers.before, pointers.after],
    position && [position.before, position.after],
  ]);
}

function mirror(change: Change): Change {
  const { type, before, after, move, pointers, position } = change;
  const cameOrWent = type === 'added' || type === 'removed' || type === 'withdrawn';
  const isJudgment = change.entity.collection === 'judgments' && change.field === null;
  return {
    ...change,
    type: cameOrWent
      ? type === 'added'
        ? isJudgment
          ? 'withdrawn'
          : 'removed'
        : 'added'
      : (MIRRORED[type] ?? type),
    before: after,
    after: before,
    pointers: flip(pointers),
    ...(position && { position: flip(position) }),
    ...(move && {
      move: {
        ...move,
        direction: (DIRECTIONS[move.direction] ?? move.direction) as typeof move.direction,
        ...(move.scales && { scales: { before: move.scales.after, after: move.scales.before } }),
      },
    }),
  };
}

function flip<T>({ before, after }: { readonly before?: T; readonly after?: T }): { before?: T; after?: T } {
  return { ...(after !== undefined && { before: after }), ...(before !== undefined && { after: before }) };
}

/** The shipped assessment with random parts taken from elsewhere in it: ids and texts as they really are. */
const shippedEditions = fc
  .array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat(3)), { minLength: 1, maxLength: 12 })
  .map((edits) => {
    const after = structuredClone(shipped) as unknown as Record<string, Record<string, unknown>[]>;
    const names = Object.keys(after).filter((name) => typeof after[name]?.[0] === 'object');
    for (const [which, first, second, what] of edits) {
      const members = after[names[which % names.length] ?? ''] ?? [];
      const [a, b] = [members[first % members.length], members[second % members.length]];
      if (!a || !b) continue;
      const keys = Object.keys(b).filter((key) => !['id', 'ref', 'evidence', 'rule', 'at'].includes(key));
      const key = keys[second % keys.length];
      if (what === 0 && members.length > 1) members.splice(first % members.length, 1);
      else if (what === 1 && key) a[key] = structuredClone(b[key]);
      else if (what === 2 && typeof a.id === 'string')
        members.push({ ...structuredClone(b), id: `${a.id}-${second}` });
      else members.push(...members.splice(first % members.length, 1));
    }
    return { before: shipped, after: after as unknown as Assessment };
  });

const pairs = fc.oneof(
  editions,
  fc.tuple(assessment, assessment).map(([before, after]) => ({ before, after })),
  shippedEditions,
);

describe('the differences of any two assessments', () => {
  test('the generated assessments are valid', () => {
    fc.assert(
      fc.property(assessment, (value) => {
        fc.pre(value.judgments.length > 0);
        expect(validateAssessment(value).remarks).toEqual([]);
      }),
      { numRuns: sampled(10, 200) },
    );
  });

  test('there are none between an assessment and itself', () => {
    fc.assert(
      fc.property(anyAssessment, (value) => {
        expect(diff(value, structuredClone(value))).toEqual([]);
      }),
    );
    expect(
      diffAssessments(side(shipped, register), side(structuredClone(shipped), structuredClone(register))),
    ).toEqual({
      id: { before: shipped.id, after: shipped.id },
      title: shipped.title,
      changes: [],
    });
  });

  test('applied to the older one, they give the newer one', () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        expect(canonicalAssessment(applyChanges(before, diff(before, after)))).toBe(
          canonicalAssessment(after),
        );
      }),
      { numRuns: sampled(30, 500) },
    );
  });

  test('also with repeated ids', () => {
    fc.assert(
      fc.property(anyAssessment, anyAssessment, (before, after) => {
        expect(canonicalAssessment(applyChanges(before, diff(before, after)))).toBe(
          canonicalAssessment(after),
        );
      }),
    );
  });

  test('also after a round trip through JSON', () => {
    fc.assert(
      fc.property(editions, ({ before, after }) => {
        const changes = JSON.parse(JSON.stringify(diff(before, after))) as Change[];
        expect(canonicalAssessment(applyChanges(before, changes))).toBe(canonicalAssessment(after));
      }),
    );
  });

  test('in reverse they are the mirror image', () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const there = diff(before, after).map(mirror).map(essence).sort();
        expect(diff(after, before).map(essence).sort()).toEqual(there);
      }),
      { numRuns: sampled(30, 500) },
    );
  });

  test('no place is reported twice, and each change is described', () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const changes = own(diff(before, after));
        const places = changes
          .filter(({ type }) => type !== 'moved' && type !== 'renamed')
          .map(({ pointers }) => JSON.stringify(pointers));
        expect(new Set(places).size).toBe(places.length);
        for (const { summary, weight, before: old, after: fresh, type } of changes) {
          expect(summary).toMatch(/^[^\n]{5,400}$/);
          expect(summary).not.toMatch(/undefined|\[object|NaN/);
          expect(weight).toBeGreaterThanOrEqual(0);
          expect(weight).toBeLessThanOrEqual(100);
          // Of two that changed places around one that went, a place can be the same.
          if (type !== 'moved') expect(old).not.toEqual(fresh);
        }
      }),
    );
  });
});

describe('no difference', () => {
  /** Lists in which order means nothing, by the name of the member that holds them. */
  const ORDERED = new Set(['sections', 'authors', 'range', 'author', 'body', 'bottomLine', 'statement']);

  function reordered(value: unknown, name: string, pick: () => number, key = ''): unknown {
    if (Array.isArray(value)) {
      const items = value.map((item) => reordered(item, name, pick));
      const isProse = items.every((item) => typeof item === 'string') && PROSE.has(name);
      return ORDERED.has(name) || isProse
        ? items
        : items
            .map((item) => [pick(), item] as const)
            .sort((a, b) => a[0] - b[0])
            .map(([, item]) => item);
    }
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(
      ([member, item]) => [member, reordered(item, member, pick, member)] as const,
    );
    return Object.fromEntries(
      key === 'csl'
        ? entries
        : entries
            .map((entry) => [pick(), entry] as const)
            .sort((a, b) => a[0] - b[0])
            .map(([, entry]) => entry),
    );
  }

  const PROSE = new Set(
    'question bottomLine reason statement note ifWrong summary rationale dateNote basis wouldChange narrative collection action body'.split(
      ' ',
    ),
  );

  const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 });
  const picker = (drawn: readonly number[]) => {
    let count = 0;
    return () => drawn[count++ % drawn.length] ?? 0;
  };

  test('another order of lists without an order', () => {
    fc.assert(
      fc.property(fc.oneof(assessment, fc.constant(shipped)), chances, (value, drawn) => {
        // The numbers that readers cite are different: they are reported in one line.
        const found = diff(value, reordered(value, '', picker(drawn)) as Assessment);
        expect(found.filter(({ type }) => type !== 'order-changed')).toEqual([]);
      }),
    );
  });

  /** Another way of writing the same prose. */
  function rewritten(value: unknown, name: string, pick: () => number): unknown {
    if (PROSE.has(name) && (typeof value === 'string' || Array.isArray(value))) {
      const text = Array.isArray(value) ? value.join('\n') : value;
      const ways = [
        text,
        text.split('\n'),
        text.replace(/(?<=\S)\n(?=\S)/g, ' '),
        text.replace(/(?<=\S) (?=\w+ \w)/g, '\n'),
        text.split('\n').map((line) => `${line}  `),
        `${text}\n`,
        text.replace(/ (?=\[@)/g, ''),
      ];
      return ways[Math.floor(pick() * ways.length)] ?? text;
    }
    if (Array.isArray(value)) return value.map((item) => rewritten(item, name, pick));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rewritten(item, key, pick)]));
  }

  test('another way of writing prose', () => {
    fc.assert(
      fc.property(fc.oneof(assessment, fc.constant(shipped)), chances, (value, drawn) => {
        expect(diff(value, rewritten(value, '', picker(drawn)) as Assessment)).toEqual([]);
      }),
    );
  });

  test('one text or a list of one, an empty list or none', () => {
    const a = {
      ...shipped,
      recommendations: [{ id: 'r', action: 'Act.', to: 'them', judgments: [] }],
      gaps: [],
    };
    const { gaps: _, ...rest } = { ...shipped, recommendations: [{ id: 'r', action: 'Act.', to: ['them'] }] };
    expect(diff(a, { ...rest, gaps: [] })).toEqual([]);
    expect(diff({ ...a, gaps: [] }, rest as Assessment)).toEqual([]);
  });
});
