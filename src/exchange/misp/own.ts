import type { Assessment, Register } from '../../model/generated/types.ts';
import type { Loss } from '../interfaces.ts';
import { uuidOf } from '../kit/ids.ts';
import { type Item, NO_PLACE } from '../kit/item.ts';
import { registered } from '../kit/register.ts';
import { shown } from '../kit/text.ts';
import { INSTANCE, tagsOf } from './event.ts';
import {
  idOf,
  lostTag,
  NOT_TAKEN,
  type OwnObject,
  REPEATS,
  readObject,
  scopesOf,
  TAKES_NOTHING,
  WHY,
} from './own-objects.ts';
import { readTagEdits } from './tag-edits.ts';
import { collectionOf } from './templates.ts';
import { attributeHash, hashOf, MEMBERS, type WrittenEvent } from './written.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * An assessment that this program exported and that comes back: its entries rebuilt, with what others changed
 * in values and tags. Every other change to the event is listed as a loss.
 */
export interface OwnEvent {
  readonly content: Partial<Assessment>;
  readonly losses: readonly Loss[];
}

const UNKNOWN = 'The event no longer says what it had: but for values of attributes, changes cannot be told.';

/** `undefined` if the event is not one of ours. */
export function readOwnEvent(event: Item, register: Register): OwnEvent | undefined {
  const objects = event.items('Object').flatMap((item): OwnObject[] => {
    const collection = collectionOf(item.peek('name'));
    return collection === undefined ? [] : [{ item, collection }];
  });
  const head = objects.find(({ collection }) => collection === 'assessment');
  if (!head) return undefined;
  const losses: Loss[] = [];
  const id = idOf(head.item);
  const scopes = scopesOf(id, objects);
  const read = objects.map((object) => readObject(object, scopes, losses));
  const [headRead] = read.filter(({ collection }) => collection === 'assessment');
  const lists = new Map<string, Data[]>();
  for (const { collection, item, entry, tags } of read) {
    if (collection === 'assessment') continue;
    const { identity, ...rest } = entry;
    const own = registered(rest, identity, collection, register);
    const edited = tags
      ? readTagEdits(own, { collection, ...tags }, headRead?.entry ?? {})
      : { entry: own, lost: [] };
    losses.push(...edited.lost.map(({ tag, why }) => lostTag(item, tag, why)));
    lists.set(collection, [...(lists.get(collection) ?? []), edited.entry]);
  }
  let content: Data = { ...headRead?.entry };
  if (headRead?.tags) {
    const edited = readTagEdits(content, { collection: 'assessment', ...headRead.tags }, content);
    losses.push(...edited.lost.map(({ tag, why }) => lostTag(headRead.item, tag, why)));
    content = edited.entry;
  }
  const written = headRead?.event;
  if (written) {
    content = withEventEdits(content, event, written, losses);
    countObjects(event, objects, written, losses);
  } else losses.push(event.lost('changes elsewhere', UNKNOWN));
  readReports(event, id, written, losses);
  losses.push(...addedTo(event));
  losses.push(...event.unread('event of ours', (key) => WHY[key] ?? NOT_TAKEN));
  return { content: { ...content, ...Object.fromEntries(lists) } as Partial<Assessment>, losses };
}

