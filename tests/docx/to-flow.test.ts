import { expect, test } from 'vitest';
import { readDocument } from '../../src/document/read-document.ts';
import { toFlow } from '../../src/docx/to-flow.ts';

const MEMO =
  '**TLP:CLEAR**\n\n## A title\n\nText.\n\n---\n\nMore, behind a line of the author’s.\n\n### Section\n\nText.\n';

/** First words of the paragraphs that begin a page. */
function newPages(markdown: string, options?: { isPack: boolean }): string[] {
  return toFlow(readDocument(markdown, { isFigure: () => false }), options).blocks.flatMap((block) => {
    const [run] = block.type === 'paragraph' && block.newPage ? block.runs : [];
    return run?.type === 'text' ? [run.text] : [];
  });
}

test('each memo of a pack begins on a new page, and nothing else does', () => {
  const pack = `# Pack\n\n## Memos\n\nTwo.\n\n---\n\n${MEMO}\n---\n\n${MEMO}`;
  expect(newPages(pack, { isPack: true })).toEqual(['TLP:CLEAR', 'TLP:CLEAR']);
  expect(newPages(pack)).toEqual([]);
});
