import { describe, expect, it } from 'vitest';
import { alignItems, alignWords } from '../../src/diff/words/align.ts';
import { readDocument } from '../../src/document/read-document.ts';
import { readDocx, readingOf } from '../../src/docx/read/read-docx.ts';
import { mergeFlows } from '../../src/docx/redline.ts';
import { toFlow } from '../../src/docx/to-flow.ts';
import { writeDocx } from '../../src/docx/write-docx.ts';
import { plainParts } from './plain-parts.ts';

async function redlineOf(before: string, after: string) {
  const flows = [before, after].map((text) => toFlow(readDocument(text)));
  const [old, fresh] = flows;
  if (!old || !fresh) throw new Error('Two texts make a redline.');
  const { flow } = mergeFlows(old, fresh, { items: alignItems, words: alignWords });
  const { document } = readDocx(await writeDocx({ ...plainParts, flow }));
  const paragraphs = document?.paragraphs ?? [];
  const gone = (kind: 'inserted' | 'deleted') => (one: (typeof paragraphs)[number]) =>
    one.mark?.kind === kind;
  const lines = (edition: 'accepted' | 'original') =>
    paragraphs
      .filter((one) => !gone(edition === 'accepted' ? 'deleted' : 'inserted')(one))
      .map((one) => readingOf(one, edition))
      .filter((line) => line.trim() !== '');
  return { paragraphs, accepted: lines('accepted'), original: lines('original') };
}

describe('a redline in Word', () => {
  const before =
    '## Outlook\n\nAttacks are likely.[^a] They go on.\n\nThis goes.\n\n| Place | Toll |\n| - | - |\n| Kaluga | 2 |\n| Tver | 1 |\n\n[^a]: Report one.\n';
  const after =
    '## Outlook\n\nAttacks are very unlikely.[^a] They go on.\n\nQuite another paragraph comes.\n\n| Place | Toll |\n| - | - |\n| Kaluga | 9 |\n| Omsk | 3 |\n\n[^a]: Report two.\n';

  it('reads as the newer memo if all is accepted, and as the older if all is rejected', async () => {
    const { accepted, original } = await redlineOf(before, after);
    expect(accepted.map((text) => text.trim())).toEqual([
      ...['Outlook', 'Attacks are very unlikely. They go on.', 'Quite another paragraph comes.'],
      ...['Place', 'Toll', 'Kaluga', '9', 'Omsk', '3', 'Report two.'],
    ]);
    expect(original.map((text) => text.trim()).toSorted()).toEqual(
      [
        ...['Outlook', 'Attacks are likely. They go on.', 'This goes.'],
        ...['Place', 'Toll', 'Kaluga', '2', 'Tver', '1', 'Report one.'],
      ].toSorted(),
    );
  });

  it('marks words, whole paragraphs and rows, each with author and time', async () => {
    const { paragraphs } = await redlineOf(before, after);
    const tracked = paragraphs.flatMap(({ pieces }) =>
      pieces.flatMap((piece) => (piece.tracked ? [piece] : [])),
    );
    expect(new Set(tracked.map((piece) => `${piece.tracked?.author} ${piece.tracked?.date}`))).toEqual(
      new Set(['A. Editor 2025-05-01T00:00:00Z']),
    );
    expect(tracked.map(({ text, tracked: how }) => `${how?.kind} ${text}`)).toContain('deleted likely');
    expect(paragraphs.filter(({ mark }) => mark?.kind === 'deleted').length).toBeGreaterThan(0);
    expect(paragraphs.filter(({ mark }) => mark?.kind === 'inserted').length).toBeGreaterThan(0);
  });

  it('marks nothing if nothing changed', async () => {
    const { paragraphs } = await redlineOf(before, before);
    expect(paragraphs.every(({ pieces, mark }) => !mark && pieces.every(({ tracked }) => !tracked))).toBe(
      true,
    );
  });
});
