import { isFixed } from '../check/settings.ts';
import { nodeAt } from '../load/placed-node.ts';
import { compareText, type Finding } from '../model/finding.ts';
import { assessmentFields, registerFields } from '../model/generated/fields.ts';
import type { ReviewNote } from '../model/generated/types.ts';
import { fromPointer, placeById } from '../model/pointer.ts';
import { shortened } from '../model/shown-text.ts';
import type { ProjectFile } from '../project/project.ts';
import { changeFor, spanOfFinding } from '../writing/changes.ts';
import { gradesOf } from '../writing/hover.ts';
import { Ids } from '../writing/ids.ts';
import { suppressionFor } from '../writing/suppressions.ts';
import { bandText, labelOf, scalesOf } from '../writing/words.ts';
import type { WrittenFile } from '../writing/written-file.ts';
import type {
  CheckedState,
  CommentShown,
  ItemName,
  OutlineGroup,
  OutlineItem,
  ShownFinding,
} from './protocol.ts';

/** Longest label of an item in the outline, in characters. */
const MAX_LABEL = 90;

/** Languages written from right to left, by their subtag. */
const RIGHT_TO_LEFT = /^(?:ar|dv|fa|he|ps|sd|ug|ur|yi)(?:-|$)/i;

/**
 * What a window shows of one version of a file: its findings, its items, its data. `file` is this version;
 * `readable` is the last one that could be read, which may be the same; `notes` are colleagues' comments.
 */
export function stateOf(
  version: number,
  file: WrittenFile,
  readable: WrittenFile | undefined,
  findings: readonly Finding[],
  register: WrittenFile | undefined,
  notes: readonly ReviewNote[] = [],
): CheckedState {
  const shown = findings.map((finding) => shownFinding(file, finding));
  const data = readable?.read?.data ?? {};
  const { language = 'en' } = data as { readonly language?: unknown };
  const tag = typeof language === 'string' ? language : 'en';
  const { id, bands } = scalesOf(data, file.conventions).likelihood;
  return {
    version,
    findings: shown,
    data,
    isReadable: file.read !== undefined,
    outline: readable ? outlineOf(readable, shown, register) : [],
    comments: notes.map((note, index) => commentShown(note, index, data)),
    language: tag,
    direction: RIGHT_TO_LEFT.test(tag) ? 'rtl' : 'ltr',
    scale: { id, bands: bands.map(({ low, high, terms }) => ({ low, high, terms })) },
  };
}

function commentShown({ pointer = '', ...note }: ReviewNote, index: number, data: unknown): CommentShown {
  return { index, ...note, pointer: placeById(pointer, data) };
}

function shownFinding(file: WrittenFile, finding: Finding): ShownFinding {
  const { start, end } = spanOfFinding(file.text, finding);
  const fix = changeFor(file, finding)?.title;
  return {
    rule: finding.rule,
    severity: finding.severity,
    pointer: finding.pointer,
    message: finding.message,
    help: finding.help,
    from: start,
    to: end,
    item: itemAt(file.read?.data, finding.pointer),
    fix,
    canBeSuppressed: !isFixed(finding.rule) && suppressionFor(file, finding) !== undefined,
  };
}

/** The collection item a pointer leads into. */
export function itemAt(data: unknown, pointer: string): ItemName | undefined {
  const [collection = '', index = ''] = fromPointer(pointer);
  const list = (data as Readonly<Record<string, unknown>> | undefined)?.[collection];
  if (!Array.isArray(list) || !/^\d+$/.test(index)) return undefined;
  if (typeof list[Number(index)] !== 'object') return undefined; // a line of prose
  return { collection, id: nameOf(list[Number(index)], Number(index)) };
}

/** An entry's id, or its `ref`; otherwise its position: `#3`. */
export function nameOf(entry: unknown, index: number): string {
  const { id, ref } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
  const name = id ?? ref;
  return typeof name === 'string' && name !== '' ? name : `#${index}`;
}

/** The schema's collections in order, if their entries are objects. */
export function collectionsOf(kind: WrittenFile['kind']): string[] {
  const table = kind === 'register' ? registerFields : assessmentFields;
  return Object.keys(table).filter(
    (path) => !path.includes('/') && table[path]?.kind === 'list' && table[`${path}/*`]?.kind === 'object',
  );
}

function outlineOf(
  file: WrittenFile,
  findings: readonly ShownFinding[],
  register: WrittenFile | undefined,
): OutlineGroup[] {
  const data = (file.read?.data ?? {}) as Readonly<Record<string, unknown>>;
  const ids = new Ids(register && register.path !== file.path ? [file, register] : [file]);
  const entities = new Map(ids.entitiesOf(file).map((entity) => [entity.pointer, entity]));
  const scale = scalesOf(data, file.conventions).likelihood;
  return collectionsOf(file.kind).map((collection) => {
    const list = data[collection];
    const items = (Array.isArray(list) ? list : []).map((entry: unknown, index): OutlineItem => {
      const pointer = `/${collection}/${index}`;
      const entity = entities.get(pointer) ?? {
        file,
        collection,
        id: nameOf(entry, index),
        pointer,
        value: (typeof entry === 'object' && entry !== null ? entry : {}) as Readonly<
          Record<string, unknown>
        >,
        isRef: false,
      };
      const { term } = (entity.value.likelihood ?? {}) as { readonly term?: unknown };
      const band = scale.bands.find(({ terms, forms = [] }) => [...terms, ...forms].includes(String(term)));
      const shared = entity.isRef ? ids.resolve(file, 'entity', `${collection}/${entity.id}`) : undefined;
      const detail =
        collection === 'evidence'
          ? gradesOf(file, entity, ids)
          : collection === 'sources'
            ? String(entity.value.reliability ?? '')
            : band
              ? `${String(term)}, ${bandText(scale, band)}`
              : '';
      const own = findings.filter((finding) => isInside(finding.pointer, pointer));
      return {
        id: nameOf(entry, index),
        label: shortened(
          collection === 'matrix' ? rowLabel(entity.value, ids, file) : labelOf(entity, shared),
          MAX_LABEL,
        ),
        detail,
        pointer,
        errors: own.filter(({ severity }) => severity === 'error').length,
        warnings: own.filter(({ severity }) => severity === 'warning').length,
      };
    });
    return { collection, items };
  });
}

/** A row of the matrix is labelled by its evidence. */
function rowLabel(value: Readonly<Record<string, unknown>>, ids: Ids, file: WrittenFile): string {
  const name = typeof value.evidence === 'string' ? value.evidence : '';
  const evidence = ids.resolve(file, 'evidence', name);
  return evidence ? labelOf(evidence) : name;
}

function isInside(pointer: string, item: string): boolean {
  return pointer === item || pointer.startsWith(`${item}/`);
}

/** Findings of an open file; for the register, those of the register itself. */
export function findingsAbout(file: ProjectFile, shown: string): readonly Finding[] {
  return file.findings.filter((finding) => finding.file === shown);
}

/** Pointers, sorted, without duplicates. */
export function distinct(pointers: readonly string[]): string[] {
  return [...new Set(pointers)].sort(compareText);
}

/** Whether a file has a value at a pointer. */
export function stands(file: WrittenFile, pointer: string): boolean {
  return file.read !== undefined && nodeAt(file.read.root, pointer) !== undefined;
}
