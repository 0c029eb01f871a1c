import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hashOf, Store } from '../../src/cache/store.ts';

const key = hashOf('a key');

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'threat-memo-test-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

function fileOf(root: string, of: string): string {
  return join(root, of.slice(0, 2), of.slice(2));
}

test('an entry can be read by this store and by another of the same folder', () => {
  const root = folder();
  const store = new Store(root);
  expect(store.get(key)).toBeUndefined();
  expect(store.has(key)).toBe(false);
  store.put(key, 'käse');
  expect(new Store(root).get(key)?.toString()).toBe('käse');
  expect(store.has(key)).toBe(true);
  store.put(key, '');
  expect(store.get(key)?.toString()).toBe('');
});

test('a damaged entry counts as missing, and can be put again', () => {
  const root = folder();
  const store = new Store(root);
  const file = fileOf(root, key);
  const spoil: (() => void)[] = [
    () => writeFileSync(file, readFileSync(file).subarray(0, -1)),
    () => writeFileSync(file, readFileSync(file).subarray(0, 10)),
    () => writeFileSync(file, ''),
    () => {
      const bytes = readFileSync(file);
      bytes[70] = (bytes[70] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    },
    () => {
      const bytes = readFileSync(file);
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    },
    () => {
      rmSync(file);
      mkdirSync(join(file, 'inner'), { recursive: true });
    },
    () => {
      const other = hashOf('another key');
      store.put(other, 'something else that is kept');
      writeFileSync(file, readFileSync(fileOf(root, other)));
    },
    () => rmSync(root, { recursive: true }),
  ];
  for (const step of spoil) {
    store.put(key, 'what is kept');
    expect(store.get(key)?.toString()).toBe('what is kept');
    step();
    expect(store.get(key)).toBeUndefined();
  }
});

test('without a usable folder nothing is stored', () => {
  const root = join(folder(), 'results');
  writeFileSync(root, 'a file in its place');
  const store = new Store(root);
  store.put(key, 'x');
  expect(store.get(key)).toBeUndefined();
  store.clear();
  expect(readFileSync(root, 'utf8')).toBe('a file in its place');
});

test('the oldest entries are removed first, until there is room', () => {
  const root = folder();
  const store = new Store(root, 1000);
  const keys = ['a', 'b', 'c', 'd'].map(hashOf);
  for (const [age, one] of keys.entries()) {
    store.put(one, 'x'.repeat(300));
    utimesSync(fileOf(root, one), 1000 + age, 1000 + age);
  }
  store.clear();
  expect(keys.map((one) => store.has(one))).toEqual([false, false, true, true]);
  store.clear();
  expect(keys.map((one) => store.has(one))).toEqual([false, false, true, true]);
});

test('large entries are removed before small ones, however old these are', () => {
  const root = folder();
  const store = new Store(root, 130_000);
  const keys = ['known', 'memo', 'later memo'].map(hashOf);
  for (const [age, one] of keys.entries()) {
    store.put(one, 'x'.repeat(age === 0 ? 300 : 70_000));
    utimesSync(fileOf(root, one), 1000 + age, 1000 + age);
  }
  store.clear();
  expect(keys.map((one) => store.has(one))).toEqual([true, false, true]);
});

test('unfinished files are removed with the rest, and a failed write leaves nothing behind', () => {
  const root = folder();
  const store = new Store(root, 10);
  store.put(key, 'more than ten bytes');
  const unfinished = `${fileOf(root, key)}.x.tmp`;
  writeFileSync(unfinished, 'half');
  utimesSync(unfinished, 1000, 1000);
  store.clear();
  expect(readdirSync(join(root, key.slice(0, 2)))).toEqual([]);
});

test('a key never leads outside of the folder', () => {
  expect(() => new Store(folder()).put('../x', '')).toThrow('no key');
});
