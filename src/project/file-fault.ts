import { MachineFault } from '../model/fault.ts';
import { escapedName } from '../model/shown-text.ts';

/** A fault of the file system, with advice. */
export function fileFault(what: string, error: unknown): MachineFault {
  const help = hasCode(error, 'EACCES', 'EPERM', 'EROFS')
    ? 'You have no permission for it: choose another folder (--out), or change who may write there.'
    : hasCode(error, 'ENOSPC', 'EDQUOT')
      ? 'The disk is full: make room, or choose another folder (--out).'
      : 'Check that the path is right and that the disk can be used.';
  const reason = error instanceof Error ? error.message : String(error);
  return new MachineFault(escapedName(`${what}: ${reason}`), help, { cause: error });
}

export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
