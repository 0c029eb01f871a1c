import { isRecord } from '../../model/json.ts';
import { shortHash, uuidOf } from '../kit/ids.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * The attribute of each of our objects that records what the object had when it was exported: whoever changes
 * tags, references or attributes in MISP does not change this one, so that the change is noticed when the event
 * comes back.
 */
export const WRITTEN = 'exported';

/** What an object of ours had besides the values of its attributes. */
export interface WrittenObject {
  readonly tags: readonly string[];
  readonly attributes: number;
  readonly references: number;
}

/** What the event had besides its objects; recorded in the object of the assessment. */
export interface WrittenEvent {
  /** Hashes of members of the event. */
  readonly members: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  /** How many objects of each collection. */
  readonly objects: Readonly<Record<string, number>>;
  /** Hashes of the attributes of the event, by UUID. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Hash of the memo. */
  readonly report?: string;
}

/** References of one kind between the same two objects; more would be repetition. */
export const MAX_ALIKE = 3;

export function referenceUuid(source: string, type: string, target: string, alike: number): string {
  return uuidOf(`${source}/${type}/${target}/${alike}`);
}

/** Members of an event that the export derives from the assessment and that others may change. */
export const MEMBERS = ['info', 'date', 'threat_level_id', 'analysis'] as const;

export function writtenEvent(event: Data): WrittenEvent {
  const [report] = listOf(event.EventReport);
  const objects: Record<string, number> = {};
  for (const { name } of listOf(event.Object)) objects[String(name)] = (objects[String(name)] ?? 0) + 1;
  return {
    members: Object.fromEntries(MEMBERS.map((name) => [name, hashOf(event[name])])),
    tags: listOf(event.Tag).map(({ name }) => String(name)),
    objects,
    attributes: Object.fromEntries(
      listOf(event.Attribute).map((attribute) => [String(attribute.uuid), attributeHash(attribute)]),
    ),
    ...(report && { report: hashOf(report.content) }),
  };
}

/** A hash of what others can change in an attribute of the event: its value and its comment. */
export function attributeHash({ value, comment }: Data): string {
  return hashOf([value, comment]);
}

export function hashOf(value: unknown): string {
  return shortHash(JSON.stringify(value ?? null));
}

/** The record as it came back; empty if somebody made it unreadable. */
export function readWritten(text: string): {
  readonly object?: WrittenObject;
  readonly event?: WrittenEvent;
} {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return {};
  }
  if (!isRecord(data)) return {};
  const { tags, attributes, references, event } = data;
  return {
    ...(isTexts(tags) &&
      typeof attributes === 'number' &&
      typeof references === 'number' && { object: { tags, attributes, references } }),
    ...(isRecord(event) &&
      isRecord(event.members) &&
      isTexts(event.tags) &&
      isRecord(event.objects) &&
      isRecord(event.attributes) && { event: event as unknown as WrittenEvent }),
  };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function listOf(value: unknown): readonly Data[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
