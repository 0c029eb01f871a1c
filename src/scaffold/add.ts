import { join } from 'node:path';
import { formatFile } from '../format/format-file.ts';
import { changeText } from '../load/edit/change-data.ts';
import { readDocument } from '../load/read-document.ts';
import type { Conventions } from '../model/conventions/conventions.ts';
import { UsageFault } from '../model/fault.ts';
import { COLLECTION_OF } from '../model/fields.ts';
import type { Finding } from '../model/finding.ts';
import { nearest } from '../model/suggest.ts';
import type { Effects } from '../project/effects.ts';
import { findInputs, type InputFile, isRegister, pathNamed } from '../project/inputs.ts';
import { loadSettings } from '../project/settings.ts';
import { check } from '../review/check/check.ts';
import { type ImportReport, importFiles } from '../transfer/import.ts';
import { validateAssessment } from '../validate/validate.ts';
import { isSlug } from '../writing/ids.ts';
import { newId } from '../writing/new-id.ts';
import { scalesOf } from '../writing/words.ts';
import { type WrittenFile, writtenFile } from '../writing/written-file.ts';
import { type Cited, citedAs, entryOf } from './entries.ts';
import { type AddedKind, type Answers, type Question, questionsOf } from './questions.ts';

/** An assessment to add to, as read. */
export interface Target {
  readonly input: InputFile;
  readonly file: WrittenFile;
  readonly data: Readonly<Record<string, unknown>>;
  readonly conventions: Conventions;
  /** The register of its folder; empty without one. */
  readonly register: Readonly<Record<string, unknown>>;
}

export interface Added {
  readonly shown: string;
  readonly collection: string;
  readonly id: string;
  /** The check's findings on the file after the change, and those about the new entry. */
  readonly findings: readonly Finding[];
  readonly own: readonly Finding[];
}

/**
 * Reads the assessment meant: the one named, or the project's only one. Throws a UsageFault if it is not one,
 * or cannot be read.
 */
export async function openTarget(named: string | undefined, effects: Effects): Promise<Target> {
  const inputs = await findInputs(named === undefined ? [] : [named], effects);
  const [input] = inputs;
  if (!input || inputs.length > 1) {
    const ids = inputs.map(({ shown }) => shown).join(', ');
    throw new UsageFault(`Say to which assessment with --into: ${ids}.`);
  }
  const bytes = (await effects.readFile(input.path)) ?? new Uint8Array();
  const { document, findings } = readDocument(input.shown, bytes);
  const [fault] = findings;
  if (!document || fault)
    throw new UsageFault(
      `${input.shown}:${fault?.line ?? 1} cannot be read: ${fault?.message ?? 'it holds nothing.'}`,
    );
  const { conventions } = await loadSettings(effects);
  const file = writtenFile(input.path, document.text, { conventions });
  const { data } = document;
  if (!file?.read || typeof data !== 'object' || data === null || Array.isArray(data))
    throw new UsageFault(`${input.shown} is not an assessment.`);
  return { input, file, data: { ...data }, conventions, register: await registerBeside(input, effects) };
}

/** The questions for a kind of entry, with the terms of the scales in use. */
export function questionsFor(
  kind: AddedKind,
  { data, conventions }: Target,
): readonly (Question & { choices: readonly Choice[] })[] {
  const { likelihood, confidence } = scalesOf(data, conventions);
  const terms = {
    likelihood: likelihood.bands.flatMap(({ terms: of }) => of),
    confidence: confidence.levels.map(({ level }) => level),
    marking: conventions.scheme.labels.map(({ label }) => label),
  };
  return questionsOf[kind].map((question) => {
    const listed = typeof question.terms === 'string' ? terms[question.terms] : (question.terms ?? []);
    return {
      ...question,
      choices: [
        ...listed.map((value) => ({ value, says: '' })),
        ...(question.of ?? []).flatMap((collection) => entriesIn(data, collection)),
      ],
    };
  });
}

/** A possible answer, with its name. */
export interface Choice {
  readonly value: string;
  readonly says: string;
}

