import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPrinter } from '../../src/pdf/browser/printer.ts';
import { comparePdfs } from '../../src/pdf/reading/compare-pdfs.ts';
import { PdfFile } from '../../src/pdf/reading/pdf-file.ts';
import { readPdf } from '../../src/pdf/reading/read-pdf.ts';
import { Name, type PdfValue, Reference, Text } from '../../src/pdf/reading/values.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { type VerifyReport, verify } from '../../src/verify/verify.ts';
import { streamObject, withUpdate } from '../pdf/incremental-update.ts';
import { folderWith, root, run, small } from './run.ts';
import { shippedBuild } from './shipped-build.ts';

/** One memo for all tests that change it. */
let folder: string;
let pdf: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threat-memo-test-'));
  await mkdir(join(folder, 'assessments'));
  await writeFile(join(folder, 'assessments/fires.json'), small('fires'));
  expect((await run(['build', '--format', 'pdf'], folder)).code).toBe(0);
  pdf = await readFile(join(folder, 'out/fires.pdf'));
});

/** One browser for all that is printed again. */
const printer = openPrinter({ concurrency: 1, env: process.env });

afterAll(async () => {
  await (await printer).close();
  await rm(folder, { recursive: true });
});

/** The result of `verify` for a PDF, without a separate process and browser, which would take most of the time. */
async function verified(bytes: Uint8Array): Promise<VerifyReport> {
  await writeFile(join(folder, 'given.pdf'), bytes);
  return verify('given.pdf', {}, nodeEffects(root, folder), await printer);
}

/** The number of the first compressed stream that has a text in it, and what it holds. */
function streamWith(pdf: Buffer, text: string): { number: number; content: string } {
  const file = pdf.toString('latin1');
  for (const match of file.matchAll(/(\d+) 0 obj\s*<<[^>]*\/Length (\d+)[^>]*>> stream\r?\n/g)) {
    const start = match.index + match[0].length;
    const packed = pdf.subarray(start, start + Number(match[2]));
    const content = match[0].includes('FlateDecode') ? inflateSync(packed).toString('latin1') : '';
    if (content.includes(text)) return { number: Number(match[1]), content };
  }
  throw new Error(`No stream has ${text} in it.`);
}

/** The PDF with a new version of an object appended, as editors do. */
function withStream(pdf: Buffer, number: number, content: string): Buffer {
  return withUpdate(pdf, streamObject(number, Buffer.from(content, 'latin1')));
}

/** Replaces text by text of the same length, so that every offset stays. */
function patched(pdf: Buffer, from: string, to: string): Buffer {
  const text = pdf.toString('latin1');
  expect(to).toHaveLength(from.length);
  expect(text).toContain(from);
  return Buffer.from(
    text.replaceAll(from, () => to),
    'latin1',
  );
}

/** The PDF with one entry of a dictionary changed by an appended update, as a forger would do. */
function withKey(file: PdfFile, at: PdfValue | undefined, key: string, value: string): Buffer {
  if (!(at instanceof Reference)) throw new Error(`There is no object of its own to put ${key} into.`);
  const entries = [...file.dictionary(at)]
    .filter(([name]) => name !== key)
    .map(([name, one]) => `/${name} ${written(one)}`);
  return withUpdate(pdf, {
    number: at.object,
    content: Buffer.from(`<<${entries.join(' ')} /${key} ${value}>>`, 'latin1'),
  });
}

function written(value: PdfValue): string {
  if (value instanceof Name) return `/${value.name}`;
  if (value instanceof Text) return `<${Buffer.from(value.bytes, 'latin1').toString('hex')}>`;
  if (value instanceof Reference) return `${value.object} 0 R`;
  if (Array.isArray(value)) return `[${value.map(written).join(' ')}]`;
  if (value instanceof Map)
    return `<<${[...value].map(([name, one]) => `/${name} ${written(one)}`).join(' ')}>>`;
  return String(value);
}

function pageOf(file: PdfFile): PdfValue | undefined {
  let at: PdfValue | undefined = file.dictionary(file.trailer.get('Root')).get('Pages');
  while (file.dictionary(at).has('Kids')) [at] = file.list(file.dictionary(at).get('Kids'));
  return at;
}

/** The first object below an entry of the catalog, by a key that holds one or a list. */
function firstOf(file: PdfFile, entry: string, key: string): PdfValue | undefined {
  const below = file.dictionary(file.dictionary(file.trailer.get('Root')).get(entry)).get(key);
  const found = file.resolve(below);
  return Array.isArray(found) ? found[0] : below;
}

