import type {
  Actor,
  Capability,
  ConfidenceLevel,
  Direction,
  Intent,
  Level,
  Marking,
} from '../../model/generated/types.ts';
import { termText } from '../../model/vocabularies.ts';
import { asList, proseText, type ResolvedActor, type ResolvedAssessment } from './resolve.ts';

export interface LevelView {
  readonly level: Level;
  readonly trend: Direction | undefined;
  readonly confidence: ConfidenceLevel | undefined;
  readonly rationale: string | undefined;
  readonly evidence: readonly string[];
  /** Ids of MITRE ATT&CK. */
  readonly techniques: readonly string[];
}

export interface CapabilityView extends LevelView {
  /** A term, or words. */
  readonly dimension: string;
}

export interface ActorView {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** A term, or words. */
  readonly type: string | undefined;
  /** Name of the actor it is part of. */
  readonly parent: string | undefined;
  readonly status: Actor['status'];
  /** Whether type, status or parent is known. */
  readonly kind: boolean;
  readonly areas: readonly string[];
  readonly motivations: readonly string[];
  readonly targeting: readonly string[];
  readonly summary: string | undefined;
  readonly intent: LevelView | undefined;
  readonly capabilities: readonly CapabilityView[];
  readonly marking: Marking | undefined;
}

/** Actors compared in a table: one row or one column for each, whichever makes the table narrower. */
export interface ComparisonView {
  readonly rowsAreActors: boolean;
  /** Names of actors, or dimensions (`intent` among them). */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly (LevelView | undefined)[] }[];
}

/** Actors whose capability or intent is assessed, and all others; each in the order of the file. */
export function viewActors(assessment: ResolvedAssessment): {
  assessed: readonly ActorView[];
  others: readonly ActorView[];
  comparison: ComparisonView | undefined;
} {
  const views = assessment.actors.map((actor) => viewActor(actor, assessment.knownActors));
  const isAssessed = (actor: ActorView) => actor.intent !== undefined || actor.capabilities.length > 0;
  const assessed = views.filter(isAssessed);
  return {
    assessed,
    others: views.filter((actor) => !isAssessed(actor)),
    comparison: compareActors(assessed),
  };
}

/** A table needs at least two actors; dimensions are in order of first appearance. */
function compareActors(actors: readonly ActorView[]): ComparisonView | undefined {
  if (actors.length < 2) return undefined;
  const levelsOf = (actor: ActorView) =>
    new Map<string, LevelView>([
      ...(actor.intent ? [['intent', actor.intent] as const] : []),
      ...actor.capabilities.map((capability) => [capability.dimension, capability] as const),
    ]);
  const levels = actors.map((actor) => ({ name: actor.name, levels: levelsOf(actor) }));
  const dimensions = [...new Set(levels.flatMap(({ levels }) => [...levels.keys()]))];
  if (dimensions.length < actors.length) {
    const rows = levels.map(({ name, levels }) => ({ name, cells: dimensions.map((d) => levels.get(d)) }));
    return { rowsAreActors: true, columns: dimensions, rows };
  }
  const rows = dimensions.map((name) => ({ name, cells: levels.map(({ levels }) => levels.get(name)) }));
  return { rowsAreActors: false, columns: actors.map((actor) => actor.name), rows };
}

function viewActor(actor: ResolvedActor, known: ReadonlyMap<string, { readonly name: string }>): ActorView {
  const type = orNothing(termText(actor.type));
  const status = orNothing(actor.status);
  return {
    id: actor.id,
    name: actor.name,
    aliases: actor.aliases ?? [],
    type,
    parent: actor.parent === undefined ? undefined : (known.get(actor.parent)?.name ?? actor.parent),
    status,
    kind: (type ?? status ?? actor.parent) !== undefined,
    areas: actor.areas ?? [],
    motivations: actor.motivations ?? [],
    targeting: asList(actor.targeting),
    summary: proseText(actor.summary),
    intent: actor.intent && viewLevel(actor.intent),
    capabilities: (actor.capabilities ?? []).map((capability) => ({
      dimension: termText(capability.dimension),
      ...viewLevel(capability),
    })),
    marking: actor.marking,
  };
}

/** Treats `unknown` as absent. */
function orNothing<T extends string>(term: T | undefined): T | undefined {
  return term === 'unknown' ? undefined : term;
}

function viewLevel(item: Intent & Pick<Capability, 'techniques'>): LevelView {
  return {
    level: item.level,
    trend: item.trend,
    confidence: item.confidence,
    rationale: proseText(item.rationale),
    evidence: item.evidence ?? [],
    techniques: item.techniques ?? [],
  };
}
