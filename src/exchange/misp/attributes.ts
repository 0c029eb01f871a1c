import type { Evidence } from '../../model/generated/types.ts';
import { markingOf, stricter, UNGRADED, UNWEIGHED } from '../kit/draft.ts';
import type { Item } from '../kit/item.ts';
import { daysOf, oneLine, plainProse, shown } from '../kit/text.ts';
import { type EventReading, INSTANCE, tagsOf } from './event.ts';
import { confidenceOf, credibilityOf, isUnderstood, likelihoodOf, reliabilityOf } from './taxonomies.ts';

/** Types of attributes whose value is written for people. */
const WRITTEN: ReadonlySet<string> = new Set(['text', 'comment', 'other']);

/**
 * Attributes of an event. A link becomes a source, a threat actor an actor, a text an item of evidence, or a
 * judgment if its producer tagged it with a likelihood; technical attributes are counted.
 */
export function addAttributes(reading: EventReading, attributes: readonly Item[]): void {
  const technical = new Map<string, Item[]>();
  for (const attribute of attributes) {
    attribute.skip(...INSTANCE, 'distribution');
    const type = attribute.text('type') ?? '';
    const category = String(attribute.peek('category') ?? '');
    const value = attribute.peek('value');
    if (attribute.peek('deleted') === true) {
      lose(reading, attribute, `deleted attribute ${type}`, 'Its producer has deleted it.');
    } else if (typeof value !== 'string' || value.trim() === '') {
      lose(reading, attribute, `attribute ${type} without a value`, 'There is nothing in it.');
    } else if (type === 'link' || (type === 'url' && category === 'External analysis'))
      addLink(reading, attribute);
    else if (type === 'threat-actor') addNamedActor(reading, attribute);
    else if (WRITTEN.has(type) || type.startsWith('target-') || type === 'campaign-name')
      addText(reading, attribute, type, category);
    else {
      const members = technical.get(type);
      if (members) members.push(attribute);
      else technical.set(type, [attribute]);
    }
  }
  addTechnical(reading, technical);
}

function lose(reading: EventReading, attribute: Item, what: string, why: string): void {
  reading.losses.push(attribute.lost(what, why, shown(attribute.peek('value'))));
  attribute.skip(...attribute.keys());
}

function addLink(reading: EventReading, attribute: Item): void {
  const { draft } = reading;
  const url = (attribute.peek('value') as string).trim();
  if (!/^https?:\/\/\S+$/i.test(url) || url.length > 2_000) {
    lose(reading, attribute, 'link that leads nowhere', 'It is not a web address.');
    return;
  }
  attribute.skip('value', 'category');
  const tags = tagsOf(attribute);
  const comment = attribute.text('comment');
  const title = oneLine(url.replace(/^https?:\/\//i, ''), 200);
  draft.add(
    'sources',
    {
      id: draft.id('sources', title, url),
      csl: { type: 'webpage', title, URL: url },
      reliability: reliabilityOf(tags) ?? UNGRADED,
      ...(comment !== undefined && { note: plainProse(comment) }),
      ...markingIn(tags),
    },
    attribute.at,
    'link',
  );
  loseTags(reading, attribute, tags);
}

function addNamedActor(reading: EventReading, attribute: Item): void {
  const { draft } = reading;
  const name = oneLine(attribute.text('value') ?? '');
  attribute.skip('category');
  const comment = attribute.text('comment');
  const tags = tagsOf(attribute);
  const body = comment === undefined ? 'Named in the event.' : [plainProse(comment)].flat().join(' ');
  draft.addActor(
    {
      name,
      type: 'unknown',
      summary: `${body}[@${reading.source}]`,
      ...markingIn(tags),
    },
    name,
    attribute.at,
    'threat-actor',
  );
  loseTags(reading, attribute, tags);
}

function addText(reading: EventReading, attribute: Item, type: string, category: string): void {
  const { draft } = reading;
  const tags = tagsOf(attribute);
  const value = plainProse(attribute.text('value') ?? '');
  const comment = attribute.text('comment');
  attribute.skip('category', 'object_relation');
  const likelihood = likelihoodOf(tags);
  const date = daysOf(attribute.text('first_seen'), attribute.text('last_seen'));
  const label = /^(target-|campaign)/.test(type) ? `${type.replaceAll('-', ' ')}: ` : '';
  const about = comment === undefined ? [] : [plainProse(comment)].flat();
  const lines = [value].flat().map((line, index) => (index === 0 ? `${label}${line}` : line));
  const words = oneLine(lines.join(' '), 80);
  const uuid = String(attribute.peek('uuid') ?? words);
  if (likelihood) {
    const confidence = confidenceOf(tags);
    const judgment = {
      id: draft.id('judgments', words, uuid),
      statement: lines,
      likelihood,
      ...(confidence && { confidence }),
      ...markingIn(tags),
    };
    draft.add('judgments', judgment, attribute.at, `attribute ${type}`);
  } else {
    const entry: Evidence = {
      id: draft.id('evidence', `${words.slice(0, 50)}`, uuid),
      statement: [...lines, ...about],
      kind: 'report',
      ...reading.says({
        citations: [{ source: reading.source, credibility: credibilityOf(tags) ?? UNWEIGHED }],
      }),
      ...(date !== undefined && { date }),
      ...(category !== '' && category !== 'Other' && { venue: `MISP, ${category}` }),
      ...markingIn(tags),
    };
    draft.add('evidence', entry, attribute.at, `attribute ${type}`);
  }
  loseTags(reading, attribute, tags);
}

export function markingIn(tags: readonly string[]): {
  readonly marking?: NonNullable<ReturnType<typeof markingOf>>;
} {
  const labels = tags.flatMap((tag) => (/^tlp:/i.test(tag) ? (markingOf(tag) ?? []) : []));
  return labels.length > 0 ? { marking: labels.reduce((a, b) => stricter(a, b)) } : {};
}

/** Records as losses the tags on single attributes that are not understood. */
export function loseTags(reading: EventReading, attribute: Item, tags: readonly string[]): void {
  for (const tag of tags) {
    if (isUnderstood(tag)) continue;
    reading.losses.push({
      at: `${attribute.at}/Tag`,
      what: 'tag of an attribute',
      why: 'Entries have no tags.',
      degree: 'dropped',
      value: shown(tag),
    });
  }
  for (const cluster of attribute.items('Galaxy')) cluster.skip(...cluster.keys());
}

/** Technical attributes are counted by type, and each is reported as a loss. */
function addTechnical(reading: EventReading, technical: ReadonlyMap<string, readonly Item[]>): void {
  if (technical.size === 0) return;
  const counts = [...technical].map(([type, { length }]) => `${length.toLocaleString('en')} of type ${type}`);
  const entry: Evidence = {
    id: reading.draft.ownId('evidence', 'listed attributes', 'attributes'),
    statement: plainProse(`The event lists technical attributes: ${counts.join(', ')}.`),
    kind: 'observation',
    ...reading.says({}),
  };
  reading.draft.add('evidence', entry, [...technical.values()][0]?.[0]?.at ?? '', 'attribute');
  for (const [type, members] of technical) {
    for (const member of members) {
      lose(
        reading,
        member,
        `MISP attribute ${type}`,
        'It is for machines; the assessment says only how many there are.',
      );
    }
  }
}
