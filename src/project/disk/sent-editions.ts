import { extname, join } from 'node:path';
import type { Effects } from '../effects.ts';
import type { SourceFile } from '../provenance.ts';

/** Where texts are kept from which the desk made Word documents, below the root of a project; git ignores it. */
const FOLDER = ['.threat-memo', 'sent'] as const;

/**
 * Keeps the text that a Word document was made from: it may never be saved or committed as it stood then, and is what the
 * document is compared with when it comes back.
 *
 * @param edition SHA-256 that the document carries, in hexadecimal.
 */
export async function keepSent(
  edition: string,
  { path, bytes }: SourceFile,
  effects: Effects,
): Promise<void> {
  const kept = pathOf(edition, path, effects);
  if (kept === undefined || (await effects.readFile(kept))) return;
  await effects.writeFiles([{ path: kept, content: bytes, within: [effects.projectFolder] }]);
}

/** The text that was kept for a document; `undefined` where none was. */
export async function sentText(
  edition: string,
  path: string,
  effects: Effects,
): Promise<Uint8Array | undefined> {
  const kept = pathOf(edition, path, effects);
  return kept === undefined ? undefined : effects.readFile(kept);
}

/** What a document says of its edition was written by anybody: only a hash becomes a name. */
function pathOf(edition: string, path: string, { projectFolder }: Effects): string | undefined {
  return /^[0-9a-f]{64}$/.test(edition)
    ? join(projectFolder, ...FOLDER, `${edition}${extname(path)}`)
    : undefined;
}
