import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { diffAssessments } from '../../../src/diff/diff-assessments.ts';
import { FORMER } from '../../../src/diff/match/former-ids.ts';
import type { DiffSide } from '../../../src/diff/types.ts';
import { buildMemo } from '../../../src/memo/build-memo.ts';
import type { Assessment, Register } from '../../../src/model/generated/types.ts';
import { openPrinter, type Printer } from '../../../src/pdf/browser/printer.ts';
import { Forms } from '../../../src/project/forms.ts';
import { nodeEffects } from '../../../src/project/node-effects.ts';
import { sha256 } from '../../../src/project/provenance.ts';
import { makeRedline, type RedlineOptions } from '../../../src/review/redline/redline.ts';
import { validateAssessment } from '../../../src/validate/validate.ts';
import { plainWords, readingOf, wordsIn } from '../../html/redline.ts';
import { readDrawnPdf, readPdf } from '../../pdf/read-pdf.ts';
import { changedEdition } from '../../support/changed-edition.ts';
import { sampled } from '../../support/soak.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = `${root}assessments/`;
const read = (name: string) => JSON.parse(readFileSync(`${folder}${name}`, 'utf8'));
const register: Register = read('register.json');
const shipped = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && name !== 'register.json')
  .map((name): [string, Assessment] => [name, read(name)]);
const effects = nodeEffects(root);

let printer: Promise<Printer> | undefined;
const print = () => (printer ??= openPrinter({ env: process.env, concurrency: 1 }));
afterAll(async () => (await printer)?.close());

const fileOf = (assessment: Assessment) => ({
  path: `${assessment.id}.json`,
  bytes: Buffer.from(JSON.stringify(assessment)),
});

function redlineBetween(before: Assessment, after: Assessment, options: Partial<RedlineOptions> = {}) {
  const [old, fresh]: DiffSide[] = [before, after].map((assessment) => ({ assessment, register }));
  if (!old || !fresh) throw new Error('Two editions are needed.');
  const diff = diffAssessments(old, fresh);
  const files = { before: fileOf(before), after: fileOf(after) };
  return makeRedline(
    { before: old, after: fresh, files, diff, labels: { before: 'v1', after: 'working tree' } },
    { formats: ['html'], paper: 'A4', ...options },
    effects,
    print,
  );
}

/** The first page, and the memo behind it. */
function partsOf(html: string | undefined): { readonly front: string; readonly memo: string } {
  const [front = '', memo = ''] = (html ?? '').split('<main class="redline">')[1]?.split('<article') ?? [];
  return {
    front,
    memo: `<article${memo}`.replace(/<p class="marking">[^<]*<\/p>/, '').replace('</main>', ''),
  };
}

