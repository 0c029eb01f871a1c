import type { EvidenceChain } from '../derive/analysis/chain.ts';
import { proseText } from '../derive/entities/resolve.ts';
import {
  type Conventions,
  confidenceScaleOf,
  type LikelihoodBand,
  type LikelihoodScale,
  likelihoodScaleOf,
  withConventions,
} from '../model/conventions/conventions.ts';
import type { Assessment } from '../model/generated/types.ts';
import type { Entity } from './ids.ts';

/** Grades of the Admiralty system in the words that a memo prints (NATO AJP-2.1). */
const RELIABILITY: Readonly<Record<string, string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
};
const CREDIBILITY: Readonly<Record<string, string>> = {
  1: 'confirmed by other sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'truth cannot be judged',
};

export function reliabilityWords(letter: unknown): string | undefined {
  const words = RELIABILITY[String(letter)];
  return words && `${letter}, ${words}`;
}

/** `B2` of a citation and the source it cites, as far as they are graded. */
export function gradeOf(reliability: unknown, credibility: unknown): string {
  return `${reliability ?? ''}${credibility ?? ''}`;
}

export function credibilityWords(number: unknown): string | undefined {
  const words = CREDIBILITY[String(number)];
  return words && `${number}, ${words}`;
}

/** Properties that describe an entry, in order of preference. */
const SAYING = ['title', 'name', 'statement', 'heading', 'question', 'action', 'measure', 'description'];

/** The label of an entity, on one line; its id if nothing describes it. */
export function labelOf(entity: Entity, shared?: Entity): string {
  for (const value of [entity.value, shared?.value ?? {}]) {
    for (const key of SAYING) {
      const text = textOf(value[key]);
      if (text !== undefined) return text;
    }
    const csl = value.csl;
    const title =
      typeof csl === 'object' && csl !== null ? textOf((csl as { title?: unknown }).title) : undefined;
    if (title !== undefined) return title;
    if (typeof value.from === 'string' && typeof value.to === 'string') return `${value.from} – ${value.to}`;
  }
  return entity.id;
}

/** Prose or a text as one line; `undefined` for anything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && !(Array.isArray(value) && value.every((line) => typeof line === 'string')))
    return undefined;
  const text = proseText(value)?.replace(/\s+/g, ' ').trim() ?? '';
  return text === '' ? undefined : text;
}

/** `55–80 %`, as a memo prints it. */
export function bandText({ approximate }: LikelihoodScale, { low, high }: LikelihoodBand): string {
  return `${approximate ? '~' : ''}${low}–${high} %`;
}

/** The scales that a file uses, valid or not. */
export function scalesOf(data: unknown, conventions: Conventions) {
  const written = (typeof data === 'object' && data !== null ? data : {}) as Pick<Assessment, 'standards'>;
  const speaker = withConventions({ standards: written.standards ?? {} }, conventions);
  return { likelihood: likelihoodScaleOf(speaker), confidence: confidenceScaleOf(speaker) };
}

/** `3 sources, 1 independent`. */
export function sourcesText({ sources, independent }: EvidenceChain): string {
  const count = `${sources.length} ${sources.length === 1 ? 'source' : 'sources'}`;
  return `${count}, ${independent} independent`;
}
