import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { OpenFile } from '../../src/desk/open-file.ts';
import type { DeskEvent } from '../../src/desk/protocol.ts';
import { MachineFault } from '../../src/model/fault.ts';
import type { Effects } from '../../src/project/effects.ts';
import { fmt } from '../../src/review/check/fmt.ts';
import { projectWith, rail, railText } from './project.ts';

const NAME = 'assessments/rail.json';
const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const each of cleanUp.splice(0).reverse()) await each();
});

async function opened(
  text: string | undefined = railText,
  change: (effects: Effects) => Effects = (same) => same,
) {
  const project = await projectWith(text === undefined ? { 'assessments/x.txt': '' } : { [NAME]: text });
  cleanUp.push(project.remove);
  let clock = 0;
  const world = {
    disk: change(project.effects),
    now: () => {
      clock += 10_000;
      return clock;
    },
  };
  const input = { path: join(project.folder, NAME), shown: NAME };
  const open = async () => {
    const file = await OpenFile.open(input, 'assessment', world);
    cleanUp.push(() => file.close());
    return file;
  };
  const file = await open();
  const journals = async () =>
    (await readdir(join(project.folder, '.threat-memo', 'desk')).catch(() => [])).filter((name) =>
      name.endsWith('.journal'),
    );
  return { file, open, project, journals };
}

/** Replaces the first place of a text. */
async function replace(file: OpenFile, before: string, after: string): Promise<void> {
  const start = file.text.indexOf(before);
  if (start < 0) throw new Error(`${before} does not stand there.`);
  await file.change([{ start, end: start + before.length, text: after }], 'test');
}

describe('saving', () => {
  test('writes the file as `fmt` does, and the text becomes the same', async () => {
    const { file, project } = await opened();
    await replace(file, '"title": "Sabotage', '"title":     "More sabotage');
    expect(await file.save()).toEqual({ kind: 'saved' });
    const written = await project.read(NAME);
    expect(written).toContain('"title": "More sabotage');
    expect(file.text).toBe(written);
    expect(file.isDirty).toBe(false);
    const report = await fmt([NAME], project.effects, { checkOnly: true });
    expect(report.changed).toEqual([]);
  });

  test('an unreadable text is not saved, and the file stays unchanged', async () => {
    const { file, project, journals } = await opened();
    await replace(file, '"marking"', '"marking');
    expect((await file.save()).kind).toBe('refused');
    expect(await project.read(NAME)).toBe(railText);
    expect(await journals()).toHaveLength(1);
  });

  test('a full disk leaves the file whole and the text in the window; saving again works', async () => {
    let isFull = true;
    const { file, project } = await opened(railText, (effects) => ({
      ...effects,
      writeFiles: async (files) => {
        if (isFull) throw new MachineFault('Cannot write: no space left on device', 'Make room.');
        return effects.writeFiles(files);
      },
    }));
    await replace(file, 'Northern', 'Southern');
    await expect(file.save()).rejects.toThrow(MachineFault);
    expect(await project.read(NAME)).toBe(railText);
    expect(file.isDirty).toBe(true);
    isFull = false;
    expect((await file.save()).kind).toBe('saved');
    expect(await project.read(NAME)).toContain('Southern');
  });
});

describe('undo', () => {
  test('reverts one change after another, and restores them', async () => {
    const { file } = await opened();
    const { text } = file;
    await replace(file, 'Northern', 'Southern');
    await replace(file, 'Arson', 'Fire');
    await file.undo();
    expect(file.text).toBe(text.replace('Northern', 'Southern'));
    await file.undo();
    expect(file.text).toBe(text);
    expect(file.isDirty).toBe(false);
    await file.redo();
    await file.redo();
    expect(file.text).toBe(text.replace('Northern', 'Southern').replace('Arson', 'Fire'));
    expect(file.status.canRedo).toBe(false);
  });
});

