import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElementNode, type MemberNode, parse, type ValueNode } from '@humanwhocodes/momoa';
import { expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { fromPointer } from '../../src/model/pointer.ts';
import { checkFile } from '../../src/project/check-source.ts';
import { mutated } from '../e2e/mutations.ts';
import { root } from '../e2e/run.ts';
import { SOAK_TIMEOUT, sampled, seeded } from '../support/soak.ts';

const folder = join(root, 'assessments');
const originals = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && name !== 'register.json')
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const register = JSON.parse(readFileSync(join(folder, 'register.json'), 'utf8'));
const context = { register, settings: new Map(), today: '2026-11-22' };

/** The text without what the program does not count: a byte order mark. Nothing where it is no JSON. */
function jsonIn(bytes: Buffer): string | undefined {
  const text = new TextDecoder().decode(bytes);
  try {
    JSON.parse(text);
    return text;
  } catch {
    return undefined;
  }
}

/** Where the thing that a pointer leads to, or the nearest around it that is there, begins (at its name) and ends. */
function extentOf(body: ValueNode, pointer: string): readonly [number, number] {
  let value = body;
  let extent = body.range ?? [0, 0];
  for (const part of fromPointer(pointer)) {
    const child = childOf(value, part);
    if (!child) break;
    value = child.value;
    // An element has a place, but no range: that of its value is the same.
    extent = (child.type === 'Member' ? child : value).range ?? [0, 0];
  }
  return [extent[0], extent[1]];
}

function childOf(value: ValueNode, part: string): MemberNode | ElementNode | undefined {
  if (value.type === 'Array') return value.elements[Number(part)];
  if (value.type !== 'Object') return undefined;
  return value.members.findLast(({ name }) => (name.type === 'String' ? name.value : name.name) === part);
}

function offsetOf(text: string, { line, column }: Pick<Finding, 'line' | 'column'>): number {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  return lines.slice(0, line - 1).reduce((sum, one) => sum + one.length, 0) + column - 1;
}

const files = { previous: async () => 'none', picture: async () => undefined };

test('the place of a finding is that of its pointer, as determined by another reader of JSON', {
  timeout: SOAK_TIMEOUT,
}, async () => {
  const random = seeded(77);
  let looked = 0;
  for (let number = 0; number < sampled(40, 1500); number += 1) {
    const bytes = mutated(originals[number % originals.length] ?? '', `m${number}`, random);
    const text = jsonIn(bytes);
    if (text === undefined) continue;
    const { body } = parse(text, { ranges: true });
    const { findings } = await checkFile({ file: `m${number}.json`, bytes }, context, files);
    for (const finding of findings) {
      const [begin, end] = extentOf(body, finding.pointer);
      const place = offsetOf(text, finding);
      const last = offsetOf(text, { line: finding.endLine, column: finding.endColumn });
      const isTrue = place >= begin && place <= end && last >= place && last <= end;
      expect([number, finding.rule, finding.pointer, isTrue ? '' : [begin, place, last, end]]).toEqual([
        number,
        finding.rule,
        finding.pointer,
        '',
      ]);
      looked += 1;
    }
  }
  expect(looked).toBeGreaterThan(30);
});
