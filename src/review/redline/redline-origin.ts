import { extname } from 'node:path';
import { registerExcerpt } from '../../derive/entities/register-excerpt.ts';
import { highestMarking } from '../../derive/release/redacted.ts';
import type { DiffSide } from '../../diff/types.ts';
import { schemeOf } from '../../model/conventions/conventions.ts';
import { isAbove } from '../../model/conventions/markings.ts';
import type { Marking } from '../../model/generated/types.ts';
import type { Attachment } from '../../pdf/finish/document.ts';
import type { Effects } from '../../project/effects.ts';
import type { LoadedForm } from '../../project/forms.ts';
import {
  formHash,
  type Origin,
  programVersion,
  registerAttachments,
  type SourceFile,
  sha256,
  sourceAttachment,
} from '../../project/provenance.ts';

/** The two editions of a redline, each with its file as read. */
export interface RedlineEditions {
  readonly before: DiffSide;
  readonly after: DiffSide;
  readonly files: { readonly before: SourceFile; readonly after: SourceFile };
}

/**
 * The provenance of a redline: the files of both editions, with the parts of the register that they use.
 * Nothing is embedded if an edition contains something marked above the redline itself; then `why` says so.
 * Edition metadata is the newer one's.
 */
export async function redlineOrigin(
  { before, after, files }: RedlineEditions,
  marking: Marking,
  form: LoadedForm,
  effects: Effects,
): Promise<Origin & { readonly why?: string }> {
  const { assessment } = after;
  const provenance = {
    program: await programVersion(effects),
    form: form.name,
    formHash: formHash(form),
    sourceHashes: [sha256(files.before.bytes), sha256(files.after.bytes)],
    ...(assessment.edition && { edition: String(assessment.edition.number) }),
    informationCutOff: assessment.asOf,
  };
  const above = [before, after]
    .map((side) => highestMarking(side.assessment))
    .find((one) => isAbove(schemeOf(after.assessment), one, marking));
  if (above !== undefined) {
    const why = `The redline of ${assessment.id} carries neither edition: a part of one is marked ${above}, and the redline ${marking}.`;
    return { attachments: [], provenance, why };
  }
  const editions = [
    carried(files.before, `${OLDER}${before.assessment.id}`, 'The older of the two editions compared'),
    carried(files.after, `${NEWER}${assessment.id}`, 'The newer of the two editions compared'),
  ];
  return { attachments: [...editions, ...registers(before, after)], provenance };
}

const OLDER = 'older-edition-of-';
const NEWER = 'newer-edition-of-';

/** Whether attachments of these names are those of a redline. */
export function isOfRedline(names: readonly string[]): boolean {
  return [OLDER, NEWER].every((start) => names.some((name) => name.startsWith(start)));
}

function carried(file: SourceFile, name: string, description: string): Attachment {
  return { ...sourceAttachment(file, description), name: name + extname(file.path) };
}

/** The parts of the register that both use, once if they are equal. */
function registers(before: DiffSide, after: DiffSide): Attachment[] {
  const description = 'The part of the register that the editions use';
  const [old = [], fresh = []] = [before, after].map(({ assessment, register }) =>
    registerAttachments([registerExcerpt(assessment, register)], description),
  );
  const isSame =
    old.length === fresh.length && old.every(({ bytes }, at) => bytesAt(fresh, at).equals(bytes));
  if (isSame) return fresh;
  const named = (some: readonly Attachment[], name: string) =>
    some.map((attachment) => ({ ...attachment, name, description: `${description}: ${name}` }));
  return [...named(old, 'older-register.json'), ...named(fresh, 'newer-register.json')];
}

function bytesAt(attachments: readonly Attachment[], at: number): Buffer {
  return Buffer.from(attachments[at]?.bytes ?? []);
}
