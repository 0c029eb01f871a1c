import { expect, test } from 'vitest';
import { releaseAt } from '../../../src/derive/release/release.ts';
import type { Assessment } from '../../../src/model/generated/types.ts';

const assessment = {
  id: 'fires',
  form: 'policy-memo',
  title: 'T',
  asOf: '2025-04-30',
  marking: 'TLP:AMBER',
  releasable: 'TLP:GREEN',
  markings: { 'x-distribution': 'TLP:AMBER' },
  judgments: [
    { id: 'stays', statement: 'S.', 'x-owner': 'B. Analyst' },
    { id: 'goes', statement: 'S.', marking: 'TLP:AMBER', 'x-owner': 'Secret Analyst' },
  ],
  'x-distribution': ['Secret Office'],
  'x-reference': 'HO/2025/17',
} as unknown as Assessment;

test('own fields follow the marking of their part, or of their entry', () => {
  const { assessment: released, obstacles } = releaseAt(assessment, 'TLP:GREEN');
  expect(obstacles).toEqual([]);
  expect(JSON.stringify(released)).not.toContain('Secret');
  expect(released).toMatchObject({
    'x-reference': 'HO/2025/17',
    judgments: [{ id: 'stays', 'x-owner': 'B. Analyst' }],
  });
  expect(released.released?.leftOut).toContainEqual({ collection: 'ownFields', count: 1 });
});

test('a field without a marking is refused if the whole is marked above', () => {
  const { releasable: _, ...whole } = assessment;
  const [obstacle] = releaseAt(whole as Assessment, 'TLP:GREEN').obstacles;
  expect(obstacle?.message).toContain('x-reference');
  expect(obstacle?.message).not.toContain('x-distribution');
});
