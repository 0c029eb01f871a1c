import type { Remark } from '../../model/finding.ts';
import { isRecord } from '../../model/json.ts';
import { withArticle } from '../../model/shown-text.ts';
import type { Loss } from '../interfaces.ts';
import { Item } from '../kit/item.ts';
import { shown } from '../kit/text.ts';
import { MAX_IMPORT_ENTRIES } from '../limits.ts';
import { refusal } from '../source.ts';

/** An object of a bundle. */
export interface StixObject {
  readonly id: string;
  readonly type: string;
  readonly item: Item;
}

/** The objects of a bundle, each once, in its latest version. */
export interface Bundle {
  readonly objects: ReadonlyMap<string, StixObject>;
  readonly losses: readonly Loss[];
  readonly remarks: readonly Remark[];
}

/** Whether data looks like STIX 2: a bundle, an object, or a list of objects. */
export function looksLikeStix(data: unknown): boolean {
  const first = Array.isArray(data) ? data[0] : data;
  if (!isRecord(first) || typeof first.type !== 'string') return false;
  const id = first.id;
  return typeof id === 'string' && id.startsWith(`${first.type}--`);
}

/** Reads the objects; later versions of an object (by `modified`) replace earlier ones. */
export function readBundle(data: unknown): Bundle {
  const [list, at] = listOf(data);
  const objects = new Map<string, StixObject>();
  const losses: Loss[] = [];
  const remarks: Remark[] = [];
  if (list.length > MAX_IMPORT_ENTRIES) {
    const message = `The bundle has ${list.length.toLocaleString('en')} objects; at most ${MAX_IMPORT_ENTRIES.toLocaleString('en')} are read.`;
    return { objects, losses, remarks: [refusal('too-many-entries', at, message, 'Divide it.')] };
  }
  list.forEach((value, index) => {
    const pointer = `${at}/${index}`;
    const read = readObject(value, pointer);
    if (typeof read === 'string') {
      losses.push({
        at: pointer,
        what: 'malformed object',
        why: read,
        degree: 'dropped',
        value: shown(value),
      });
      return;
    }
    const other = objects.get(read.id);
    if (!other) objects.set(read.id, read);
    else if (versionOf(read) > versionOf(other)) {
      losses.push(other.item.lost(`older version of ${withArticle(read.type)}`, OLDER, nameOf(other)));
      objects.set(read.id, read);
    } else if (versionOf(read) < versionOf(other)) {
      losses.push(read.item.lost(`older version of ${withArticle(read.type)}`, OLDER, nameOf(read)));
    } else {
      losses.push(
        read.item.lost(`second ${read.type} of the same id`, 'The first of them was taken.', nameOf(read)),
      );
      remarks.push({
        rule: 'colliding-ids',
        severity: 'warning',
        pointer,
        message: `Two objects have the id ${shown(read.id)} and the same version; the first was taken.`,
        help: 'Ask the producer which of them is valid.',
      });
    }
  });
  for (const [id, object] of objects) {
    if (!object.item.isTrue('revoked')) continue;
    losses.push(object.item.lost(`revoked ${object.type}`, 'Its producer has withdrawn it.', nameOf(object)));
    objects.delete(id);
  }
  return { objects, losses, remarks };
}

const OLDER = 'A newer version of the same object is there.';

/** The name of an object as its producer gave it, or its type. Marks nothing as read. */
export function nameOf({ item, type }: StixObject): string {
  for (const key of ['name', 'value', 'abstract']) {
    const name = item.peek(key);
    if (typeof name === 'string' && name.trim() !== '') return name;
  }
  return type;
}

function listOf(data: unknown): readonly [readonly unknown[], string] {
  if (Array.isArray(data)) return [data, ''];
  if (!isRecord(data)) return [[], ''];
  if (data.type === 'bundle') return [Array.isArray(data.objects) ? data.objects : [], '/objects'];
  return [[data], ''];
}

/** The value as an object, or why it is not one. */
function readObject(value: unknown, pointer: string): StixObject | string {
  if (!isRecord(value)) return 'It is not an object.';
  const { type, id } = value;
  if (typeof type !== 'string' || typeof id !== 'string') return 'It has no type or no id.';
  if (!id.startsWith(`${type}--`)) return 'Its id is not one of its type.';
  const item = new Item(inTermsOf21(value), pointer);
  item.skip('type', 'id', 'spec_version', 'created', 'modified');
  return { id, type, item };
}

/**
 * STIX 2.0 uses `labels` where 2.1 has a property of its own, named here; objects of 2.0 do not state their
 * version.
 */
const LABELS_OF_20: Readonly<Record<string, string>> = {
  'threat-actor': 'threat_actor_types',
  malware: 'malware_types',
  tool: 'tool_types',
  report: 'report_types',
  indicator: 'indicator_types',
  identity: 'roles',
};

function inTermsOf21(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { labels, ...rest } = object;
  const type = String(object.type);
  const named = Object.hasOwn(LABELS_OF_20, type) ? LABELS_OF_20[type] : undefined;
  if (object.spec_version !== undefined || labels === undefined || named === undefined) return object;
  return Object.hasOwn(object, named) ? object : { ...rest, [named]: labels };
}

/** A loss at the member that the source really has: in objects of 2.0, types are in `labels`. */
export function asWritten(loss: Loss, data: unknown): Loss {
  const [objects, around] = listOf(data);
  const [, index, member, rest = ''] =
    /^\/(\d+)\/([^/]+)(.*)$/.exec(loss.at.startsWith(around) ? loss.at.slice(around.length) : '') ?? [];
  const object = objects[Number(index)];
  if (member === undefined || !isRecord(object) || Object.hasOwn(object, member)) return loss;
  const isLabel =
    Object.hasOwn(LABELS_OF_20, String(object.type)) && LABELS_OF_20[String(object.type)] === member;
  return isLabel ? { ...loss, at: `${around}/${index}/labels${rest}` } : loss;
}

function versionOf({ item }: StixObject): string {
  const modified = item.peek('modified');
  return typeof modified === 'string' ? modified : '';
}
