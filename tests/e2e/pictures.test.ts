import { execFileSync } from 'node:child_process';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readPdf } from '../../src/pdf/reading/read-pdf.ts';
import { jpeg, png, withExif } from '../support/pictures.ts';
import { folderWith, run, small } from './run.ts';

const FILE = 'assessments/fires.json';

const media = [
  {
    id: 'burnt-cabinet',
    file: 'pictures/cabinet.jpg',
    alt: 'A signal cabinet with its door off, black from the floor to the roof.',
    caption: 'The cabinet at Sandby on the morning after the fire.',
    credit: 'Rail Safety Authority',
    source: 'rail-authority',
    marking: 'TLP:GREEN',
  },
  {
    id: 'informant-photo',
    file: 'pictures/informant.png',
    alt: 'Two men beside a van, their faces turned away.',
    caption: 'The van that was seen at Zymurg siding.',
    credit: 'Own archive',
    marking: 'TLP:AMBER',
  },
];

const body = [
  'All four look like the first ([@fig-burnt-cabinet]).[@four-fires]',
  '![](media:burnt-cabinet)',
  'A van was seen.',
  '',
  '![](media:informant-photo)',
];

/** A sound assessment with two pictures, of which one is marked above the other. */
function withPictures(properties: object = {}): string {
  return small('fires', {
    marking: 'TLP:AMBER',
    releasable: 'TLP:GREEN',
    media,
    sections: [{ id: 'pattern', heading: 'A pattern of fires', body }],
    ...properties,
  });
}

async function project(properties: object = {}): Promise<string> {
  return folderWith({
    [FILE]: withPictures(properties),
    'pictures/cabinet.jpg': withExif(await jpeg(90, 60), 6),
    'pictures/informant.png': await png(60, 40),
  });
}

/** Whether some bytes reveal the owner of the camera. */
const isTold = (bytes: Uint8Array) => /Owner|GPS|Exif/.test(Buffer.from(bytes).toString('latin1'));

test('pictures are in every output, numbered, described, and without the metadata of their files', async () => {
  const folder = await project();
  const built = await run(['build', '--format', 'md,html,pdf,docx'], folder);
  expect(built.code, built.err).toBe(0);
  const output = (name: string) => readFile(join(folder, 'out', name));

  const memo = (await output('fires.md')).toString();
  expect(memo).toContain('All four look like the first (Figure 1).[^four-fires]');
  expect(memo).toContain('Figure 1. The cabinet at Sandby on the morning after the fire.');
  expect(memo).toContain(`![${media[0]?.alt}](figures/fires/burnt-cabinet.jpg)`);
  expect(memo).toContain('Picture: Rail Safety Authority[^rail-authority]');
  expect(memo).toContain('Figure 2. The van that was seen at Zymurg siding.');
  const written = await output('figures/fires/burnt-cabinet.jpg');
  expect(isTold(await readFile(join(folder, 'pictures/cabinet.jpg')))).toBe(true);
  expect(isTold(written)).toBe(false);

  const page = (await output('fires.html')).toString();
  expect(page).toContain(`alt="${media[0]?.alt}"`);
  expect(page).toContain(`width="60" height="90"`); // upright
  expect(page).toContain(written.toString('base64'));

  const word = unzipSync(await output('fires.docx'));
  const pictures = Object.entries(word).filter(([name]) => /media\/.*\.jpg$/.test(name));
  expect(pictures.map(([, bytes]) => Buffer.from(bytes).equals(written))).toEqual([true]);
  expect(Buffer.from(word['word/document.xml'] ?? []).toString()).toContain(`descr="${media[0]?.alt}"`);

  const pdf = await readPdf(await output('fires.pdf'));
  const carried = pdf.attachments.filter(({ name }) => name.startsWith('picture-'));
  expect(carried.map(({ name }) => name)).toEqual([
    'picture-burnt-cabinet-of-fires.jpg',
    'picture-informant-photo-of-fires.png',
  ]);
  expect(carried[0]?.bytes.equals(written)).toBe(true);
  expect(await run(['verify', 'out/fires.pdf'], folder)).toMatchObject({ code: 0 });
  expect(await run(['build', '--check', '--format', 'md,html,pdf,docx'], folder)).toMatchObject({ code: 0 });
});