describe('an unchanged PDF matches its assessment', () => {
  test('a shipped memo', async () => {
    const own = await shippedBuild();
    const { code, out } = await run(['verify', 'out/dagestan-attacks-2016.pdf'], own);
    expect(out).toContain('same out/dagestan-attacks-2016.pdf matches the assessment attached to it');
    expect(code).toBe(0);
  });

  test('in another folder, on other paper, with --form, and as a pack with one left out', async () => {
    const own = await folderWith({
      'assessments/fires.json': small('fires'),
      'assessments/floods.yaml': small('floods'),
      'assessments/bad.json': '{',
    });
    await run(['build', 'fires', '--paper', 'Letter', '--form', 'one-pager', '--out', 'letter'], own);
    await run(['build', '--form', 'briefing-pack', '--format', 'pdf'], own);
    for (const path of ['letter/fires.one-pager.pdf', 'out/briefing-pack.pdf']) {
      const report = await verified(await readFile(join(own, path)));
      expect(report.differences).toEqual([]);
      expect(report).toMatchObject({ same: true });
    }
  });

  test('a pack from folders with different registers, and from one without', async () => {
    const register = (name: string) => JSON.stringify({ actors: [{ id: 'crew', name, type: 'network' }] });
    const withCrew = { actors: [{ ref: 'crew', summary: 'They burn.', intent: { level: 'limited' } }] };
    const former = { edition: { number: 2, supersedes: 'before/floods.json' } };
    const own = await folderWith({
      'north/fires.json': small('fires', withCrew),
      'north/register.json': register('Northern crew'),
      'south/floods.json': small('floods', { ...withCrew, ...former }),
      'south/before/floods.json': small('floods', withCrew),
      'south/register.json': register('Southern crew'),
      'west/storms.json': small('storms'),
    });
    const { code } = await run(
      ['build', 'north', 'south', 'west', '--form', 'briefing-pack', '--format', 'pdf'],
      own,
    );
    expect(code).toBe(0);
    const made = await readFile(join(own, 'out/briefing-pack.pdf'));
    const report = await verified(made);
    expect(report.differences).toEqual([]);
    expect(report).toMatchObject({
      same: true,
      made: { sourceRegisters: ['register.json', 'register-2.json', ''] },
    });
  });

  test('a released version, which is its own source', async () => {
    const own = await folderWith({ 'assessments/fires.json': small('fires') });
    await run(['build', '--format', 'pdf', '--release', 'TLP:CLEAR', '--out', 'out'], own);
    const report = await verified(await readFile(join(own, 'out/fires.pdf')));
    expect(report).toMatchObject({
      same: true,
      made: { form: 'policy-memo', informationCutOff: '2025-04-30' },
    });
  });
});