function entriesIn(data: Readonly<Record<string, unknown>>, collection: string): Choice[] {
  const list = data[collection];
  return (Array.isArray(list) ? list : []).flatMap((entry: Readonly<Record<string, unknown>>) => {
    const value = entry?.id ?? entry?.ref;
    const csl = entry?.csl as { readonly title?: unknown } | undefined;
    const says = entry?.statement ?? entry?.name ?? csl?.title;
    const text = Array.isArray(says) ? says.join(' ') : says;
    return typeof value === 'string' ? [{ value, says: typeof text === 'string' ? text : '' }] : [];
  });
}

/**
 * Rules whose findings mean that an answer is wrong; other findings, such as that nothing refers to the entry
 * yet, can wait.
 */
const WRONG_ANSWERS: ReadonlySet<string> = new Set(['dangling-reference', 'undeclared-term']);

/**
 * Adds an entry to an assessment and writes it by the rules of `fmt`: comments and order stay. Throws a
 * UsageFault, and writes nothing, if the entry is not valid, names an unknown source or an undeclared term,
 * exists already, or has an id that is taken.
 */
export async function add(
  kind: AddedKind,
  answers: Answers,
  target: Target,
  effects: Effects,
): Promise<Added> {
  const { input, file, data, conventions } = target;
  const collection = COLLECTION_OF[kind];
  const list = Array.isArray(data[collection])
    ? (data[collection] as readonly Readonly<Record<string, unknown>>[])
    : [];
  const entry = named(kind, answers, target, list);
  const text = changeText(input.shown, file.text, {
    kind: 'insert',
    path: [collection, list.length],
    value: entry,
  });
  if (text === undefined)
    throw new UsageFault(
      `${input.shown} repeats its ${collection} by an alias: write the entry there by hand.`,
    );
  const pointer = `/${collection}/${list.length}`;
  const bytes = new TextEncoder().encode(text);
  const wrong = objectionsTo(readDocument(input.shown, bytes).document?.data, pointer, conventions);
  if (wrong.length > 0) throw new UsageFault(wrong.join('\n'));
  const formatted = formatFile(input.shown, bytes, 'assessment');
  const content = formatted.kind === 'formatted' ? formatted.text : text;
  const written = new TextEncoder().encode(content);
  const { findings } = await check([input.path], {
    ...effects,
    readFile: async (path) => (path === input.path ? written : effects.readFile(path)),
  });
  const own = findings.filter((finding) => `${finding.pointer}/`.startsWith(`${pointer}/`));
  const wrongly = own.filter(({ rule }) => WRONG_ANSWERS.has(rule));
  if (wrongly.length > 0) throw new UsageFault(remarksText(wrongly));
  await effects.writeFiles([{ path: input.path, content, inPlace: true }]);
  return { shown: input.shown, collection, id: String(entry.id ?? entry.ref), findings, own };
}

function remarksText(
  remarks: readonly { readonly message: string; readonly help?: string | undefined }[],
): string {
  return remarks.map(({ message, help }) => [message, help].filter(Boolean).join(' ')).join('\n');
}

/**
 * What is wrong with one of the answers, in sentences; `undefined` if nothing is. Missing answers are not
 * counted.
 *
 * @param answers The answers so far, including this one.
 */
