import type { Evidence } from '../../model/generated/types.ts';
import { isRecord } from '../../model/json.ts';
import type { Loss } from '../interfaces.ts';
import type { Draft } from '../kit/draft.ts';
import type { Item } from '../kit/item.ts';

/**
 * Members that say nothing about the subject: identifiers and settings of one MISP instance, and what it
 * derives. They are left out without a loss.
 */
export const INSTANCE: readonly string[] = [
  'id',
  'uuid',
  'event_id',
  'object_id',
  'org_id',
  'orgc_id',
  'user_id',
  'sharing_group_id',
  'attribute_count',
  'timestamp',
  'publish_timestamp',
  'sighting_timestamp',
  'locked',
  'proposal_email_lock',
  'disable_correlation',
  'protected',
  'to_ids',
  'colour',
  'exportable',
  'hide_tag',
  'is_galaxy',
  'is_custom_galaxy',
  'local_only',
  'local',
  'numerical_value',
  'inherited',
  'relationship_type',
  'template_uuid',
  'template_version',
  'meta-category',
  'deleted',
  'published',
];

/** Whether data is a MISP event, or events as the API and feeds wrap them. */
export function looksLikeMisp(data: unknown): boolean {
  const [first] = eventsIn(data);
  if (!first) return false;
  const { value } = first;
  if (typeof value.info === 'string' && ('uuid' in value || 'Attribute' in value || 'Object' in value))
    return true;
  const list = [value.Attribute, value.Object].find((one) => Array.isArray(one)) as
    | readonly unknown[]
    | undefined;
  const [item] = list ?? [];
  return isRecord(item) && ('meta-category' in item || ('category' in item && 'type' in item));
}

/** The events in a file, with the pointers to them. */
export function eventsIn(
  data: unknown,
): readonly { readonly value: Readonly<Record<string, unknown>>; readonly at: string }[] {
  const unwrap = (
    value: unknown,
    at: string,
  ): readonly { value: Readonly<Record<string, unknown>>; at: string }[] => {
    if (Array.isArray(value))
      return value.flatMap((one, index) =>
        isRecord(one) && isRecord(one.Event) ? unwrap(one, `${at}/${index}`) : [],
      );
    if (!isRecord(value)) return [];
    if (isRecord(value.Event)) return [{ value: value.Event, at: `${at}/Event` }];
    if (value.response !== undefined) return unwrap(value.response, `${at}/response`);
    return [{ value, at }];
  };
  return unwrap(data, '');
}

/** The names of the tags on something. */
export function tagsOf(item: Item): readonly string[] {
  return item.items('Tag').flatMap((tag) => {
    tag.skip(...INSTANCE);
    return tag.text('name') ?? [];
  });
}

/** What the readers of an event's parts share. */
export interface EventReading {
  readonly draft: Draft;
  /** Id of the source that stands for the event. */
  readonly source: string;
  /** An item of evidence with its citation of this event. */
  readonly says: (more: Partial<Evidence>) => Partial<Evidence>;
  readonly losses: Loss[];
}
