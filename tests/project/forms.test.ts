import { describe, expect, it } from 'vitest';
import { MachineFault } from '../../src/model/fault.ts';
import type { Effects } from '../../src/project/effects.ts';
import { Forms } from '../../src/project/forms.ts';

/** Forms found among files by their paths below two folders: the program's `/program` and the user's `/home`. */
function formsOf(files: Readonly<Record<string, string>>): Forms {
  const paths = Object.keys(files);
  const effects: Partial<Effects> = {
    projectFolder: '/home',
    calledIn: '/home',
    programFolder: '/program',
    readFile: (path) =>
      Promise.resolve(files[path] === undefined ? undefined : new TextEncoder().encode(files[path])),
    listFolder: (folder) => {
      const below = paths.filter((path) => path.startsWith(`${folder}/`));
      const names = [
        ...new Set(below.map((path) => path.slice(folder.length + 1).split('/')[0] ?? '')),
      ].sort();
      const isFolder = (name: string) => !paths.includes(`${folder}/${name}`);
      return Promise.resolve(
        below.length > 0 ? names.map((name) => ({ name, isFolder: isFolder(name) })) : undefined,
      );
    },
  };
  return new Forms(effects as Effects);
}

const shared = {
  '/program/templates/_shared/print.css': 'of all {}',
  '/program/templates/_shared/narrow.css': 'of some {}',
  '/program/templates/_shared/messages/en.json': '{ "noun": "hypothesis", "verb": "hold" }',
  '/program/templates/note/memo.md.hbs': 'Note',
};

describe('a form', () => {
  it('has the style of all forms, then its shared styles, then its own', async () => {
    const form = await formsOf({
      ...shared,
      '/program/templates/note/form.json': '{ "styles": ["narrow"] }',
      '/program/templates/note/style.css': 'own {}',
    }).load('note');
    expect(form.stylesheet).toBe('of all {}\nof some {}\nown {}');
    expect(form.ownStyle).toBe('of some {}\nown {}');
    expect(form).not.toHaveProperty('fit');
  });

  it('may have a page limit and shared styles', async () => {
    const settings = '{ "styles": ["narrow"], "fit": { "pages": 1, "variants": 3 } }';
    const form = await formsOf({ ...shared, '/program/templates/note/form.json': settings }).load('note');
    expect(form.fit).toEqual({ pages: 1, variants: 3, of: 'memo' });
    expect(form.ownStyle).toBe('of some {}');
  });

  it.each([
    ['a style that is not there', '{ "styles": ["broad"] }'],
    ['styles that are no list', '{ "styles": "narrow" }'],
    ['a fit without pages', '{ "fit": { "variants": 3 } }'],
  ])('with %s is refused', async (_, settings) => {
    const forms = formsOf({ ...shared, '/program/templates/note/form.json': settings });
    await expect(forms.load('note')).rejects.toThrow(MachineFault);
  });

  it('replaces shared phrases by its own, for itself only', async () => {
    const forms = formsOf({
      ...shared,
      '/program/templates/note/messages/en.json': '{ "noun": "version" }',
      '/program/templates/brief/memo.md.hbs': 'Brief',
    });
    expect((await forms.load('note')).messages.get('en')).toEqual({ noun: 'version', verb: 'hold' });
    expect((await forms.load('brief')).messages.get('en')).toEqual({ noun: 'hypothesis', verb: 'hold' });
  });

  it('of the user keeps the phrases of the form that it replaces', async () => {
    const form = await formsOf({
      ...shared,
      '/program/templates/note/messages/en.json': '{ "noun": "version" }',
      '/home/templates/note/memo.md.hbs': 'Mine',
    }).load('note');
    expect(form.templates.get('memo')).toBe('Mine');
    expect(form.messages.get('en')).toEqual({ noun: 'hypothesis', verb: 'hold' });
  });
});