describe('a changed PDF is detected, and its changes are listed', () => {
  test('one letter of one word, by an update behind the file', async () => {
    const { number, content } = streamWith(pdf, ' Tj\n');
    const glyphs = [...content.matchAll(/<([0-9A-F]{4})> Tj/g)].map(([, glyph = '']) => glyph);
    const [first = '', other = ''] = [...new Set(glyphs)].slice(4, 6);
    const at = content.lastIndexOf(`<${first}> Tj`);
    const changed = `${content.slice(0, at)}<${other}>${content.slice(at + 6)}`;
    const report = await verified(withStream(pdf, number, changed));
    expect(report).toMatchObject({ same: false });
    expect(report.differences).toMatchObject([{ kind: 'words', page: expect.any(Number) }]);
    expect(report.differences[0]?.message).toMatch(
      /^Page \d+: .*it says “\S+”, where the assessment gives “\S+”\.$/,
    );
  });

  test('a drawing, with the same words', async () => {
    const { number, content } = streamWith(pdf, ' Tj\n');
    const report = await verified(withStream(pdf, number, `${content}\n0 0 100 100 re f\n`));
    expect(report.differences).toMatchObject([{ kind: 'drawing' }]);
  });

  test.each<[part: string, change: (pdf: PdfFile) => Buffer]>([
    [
      'the part of the page that is shown (CropBox) on page 1.',
      (file) => withKey(file, pageOf(file), 'CropBox', '[0 400 595 842]'),
    ],
    ['how the page is turned on page 1.', (file) => withKey(file, pageOf(file), 'Rotate', '180')],
    [
      'what is done when it is opened.',
      (file) =>
        withKey(file, file.trailer.get('Root'), 'OpenAction', '<</S /JavaScript /JS (app.alert\\(1\\))>>'),
    ],
    [
      'the outline.',
      (file) => withKey(file, firstOf(file, 'Outlines', 'First'), 'Title', '(Another heading)'),
    ],
    [
      'how an annotation looks on page 1.',
      (file) => withKey(file, file.list(file.dictionary(pageOf(file)).get('Annots'))[0], 'AP', '<</N null>>'),
    ],
    [
      'what is read aloud in the place of what is drawn.',
      (file) => withKey(file, firstOf(file, 'StructTreeRoot', 'K'), 'ActualText', '(Nothing burned.)'),
    ],
  ])('a change that its words do not show: %s', (part, change) => {
    // What `verify` compares a PDF with is what was built, as the tests above show: it need not be printed again.
    const found = comparePdfs(readPdf(change(new PdfFile(pdf))), readPdf(pdf));
    expect(found.map(({ message }) => message)).toContain(`Other than the assessment gives: ${part}`);
  });

  const catalog = (file: PdfFile) => file.trailer.get('Root');
  const onPage = (key: string, value: string) => (file: PdfFile) => withKey(file, pageOf(file), key, value);
  const inRoot = (key: string, value: string) => (file: PdfFile) => withKey(file, catalog(file), key, value);
  const script = '<</S /JavaScript /JS (app.alert\\(1\\))>>';
  test.each<[what: string, change: (file: PdfFile) => Buffer]>([
    ['an action when a page is opened', onPage('AA', `<</O ${script}>>`)],
    ['a larger sheet', onPage('MediaBox', '[0 0 842 1191]')],
    ['another measure of its sheet', onPage('UserUnit', '2')],
    ['no links', onPage('Annots', '[]')],
    [
      'a note stuck on it',
      onPage('Annots', '[<</Type /Annot /Subtype /Text /Rect [9 9 30 30] /Contents (Void.)>>]'),
    ],
    ['a transition', onPage('Trans', '<</S /Dissolve>>')],
    ['actions of the document', inRoot('AA', `<</WC ${script}>>`)],
    ['a layer that is switched off', inRoot('OCProperties', '<</OCGs [] /D <</BaseState /OFF>>>>')],
    ['scripts by name', inRoot('Names', `<</JavaScript <</Names [(x) ${script}]>>>>`)],
    ['another language', inRoot('Lang', '(tlh)')],
    ['other numbers of pages', inRoot('PageLabels', '<</Nums [0 <</S /r>>]>>')],
    ['a title bar of its own', inRoot('ViewerPreferences', '<</HideMenubar true>>')],
    ['a form', inRoot('AcroForm', '<</Fields [] /NeedAppearances true>>')],
    ['no tags', inRoot('MarkInfo', '<</Marked false>>')],
    ['a way to open it', inRoot('PageMode', '/UseAttachments')],
    [
      'a link that leads elsewhere',
      (file) => {
        const [annotation] = file.list(file.dictionary(pageOf(file)).get('Annots'));
        return withKey(file, annotation, 'A', '<</S /URI /URI (https://example.org/)>>');
      },
    ],
  ])('%s is reported, not only that bytes differ', (_, change) => {
    const found = comparePdfs(readPdf(change(new PdfFile(pdf))), readPdf(pdf));
    expect(found.map(({ kind }) => kind)).toContainEqual(
      expect.stringMatching(/^(document|drawing|attachment)$/),
    );
  });

  test('the title in its metadata', async () => {
    const report = await verified(patched(pdf, '/Title (Memo fires)', '/Title (Memo fines)'));
    expect(report.differences).toMatchObject([
      { kind: 'metadata', message: expect.stringContaining('“Memo fines”') },
      { kind: 'document', message: 'Other than the assessment gives: the outline.' },
    ]);
  });

  test('the attached assessment', async () => {
    const { number, content } = attached(pdf, '"title": "Memo fires"');
    const report = await verified(withAttachment(pdf, number, content.replace('Memo fires', 'Memo other')));
    const kinds = report.differences.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['source', 'words', 'metadata']));
  });

  test('a file appended after its end, which no reader shows', async () => {
    const report = await verified(Buffer.concat([pdf, Buffer.from('% nothing to see\n')]));
    expect(report.differences).toMatchObject([{ kind: 'bytes' }]);
  });

  test('a character changed by hand, so that no table of the file fits', async () => {
    const longer = pdf.toString('latin1').replaceAll('/Title (Memo fires)', '/Title (Memo of fires)');
    const report = await verified(Buffer.from(longer, 'latin1'));
    expect(report.differences).toMatchObject([{ kind: 'metadata' }, { kind: 'document' }]);
  });

  test('another version, form or browser is named as the reason', async () => {
    const old = patched(pdf, '<tm:ProgramVersion>0.1.0<', '<tm:ProgramVersion>0.0.9<');
    expect((await verified(old)).differences).toMatchObject([
      { kind: 'program', message: expect.stringContaining('0.0.9') },
    ]);
    const printer = patched(
      patched(pdf, '/Producer (Skia', '/Producer (Skya'),
      '<pdf:Producer>Skia',
      '<pdf:Producer>Skya',
    );
    expect((await verified(printer)).differences).toMatchObject([{ kind: 'browser' }]);
    const hash = /<tm:FormHash>(\w+)</.exec(pdf.toString('latin1'))?.[1] ?? '';
    expect((await verified(patched(pdf, hash, '0'.repeat(64)))).differences).toMatchObject([
      { kind: 'form' },
    ]);
    const form = await verified(patched(pdf, '<tm:Form>policy-memo<', '<tm:Form>../../../x/<'));
    expect(form.differences).toMatchObject([
      { kind: 'form', message: expect.stringContaining('does not have') },
    ]);
  });
});

