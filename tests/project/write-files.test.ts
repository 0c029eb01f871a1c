import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FileWriter } from '../../src/project/write-files.ts';

test.each([false, true])(
  'files are written all or none, rebuilt by the next run or not: %s',
  async (isRebuilt) => {
    const folder = await mkdtemp(join(tmpdir(), 'threat-memo-writer-'));
    const at = (name: string) => join(folder, name);
    const writer = new FileWriter();
    const files = [
      { path: at('a.html'), content: 'new', isRebuilt },
      { path: at('sub/b.html'), content: Buffer.from('new'), isRebuilt },
    ];
    await writeFile(at('a.html'), 'old');
    await writeFile(at('sub'), 'a file where a folder has to be');
    await expect(writer.write(files)).rejects.toThrow('Cannot write');
    expect((await readdir(folder)).sort()).toEqual(['a.html', 'sub']);
    expect(await readFile(at('a.html'), 'utf8')).toBe('old');

    const [first] = files;
    await writer.write(first ? [first] : []);
    expect((await readdir(folder)).sort()).toEqual(['a.html', 'sub']);
    expect(await readFile(at('a.html'), 'utf8')).toBe('new');
  },
);
