import { expect, test } from 'vitest';
import type { Effects, FolderEntry } from '../../src/project/effects.ts';
import { unreadFolders } from '../../src/project/inputs.ts';

const file = (name: string): FolderEntry => ({ name, isFolder: false });
const folder = (name: string): FolderEntry => ({ name, isFolder: true });

/** A link to a folder is listed as if it were a file. */
const folders: Readonly<Record<string, readonly FolderEntry[]>> = {
  '/w/assessments': [
    ...[file('a.json'), folder('2025'), file('linked'), folder('notes'), folder('reviews'), folder('shut')],
    file('README'),
  ],
  '/w/assessments/2025': [file('b.yaml'), file('c.yaml')],
  '/w/assessments/linked': [file('d.json')],
  '/w/assessments/notes': [file('e.md'), file('register.json'), folder('f.json')],
  '/w/assessments/reviews': [file('a.json')],
};

test('folders of assessments that a run has not read are named, linked ones too', async () => {
  const listFolder = async (path: string) => {
    if (path.endsWith('/shut')) throw new Error('not for you');
    return folders[path];
  };
  const effects = { projectFolder: '/w', listFolder } as unknown as Effects;
  expect(await unreadFolders(effects)).toEqual([
    'assessments/2025 has assessments that were not read: name the folder to read them.',
    'assessments/linked has assessments that were not read: name the folder to read them.',
  ]);
  const none = { projectFolder: '/w', listFolder: async () => undefined } as unknown as Effects;
  expect(await unreadFolders(none)).toEqual([]);
});