describe('a file that changes underneath', () => {
  test('is loaded if nothing was changed here', async () => {
    const { file, project } = await opened();
    await project.write(NAME, railText.replace('Northern', 'Southern'));
    await file.lookAtDisk();
    expect(file.text).toContain('Southern');
    expect(file.isDirty).toBe(false);
  });

  test('is merged if both changed different places, and nothing of either is lost', async () => {
    const { file, project } = await opened();
    const events: DeskEvent[] = [];
    file.listen((event) => events.push(event));
    await replace(file, 'Northern', 'Southern');
    await project.write(NAME, railText.replace('Half a year', 'A whole year'));
    expect((await file.save()).kind).toBe('saved');
    const written = await project.read(NAME);
    expect(written).toContain('Southern');
    expect(written).toContain('A whole year');
    expect(events.some((event) => event.type === 'notice' && event.notice.key === 'merged')).toBe(true);
  });

  test('is merged by meaning: two analysts who each add a judgment at the end do not conflict', async () => {
    const { file, project } = await opened();
    const more = (id: string) => ({ id, statement: `${id} is likely.`, likelihood: { term: 'likely' } });
    const added = (id: string) =>
      `${JSON.stringify({ ...rail, judgments: [...rail.judgments, more(id)] }, null, 2)}\n`;
    await file.change([{ start: 0, end: file.text.length, text: added('ours') }], 'test');
    await project.write(NAME, added('theirs'));
    expect((await file.save()).kind).toBe('saved');
    const { judgments } = JSON.parse(await project.read(NAME)) as typeof rail;
    expect(judgments.map(({ id }) => id)).toEqual(['go-on', 'ours', 'theirs']);
    expect(file.status.conflict).toBeUndefined();
  });

  test('is a question to the user if both changed one place; nothing is written until somebody decides', async () => {
    const { file, project } = await opened();
    await replace(file, 'Northern', 'Southern');
    const theirs = railText.replace('Northern', 'Western');
    await project.write(NAME, theirs);
    expect((await file.save()).kind).toBe('conflict');
    expect(await project.read(NAME)).toBe(theirs);
    expect(file.status.conflict).toEqual({ kind: 'changed', theirs, fields: ['title'] });
    expect((await file.save()).kind).toBe('conflict');
    await file.resolve('mine');
    expect((await file.save()).kind).toBe('saved');
    expect(await project.read(NAME)).toContain('Southern');
  });

  test('loading the text from disk can be undone', async () => {
    const { file, project } = await opened();
    await replace(file, 'Northern', 'Southern');
    await project.write(NAME, railText.replace('Northern', 'Western'));
    await file.lookAtDisk();
    await file.resolve('theirs');
    expect(file.text).toContain('Western');
    expect(file.isDirty).toBe(false);
    await file.undo();
    expect(file.text).toContain('Southern');
  });

  test('a missing file is a question to the user, and can be written again', async () => {
    const { file, project } = await opened();
    await replace(file, 'Northern', 'Southern');
    await project.remove();
    expect((await file.save()).kind).toBe('conflict');
    expect(file.status.conflict?.kind).toBe('gone');
    await file.resolve('mine');
    expect((await file.save()).kind).toBe('saved');
    expect(await project.read(NAME)).toContain('Southern');
  });
});

test('text typed during a save belongs to the next save: nothing unreadable is written, and nothing is lost', async () => {
  let typed = async () => {};
  const { file, project } = await opened(railText, (effects) => ({
    ...effects,
    readFile: async (path) => {
      await typed();
      return effects.readFile(path);
    },
    writeFiles: async (files) => {
      await typed();
      return effects.writeFiles(files);
    },
  }));
  await replace(file, '"Sabotage on', '   "Fire on');
  typed = () => replace(file, '{', '{ "a": ,');
  expect((await file.save()).kind).toBe('refused'); // typed before anything was written
  expect(await project.read(NAME)).toBe(railText);
  typed = async () => {};
  await file.undo();
  let reads = 0;
  typed = async () => {
    reads += 1;
    if (reads === 2) await replace(file, '{', '{ "a": ,');
  };
  expect((await file.save()).kind).toBe('saved');
  expect(JSON.parse(await project.read(NAME))).toEqual({ ...rail, title: 'Fire on the Northern Line' });
  expect((await fmt([NAME], project.effects, { checkOnly: true })).changed).toEqual([]);
  expect(file.text).toContain('{ "a": ,');
  expect(file.isDirty).toBe(true);
});

