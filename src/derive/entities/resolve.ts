import type {
  Actor,
  Assessment,
  Coordinates,
  Incident,
  Parties,
  Party,
  Place,
  Prose,
  Register,
  RegisterActor,
  RegisterIncident,
  RegisterPlace,
  RegisterSource,
  Source,
} from '../../model/generated/types.ts';

/** A place with its name resolved. */
export interface ResolvedPlace {
  /** Id in the register, if it comes from there. */
  readonly id?: string;
  readonly name: string;
  readonly country?: string;
  readonly coordinates?: Coordinates;
}

export type ResolvedActor = Omit<Actor, 'ref' | 'id' | 'name'> & {
  readonly id: string;
  readonly name: string;
};
export type ResolvedSource = Omit<Source, 'ref' | 'id' | 'csl'> & RegisterSource;
export type ResolvedIncident = Omit<Incident, 'ref' | 'id' | 'title' | 'place'> & {
  readonly id: string;
  readonly title: string;
  readonly place?: ResolvedPlace;
};

/** An assessment with everything taken from the register filled in. */
export interface ResolvedAssessment extends Omit<Assessment, 'actors' | 'incidents' | 'sources'> {
  readonly actors: readonly ResolvedActor[];
  readonly incidents: readonly ResolvedIncident[];
  readonly sources: readonly ResolvedSource[];
  /** Every actor that can be referred to: those of the file, then those only the register describes. */
  readonly knownActors: ReadonlyMap<string, { readonly name: string }>;
  /** Every source that can be cited: those of the file, then those only the register describes (ungraded). */
  readonly knownSources: ReadonlyMap<string, ResolvedSource>;
}

/** A party (who said, blames, claims) with its actor resolved. */
export interface PartyView {
  readonly name: string;
  readonly office: string | undefined;
  readonly actor: string | undefined;
}

export const emptyRegister: Register = {};

/**
 * Fills in identities from the register; the assessment's own values win. An entry whose `ref` leads nowhere is
 * kept with its id as name: the check reports it, and later stages need no special case.
 */
export function resolve(assessment: Assessment, register: Register): ResolvedAssessment {
  const actorsOf = byId(register.actors);
  const incidentsOf = byId(register.incidents);
  const sourcesOf = byId(register.sources);
  const placesOf = byId(register.places);

  const actors = (assessment.actors ?? []).map((actor) => resolveActor(actor, actorsOf));
  const incidents = (assessment.incidents ?? []).map((incident) =>
    resolveIncident(incident, incidentsOf, placesOf),
  );
  const sources = (assessment.sources ?? []).map((source) => resolveSource(source, sourcesOf));
  const knownActors = new Map<string, { readonly name: string }>([...actorsOf, ...byId(actors)]);
  const knownSources = new Map<string, ResolvedSource>([...sourcesOf, ...byId(sources)]);
  return { ...assessment, actors, incidents, sources, knownActors, knownSources };
}

function resolveActor(actor: Actor, register: ReadonlyMap<string, RegisterActor>): ResolvedActor {
  const { ref, ...own } = actor;
  const id = own.id ?? ref ?? '';
  return { ...register.get(ref ?? ''), ...own, id, name: own.name ?? register.get(ref ?? '')?.name ?? id };
}

function resolveIncident(
  incident: Incident,
  register: ReadonlyMap<string, RegisterIncident>,
  places: ReadonlyMap<string, RegisterPlace>,
): ResolvedIncident {
  const { ref, place: ownPlace, ...own } = incident;
  const shared = register.get(ref ?? '');
  const { place: sharedPlace, ...identity } = shared ?? { place: undefined };
  const place = ownPlace ?? sharedPlace;
  const id = own.id ?? ref ?? '';
  return {
    ...identity,
    ...own,
    id,
    title: own.title ?? shared?.title ?? id,
    ...(place !== undefined && { place: resolvePlace(place, places) }),
  };
}

function resolveSource(source: Source, register: ReadonlyMap<string, RegisterSource>): ResolvedSource {
  const { ref, ...own } = source;
  const id = own.id ?? ref ?? '';
  return { ...own, id, csl: own.csl ?? register.get(ref ?? '')?.csl ?? { type: 'document', title: id } };
}

function resolvePlace(place: Place, places: ReadonlyMap<string, RegisterPlace>): ResolvedPlace {
  if (typeof place !== 'string') return place;
  return places.get(place) ?? { name: place };
}

/** Parties as a list, each with a name to print. */
export function resolveParties(
  parties: Parties | undefined,
  actors: ReadonlyMap<string, { readonly name: string }>,
): PartyView[] {
  if (parties === undefined) return [];
  return (Array.isArray(parties) ? parties : [parties]).map((party) => resolveParty(party, actors));
}

export function resolveParty(
  party: Party,
  actors: ReadonlyMap<string, { readonly name: string }>,
): PartyView {
  if (typeof party === 'string') {
    const actor = actors.get(party);
    return { name: actor?.name ?? party, office: undefined, actor: actor ? party : undefined };
  }
  const actorName = party.actor === undefined ? undefined : (actors.get(party.actor)?.name ?? party.actor);
  return {
    name: party.name ?? party.office ?? actorName ?? '',
    office: party.name === undefined ? undefined : party.office,
    actor: party.actor,
  };
}

/** Prose as one Markdown text: array lines are joined, an empty line separates paragraphs. */
export function proseText(prose: Prose | undefined): string | undefined {
  if (prose === undefined) return undefined;
  return Array.isArray(prose) ? prose.join('\n') : prose;
}

/** A text or a list of texts as a list. */
export function asList(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

export function byId<T extends { readonly id: string }>(items: readonly T[] | undefined): Map<string, T> {
  return new Map((items ?? []).map((item) => [item.id, item]));
}
