import { asList, type ResolvedAssessment, resolveParties } from '../../derive/entities/resolve.ts';
import type { Assessment, Parties, Register, Source } from '../../model/generated/types.ts';
import { identityOf } from '../kit/register.ts';
import {
  confidence,
  externalReference,
  identityClass,
  shortName,
  threatType,
  times,
  typeWord,
} from './exported-words.ts';
import type { Mapping } from './mapping.ts';
import { confidenceOfCredibility } from './vocabulary.ts';

type Data = Readonly<Record<string, unknown>>;

/** What is known of the other objects while one is written. */
export interface ExportContext {
  readonly collection: string;
  readonly mapping: Mapping;
  /** STIX type of the object. */
  readonly type: string;
  readonly assessment: Assessment;
  readonly register: Register;
  /** Id of the report: the reference of objects that would otherwise refer to nothing. */
  readonly report: string;
  /** The sources that an entry cites. */
  cited(entry: Data): readonly Source[];
  /** Id of an entry's object: `evidence/four-fires`, `evidence#0`. */
  idOf(name: string): string | undefined;
  /** The object for an entry's id, with or without its collection. */
  anyRef(id: string): string | undefined;
  /** The object of an actor; created if there is none. */
  actorRef(id: string): string;
}

/** The entries of a collection; empty if there are none. */
export function entriesOf(assessment: Assessment, collection: string): readonly Data[] {
  const list = (assessment as unknown as Data)[collection];
  return Array.isArray(list) ? list : [];
}

/**
 * Properties STIX has for an entry that are less exact than ours, for programs that do not read the extension.
 */
export function approximationsOf(entry: Data, around: ExportContext): Data {
  const { collection, mapping, type, register, assessment } = around;
  const identity = identityOf(entry, collection, register) ?? {};
  const refs = (ids: readonly (string | undefined)[]) => {
    const known = [...new Set(ids.filter((id) => id !== undefined))];
    return { object_refs: known.length > 0 ? known : [around.report] };
  };
  const labels = { labels: [mapping.label.toLowerCase().replaceAll(' ', '-')] };
  switch (collection) {
    case 'actors': {
      const name = String(entry.name ?? identity.name ?? entry.ref ?? entry.id);
      const what = typeWord(entry.type ?? identity.type);
      const kind =
        type === 'identity'
          ? { identity_class: identityClass(what) }
          : { threat_actor_types: [threatType(what)] };
      const aliases = (entry.aliases ?? identity.aliases) as readonly string[] | undefined;
      return { name, ...(type !== 'identity' && aliases && aliases.length > 0 && { aliases }), ...kind };
    }
    case 'incidents':
      return { name: String(entry.title ?? identity.title ?? entry.ref ?? entry.id) };
    case 'relationships':
      return {
        relationship_type: String(entry.type),
        source_ref: around.actorRef(String(entry.from)),
        target_ref: around.actorRef(String(entry.to)),
        ...times(entry.period),
        ...confidence(entry.confidence),
      };
    case 'evidence': {
      const users = usersOf(String(entry.id), around);
      const weighed = ((entry.citations ?? []) as readonly { credibility?: number }[]).flatMap(
        ({ credibility }) => confidenceOfCredibility(credibility) ?? [],
      );
      const references = around.cited(entry).map(externalReference);
      const speaker = (entry.speaker as { name?: string; office?: string } | undefined)?.name;
      return {
        ...labels,
        abstract: mapping.label,
        ...refs(users),
        ...(speaker !== undefined && { authors: [speaker] }),
        ...(weighed.length > 0 && { confidence: Math.max(...weighed) }),
        ...(references.length > 0 && { external_references: references }),
      };
    }
    case 'hypotheses': {
      const rows = assessment.matrix ?? [];
      const rated = rows.filter(({ ratings }) => /^C/.test(ratings[String(entry.id)] ?? ''));
      return {
        ...labels,
        name: shortName(entry.statement),
        context: 'hypothesis',
        ...refs(rated.map(({ evidence }) => around.idOf(`evidence/${evidence}`))),
      };
    }
    case 'recommendations':
      return { ...labels, name: shortName(entry.action) };
    default: {
      const about = [entry.about, entry.observes, entry.judgments, entry.subject].flatMap((value) =>
        asList(value as string),
      );
      const content = entry.title ?? entry.subject ?? mapping.label;
      return {
        ...labels,
        abstract: mapping.label,
        content: String(content),
        ...refs(about.map((id) => around.anyRef(id))),
        ...(collection === 'judgments' &&
          confidence((entry.confidence as { level?: unknown } | undefined)?.level)),
      };
    }
  }
}

/** The ids of the objects whose entries cite an item of evidence. */
function usersOf(evidence: string, { assessment, idOf }: ExportContext): readonly (string | undefined)[] {
  return ['actors', 'incidents', 'relationships', 'judgments', 'trends'].flatMap((collection) =>
    entriesOf(assessment, collection).flatMap((entry, position) =>
      asList(entry.evidence as string[] | undefined).includes(evidence)
        ? [idOf(`${collection}#${position}`)]
        : [],
    ),
  );
}

/**
 * Opinions on a relationship: who asserts it and who denies it, by name; if nobody is named, that it is
 * disputed or denied.
 */
export function opinionsOn(
  { asserts, denies, standing }: Data,
  knownActors: ResolvedAssessment['knownActors'],
): Readonly<Record<string, Data>> {
  const names = (parties: unknown) =>
    resolveParties(parties as Parties | undefined, knownActors).map(({ name }) => name);
  const authors = { asserts: names(asserts), denies: names(denies) };
  const disputed = standing === 'disputed' || standing === 'denied';
  return {
    ...(authors.asserts.length > 0 && { asserts: { opinion: 'strongly-agree', authors: authors.asserts } }),
    ...(authors.denies.length > 0 && { denies: { opinion: 'strongly-disagree', authors: authors.denies } }),
    ...(disputed &&
      authors.denies.length === 0 && {
        standing: {
          explanation: `Standing of the relationship in the assessment: ${standing}.`,
          opinion: standing === 'denied' ? 'strongly-disagree' : 'disagree',
        },
      }),
  };
}
