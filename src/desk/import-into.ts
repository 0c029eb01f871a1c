import { basename, join } from 'node:path';
import { lineHunks } from '../diff/lines.ts';
import type { Finding } from '../model/finding.ts';
import type { Effects, OutputFile } from '../project/effects.ts';
import { proposeFromWord } from '../review/word/word-proposal.ts';
import { importFiles } from '../transfer/import.ts';
import type { Desk, LiveFile } from './desk.ts';
import type { ImportAnswer } from './protocol.ts';

/**
 * Imports a file dropped on the page into an assessment. The result is put into the open texts, where it can be
 * read and undone before it is saved; only an assessment that did not exist is written at once.
 */
export async function importInto(
  desk: Desk,
  live: LiveFile,
  fileName: string,
  bytes: Uint8Array,
): Promise<ImportAnswer> {
  const { effects, root } = desk.project;
  const name = fileName.replace(/[^\p{L}\p{N}._ -]/gu, '').replace(/^\.+/, '') || 'file';
  const dropped = join(root, '.threat-memo', 'dropped', name);
  const world: Effects = {
    ...effects,
    readFile: async (path) => (path === dropped ? bytes : effects.readFile(path)),
    writeFiles: async (files) => {
      for (const file of files) await put(desk, file, effects);
    },
  };
  // Not data of others, but a memo of ours that colleagues edited in Word.
  if (/\.docx$/i.test(name)) return takeFromWord(desk, live, dropped, world);
  const { files } = await importFiles({ files: [dropped], into: live.file.input.path }, world);
  const count = (list: readonly { added: readonly string[]; changed: readonly string[] }[]) =>
    list.reduce((sum, { added, changed }) => sum + added.length + changed.length, 0);
  return {
    added: files.reduce((sum, { written }) => sum + count(written), 0),
    losses: files.flatMap(({ losses }) => losses.map(lossText)),
    findings: files.flatMap(({ findings }) => findings.map(findingText)),
  };
}

/** Colleagues' changes go into the text, where they can be undone; their comments into the file of reviews. */
async function takeFromWord(desk: Desk, live: LiveFile, path: string, world: Effects): Promise<ImportAnswer> {
  const { proposal, findings } = await proposeFromWord(path, live.file.input, world, await desk.onDisk(live));
  const objections = findings.map(findingText);
  if (!proposal) return { added: 0, losses: [], findings: objections };
  for (const file of proposal.files) await put(desk, file, desk.project.effects);
  await desk.changedOnDisk(proposal.files.map((file) => file.path));
  return {
    added: proposal.diff.changes.length + proposal.comments.length,
    losses: proposal.notCarried.map(({ why, words }) => [why, words].filter(Boolean).join(' ')),
    findings: objections,
  };
}

function findingText({ message, help }: Finding): string {
  return [message, help].filter(Boolean).join(' ');
}

/** Most examples named for a loss. */
const MAX_EXAMPLES = 5;

function lossText(loss: Awaited<ReturnType<typeof importFiles>>['files'][number]['losses'][number]): string {
  const { what, why, losses } = loss;
  const places = losses.slice(0, MAX_EXAMPLES).map(({ at, value }) => [at, value].filter(Boolean).join(' '));
  const more = losses.length > MAX_EXAMPLES ? ` … (${losses.length})` : '';
  return `${what}: ${why} ${places.filter((place) => place !== '').join('; ')}${more}`.trim();
}

async function put(desk: Desk, { path, content }: OutputFile, effects: Effects): Promise<void> {
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const open = await desk.open(basename(path));
  if (open && open.file.input.path === path) {
    await open.file.change(lineHunks(open.file.text, text), 'form', `import-${open.file.version}`);
  } else await effects.writeFiles([{ path, content, within: [desk.project.root] }]);
}