/** The head, with what was changed in the event itself: its title, date, marking. */
function withEventEdits(head: Data, event: Item, written: WrittenEvent, losses: Loss[]): Data {
  let content = head;
  for (const name of MEMBERS) {
    event.skip(name);
    const value = event.peek(name);
    if (hashOf(value) === written.members[name] || hashOf(String(value)) === written.members[name]) continue;
    if (name === 'info' && typeof value === 'string' && value.trim() !== '')
      content = { ...content, title: value.trim() };
    else losses.push(event.lostMember(name, `${name} of an event of ours`, MEMBER_WHY[name] ?? NOT_TAKEN));
  }
  const tags = tagsOf(event);
  const edited = readTagEdits(content, { collection: 'assessment', written: written.tags, tags }, content);
  for (const { tag, why } of edited.lost) {
    losses.push({
      at: `${event.at}/Tag`,
      what: 'tag of an event of ours',
      why,
      degree: 'dropped',
      value: shown(tag),
    });
  }
  const left = new Set(Object.keys(written.attributes));
  for (const attribute of event.items('Attribute')) {
    const uuid = String(attribute.peek('uuid'));
    const before = written.attributes[uuid];
    const isKnown = left.delete(uuid);
    const now = attributeHash({ value: attribute.peek('value'), comment: attribute.peek('comment') ?? '' });
    const value = String(attribute.peek('value') ?? '');
    if (!isKnown) losses.push(attribute.lost('attribute added to an event of ours', NOT_TAKEN, value));
    else if (attribute.peek('deleted') === true) {
      losses.push(attribute.lost('deleted attribute of an event of ours', REPEATS, value));
    } else if (now !== before) {
      losses.push(attribute.lost('attribute changed in an event of ours', REPEATS, value));
    }
    if (isKnown) {
      for (const name of ['Tag', 'Galaxy', 'Sighting', 'ShadowAttribute']) {
        if (attribute.has(name)) {
          losses.push(attribute.lostMember(name, `${name} of an attribute of ours`, WHY[name] ?? NOT_TAKEN));
        }
      }
    }
    attribute.skip(...attribute.keys());
  }
  if (left.size > 0) {
    losses.push(event.lost('attributes taken out of an event of ours', REPEATS, String(left.size)));
  }
  return edited.entry;
}

const MEMBER_WHY: Readonly<Record<string, string>> = {
  date: 'It follows from the dates of the assessment.',
  analysis: 'It follows from the status of the assessment, which people approve.',
  threat_level_id: NO_PLACE,
};

function countObjects(
  event: Item,
  objects: readonly OwnObject[],
  written: WrittenEvent,
  losses: Loss[],
): void {
  for (const [name, count] of Object.entries(written.objects)) {
    const left = objects.filter(({ item }) => item.peek('name') === name).length;
    if (left >= count) continue;
    losses.push(event.lost(`objects ${name} taken out`, TAKES_NOTHING, `${count - left} of ${count}`));
  }
}

/** The memo is exported as a report and not read back; reports others wrote are listed as losses. */
function readReports(event: Item, id: string, written: WrittenEvent | undefined, losses: Loss[]): void {
  for (const report of event.items('EventReport')) {
    const isMemo = report.peek('uuid') === uuidOf(`assessments/${id}/memo`);
    if (!isMemo)
      losses.push(report.lost('added to an event of ours', NOT_TAKEN, String(report.peek('name') ?? '')));
    else if (report.peek('deleted') === true || hashOf(report.peek('content')) !== written?.report) {
      if (written?.report !== undefined)
        losses.push(
          report.lost('memo changed as a report', 'The memo is made from the assessment: change it there.'),
        );
    }
    report.skip(...report.keys());
  }
}

/** What others added beside our objects. */
function addedTo(event: Item): readonly Loss[] {
  event.skip(...INSTANCE, 'distribution', 'extends_uuid', 'Orgc', 'Org', 'Tag', 'Attribute', ...MEMBERS);
  const foreign = event.items('Object').filter((object) => collectionOf(object.peek('name')) === undefined);
  const added = ['Galaxy', 'Sighting', 'ShadowAttribute', 'RelatedEvent'].flatMap((name) =>
    event.items(name).map((item) => ({ name, item })),
  );
  const losses = [
    ...foreign.map((item) =>
      item.lost('added to an event of ours', NOT_TAKEN, String(item.peek('name') ?? '')),
    ),
    ...added.map(({ name, item }) =>
      item.lost(
        `${name} of an event of ours`,
        WHY[name] ?? NOT_TAKEN,
        String(item.peek('name') ?? item.peek('value') ?? ''),
      ),
    ),
  ];
  for (const item of [...foreign, ...added.map(({ item }) => item)]) item.skip(...item.keys());
  return losses;
}
