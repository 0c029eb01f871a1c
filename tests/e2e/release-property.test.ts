import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { tableNames } from '../../src/ledger/columns.ts';
import { releasedVersion } from '../../src/memo/release.ts';
import type { Assessment, Marking, Register } from '../../src/model/generated/types.ts';
import { validateAssessment } from '../../src/validate/validate.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { markedAssessments, tagged, wordsAbove } from '../support/marked-assessments.ts';
import { png } from '../support/pictures.ts';
import { markings } from '../support/scales.ts';
import { isSoak, SOAK_TIMEOUT, sampled } from '../support/soak.ts';
import { folderWith, run } from './run.ts';

/*
 * The property of a release, held against the files that the program writes: every one is taken apart, and the words of what
 * is withheld are looked for in each of its parts.
 */

/** An assessment that can be released at a level, with the edition before it. */
interface Case {
  readonly now: Assessment;
  readonly before: Assessment;
  readonly level: Marking;
  /** Entries that only withheld entries refer to. */
  readonly register: Register;
  /** What must be nowhere. */
  readonly secrets: readonly string[];
}

/** Cases of one level: generated ones are tried until there are so many that can be released. */
function casesAt(level: Marking, count: number, seed: number): Case[] {
  for (const numRuns of [count * 6, count * 60]) {
    const pairs = fc.sample(fc.tuple(markedAssessments, markedAssessments), { numRuns, seed });
    const cases = releasable(pairs, level, count);
    if (cases.length === count) return cases;
  }
  throw new Error(`Too few of the generated assessments can be released at ${level}.`);
}

type Generated = typeof markedAssessments extends fc.Arbitrary<infer Value> ? Value : never;

function releasable(
  pairs: readonly (readonly [now: Generated, before: Generated])[],
  level: Marking,
  count: number,
): Case[] {
  const cases: Case[] = [];
  for (const [now, before] of pairs) {
    if (cases.length === count) break;
    const tag = 'abcdefghijklmnop'.charAt(cases.length) + 'xyzuvw'.charAt(markings.indexOf(level));
    const edition = { number: 2, supersedes: `v1:assessments/sample-${tag}.json` };
    const form = FORMS[cases.length % FORMS.length] ?? '';
    const register = hiddenRegister(tag);
    const whole = validateAssessment({ ...referring(tagged(now, tag), register), edition, form }).assessment;
    const former = validateAssessment({
      ...referring(tagged(before, tag), register),
      edition: { number: 1 },
      form,
    }).assessment;
    if (!whole || !former) throw new Error('A generated assessment is not valid.');
    const released = releasedVersion({ assessment: whole, previous: former, register, level }).assessment;
    if (!released) continue;
    // An entry withheld in the previous edition and no longer may be reported in its present form.
    const open = JSON.stringify(released);
    const own = wordsAbove(whole, level);
    const then = wordsAbove(former, level).filter((word) => !own.includes(word) && !open.includes(word));
    const hidden = Object.values(register).flatMap(
      (list) => JSON.stringify(list).match(/Zq\w+x|hidden-\w+/g) ?? [],
    );
    cases.push({
      now: whole,
      before: former,
      level,
      register,
      secrets: [...own, ...then, ...new Set(hidden)],
    });
  }
  return cases;
}

function hiddenRegister(
  tag: string,
): Required<Pick<Register, 'actors' | 'incidents' | 'places' | 'sources'>> {
  return {
    actors: [{ id: `hidden-actor${tag}`, name: `Zq${tag}frontx`, aliases: [`Zq${tag}aliasx`] }],
    incidents: [
      {
        id: `hidden-event${tag}`,
        title: `Fall of Zq${tag}eventx`,
        date: '2025-03',
        place: `hidden-place${tag}`,
      },
    ],
    places: [{ id: `hidden-place${tag}`, name: `Zq${tag}placex`, country: `Zq${tag}landx` }],
    sources: [{ id: `hidden-book${tag}`, csl: { type: 'book', title: `Book of Zq${tag}bookx` } }],
  };
}

/** The assessment with entries of the register, all of them marked above every release. */
function referring(assessment: Generated, register: ReturnType<typeof hiddenRegister>): object {
  const marking = 'TLP:RED';
  const withRefs = (collection: 'actors' | 'incidents' | 'sources') => ({
    [collection]: [
      ...(assessment[collection] as object[]),
      ...register[collection].map(({ id: ref }) => ({ ref, marking })),
    ],
  });
  return { ...assessment, ...withRefs('actors'), ...withRefs('incidents'), ...withRefs('sources') };
}

const FORMS = ['policy-memo', 'event-report', 'explainer', 'incident-brief', 'commentary', 'one-pager'];

function git(folder: string, ...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_SYSTEM: devNull },
  });
}