export function objectionTo(
  kind: AddedKind,
  name: string,
  answers: Answers,
  target: Target,
): string | undefined {
  const answer = answers[name] ?? '';
  const question = questionsFor(kind, target).find((each) => each.name === name);
  if (question?.of) {
    const known = question.choices.map(({ value }) => value);
    const parts = question.isList ? answer.split(',').map((part) => part.trim()) : [answer];
    const unknown = parts.find((part) => part !== '' && !known.includes(part));
    if (unknown === undefined) return undefined;
    const meant = nearest(unknown, known);
    return `There is no \`${unknown}\`.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`}`;
  }
  const collection = COLLECTION_OF[kind];
  const objections = (given: Answers) => {
    const entry = { ...entryOf(kind, given), id: 'x' };
    return objectionsTo({ ...target.data, [collection]: [entry] }, `/${collection}/0`, target.conventions);
  };
  const { [name]: _, ...others } = answers;
  const before = new Set(objections(others));
  const fresh = objections(answers).filter((each) => !before.has(each));
  return fresh.length === 0 ? undefined : fresh.join('\n');
}

/** The objections of schema and vocabularies to an entry. */
function objectionsTo(data: unknown, pointer: string, conventions: Conventions): string[] {
  const { remarks } = validateAssessment(data, conventions);
  return remarks
    .filter((remark) => remark.pointer === pointer || remark.pointer.startsWith(`${pointer}/`))
    .map((remark) => remarksText([remark]));
}

/** Imports a bibliography or another file that contains sources. */
export async function addFromFile(path: string, target: Target, effects: Effects): Promise<ImportReport> {
  return importFiles({ files: [path], into: target.input.path }, effects);
}

/** Whether a source is given as an existing file. */
export async function isFileNamed(text: string, effects: Effects): Promise<boolean> {
  if (/^[a-z]+:/i.test(text) || !/\.[a-z0-9]{2,8}$/i.test(text)) return false;
  return (await effects.readFile(await pathNamed(text, effects))) !== undefined;
}

/** The entry under its id; an entry of the register is referred to by its id. */
function named(
  kind: AddedKind,
  answers: Answers,
  { file, register }: Target,
  list: readonly Readonly<Record<string, unknown>>[],
): Readonly<Record<string, unknown>> {
  const main = questionsOf[kind].find(({ isMain }) => isMain)?.name ?? '';
  const shared = entriesIn(register, COLLECTION_OF[kind]).find(({ value }) => value === answers[main]);
  if (shared) {
    if (list.some(({ ref }) => ref === shared.value))
      throw new UsageFault(`${shared.value} is there already.`);
    return { ref: shared.value };
  }
  const { id, ...entry } = entryOf(kind, answers);
  const same = kind === 'source' ? sameSource(citedAs(answers.source ?? ''), list) : undefined;
  if (same !== undefined) throw new UsageFault(`This source is there already, as \`${same}\`.`);
  const namesake = kind === 'actor' && id === '' ? sameActor(String(entry.name ?? ''), list) : undefined;
  if (namesake !== undefined)
    throw new UsageFault(
      `An actor of this name is there already, as \`${namesake}\`. If it is another one, say so with --id.`,
    );
  if (id === '')
    return {
      id: newId(
        file,
        COLLECTION_OF[kind],
        hostNamed(entry),
        list.map((each) => String(each.ref ?? '')),
      ),
      ...entry,
    };
  if (typeof id !== 'string' || !isSlug(id))
    throw new UsageFault(`\`${String(id)}\` is not an id: write lower-case letters, digits and hyphens.`);
  if (list.some((each) => each.id === id || each.ref === id))
    throw new UsageFault(`The id \`${id}\` is taken.`);
  return { id, ...entry };
}

/** A source without a title is named by the host of its address, or by its number. */
function hostNamed(entry: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const csl = entry.csl as Cited | undefined;
  if (!csl || csl.title !== undefined) return entry;
  const host = csl.URL === undefined ? undefined : /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(csl.URL)?.[1];
  const name = host ?? (csl.DOI === undefined ? `isbn-${csl.ISBN ?? ''}` : `doi-${csl.DOI}`);
  return { title: name.replace(/[^a-z0-9]+/gi, '-') };
}

function sameSource(cited: Cited, list: readonly Readonly<Record<string, unknown>>[]): string | undefined {
  const keys = ['DOI', 'ISBN', 'URL'] as const;
  const found = list.find(({ csl }) =>
    keys.some((key) => cited[key] !== undefined && (csl as Partial<Cited> | undefined)?.[key] === cited[key]),
  );
  return found && String(found.id ?? found.ref);
}

/** The actor with a name among its own, ignoring case. */
function sameActor(name: string, list: readonly Readonly<Record<string, unknown>>[]): string | undefined {
  const found = list.find(({ name: own, aliases }) =>
    [own, aliases].flat().some((each) => String(each).toLowerCase() === name.trim().toLowerCase()),
  );
  return found && String(found.id ?? found.ref);
}

async function registerBeside(
  input: InputFile,
  effects: Effects,
): Promise<Readonly<Record<string, unknown>>> {
  const folder = join(input.path, '..');
  const entry = ((await effects.listFolder(folder)) ?? []).find(
    ({ name, isFolder }) => !isFolder && isRegister(name),
  );
  const bytes = entry && (await effects.readFile(join(folder, entry.name)));
  const data = bytes && readDocument(entry.name, bytes).document?.data;
  return typeof data === 'object' && data !== null ? { ...data } : {};
}