describe('the journal', () => {
  test('restores unsaved changes, with their undo steps', async () => {
    const { file, open, project } = await opened();
    await replace(file, 'Northern', 'Southern');
    await replace(file, 'Arson', 'Fire');
    const again = await open(); // as after a crash: nobody has closed the first
    expect(again.text).toBe(file.text);
    expect(again.isDirty).toBe(true);
    expect(again.status.journal).toBe('recovered');
    expect(again.status.canUndo).toBe(true);
    expect(await project.read(NAME)).toBe(railText);
    expect((await again.save()).kind).toBe('saved');
    const third = await open();
    expect(third.isDirty).toBe(false);
    expect(third.text).toBe(await project.read(NAME));
  });

  test('is deleted when everything is saved or undone', async () => {
    const { file, journals } = await opened();
    await replace(file, 'Northern', 'Southern');
    expect(await journals()).toHaveLength(1);
    await file.save();
    expect(await journals()).toEqual([]);
    await replace(file, 'Southern', 'Northern');
    expect(await journals()).toHaveLength(1);
    await file.undo();
    expect(await journals()).toEqual([]);
  });

  test('is merged with a file that changed meanwhile', async () => {
    const { file, open, project } = await opened();
    await replace(file, 'Northern', 'Southern');
    await project.write(NAME, railText.replace('Half a year', 'A whole year'));
    const again = await open();
    expect(again.text).toContain('Southern');
    expect(again.text).toContain('A whole year');
    expect(again.status.conflict).toBeUndefined();
  });

  test('is read up to the last complete entry if it was cut off', async () => {
    const { file, open, project, journals } = await opened();
    await replace(file, 'Northern', 'Southern');
    await replace(file, 'Arson', 'Fire');
    const [name = ''] = await journals();
    const path = join('.threat-memo', 'desk', name);
    const whole = await project.read(path);
    await project.write(path, whole.slice(0, -20));
    const again = await open();
    expect(again.text).toContain('Southern');
    expect(again.text).toContain('Arson');
  });

  test('that cannot be written is reported, and work continues', async () => {
    const { file, project } = await opened();
    await project.write('.threat-memo', 'a file where the folder should be');
    await replace(file, 'Northern', 'Southern');
    expect(file.status.journal).toMatchObject({ fault: expect.stringContaining('journal') });
    await replace(file, 'Arson', 'Fire');
    expect((await file.save()).kind).toBe('saved');
    expect(await project.read(NAME)).toContain('Fire');
  });

  test('simultaneous changes all arrive, in their order', async () => {
    const { file, open } = await opened();
    await Promise.all(
      Array.from({ length: 40 }, (_, number) =>
        file.change([{ start: 1, end: 1, text: ` ${number}` }], `${number}`),
      ),
    );
    expect((await open()).text).toBe(file.text);
  });
});

describe('two windows', () => {
  test('a change based on an older text is refused, and can be made on the newer one', async () => {
    const { file } = await opened();
    const { version, text } = file;
    const update = { clientID: 'one', changes: [1, [0, ' '], text.length - 1] };
    expect(await file.push(version, [update])).toBe(true);
    expect(await file.push(version, [{ ...update, clientID: 'two' }])).toBe(false);
    expect(file.since(version)).toEqual([update]);
    const later = { clientID: 'two', changes: [1, [0, ' '], text.length] };
    expect(await file.push(file.version, [later])).toBe(true);
    expect(file.text.length).toBe(text.length + 2);
  });

  test('an invalid change throws and changes nothing', async () => {
    const { file } = await opened();
    await expect(file.push(file.version, [{ clientID: 'x', changes: [3] }])).rejects.toThrow(RangeError);
    expect(file.text).toBe(railText);
  });
});
