import type { Actor, Assessment, Incident, Judgment, Prose } from '../model/generated/types.ts';
import { type PointerPart, toPointer } from '../model/pointer.ts';

/** What a prose text is in the assessment, and with that which rules read it. */
export type ProseKind =
  | 'title'
  | 'heading'
  | 'question'
  | 'bottom-line'
  | 'judgment'
  | 'basis'
  | 'would-change'
  | 'narrative'
  | 'description'
  | 'evidence'
  | 'wording'
  | 'assumption'
  | 'hypothesis'
  | 'scenario'
  | 'indicator'
  | 'gap'
  | 'implication'
  | 'recommendation'
  | 'note';

export interface ProseField {
  /** The way to it from the top of the file. */
  readonly parts: readonly PointerPart[];
  /** Lines are joined by newlines. */
  readonly text: string;
  /** Whether the file has it as an array of lines. */
  readonly isList: boolean;
  readonly kind: ProseKind;
  /** Whether it reports what a speaker or a source says: then its words are not the analyst's choice. */
  readonly reported: boolean;
}

const known = new WeakMap<Assessment, readonly ProseField[]>();

/** Every text that an analyst wrote as prose, in the order in which a memo is read. Gathered once for an assessment. */
export function proseFieldsOf(assessment: Assessment): readonly ProseField[] {
  const found = known.get(assessment) ?? [...eachProse(assessment)];
  known.set(assessment, found);
  return found;
}

/** The pointer to the value, or to the line of the list, in which an offset of a field lies. */
export function pointerTo({ parts, text, isList }: ProseField, offset: number): string {
  return toPointer(isList ? [...parts, text.slice(0, offset).split('\n').length - 1] : parts);
}

function* eachProse(assessment: Assessment): Generator<ProseField> {
  const isKey = judgmentsThatLead(assessment);
  yield* field(['title'], assessment.title, 'title');
  yield* field(['subtitle'], assessment.subtitle, 'title');
  yield* field(['question'], assessment.question, 'question');
  yield* field(['bottomLine'], assessment.bottomLine, 'bottom-line');
  yield* judgmentsOf(assessment, isKey);
  for (const [i, { heading, body }] of (assessment.sections ?? []).entries()) {
    yield* field(['sections', i, 'heading'], heading, 'heading');
    yield* field(['sections', i, 'body'], body, 'narrative');
  }
  for (const [i, actor] of (assessment.actors ?? []).entries()) yield* actorTexts(actor, i);
  for (const [i, { summary }] of (assessment.relationships ?? []).entries()) {
    yield* field(['relationships', i, 'summary'], summary, 'description');
  }
  for (const [i, incident] of (assessment.incidents ?? []).entries()) yield* incidentTexts(incident, i);
  for (const [i, { summary }] of (assessment.trends ?? []).entries()) {
    yield* field(['trends', i, 'summary'], summary, 'description');
  }
  yield* judgmentsOf(assessment, (judgment) => !isKey(judgment));
  for (const [i, { statement, ifWrong }] of (assessment.assumptions ?? []).entries()) {
    yield* field(['assumptions', i, 'statement'], statement, 'assumption');
    yield* field(['assumptions', i, 'ifWrong'], ifWrong, 'assumption');
  }
  for (const [i, { question, collection }] of (assessment.gaps ?? []).entries()) {
    yield* field(['gaps', i, 'question'], question, 'gap');
    yield* field(['gaps', i, 'collection'], collection, 'gap');
  }
  for (const [i, { statement, summary }] of (assessment.hypotheses ?? []).entries()) {
    yield* field(['hypotheses', i, 'statement'], statement, 'hypothesis');
    yield* field(['hypotheses', i, 'summary'], summary, 'description');
  }
  for (const [i, { note }] of (assessment.matrix ?? []).entries()) {
    yield* field(['matrix', i, 'note'], note, 'note');
  }
  yield* outlookTexts(assessment);
  yield* sourceTexts(assessment);
}

function judgmentsThatLead({ judgments = [] }: Assessment): (judgment: Judgment) => boolean {
  return judgments.some(({ key }) => key) ? ({ key }) => key === true : () => true;
}

function* judgmentsOf(
  { judgments = [] }: Assessment,
  belongs: (judgment: Judgment) => boolean,
): Generator<ProseField> {
  for (const [i, judgment] of judgments.entries()) {
    if (!belongs(judgment)) continue;
    yield* field(['judgments', i, 'statement'], judgment.statement, 'judgment');
    yield* field(['judgments', i, 'confidence', 'basis'], judgment.confidence?.basis, 'basis');
    yield* field(['judgments', i, 'wouldChange'], judgment.wouldChange, 'would-change');
  }
}

function* actorTexts({ summary, intent, capabilities = [] }: Actor, i: number): Generator<ProseField> {
  yield* field(['actors', i, 'summary'], summary, 'description');
  yield* field(['actors', i, 'intent', 'rationale'], intent?.rationale, 'description');
  for (const [k, { rationale }] of capabilities.entries()) {
    yield* field(['actors', i, 'capabilities', k, 'rationale'], rationale, 'description');
  }
}

function* incidentTexts(incident: Incident, i: number): Generator<ProseField> {
  yield* field(['incidents', i, 'title'], incident.title, 'title');
  yield* field(['incidents', i, 'summary'], incident.summary, 'description');
  yield* field(['incidents', i, 'dateNote'], incident.dateNote, 'note');
  for (const counted of ['perpetrators', 'killed', 'injured', 'arrested'] as const) {
    yield* field(['incidents', i, counted, 'note'], incident[counted]?.note, 'note');
  }
}

function* outlookTexts(assessment: Assessment): Generator<ProseField> {
  for (const [i, { title, narrative }] of (assessment.scenarios ?? []).entries()) {
    yield* field(['scenarios', i, 'title'], title, 'title');
    yield* field(['scenarios', i, 'narrative'], narrative, 'scenario');
  }
  for (const [i, { statement }] of (assessment.indicators ?? []).entries()) {
    yield* field(['indicators', i, 'statement'], statement, 'indicator');
  }
  for (const [i, { statement }] of (assessment.implications ?? []).entries()) {
    yield* field(['implications', i, 'statement'], statement, 'implication');
  }
  for (const [i, { action, rationale }] of (assessment.recommendations ?? []).entries()) {
    yield* field(['recommendations', i, 'action'], action, 'recommendation');
    yield* field(['recommendations', i, 'rationale'], rationale, 'recommendation');
  }
}

function* sourceTexts(assessment: Assessment): Generator<ProseField> {
  for (const [i, { statement, wording }] of (assessment.evidence ?? []).entries()) {
    yield* field(['evidence', i, 'statement'], statement, 'evidence', true);
    yield* field(['evidence', i, 'wording'], wording, 'wording', true);
  }
  for (const [i, { note }] of (assessment.sources ?? []).entries()) {
    yield* field(['sources', i, 'note'], note, 'note');
  }
  for (const [i, { reason }] of (assessment.edition?.changes ?? []).entries()) {
    yield* field(['edition', 'changes', i, 'reason'], reason, 'note');
  }
  for (const [i, { reason }] of (assessment.exceptions ?? []).entries()) {
    yield* field(['exceptions', i, 'reason'], reason, 'note');
  }
}

function* field(
  parts: readonly PointerPart[],
  prose: Prose | undefined,
  kind: ProseKind,
  reported = false,
): Generator<ProseField> {
  if (prose === undefined) return;
  const isList = Array.isArray(prose);
  yield { parts, text: isList ? prose.join('\n') : prose, isList, kind, reported };
}
