import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../../src/project/node-effects.ts';
import { readReview } from '../../../src/project/reviews.ts';
import { proposeFromWord } from '../../../src/review/word/word-proposal.ts';

/*
 * `returned.docx` is the memo of `rail-sabotage-2025.json` as LibreOffice 7.4 saved it, after a colleague made ten changes
 * with tracking on and two comments in it; how it cites the one source was brought up to date since. It was sent in a form of the project's own, which comes with it.
 */
const program = fileURLToPath(new URL('../../..', import.meta.url));
const fixtures = fileURLToPath(new URL('../../fixtures/word/', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'word-'));
  mkdirSync(join(folder, 'assessments'));
  cpSync(`${fixtures}templates`, join(folder, 'templates'), { recursive: true });
  copyFileSync(`${fixtures}rail-sabotage-2025.json`, join(folder, 'assessments', 'rail-sabotage-2025.json'));
  copyFileSync(`${fixtures}returned.docx`, join(folder, 'returned.docx'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function propose() {
  const effects = nodeEffects(program, folder, folder);
  const path = join(folder, 'assessments', 'rail-sabotage-2025.json');
  const { proposal, findings } = await proposeFromWord(
    join(folder, 'returned.docx'),
    { path, shown: 'assessments/rail-sabotage-2025.json' },
    effects,
  );
  if (!proposal) throw new Error(JSON.stringify(findings));
  const write = async () => {
    await effects.writeFiles(proposal.files);
    return JSON.parse(readFileSync(path, 'utf8'));
  };
  return { proposal, write };
}

describe('a memo returned from Word', () => {
  it("is written into the assessment with its colleagues' changes", { timeout: 30_000 }, async () => {
    const { write } = await propose();
    const { bottomLine, judgments, sections, recommendations, evidence } = await write();
    expect(bottomLine).toBe('Attacks on the line are likely to continue through 2025.');
    expect(judgments[0]).toMatchObject({
      statement: 'Arson against signal cabinets is very likely to go on through 2025.',
      likelihood: { term: 'very likely' },
      confidence: { level: 'low', basis: 'One official source; nothing independent confirms it.' },
      wouldChange: 'A year without an attack.',
    });
    expect(sections[0].body).toEqual([
      'The four fires look much *alike*.[@four-fires]',
      'Each burned for an hour; none was seen to begin.',
      'Two were put out late.',
      '',
      'No other sabotage was reported.[@rail-authority, p. 5]',
    ]);
    expect(recommendations[0].action).toBe('Fit the cabinets near stations with cameras and alarms.');
    expect(evidence[0].statement).toMatch(/^At least four signal cabinets/);
  });

  it('is a proposal first: movements, and changes that cannot be imported, with their words', {
    timeout: 30_000,
  }, async () => {
    const { proposal } = await propose();
    const types = proposal.diff.changes.map(({ type }) => type);
    expect(types).toContain('likelihood-moved');
    expect(types).toContain('confidence-moved');
    expect(proposal.notCarried.map(({ words, by }) => [words, by.author])).toEqual([
      ['- rests on', 'Nora Colleague'],
      ['+ stands on', 'Nora Colleague'],
    ]);
    expect(readFileSync(join(folder, 'assessments', 'rail-sabotage-2025.json'), 'utf8')).toContain(
      'to go on through 2025',
    );
  });

  it('leaves comments beside the assessment, each once', { timeout: 30_000 }, async () => {
    const { write } = await propose();
    await write();
    const reviews = () =>
      readReview('review.json', readFileSync(join(folder, 'assessments/reviews/rail-sabotage-2025.json')))
        .review?.notes;
    expect(
      reviews()?.map(({ pointer, author, date, text, quoted, resolved }) => [
        pointer,
        author,
        date,
        text,
        quoted,
        resolved,
      ]),
    ).toEqual([
      [
        '/gaps/who/question',
        'Nora Colleague',
        '2026-11-29T12:00:00Z',
        'Ask the insurers too.',
        'fires',
        false,
      ],
      [
        '/recommendations/alarms/action',
        'Nora Colleague',
        '2026-11-29T12:00:00Z',
        'Is this theirs to do?',
        'Ministry',
        false,
      ],
    ]);
  });

  it('is refused if its edition is unknown', { timeout: 30_000 }, async () => {
    const path = join(folder, 'assessments', 'rail-sabotage-2025.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Northern Line', 'Southern Line'));
    await expect(propose()).rejects.toThrow(/neither the file as it is, nor in git/);
  });
});