/** Words in `<ins>` or `<del>`, one after the other. */
function marked(html: string, tag: 'ins' | 'del'): string {
  return [...html.matchAll(new RegExp(`<${tag}\\b[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))]
    .map(([, inside = '']) => wordsIn(inside).join(' '))
    .join('\n');
}

/** Of each form in an ordinary run; a soak takes all. */
const drawn = shipped.filter(
  ([, { form }], at) => at === shipped.findIndex(([, other]) => other.form === form) || sampled(0, 1) === 1,
);

describe.each(drawn)('a redline of the next edition of %s', (_name, before) => {
  const { after, made } = changedEdition(before);
  const whole = redlineBetween(before, after).then(({ html }) => partsOf(html));

  it('compares two valid editions', () => {
    expect(validateAssessment(after).remarks).toEqual([]);
  });

  it('reads as either memo without the marks', async () => {
    const { memo } = await whole;
    const form = await new Forms(effects).load(before.form);
    const words = async (assessment: Assessment) => {
      const { rendered, figures } = await buildMemo({ assessment, register, form });
      return plainWords(rendered.markdown, new Map([...figures].map(([path, svg]) => [path, String(svg)])));
    };
    // A memo sorts and closes up the numbers of its notes; a redline, in which some may be struck out, leaves each by itself.
    const withoutNotes = (list: readonly string[]) =>
      list
        .join(' ')
        .replace(/,\s+(?=\d)/g, ',')
        .replace(/See [\d,–]+\./g, 'See.')
        .replace(/(?<=[\p{L}\p{N}.,;:!?”"’)\]%…])\s?\[?(?<![\p{N}\s])\d+(?:(?:–|, ?)\d+)*\]?(?=\s|$)/gu, '')
        .split(' ');
    expect(withoutNotes(readingOf(memo, 'after'))).toEqual(withoutNotes(await words(after)));
    // Notes stand in the order of the newer edition, and numbers of notes, rows and pages are its own.
    const inAnyOrder = (list: readonly string[]) =>
      list
        .join(' ')
        .split(/[^\p{L}]+/u)
        .filter((word) => word.length > 2 && word !== 'old')
        .toSorted();
    expect(inAnyOrder(readingOf(memo, 'before'))).toEqual(inAnyOrder(await words(before)));
  });

  it('shows each change at its place', async () => {
    const { memo } = await whole;
    const [inserted, deleted] = [marked(memo, 'ins'), marked(memo, 'del')];
    expect(inserted).toContain('by every account');
    expect(inserted).toContain(made.sourceTitle);
    if (made.toll) {
      expect(inserted).toContain(String(made.toll.to));
      expect(deleted).toContain(String(made.toll.from));
    }
    const statement = [made.withdrawn.statement].flat().join(' ').split(' ').slice(0, 3).join(' ');
    expect(deleted.replaceAll(/\s+/g, ' ')).toContain(statement);
    expect(memo).toMatch(/class="[^"]*\bremoved\b/);
  });

  it('leaves most of the memo unchanged', async () => {
    const { memo } = await whole;
    const all = wordsIn(memo).length;
    const inMarks = `${marked(memo, 'ins')} ${marked(memo, 'del')}`.split(/\s+/).length;
    expect(inMarks / all).toBeLessThan(0.15);
  });

  it('lists the moved judgments on its first page, with the reason or a remark that there is none', async () => {
    const { front } = await whole;
    const table = /<table class="moved-judgments">(.*?)<\/table>/s.exec(front)?.[1] ?? '';
    const rows = [...table.matchAll(/<tr><td.*?<\/tr>/gs)].map(([row]) => row);
    expect(rows).toHaveLength(3);
    for (const { from, to } of made.moved) {
      const row = rows.find(
        (candidate) => candidate.includes(`${from} (`) && candidate.includes(`→ ${to} (`),
      );
      expect(row).toMatch(/(?:↑ up|↓ down) by [12] bands?</);
    }
    expect(table).toContain('>Withdrawn</span>');
    expect(table.match(/A second account bears it out\./g)).toHaveLength(1);
    expect(table.match(/No reason given\./g)).toHaveLength(2);
    expect(front).toContain('Evidence and sources: 2');
    expect([...front.matchAll(/<li>/g)].length).toBeLessThanOrEqual(10);
  });

  it('has each id once and no broken link', async () => {
    const { memo } = await whole;
    const ids = [...memo.matchAll(/<[a-z][^<>]* id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const [, target] of memo.matchAll(/ href="#([^"]*)"/g)) expect(ids).toContain(target);
  });
});

describe('a redline', () => {
  const [, original] = shipped.find(([name]) => name.startsWith('dagestan')) ?? shipped[0] ?? [];
  if (!original) throw new Error('There is no shipped assessment.');

  it('says so if nothing changed', async () => {
    const { front, memo } = partsOf((await redlineBetween(original, original)).html);
    expect(front).toContain('No judgment moved, came or went.');
    expect(front).toContain('Nothing else changed in content.');
    expect(memo).not.toMatch(/<(?:ins|del)\b|change-label/);
  });

  it('lists a judgment that went and the one that has its id now, each by its own words', async () => {
    const [, shippedOne] = shipped[0] ?? [];
    if (!shippedOne) throw new Error('An assessment is shipped.');
    const with1 = (statement: string, term: string) => ({
      ...shippedOne,
      judgments: [{ id: 'j', statement, likelihood: { term }, key: true }, ...shippedOne.judgments],
    });
    const before = with1('Smugglers are likely to bring in drones by 2017.', 'likely');
    const after = with1('The parliament is unlikely to pass a budget by 2017.', 'unlikely');
    const { html } = await redlineBetween(before as Assessment, after as Assessment);
    const rows = [...partsOf(html).front.matchAll(/<tr>.*?<\/tr>/gs)].map(([row]) =>
      row
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    expect(rows.slice(4)).toEqual([
      'old 1 Withdrawn Smugglers are likely to bring in drones by 2017. likely (55–80 %) – No reason given.',
      '1 New The parliament is unlikely to pass a budget by 2017. unlikely (20–45 %) – No reason given.',
    ]);
    expect(html).not.toContain(FORMER);
  });

  it('does not count a new id as a change, or the notes that cite it', async () => {
    const [first] = original.evidence ?? [];
    const text = JSON.stringify(original).replaceAll(`"${first?.id}"`, '"another-id"');
    const renamed: Assessment = JSON.parse(text.replaceAll(`[@${first?.id}]`, '[@another-id]'));
    expect(renamed).not.toEqual(original);
    const { memo } = partsOf((await redlineBetween(original, renamed)).html);
    expect(memo).not.toMatch(/<(?:ins|del)\b|change-label/);
  });

  it('has the language and direction of the memo', async () => {
    const hebrew: Assessment = { ...original, language: 'he' };
    const { html } = await redlineBetween(hebrew, changedEdition(hebrew).after);
    expect(html).toContain('<html lang="he" dir="rtl">');
    const { front } = partsOf(html);
    expect(front).toContain(' ← ');
    expect(front).not.toContain('→');
  });

  it.each(['ru', 'he'])('has no English words except those of an analyst (%s)', async (language) => {
    const before: Assessment = { ...original, language };
    const { after } = changedEdition(before);
    const edited: Assessment = {
      ...after,
      status: 'review',
      asOf: '2025-03~',
      relationships: after.relationships?.map((one, index) =>
        index === 0 ? { ...one, type: 'hostile-to', standing: 'denied' } : one,
      ) as NonNullable<Assessment['relationships']>,
    };
    const { front } = partsOf((await redlineBetween(before, edited)).html);
    expect(front.match(/<li>/g)?.length).toBeGreaterThan(5);
    const latinIn = (text: string) => text.match(/\p{Script=Latin}+/gu) ?? [];
    const written = latinIn(JSON.stringify([before, edited, register]));
    const latin = latinIn(front.replace(/<[^>]*>|&[^;]*;/g, ' '));
    const known = new Set(['v', ...written]);
    expect(latin.filter((word) => !known.has(word))).toEqual([]);
  });

  it('prints with tags, metadata and both editions, the same bytes each time, under the stricter marking', async () => {
    const before: Assessment = { ...original, marking: 'TLP:AMBER' };
    const { after } = changedEdition(original);
    const [{ pdf, notice }, again] = [
      await redlineBetween(before, after, { formats: ['pdf'] }),
      await redlineBetween(before, after, { formats: ['pdf', 'html'] }),
    ];
    if (!pdf || !again.pdf) throw new Error('Nothing was printed.');
    expect(Buffer.compare(pdf, again.pdf)).toBe(0);
    const { attachments, xmp, pages, roles, language, info, outline, missingGlyphs } =
      await readDrawnPdf(pdf);
    expect(pages.filter((page) => !page.includes('TLP:AMBER'))).toEqual([]);
    expect(pages[0]).toContain('What changed');
    expect(pages[0]).toContain('Underlined: inserted. [Struck out]: deleted. Bar in the margin: changed.');
    expect(pages[1]).toContain(original.bottomLine ? 'Bottom line' : original.title);
    expect(pages.slice(1).join(' ')).toContain('by every account');
    for (const role of ['Document', 'H1', 'H2', 'P', 'Table', 'TH', 'L', 'LI']) expect(roles).toContain(role);
    expect(language).toBe('en');
    expect(info.Title).toBe(`What changed: ${original.title}`);
    expect(info.Keywords).toContain('TLP:AMBER');
    expect(outline[0]).toBe('What changed');
    expect(missingGlyphs).toBe(0);
    // It carries both editions, and what they use of the register.
    expect(notice).toBeUndefined();
    const { id } = original;
    expect([...attachments.keys()]).toEqual([
      `older-edition-of-${id}.json`,
      `newer-edition-of-${id}.json`,
      'register.json',
    ]);
    expect(attachments.get(`older-edition-of-${id}.json`)).toBe(JSON.stringify(before));
    expect(attachments.get(`newer-edition-of-${id}.json`)).toBe(JSON.stringify(after));
    expect(xmp).toContain('<tm:Marking>TLP:AMBER</tm:Marking>');
    expect(xmp).toContain(`<tm:InformationCutOff>${after.asOf}</tm:InformationCutOff>`);
    for (const one of [before, after]) expect(xmp).toContain(sha256(JSON.stringify(one)));
  });

  it('carries the register excerpt of each edition if they differ', async () => {
    const { after } = changedEdition(original);
    const actors = (register.actors ?? []).map((actor) => ({ ...actor, name: `${actor.name} (new)` }));
    const sides = [register, { ...register, actors }].map((shared, index) => ({
      assessment: index === 0 ? original : after,
      register: shared,
    }));
    const [before, fresh] = sides;
    if (!before || !fresh) throw new Error('Two editions are needed.');
    const files = { before: fileOf(original), after: fileOf(after) };
    const diff = diffAssessments(before, fresh);
    const labels = { before: 'v1', after: 'v2' };
    const { pdf } = await makeRedline(
      { before, after: fresh, files, diff, labels },
      { formats: ['pdf'], paper: 'A4', form: 'one-pager' },
      effects,
      print,
    );
    const { attachments } = await readPdf(pdf ?? new Uint8Array());
    expect(attachments.get('older-register.json')).not.toContain('(new)');
    expect(attachments.get('newer-register.json')).toContain('(new)');
  });

  it('carries no edition if a part of one is marked above the redline, and says so', async () => {
    const { after } = changedEdition(original);
    const evidence = (original.evidence ?? []).map((item) => ({ ...item, marking: 'TLP:RED' as const }));
    const marked: Assessment = { ...original, evidence };
    const { pdf, notice } = await redlineBetween(marked, after, { formats: ['pdf'], form: 'one-pager' });
    expect(notice).toContain('carries neither edition: a part of one is marked TLP:RED');
    const { attachments, xmp } = await readPdf(pdf ?? new Uint8Array());
    expect(attachments.size).toBe(0);
    expect(xmp).toContain('<tm:Marking>TLP:CLEAR</tm:Marking>');
  });

  it('of a form with a page limit shows one variant of both editions', async () => {
    const { after } = changedEdition(original);
    const { memo } = partsOf((await redlineBetween(original, after, { form: 'one-pager' })).html);
    expect(marked(memo, 'del')).toContain('likely');
    expect(marked(memo, 'ins')).not.toContain('Assumptions');
  });
});
