import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { COMPILED_CODE, COMPILED_INDEX, engineName, ProgramCode } from '../../src/cli/program-code.ts';
import { folderWith } from '../e2e/run.ts';

const require = createRequire(import.meta.url);
const sources = {
  'one.js':
    '(function(exports,require,module,moduleUrl){"use strict";' +
    'exports.words = ["one", require("./two.js").word(), require("node:path").basename(moduleUrl)];})',
  'two.js':
    '(function(exports,require,module,moduleUrl){"use strict";exports.word = function () { return "two"; };})',
};
const words = ['one', 'two', 'one.js'];

/** A folder with two modules and what V8 has compiled of them. */
async function compiledFolder(engine = engineName()): Promise<string> {
  const codes = Object.entries(sources).map(([file, source]) => {
    const script = new Script(source, { filename: `threat-memo/dist/${file}` });
    return { file, code: script.createCachedData() };
  });
  const [first, second] = codes;
  const parts = Object.fromEntries(
    codes.map(({ file, code }, index) => [
      file,
      [index * (first?.code.length ?? 0), code.length, crc32(code)],
    ]),
  );
  return folderWith({
    ...sources,
    [COMPILED_INDEX]: JSON.stringify({ engine, parts }),
    [COMPILED_CODE]: Buffer.concat([first?.code ?? Buffer.of(), second?.code ?? Buffer.of()]),
  });
}

/** What the modules say, and for how many of them V8 was given compiled code and took it. */
function load(folder: string): { words: unknown; taken: number } {
  const code = new ProgramCode(folder, require);
  const { words } = code.load('one.js') as { words: unknown };
  const taken = [...code.scripts.values()].filter(({ cachedDataRejected }) => cachedDataRejected === false);
  return { words, taken: taken.length };
}

test('compiled code is used', async () => {
  expect(load(await compiledFolder())).toEqual({ words, taken: 2 });
});

test('a module runs once', async () => {
  const code = new ProgramCode(await compiledFolder(), require);
  expect(code.load('one.js')).toBe(code.load('one.js'));
});

test('without compiled code, with code from another Node, or with half of it, the modules are compiled', async () => {
  expect(load(await folderWith(sources))).toEqual({ words, taken: 0 });
  expect(load(await compiledFolder(`${engineName()} patched`))).toEqual({ words, taken: 0 });
  const folder = await compiledFolder();
  await writeFile(join(folder, COMPILED_CODE), '');
  expect(load(folder)).toEqual({ words, taken: 0 });
});

test.for(['null', '{}', '{"engine"', ''])('an index that says %j costs nothing but time', async (content) => {
  const folder = await compiledFolder();
  await writeFile(join(folder, COMPILED_INDEX), content);
  expect(load(folder)).toEqual({ words, taken: 0 });
});

test.for([{ parts: null }, { parts: 5 }, { parts: { 'one.js': [0, 1e15, 1], 'two.js': 'x' } }])(
  'nor does one with %j',
  async (more) => {
    const folder = await compiledFolder();
    await writeFile(join(folder, COMPILED_INDEX), JSON.stringify({ engine: engineName(), ...more }));
    expect(load(folder)).toEqual({ words, taken: 0 });
  },
);

test('damaged code never reaches V8, which would run it', async () => {
  const folder = await compiledFolder();
  const sound = await readFile(join(folder, COMPILED_CODE));
  for (let at = 0; at < sound.length; at += 7) {
    const damaged = Buffer.from(sound);
    damaged[at] = (damaged[at] ?? 0) ^ 0x41;
    await writeFile(join(folder, COMPILED_CODE), damaged);
    expect(load(folder)).toEqual({ words, taken: 1 }); // the other module's part is whole
  }
});

test('V8 refuses code that was compiled for another text of the same module', async () => {
  const folder = await compiledFolder();
  await writeFile(join(folder, 'two.js'), sources['two.js'].replace('"two"', '"three"'));
  expect(load(folder)).toEqual({ words: ['one', 'three', 'one.js'], taken: 1 });
});

test('a module of Node can be required by name, as a whole and member by member', async () => {
  const folder = await folderWith({
    'one.js':
      '(function(exports,require){const path = require("node:path");const fs = require("node:fs");' +
      'exports.found = [path.sep, "join" in path, { ...path }.sep, Object.keys(path).includes("join"), {...fs}.constants.O_RDONLY];})',
  });
  const path = require('node:path');
  const { found } = new ProgramCode(folder, require).load('one.js') as { found: unknown };
  expect(found).toEqual([path.sep, true, path.sep, true, 0]);
});