/** Every text in a file, by the part that contains it. */
async function textsIn(name: string, bytes: Uint8Array): Promise<[part: string, text: string][]> {
  if (name.endsWith('.docx')) {
    return Object.entries(unzipSync(bytes)).map(([part, content]) => [
      `${name}: ${part}`,
      Buffer.from(content).toString('utf8'),
    ]);
  }
  if (!name.endsWith('.pdf')) {
    const text = Buffer.from(bytes).toString('utf8');
    const inline = [...text.matchAll(/base64,([A-Za-z0-9+/=]+)/g)].map(([, data = '']) =>
      Buffer.from(data, 'base64').toString('latin1'),
    );
    return [
      [name, `${text}\n${decodeURIComponent(encodeURI(text))}`],
      ...inline.map((one): [string, string] => [`${name}: data`, one]),
    ];
  }
  const { pages, outline, info, xmp, attachments } = await readPdf(bytes);
  return [
    [`${name}: text`, pages.join('\n')],
    [`${name}: outline`, outline.join('\n')],
    [`${name}: metadata`, `${JSON.stringify(info)}\n${xmp}`],
    ...[...attachments].map(([file, text]): [string, string] => [
      `${name}: attached ${file}`,
      `${file}\n${text}`,
    ]),
    [`${name}: objects`, unpacked(bytes)],
  ];
}

/**
 * All strings and streams of a PDF, without a reader of PDFs: whatever can be inflated is, and texts of two bytes a letter lose
 * the empty ones. So alternative texts, tags, names and what no reader shows are in it too.
 */
function unpacked(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes);
  const parts = [raw.toString('latin1')];
  for (let at = raw.indexOf('stream'); at >= 0; at = raw.indexOf('stream', at + 6)) {
    const start = at + (raw[at + 6] === 13 ? 8 : 7);
    try {
      parts.push(inflateSync(raw.subarray(start), { finishFlush: 2 }).toString('latin1'));
    } catch {
      // No packed stream begins here.
    }
  }
  return parts.flatMap((part) => [part.replaceAll('\0', ''), ...hexStrings(part)]).join('\n');
}

function hexStrings(text: string): string[] {
  return [...text.matchAll(/<([0-9A-Fa-f\s]{8,})>/g)].map(([, hex = '']) =>
    Buffer.from(hex.replace(/\s/g, ''), 'hex').toString('latin1').replaceAll('\0', ''),
  );
}

/** Which of some words are in a text, however it is broken into lines. */
function found(words: readonly string[], text: string): string[] {
  const plain = text.toLowerCase();
  const joined = plain.replace(/[\s\u00ad\u200b\u2011-]+|<[^>]*>/g, '');
  return words.filter((word) => {
    const sought = word.toLowerCase();
    return plain.includes(sought) || (!sought.includes('-') && joined.includes(sought));
  });
}

async function filesUnder(folder: string): Promise<[name: string, bytes: Uint8Array][]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.\w+$/.test(name));
  return Promise.all(
    names.map(async (name): Promise<[string, Uint8Array]> => [name, await readFile(join(folder, name))]),
  );
}

const EXCHANGED = ['stix', 'misp', 'json-ld', 'csl', 'bibtex', 'ris', 'csv'];

/** The output of queries over all assessments at a marking, by the name of a file for it. */
const COMMANDS: readonly (readonly [name: string, args: readonly string[]])[] = [
  ...tableNames.map(
    (table) => [`ledger-${table}.json`, ['ledger', '--of', table, '--format', 'json']] as const,
  ),
  ['ledger.txt', ['ledger', '--editions', 'all']],
  ['ledger.csv', ['ledger', '--format', 'csv']],
  ['record.txt', ['ledger', '--record', 'author']],
  ['compare.md', ['compare']],
  ['compare.json', ['compare', '--format', 'json']],
];

const NOTE = { title: 'Note of the desk', type: 'string' };
const OWN_FIELDS = {
  properties: {
    'x-desk-note': NOTE,
    evidence: { type: 'array', items: { type: 'object', properties: { 'x-desk-note': NOTE } } },
  },
};

/** Who gets the memos; who may know of the second is above every release. */
const READERS = ['Office of readers', { to: 'Zqreaderx House', marking: 'TLP:RED' }];

function registerOf(cases: readonly Case[]): Register {
  const all = (collection: 'actors' | 'incidents' | 'places' | 'sources') =>
    cases.flatMap(({ register }) => (register[collection] ?? []) as never[]);
  return {
    actors: all('actors'),
    incidents: all('incidents'),
    places: all('places'),
    sources: all('sources'),
  };
}

function picturesOf({ media = [] }: Assessment): string[] {
  return media.map(({ file }) => file);
}

const LEVELS: readonly Marking[] = isSoak ? markings.slice(0, -1) : ['TLP:GREEN'];