test('a picture marked above a release is in none of its outputs, nor is a text that needs it', async () => {
  const folder = await project();
  const built = await run(['build', '--format', 'md,html,pdf,docx', '--release', 'TLP:GREEN'], folder);
  expect(built.code, built.err).toBe(0);
  const released = join(folder, 'out/tlp-green');
  const memo = await readFile(join(released, 'fires.md'), 'utf8');
  expect(memo).toContain('Figure 1. The cabinet');
  expect(memo).not.toMatch(/Zymurg|informant|media:/);
  const pdf = await readPdf(await readFile(join(released, 'fires.pdf')));
  expect(pdf.attachments.map(({ name }) => name)).toEqual([
    'fires.json',
    'picture-burnt-cabinet-of-fires.jpg',
  ]);
  expect(pdf.attachments.some(({ bytes }) => /Zymurg|informant/.test(bytes.toString()))).toBe(false);
  expect(await run(['verify', 'out/tlp-green/fires.pdf'], folder)).toMatchObject({ code: 0 });

  const referring = [...body, 'The van of [@fig-informant-photo] was hired.'];
  await writeFile(
    join(folder, FILE),
    withPictures({ sections: [{ id: 'pattern', heading: 'A pattern of fires', body: referring }] }),
  );
  const refused = await run(['build', '--format', 'md', '--release', 'TLP:GREEN'], folder);
  expect(refused.code).toBe(1);
  expect(refused.out + refused.err).toContain('refers to the picture `informant-photo`');
});

test('a file that is not a picture of the project is an error at its place, and the other memos are built', async () => {
  const folder = await project();
  const of = (id: string, file: string) =>
    writeFile(
      join(folder, `assessments/${id}.json`),
      small(id, {
        media: [{ ...media[0], file }],
        sections: [{ id: 'pattern', heading: 'A pattern of fires', body: body.slice(0, 2) }],
      }),
    );
  const jpg = await readFile(join(folder, 'pictures/cabinet.jpg'));
  await writeFile(join(folder, 'pictures/cut.jpg'), jpg.subarray(0, 200));
  await writeFile(join(folder, 'pictures/two.jpg'), Buffer.concat([jpg, Buffer.from('PK\u0003\u0004')]));
  await writeFile(join(folder, 'pictures/drawing.png'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await symlink('/etc/hostname', join(folder, 'pictures/link.png'));
  const said: Record<string, string> = {
    cut: 'It ends before the picture does.',
    two: 'Something else follows the end of the picture',
    drawing: 'It is neither PNG nor JPEG nor WebP',
    link: 'leads out of its folder',
    gone: 'There is no file `pictures/gone.jpg` in the project.',
  };
  await of('cut', 'pictures/cut.jpg');
  await of('two', 'pictures/two.jpg');
  await of('drawing', 'pictures/drawing.png');
  await of('link', 'pictures/link.png');
  await of('gone', 'pictures/gone.jpg');
  const built = await run(['build', '--format', 'md'], folder);
  expect(built.code).toBe(1);
  for (const [id, words] of Object.entries(said)) {
    const line = built.err
      .split('\n')
      .find((each) => each.startsWith(`assessments/${id}.json`) && each.includes('error'));
    expect(line).toMatch(
      /^assessments\/\w+\.json:\d+:\d+ error The picture cannot be shown\..*\[unusable-picture\]$/,
    );
    expect(line).toContain(words);
  }
  expect(built.out).toContain('out/fires.md');
});

test('a changed picture is processed again, by build and by check, whatever the cache contains', async () => {
  const folder = await project();
  const cache = { THREAT_MEMO_CACHE: join(folder, '.cache') };
  const shown = join(folder, 'out/figures/fires/burnt-cabinet.jpg');
  expect(await run(['build', '--format', 'md'], folder, cache)).toMatchObject({ code: 0 });
  const before = await readFile(shown);
  await writeFile(join(folder, 'pictures/cabinet.jpg'), await jpeg(30, 30));
  expect(await run(['build', '--format', 'md'], folder, cache)).toMatchObject({ code: 0 });
  expect((await readFile(shown)).equals(before)).toBe(false);
  expect(await run(['check'], folder, cache)).toMatchObject({ code: 0 });
  await writeFile(join(folder, 'pictures/cabinet.jpg'), 'gone');
  expect(await run(['check'], folder, cache)).toMatchObject({ code: 1 });
});

test('a redline shows the picture, and lists its change by name', async () => {
  const folder = await project();
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.c', ...args], { cwd: folder });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'first');
  const changed = media.map((medium, index) =>
    index === 0 ? { ...medium, credit: 'County Police' } : medium,
  );
  await writeFile(join(folder, FILE), withPictures({ media: changed }));
  const difference = await run(['diff', 'HEAD'], folder);
  expect(difference.out).toContain('credit');
  expect(difference.out).toContain('County Police');
  const redline = await run(['diff', 'HEAD', '--format', 'html', '--out', 'red.html'], folder);
  expect(redline.code, redline.err).toBe(0);
  expect(await readFile(join(folder, 'red.html'), 'utf8')).toContain('data:image/jpeg;base64,');
});