test('templates of the folder count only with --own-templates', async () => {
  const folder = await folderWith({
    'assessments/fires.json': small('fires', { form: 'note' }),
    'templates/note/memo.md.hbs': '# {{md title}}\n',
  });
  await run(['build', '--format', 'pdf'], folder);
  const without = await run(['verify', 'out/fires.pdf'], folder);
  expect(without.out).toContain('the form note, which this program does not have');
  expect(without.code).toBe(1);
  const own = await run(['verify', 'out/fires.pdf', '--own-templates'], folder);
  expect(own.out).toContain('same out/fires.pdf');
  expect(own.code).toBe(0);
});

/** The compressed attachment that has a text in it. */
function attached(pdf: Buffer, text: string): { number: number; content: string } {
  const file = pdf.toString('latin1');
  for (const match of file.matchAll(
    /(\d+) 0 obj\n<<\/Type \/EmbeddedFile[^\n]*?\/Length (\d+)[^\n]*\nstream\n/g,
  )) {
    const start = match.index + match[0].length;
    const content = inflateSync(pdf.subarray(start, start + Number(match[2]))).toString('utf8');
    if (content.includes(text)) return { number: Number(match[1]), content };
  }
  throw new Error(`No attachment has ${text} in it.`);
}

function withAttachment(pdf: Buffer, number: number, content: string): Buffer {
  const packed = deflateSync(content);
  const head = `<</Type /EmbeddedFile /Filter /FlateDecode /Length ${packed.length}>>\nstream\n`;
  return withUpdate(pdf, {
    number,
    content: Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]),
  });
}

describe('a PDF that cannot be compared is not called the same', () => {
  test('wrong usage', async () => {
    const folder = await folderWith({ 'a.pdf': 'no PDF', 'b.txt': '' });
    expect(await run(['verify', 'a.pdf'], folder)).toMatchObject({
      code: 2,
      err: 'error a.pdf is not a PDF.\n',
    });
    expect(await run(['verify', 'none.pdf'], folder)).toMatchObject({ code: 2 });
    expect(await run(['verify'], folder)).toMatchObject({ code: 2 });
  });

  test.each([
    ['nested without end', '{"a":'.repeat(1_000_000), /cannot be built: line 1: /],
    ['an id that leads elsewhere', small('../../x'), /cannot be built: line 2: `id` is/],
    [
      'an edition before that nobody can name',
      small('fires', { edition: { number: 2, supersedes: 'HEAD:\u0000--x' } }),
      /^Page 1: .*it says/,
    ],
  ])('with a hostile assessment: %s', async (_, assessment, said) => {
    const { number } = attached(pdf, '"title"');
    const { same, differences } = await verified(withAttachment(pdf, number, assessment));
    expect(same).toBe(false);
    expect(differences.some(({ message }) => said.test(message))).toBe(true);
  });

  test('without an assessment, and with an invalid one', async () => {
    const bare = await verified(patched(pdf, '/EmbeddedFiles', '/EmbeddedFilez'));
    expect(bare).toMatchObject({ same: false, differences: [{ kind: 'no-source' }] });
    const { number } = attached(pdf, '"title"');
    const broken = await verified(withAttachment(pdf, number, '{ "id": 7 }'));
    expect(broken.differences.at(-1)?.message).toMatch(
      /^The assessment that it carries cannot be built: line 1: /,
    );
  });
});
