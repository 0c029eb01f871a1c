import { applyFixes } from '../load/edit/apply-fixes.ts';
import { readDocument } from '../load/read-document.ts';
import { hasErrors } from '../model/finding.ts';

/** The newest version of the file format. */
export const NEWEST = '1.1';

/**
 * The file with the newest `schemaVersion`; the same bytes if it has that already, cannot be read, or cannot
 * have a line added. Nothing else changes: a newer version allows whatever an older one does.
 */
export function upgraded(file: string, bytes: Uint8Array): Uint8Array {
  const { document, findings } = readDocument(file, bytes);
  if (!document || hasErrors(findings)) return bytes;
  const { data } = document;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return bytes;
  const version = 'schemaVersion' in data ? data.schemaVersion : undefined;
  if (version === NEWEST) return bytes;
  if (version !== undefined) {
    return applyFixes(file, bytes, [{ pointer: '/schemaVersion', value: NEWEST }]).bytes;
  }
  const { text } = document;
  const brace = /^\s*\{/.exec(text)?.[0];
  // The canonical form puts it where it belongs.
  const longer =
    brace === undefined
      ? text.replace(/^(?=[A-Za-z$"'])/m, `schemaVersion: "${NEWEST}"\n`)
      : `${brace} "schemaVersion": "${NEWEST}", ${text.slice(brace.length)}`;
  const written = new TextEncoder().encode(longer);
  const again = readDocument(file, written);
  const isWhole =
    !hasErrors(again.findings) &&
    JSON.stringify(again.document?.data) === JSON.stringify({ schemaVersion: NEWEST, ...data });
  return isWhole ? written : bytes;
}
