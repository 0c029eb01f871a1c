import type { Field, ProseKind } from '../model/fields.ts';
import { assessmentFields } from '../model/generated/fields.ts';
import type { Assessment, Judgment, Prose } from '../model/generated/types.ts';
import { type PointerPart, toPointer } from '../model/pointer.ts';

export type { ProseKind };

export interface ProseField {
  /** Path from the top of the file. */
  readonly parts: readonly PointerPart[];
  /** Lines are joined by newlines. */
  readonly text: string;
  /** Whether the file has it as an array of lines. */
  readonly isList: boolean;
  readonly kind: ProseKind;
  /** Whether it reports the words of a speaker or a source: those are not the analyst's choice. */
  readonly reported: boolean;
}

const known = new WeakMap<Assessment, readonly ProseField[]>();

/** Every text that an analyst wrote as prose, in reading order of a memo. Cached for an assessment. */
export function proseFieldsOf(assessment: Assessment): readonly ProseField[] {
  const found = known.get(assessment) ?? [...eachProse(assessment)];
  known.set(assessment, found);
  return found;
}

/** The pointer to the value, or to the line of an array, at an offset of a field. */
export function pointerTo({ parts, text, isList }: ProseField, offset: number): string {
  return toPointer(isList ? [...parts, text.slice(0, offset).split('\n').length - 1] : parts);
}

/** Properties of the assessment in reading order of a memo; all others follow. */
const READ_FIRST = [
  'title',
  'subtitle',
  'question',
  'bottomLine',
  'judgments',
  'sections',
  'actors',
  'relationships',
  'incidents',
  'trends',
  'assumptions',
  'gaps',
  'hypotheses',
  'matrix',
  'scenarios',
  'indicators',
  'implications',
  'recommendations',
  'evidence',
  'sources',
];

/**
 * A node of the tree of paths to texts: what a text here is, and the children for each key, or for any index
 * (`*`).
 */
interface Step {
  text?: Field & { readonly text: ProseKind };
  readonly next: Map<string, Step>;
}

const ROOT: Step = { next: new Map() };
for (const [path, field] of Object.entries(assessmentFields)) {
  const { text } = field;
  if (text === undefined) continue;
  const end = path.split('/').reduce<Step>((step, part) => {
    const next = step.next.get(part) ?? { next: new Map() };
    step.next.set(part, next);
    return next;
  }, ROOT);
  end.text = { ...field, text };
}

const MEMBERS = [...READ_FIRST, ...[...ROOT.next.keys()].filter((name) => !READ_FIRST.includes(name))];

function* eachProse(assessment: Assessment): Generator<ProseField> {
  const isKey = judgmentsThatLead(assessment);
  for (const name of MEMBERS) {
    yield* textsIn(assessment[name as keyof Assessment], [name], ROOT.next.get(name), (value, parts) =>
      name === 'judgments' && parts.length === 2 ? isKey(value as Judgment) : true,
    );
    if (name !== 'trends') continue;
    yield* textsIn(
      assessment.judgments,
      ['judgments'],
      ROOT.next.get('judgments'),
      (value, parts) => parts.length !== 2 || !isKey(value as Judgment),
    );
  }
}

/** Which judgments are key: those marked so; if none is marked, all. */
export function judgmentsThatLead({ judgments = [] }: Assessment): (judgment: Judgment) => boolean {
  return judgments.some(({ key }) => key) ? ({ key }) => key === true : () => true;
}

/** Notes are read after the rest of the entry they belong to. */
function inReadingOrder({ next }: Step): [string, Step][] {
  const entries = [...next];
  return [...entries.filter(([, step]) => !isNote(step)), ...entries.filter(([, step]) => isNote(step))];
}

function isNote({ text, next }: Step): boolean {
  return text ? text.text === 'note' : [...next.values()].every(isNote);
}

/** The texts in a value, entry by entry; `belongs` decides whether an entry of a list is read now. */
function* textsIn(
  value: unknown,
  parts: readonly PointerPart[],
  step: Step | undefined,
  belongs: (value: unknown, parts: readonly PointerPart[]) => boolean = () => true,
): Generator<ProseField> {
  if (step === undefined || value === undefined || value === null) return;
  if (step.text) yield fieldOf(parts, value as Prose, step.text);
  const entries = step.next.get('*');
  if (entries && Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      if (belongs(item, [...parts, index])) yield* textsIn(item, [...parts, index], entries);
    }
  } else if (typeof value === 'object' && !Array.isArray(value)) {
    for (const [name, next] of inReadingOrder(step)) {
      yield* textsIn((value as Readonly<Record<string, unknown>>)[name], [...parts, name], next);
    }
  }
}

function fieldOf(
  parts: readonly PointerPart[],
  prose: Prose,
  { text: kind, reported = false }: Field & { readonly text: ProseKind },
): ProseField {
  const isList = Array.isArray(prose);
  return { parts, text: isList ? prose.join('\n') : prose, isList, kind, reported };
}
