import type { EdtfDate } from '../../model/edtf.ts';
import type { ConfidenceLevel, Relationship } from '../../model/generated/types.ts';
import { viewDate } from './dates.ts';
import { type PartyView, proseText, type ResolvedAssessment, resolveParties } from './resolve.ts';

export interface RelationshipView {
  readonly id: string;
  /** Names of the two sides. */
  readonly from: string;
  readonly to: string;
  readonly type: Relationship['type'];
  readonly standing: Relationship['standing'];
  readonly by: readonly PartyView[];
  /** Who says that it holds, and who denies it. */
  readonly asserts: readonly PartyView[];
  readonly denies: readonly PartyView[];
  readonly period: EdtfDate | undefined;
  /** Key of the phrase that says whether the acting side knows; absent when unknown. */
  readonly knowingly: 'relationships.witting' | 'relationships.unwitting' | undefined;
  readonly confidence: ConfidenceLevel | undefined;
  readonly summary: string | undefined;
  readonly evidence: readonly string[];
}

export function viewRelationships(assessment: ResolvedAssessment): RelationshipView[] {
  const nameOf = (id: string) => assessment.knownActors.get(id)?.name ?? id;
  return (assessment.relationships ?? []).map((relationship) => ({
    id: relationship.id,
    from: nameOf(relationship.from),
    to: nameOf(relationship.to),
    type: relationship.type,
    standing: relationship.standing,
    by: resolveParties(relationship.by, assessment.knownActors),
    asserts: resolveParties(relationship.asserts, assessment.knownActors),
    denies: resolveParties(relationship.denies, assessment.knownActors),
    period: viewDate(relationship.period),
    knowingly: knowinglyOf(relationship.witting),
    confidence: relationship.confidence,
    summary: proseText(relationship.summary),
    evidence: relationship.evidence ?? [],
  }));
}

function knowinglyOf(witting: boolean | undefined): RelationshipView['knowingly'] {
  if (witting === undefined) return undefined;
  return witting ? 'relationships.witting' : 'relationships.unwitting';
}
