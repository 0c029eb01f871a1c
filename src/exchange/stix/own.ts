import type { Remark } from '../../model/finding.ts';
import type { Assessment } from '../../model/generated/types.ts';
import type { ImportContext, Loss } from '../doors.ts';
import { registered } from '../kit/register.ts';
import { isRecord, splitProse } from '../kit/text.ts';
import type { StixObject } from './bundle.ts';
import { OUR_DEFINITIONS, OUR_EXTENSION } from './extension.ts';
import { MAPPINGS, type Mapping, REPORT } from './mapping.ts';
import { MARKING_OF_ID } from './vocabulary.ts';

type Data = Readonly<Record<string, unknown>>;

export interface OwnImport {
  /** Absent where the report is not one of ours. */
  readonly content?: Partial<Assessment>;
  readonly taken: ReadonlySet<StixObject>;
  readonly losses: readonly Loss[];
  readonly remarks: readonly Remark[];
}

/** Members that the export writes besides the texts: they repeat what the extension says exactly. */
const REPEATED = [
  'created_by_ref',
  'object_marking_refs',
  'object_refs',
  'labels',
  'confidence',
  'lang',
  'extensions',
  'published',
  'report_types',
  'name',
  'abstract',
  'content',
  'description',
  'context',
  'authors',
  'external_references',
  'threat_actor_types',
  'identity_class',
  'relationship_type',
  'source_ref',
  'target_ref',
  'start_time',
  'stop_time',
];

/**
 * An assessment that this program exported, put together again: from properties of STIX where they hold a text
 * unchanged (so that what somebody edited elsewhere comes back), from our extension otherwise.
 */
export function importOwn(
  report: StixObject | undefined,
  objects: readonly StixObject[],
  { register }: ImportContext,
): OwnImport {
  const taken = new Set<StixObject>();
  const losses: Loss[] = [];
  const head = report && entryOf(report, REPORT);
  if (!report || !head) return { taken, losses, remarks: [] };
  const lists = new Map<string, { position: number; entry: Data }[]>();
  for (const object of objects) {
    const own = extensionOf(object);
    if (OUR_DEFINITIONS.has(object.id) || own?.collection === 'derived') {
      taken.add(object);
      continue;
    }
    const collection = String(own?.collection);
    const mapping = Object.hasOwn(MAPPINGS, collection) ? MAPPINGS[collection] : undefined;
    if (!own || !mapping) continue;
    const entry = entryOf(object, mapping);
    if (!entry) continue;
    taken.add(object);
    const position = typeof own.position === 'number' ? own.position : Number.MAX_SAFE_INTEGER;
    const list = lists.get(collection) ?? [];
    list.push({ position, entry: registered(entry, own.identity, collection, register) });
    lists.set(collection, list);
    losses.push(...added(object));
  }
  losses.push(...added(report));
  const sorted = [...lists].map(([name, list]) => [
    name,
    list.sort((a, b) => a.position - b.position).map(({ entry }) => entry),
  ]);
  return { content: { ...head, ...Object.fromEntries(sorted) }, taken, losses, remarks: [] };
}

/** Members that our export does not write: somebody added them. */
function added({ item, type }: StixObject): readonly Loss[] {
  item.skip(...REPEATED, 'aliases');
  return item.unread(
    type,
    () => 'It was added to an object of ours, and the assessment has no place for it.',
  );
}

function extensionOf({ item }: StixObject): Data | undefined {
  const extensions = item.peek('extensions');
  const own = isRecord(extensions) ? extensions[OUR_EXTENSION] : undefined;
  return isRecord(own) ? own : undefined;
}

function entryOf(object: StixObject, mapping: Mapping): Data | undefined {
  const own = extensionOf(object);
  if (!own || !isRecord(own.entry)) return undefined;
  const native = Array.isArray(own.native) ? own.native : [];
  const texts = Object.entries(mapping.carries).flatMap(([name, { as, is }]) => {
    const value = object.item.peek(as);
    if (!native.includes(name) || value === undefined) return [];
    return [[name, is === 'prose' && typeof value === 'string' ? splitProse(value) : value] as const];
  });
  const entry: Data = { ...own.entry, ...Object.fromEntries(texts) };
  const label = labelOf(object);
  // Somebody marked it anew.
  return label !== undefined && label !== own.marking ? { ...entry, marking: label } : entry;
}

function labelOf({ item }: StixObject): string | undefined {
  const refs = item.peek('object_marking_refs');
  const labels = (Array.isArray(refs) ? refs : []).flatMap((ref) => MARKING_OF_ID.get(String(ref)) ?? []);
  return labels.length === 1 ? labels[0] : undefined;
}
