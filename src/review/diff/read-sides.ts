import type { Conventions } from '../../model/conventions/conventions.ts';
import type { Side, SideFile } from './diff-sides.ts';
import { type Known, type ReadSide, readSide } from './read-side.ts';

/** The parts of two sides that were read. */
export interface ReadSides {
  readonly older: ReadSide;
  readonly newer: ReadSide;
  /** Files not read, of either side. */
  readonly unread: readonly SideFile[];
}

/**
 * Reads both sides except `unread`, the files with equal content on both; but also those of them that may hold
 * an assessment which would otherwise seem added or removed.
 */
export async function readSides(
  before: Side,
  after: Side,
  unread: readonly SideFile[],
  conventions: Conventions,
  withRegister = false,
): Promise<ReadSides> {
  const known: Known = new Map();
  const read = async (wanted: ReadonlySet<SideFile>, withRegister: boolean) => {
    // The newer side first, so that shared content has the name it has now.
    const newer = await readSide(after, wanted, withRegister, known, conventions);
    return { newer, older: await readSide(before, wanted, withRegister, known, conventions) };
  };
  const files = [...before.assessments, ...after.assessments];
  const wanted = new Set(files.filter((file) => !unread.includes(file)));
  const first = await read(wanted, withRegister || wanted.size > 0);
  const oids = await oidsNaming(loneIds(first.older, first.newer), after, unread);
  if (oids.size === 0) return { ...first, unread };
  const more = await read(new Set(unread.filter(({ oid }) => oids.has(oid))), false);
  return {
    older: joined(first.older, more.older),
    newer: joined(first.newer, more.newer),
    unread: unread.filter(({ oid }) => !oids.has(oid)),
  };
}

/** Ids on one side only. */
function loneIds(older: ReadSide, newer: ReadSide): string[] {
  const [old, fresh] = [older, newer].map(
    ({ files }) => new Set(files.map(({ assessment }) => assessment.id)),
  );
  return [...new Set([...(old ?? []), ...(fresh ?? [])])].filter((id) => !(old?.has(id) && fresh?.has(id)));
}

/** Object ids of contents that contain one of the ids. */
async function oidsNaming(
  ids: readonly string[],
  after: Side,
  unread: readonly SideFile[],
): Promise<ReadonlySet<string>> {
  const own = after.assessments.filter((file) => unread.includes(file));
  if (ids.length === 0 || own.length === 0) return new Set();
  const contents = await after.contents(own);
  const naming = own.filter(({ oid }) => {
    const bytes = Buffer.from(contents.get(oid) ?? []);
    return ids.some((id) => bytes.includes(id));
  });
  return new Set(naming.map(({ oid }) => oid));
}

function joined(side: ReadSide, more: ReadSide): ReadSide {
  return {
    ...side,
    files: [...side.files, ...more.files],
    unreadable: [...side.unreadable, ...more.unreadable],
    findings: [...side.findings, ...more.findings],
  };
}