test.each(LEVELS)(
  'nothing marked above %s is in any file of a release, its pack, history, redlines and exports',
  async (level) => {
    const cases = casesAt(level, sampled(2, 12), 14);
    expect(cases.length).toBeGreaterThan(1);
    const file = (assessment: Assessment) => JSON.stringify(assessment, null, 2);
    const pictures = [...new Set(cases.flatMap(({ now, before }) => [now, before].flatMap(picturesOf)))];
    const drawn = await png(40, 30);
    const folder = await folderWith({
      'threat-memo.config.json': JSON.stringify({ fields: OWN_FIELDS, brand: { distribution: READERS } }),
      'assessments/register.json': JSON.stringify(registerOf(cases)),
      ...Object.fromEntries(cases.map(({ before }) => [`assessments/${before.id}.json`, file(before)])),
      ...Object.fromEntries(pictures.map((path) => [path, drawn])),
    });
    git(folder, 'init', '--quiet');
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--message=one');
    git(folder, 'tag', 'v1');
    for (const { now } of cases) await writeFile(join(folder, 'assessments', `${now.id}.json`), file(now));
    git(folder, 'commit', '--quiet', '--all', '--message=two');

    const release = ['--release', level, '--history', '--record', '--format', 'md,pdf,html,docx'];
    const built = await run(['build', ...release.slice(0, -1), 'md,pdf,html,docx,email'], folder);
    expect(built.code, built.err.match(/^.* error .*$\n.*/gm)?.join('\n')).toBe(0);
    const pack = await run(['build', ...release, '--form', 'briefing-pack'], folder);
    expect(pack.code, pack.err.slice(-2000)).toBe(0);
    for (const format of EXCHANGED) {
      const { code, err } = await run(
        ['export', ...cases.map(({ now }) => now.id), '--to', format, '--release', level],
        folder,
      );
      expect(code, `${format}: ${err.slice(-2000)}`).toBe(0);
    }
    const out = join(folder, 'out', level.toLowerCase().replace(/[^a-z]+/g, '-'));
    await redlinesOf(cases, out);
    expect((await run(['site', '--release', level], folder)).code).toBe(0);
    for (const [name, args] of COMMANDS) {
      const { code, out: said, err } = await run([...args, '--release', level], folder);
      expect(code, `${args.join(' ')}: ${err.slice(-2000)}`).toBe(0);
      await writeFile(join(out, name), `${said}\n${err}`);
    }

    const secrets = [...cases.flatMap((one) => one.secrets), 'Zqreaderx'];
    expect(secrets.length).toBeGreaterThan(cases.length);
    const files = await filesUnder(out);
    const endings = new Set(files.map(([name]) => name.replace(/^.*\./, '')));
    expect([...endings]).toEqual(
      expect.arrayContaining(['md', 'pdf', 'html', 'docx', 'png', 'svg', 'json', 'csv', 'txt']),
    );
    expect(files.some(([name]) => name.endsWith('.email.html'))).toBe(true);
    const said = (await Promise.all(files.map(([name, bytes]) => textsIn(name, bytes)))).flat();
    const leaks = said.flatMap(([part, text]) => found(secrets, text).map((word) => `${word} in ${part}`));
    expect(leaks).toEqual([]);
    for (const [name] of files) expect(found(secrets, name)).toEqual([]);
    // The search finds what is there: each memo has words of its own.
    const kept = cases.map(({ now, secrets: own }) =>
      JSON.stringify(now)
        .match(/\bZq\w+x\b/g)
        ?.find((word) => !own.includes(word)),
    );
    expect(said.some(([, text]) => text.includes('Office of readers'))).toBe(true);
    for (const ending of ['md', 'pdf: text', 'pdf: objects', 'docx: word/document.xml', 'html']) {
      const text = said
        .filter(([part]) => part.endsWith(ending))
        .map(([, one]) => one)
        .join('\n');
      expect([
        ending,
        found(
          kept.filter((word) => word !== undefined),
          text,
        ),
      ]).not.toEqual([ending, []]);
    }
  },
  SOAK_TIMEOUT,
);

/** The redlines that a reader of the released PDFs can make: of the editions that they carry. */
async function redlinesOf(cases: readonly Case[], out: string): Promise<void> {
  let made = 0;
  for (const { now } of cases) {
    const { attachments } = await readPdf(await readFile(join(out, `${now.id}.pdf`)));
    const [fresh] = [...attachments].filter(([name]) => name === `${now.id}.json`);
    const [former] = [...attachments].filter(([name]) => name.startsWith('former-edition'));
    if (!fresh || !former) continue;
    const folder = join(out, 'redline', now.id);
    await mkdir(join(folder, 'assessments'), { recursive: true });
    await writeFile(join(folder, 'assessments', 'new.json'), fresh[1]);
    await writeFile(join(folder, 'assessments', 'old.json'), former[1]);
    for (const format of isSoak ? ['md', 'json', 'html', 'pdf', 'docx'] : ['md', 'pdf', 'docx']) {
      const args = ['diff', 'assessments/old.json', 'assessments/new.json', '--format', format];
      const where = /md|json/.test(format) ? ['--out', join(folder, `diff.${format}`)] : ['--out', folder];
      const { code, err } = await run([...args, ...where], folder);
      expect(code, err.slice(-2000)).toBe(0);
    }
    made += 1;
    if (!isSoak) break;
  }
  expect(made).toBeGreaterThan(0);
}
