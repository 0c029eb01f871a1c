import { expect, test } from 'vitest';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { shardOfId, shareOf } from '../../src/shards/share.ts';
import { folderWith, root } from '../e2e/run.ts';

const ids = Array.from({ length: 1000 }, (_, index) => `memo-${index}`);

test('every id is in one shard, the shards have similar sizes, and the numbers never change', () => {
  const counts = [1, 2, 3, 4].map((shard) => ids.filter((id) => shardOfId(id, 4) === shard).length);
  expect(counts.reduce((sum, count) => sum + count)).toBe(1000);
  for (const count of counts) expect(count).toBeGreaterThan(200);
  // Pinned: another hash would send every file elsewhere, away from what was kept of it.
  expect(['a', 'b', 'rail-sabotage-2025'].map((id) => shardOfId(id, 4))).toEqual([4, 2, 1]);
});

async function projectOf(files: Readonly<Record<string, string>>) {
  const folder = await folderWith(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`assessments/${name}`, text])),
  );
  return nodeEffects(root, folder);
}

async function shardsOf(files: Readonly<Record<string, string>>, of: number): Promise<string[][]> {
  const effects = await projectOf(files);
  const shares = Array.from({ length: of }, (_, index) => shareOf([], { number: index + 1, of }, effects));
  return (await Promise.all(shares)).map(({ inputs }) => inputs.map(({ shown }) => shown));
}

test('a file stays in its shard when others are added or removed', async () => {
  const files = Object.fromEntries(ids.slice(0, 40).map((id) => [`${id}.json`, `{"id":"${id}"}`]));
  const before = await shardsOf(files, 3);
  const { 'memo-7.json': _, ...fewer } = files;
  const after = await shardsOf({ ...fewer, 'new.json': '{"id":"new"}' }, 3);
  const without = (shards: string[][]) =>
    shards.map((shard) => shard.filter((file) => !/memo-7\.json|new\.json/.test(file)));
  expect(without(after)).toEqual(without(before));
});

test("the id counts in any place and spelling, or the file's name if there is none", async () => {
  const shard = String(shardOfId('same', 50));
  const shards = await shardsOf(
    {
      'a.json': '{ "id": "same" }',
      'b.json': '{ "title": "x", "id": "same" }',
      'g.json': '{"$schema": "s", "schemaVersion": "1.1", "id": "same"}',
      'c.yaml': 'title: x\nid: same\n',
      'd.yaml': '{ title: x, "id": same }\n',
      'e.json': '{"$schema": "s", "id": "s\\u0061me"}',
      'f.json': '{"author": {"id": "other"}, "id": "same"}',
      'same.json': '{ broken',
    },
    50,
  );
  expect(shards[Number(shard) - 1]).toHaveLength(8);
});
