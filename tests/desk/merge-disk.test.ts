import { describe, expect, test } from 'vitest';
import { mergeWithDisk } from '../../src/desk/merge-disk.ts';

const BASE = `id: fire
form: policy-memo
title: The fire # of March
marking: TLP:GREEN
asOf: 2025-04-30
judgments:
  - id: first
    statement: Fires are likely to go on.
    likelihood: { term: likely }
    confidence: { level: low, basis: One source. }
`;
const merged = (ours: string, theirs: string, base = BASE) =>
  mergeWithDisk('/p/assessments/fire.yaml', { base, ours, theirs }).text;
const judgment = (id: string) => `  - id: ${id}
    statement: ${id} is likely.
    likelihood: { term: likely }
`;

describe('a text in YAML and the disk', () => {
  test('lines with the wanted value are taken unchanged, with the comments of both', () => {
    const ours = BASE.replace('The fire', 'The  fire');
    const theirs = BASE.replace('low, basis: One source. }', 'low, basis: One source. } # theirs');
    expect(merged(ours, theirs)).toBe(ours.replace('One source. }', 'One source. } # theirs'));
  });

  test('two entries added at one place are both in the result', () => {
    const text = merged(BASE + judgment('ours'), BASE + judgment('theirs')) ?? '';
    expect(text).toContain('# of March');
    expect(text.match(/- id: \w+/g)).toEqual(['- id: first', '- id: ours', '- id: theirs']);
  });

  test('a comment of the disk is not lost', () => {
    const theirs = `${BASE}${judgment('theirs').trimEnd()} # why\n`;
    const text = merged(BASE + judgment('ours'), theirs) ?? '';
    expect(text).toContain('statement: ours is likely.');
    expect(text).toMatch(/id: theirs[\s\S]*term: likely\s+# why\n$/);
  });

  test('a field that both changed is a question to the user, even if other lines separate the changes', () => {
    const ours = BASE.replace('likelihood: { term: likely }', 'likelihood: { term: unlikely }');
    const theirs = BASE.replace('likelihood: { term: likely }', 'likelihood:\n      term: very likely');
    expect(merged(ours, theirs)).toBeUndefined();
  });

  test('unreadable texts are merged by lines', () => {
    const ours = BASE.replace('id: fire', 'id: [fire');
    const theirs = BASE.replace('One source.', 'Two sources.');
    expect(merged(ours, theirs)).toBe(ours.replace('One source.', 'Two sources.'));
    expect(merged(ours, BASE.replace('id: fire', 'id: smoke'))).toBeUndefined();
  });
});
