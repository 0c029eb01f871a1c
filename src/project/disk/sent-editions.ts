import { extname, join } from 'node:path';
import type { Effects } from '../effects.ts';
import type { SourceFile } from '../provenance.ts';

/** Folder below the project's root for texts from which the desk made Word documents; git ignores it. */
const FOLDER = ['.threat-memo', 'sent'] as const;

/**
 * Stores the text that a Word document was made from: it may never be saved or committed in that state, and the
 * document is compared with it when it comes back.
 *
 * @param edition SHA-256 recorded in the document, in hexadecimal.
 */
export async function keepSent(
  edition: string,
  { path, bytes }: SourceFile,
  effects: Effects,
): Promise<void> {
  const storedAt = pathOf(edition, path, effects);
  if (storedAt === undefined || (await effects.readFile(storedAt))) return;
  await effects.writeFiles([{ path: storedAt, content: bytes, within: [effects.projectFolder] }]);
}

/** The stored text for a document; `undefined` if there is none. */
export async function sentText(
  edition: string,
  path: string,
  effects: Effects,
): Promise<Uint8Array | undefined> {
  const storedAt = pathOf(edition, path, effects);
  return storedAt === undefined ? undefined : effects.readFile(storedAt);
}

/** The document may come from anybody: its edition becomes a file name only if it is a hash. */
function pathOf(edition: string, path: string, { projectFolder }: Effects): string | undefined {
  return /^[0-9a-f]{64}$/.test(edition)
    ? join(projectFolder, ...FOLDER, `${edition}${extname(path)}`)
    : undefined;
}
