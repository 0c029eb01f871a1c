import { placeRemarks } from '../../load/place-findings.ts';
import type { Finding } from '../../model/finding.ts';
import { stemOf } from '../../project/inputs.ts';
import type { ReadFile, ReadSide } from './read-side.ts';

/** Two sides without duplicate ids, and what had to be left out for that. */
export interface SingledSides {
  readonly older: ReadSide;
  readonly newer: ReadSide;
  readonly doubled: readonly { readonly id: string; readonly findings: readonly Finding[] }[];
}

/**
 * Leaves out, on each side, files with the id of another file: what became of the assessment would be
 * ambiguous. The id is kept by the file named after it, otherwise by one that the other side has under the same
 * name, otherwise by the first. The other side's file with the name of a left-out file counts neither as added
 * nor as removed.
 */
export function singleIds(older: ReadSide, newer: ReadSide): SingledSides {
  const [old, fresh] = [split(older, newer), split(newer, older)];
  const doubled = [...old.doubled, ...fresh.doubled];
  return {
    older: { ...older, files: withoutStates(old, fresh) },
    newer: { ...newer, files: withoutStates(fresh, old) },
    doubled: doubled.map(({ one, owner }) => ({ id: one.assessment.id, findings: idTaken(one, owner) })),
  };
}

interface Split {
  readonly unique: readonly ReadFile[];
  readonly doubled: readonly { readonly one: ReadFile; readonly owner: ReadFile }[];
}

function split({ files }: ReadSide, opposite: ReadSide): Split {
  const rivals = new Map<string, ReadFile[]>();
  for (const file of files) {
    const { id } = file.assessment;
    rivals.set(id, [...(rivals.get(id) ?? []), file]);
  }
  const doubled = [...rivals].flatMap(([id, all]) => {
    const [first, ...rest] = all;
    if (!first || rest.length === 0) return [];
    const isThere = ({ file: { name } }: ReadFile) =>
      opposite.files.some(({ file, assessment }) => file.name === name && assessment.id === id);
    const owner = all.find(({ file }) => stemOf(file.name) === id) ?? all.find(isThere) ?? first;
    return all.filter((one) => one !== owner).map((one) => ({ one, owner }));
  });
  const left = new Set(doubled.map(({ one }) => one));
  return { unique: files.filter((file) => !left.has(file)), doubled };
}

/** The files kept on a side, without the other state of those left out on the other side. */
function withoutStates({ unique }: Split, opposite: Split): ReadFile[] {
  const names = new Set(opposite.doubled.map(({ one }) => one.file.name));
  const ids = new Set(opposite.unique.map(({ assessment }) => assessment.id));
  return unique.filter(({ file, assessment }) => !names.has(file.name) || ids.has(assessment.id));
}

function idTaken({ file, document, assessment: { id } }: ReadFile, { file: owner }: ReadFile): Finding[] {
  const message = `The id \`${id}\` is taken: ${owner.shown} has it already. That file is compared, this one is not.`;
  const help = 'Give one of them another id, or remove it.';
  return placeRemarks(document, [
    { rule: 'duplicate-assessment', severity: 'error', pointer: '/id', message, help },
  ]).map((finding) => ({ ...finding, file: file.shown })); // a file with the same bytes may have another name
}
