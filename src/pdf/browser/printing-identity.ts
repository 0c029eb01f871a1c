import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { fontVersions } from '../fonts/fonts.ts';
import { type BrowserCandidate, locateBrowsers } from './locate-browser.ts';
import { thisMachine } from './machine.ts';
import { embeddedBrowser } from './unpacked-browser.ts';

/**
 * Identifies what decides how a page prints here, apart from the page: the available browsers, in the order in
 * which they are tried, and the fonts. No browser is started: an update shows in the size or date of its file,
 * or (`content`, for comparing machines) in a hash of its bytes, which takes some tenths of a second.
 */
export function printingIdentity(
  env: Readonly<Record<string, string | undefined>>,
  by: 'place' | 'content' = 'place',
): string {
  const browsers = locateBrowsers(thisMachine(env)).map(by === 'place' ? identityOf : contentOf);
  return JSON.stringify([browsers, fontVersions()]);
}

function identityOf(candidate: BrowserCandidate): readonly (string | number)[] {
  if (candidate.kind === 'embedded') return ['embedded', embeddedBrowser().version];
  try {
    const path = realpathSync(candidate.path);
    const { size, mtimeMs } = statSync(path);
    return [candidate.path, path, size, mtimeMs];
  } catch {
    return [candidate.path];
  }
}

/** The bytes of a browser's file. A script that starts another file is not followed. */
function contentOf(candidate: BrowserCandidate): readonly string[] {
  if (candidate.kind === 'embedded') return ['embedded', embeddedBrowser().version];
  try {
    return [
      createHash('sha256')
        .update(readFileSync(realpathSync(candidate.path)))
        .digest('hex'),
    ];
  } catch {
    return ['unreadable'];
  }
}
