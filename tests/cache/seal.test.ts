import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packBundle, unpackBundle } from '../../src/cache/shared/bundle.ts';
import { Seal } from '../../src/cache/shared/seal.ts';

const KEY = 'a team’s key that is long enough to be one';
const seal = new Seal(KEY, 'test');
const text = Buffer.from('TLP:RED what only we may know');

test('a sealed entry opens only with its own key, purpose and name', () => {
  const sealed = seal.close('a', text);
  expect(seal.open('a', sealed)).toEqual(text);
  expect(new Seal(KEY, 'test').open('a', sealed)).toEqual(text);
  expect(seal.open('b', sealed)).toBeUndefined();
  expect(new Seal(`${KEY}!`, 'test').open('a', sealed)).toBeUndefined();
  expect(new Seal(KEY, 'another').open('a', sealed)).toBeUndefined();
  expect(sealed.includes('only we')).toBe(false);
  expect(seal.close('a', text)).not.toEqual(sealed); // nobody sees that two entries are the same
});

test('an entry with any byte changed, cut or added is rejected', () => {
  const sealed = seal.close('a', text);
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(seal.open('a', changed)).toBeUndefined();
    expect(seal.open('a', sealed.subarray(0, at))).toBeUndefined();
  }
  expect(seal.open('a', Buffer.concat([sealed, Buffer.from('x')]))).toBeUndefined();
});

test('names reveal nothing of their content, and are the same for one key', () => {
  expect(seal.nameOf('x')).toMatch(/^[0-9a-f]{64}$/);
  expect(seal.nameOf('x')).toBe(new Seal(KEY, 'test').nameOf('x'));
  expect(seal.nameOf('x')).not.toBe(new Seal(`${KEY}!`, 'test').nameOf('x'));
});

test('unpacking gives the files that were packed; anything but a bundle is rejected', () => {
  const files = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 4 });
  fc.assert(
    fc.property(files, fc.string(), (some, head) => {
      const unpacked = unpackBundle(packBundle({ head, files: some }));
      expect(unpacked?.head).toEqual(head);
      expect(unpacked?.files.map((file) => [...file])).toEqual(some.map((file) => [...file]));
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(unpackBundle(Buffer.from(bytes))).toBeUndefined();
    }),
  );
});
