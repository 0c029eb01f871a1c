import type { MarkingScheme } from '../../model/conventions/conventions.ts';
import type { Marking, Source } from '../../model/generated/types.ts';
import { uuidOf } from '../kit/ids.ts';
import { momentsOf, plainWords } from '../kit/text.ts';
import { CONFIDENCE, TLP_EXTENSION, TLP_IDS } from './vocabulary.ts';

type Data = Readonly<Record<string, unknown>>;
/** An object of a bundle to be written. */
export type StixData = Data & { readonly type: string; readonly id: string };

/** What our entries are in the words of STIX. */

/**
 * The id of a marking: the id STIX defines for its label, otherwise one derived from the scheme and the text.
 */
export function markingId(marking: Marking, scheme: MarkingScheme): string {
  const label = scheme.labels.find(({ label: one }) => one === marking);
  return label?.stix ?? `marking-definition--${uuidOf(`${scheme.id}/${marking}`)}`;
}

/** The definition of a marking: of a TLP label by the OASIS extension, of any other scheme as a statement. */
export function markingDefinition(label: Marking, scheme: MarkingScheme): StixData {
  const core = {
    type: 'marking-definition',
    spec_version: '2.1',
    id: markingId(label, scheme),
    created: '2022-10-01T00:00:00.000Z',
    name: label,
  };
  if (TLP_IDS[label] !== core.id) {
    return { ...core, definition_type: 'statement', definition: { statement: `${label} (${scheme.title})` } };
  }
  return {
    ...core,
    extensions: {
      [TLP_EXTENSION]: {
        extension_type: 'property-extension',
        tlp_2_0: label.slice('TLP:'.length).toLowerCase(),
      },
    },
  };
}

export function confidence(level: unknown): Data {
  return level === 'low' || level === 'moderate' || level === 'high' ? { confidence: CONFIDENCE[level] } : {};
}

/** STIX demands that the end is later than the beginning. */
export function times(period: unknown): Data {
  const { first, last } = momentsOf(typeof period === 'string' ? period : undefined);
  return {
    ...(first !== undefined && { start_time: first }),
    ...(last !== undefined && (first === undefined || last > first) && { stop_time: last }),
  };
}

export function shortName(prose: unknown): string {
  const words = plainWords(prose as string | string[]);
  return words.length > 100 ? `${words.slice(0, 99).trimEnd()}…` : words || 'Untitled';
}

/** The term of a type, or the words used in place of one. */
export function typeWord(type: unknown): string | undefined {
  if (typeof type === 'object' && type !== null && 'other' in type) return String(type.other);
  return typeof type === 'string' ? type : undefined;
}

export function identityClass(type: string | undefined): string {
  if (type === 'person') return 'individual';
  if (type === 'community') return 'class';
  return type === undefined || type === 'unknown'
    ? 'unknown'
    : type === 'movement' || type === 'brotherhood'
      ? 'group'
      : 'organization';
}

/** The STIX type for ours, or ours if STIX has none: the vocabulary is open. */
export function threatType(type: string | undefined): string {
  if (type === 'criminal-group') return 'crime-syndicate';
  if (type === 'movement') return 'activist';
  return type === undefined || ['armed-group', 'network', 'cell', 'unknown'].includes(type)
    ? 'unknown'
    : type;
}

/** A source as an external reference: publisher, title, address. */
export function externalReference({ csl = { type: 'document' } }: Source): Data {
  const author = csl.author
    ?.map((name) => name.literal ?? [name.given, name.family].filter(Boolean).join(' '))
    .join(', ');
  const name = csl.publisher ?? csl['container-title'] ?? author ?? csl.title ?? csl.type;
  const title = csl.title ?? csl.genre ?? csl.type;
  const issued = typeof csl.issued === 'string' ? `, ${csl.issued}` : '';
  return {
    // STIX demands a catalogue number with these names.
    source_name: /^(cve|capec)$/.test(name) ? `${name} (publisher)` : name,
    description: `${author !== undefined && author !== name ? `${author}: ` : ''}${title}${issued}`,
    ...(csl.URL !== undefined && isAddress(csl.URL) && { url: csl.URL }),
  };
}

function isAddress(url: string): boolean {
  return /^https?:\/\/[A-Za-z0-9.-]+\.[A-Za-z]{2,}(:\d+)?([/?#][\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]*)?$/.test(
    url,
  );
}
