import type { Evidence } from '../../model/generated/types.ts';
import { UNWEIGHED } from '../kit/draft.ts';
import { oneLine, plainProse } from '../kit/text.ts';
import { wordsFor } from './actors.ts';
import { nameOf, type StixObject } from './bundle.ts';
import { type Reading, referredTo } from './reading.ts';
import { credibilityOfConfidence, MEANS, TECHNICAL } from './vocabulary.ts';

/**
 * Everything else in the bundle: techniques and tools, who uses them, notes and opinions, and technical
 * indicators.
 */
export function addEvidence(reading: Reading): void {
  addUses(reading);
  const relationships = reading.objects.filter(({ type }) => type === 'relationship');
  const linked = new Set(relationships.map(({ item }) => item.peek('target_ref')));
  for (const object of reading.objects) {
    if (MEANS.has(object.type)) addMeans(reading, object, linked);
    else if (object.type === 'course-of-action') addAction(reading, object);
    else if (object.type === 'note' || object.type === 'opinion') addNote(reading, object);
    else if (object.type === 'grouping') addGrouping(reading, object);
  }
  addTechnical(reading);
}

/**
 * An item of evidence with its citations: the bundle, the object's own references, and how sure its producer
 * is.
 */
function says(reading: Reading, object: StixObject, more: Partial<Evidence>): Partial<Evidence> {
  const { sources } = reading.referencesOf(object);
  const creator = reading.creatorOf(object);
  const credibility = credibilityOfConfidence(object.item.number('confidence')) ?? UNWEIGHED;
  return {
    ...(creator !== undefined && { speaker: { name: creator } }),
    ...more,
    citations: [reading.source, ...sources].map((source) => ({ source, credibility })),
    ...reading.markingOf(object),
  };
}

/**
 * @param linked Ids of objects that a relationship leads to: the sentence about the relationship names them.
 */
function addMeans(reading: Reading, object: StixObject, linked: ReadonlySet<unknown>): void {
  const { item } = object;
  const description = reading.proseOf(object, 'description');
  const name = oneLine(item.text('name') ?? object.type);
  reading.done.add(object);
  const numbers = numbersOf(object);
  if (description === undefined && numbers === '' && linked.has(object.id)) return;
  const family = object.type === 'malware' && item.take('is_family') === true;
  const kind = [
    family ? 'malware family' : MEANS.get(object.type),
    ...item.texts('malware_types'),
    ...item.texts('tool_types'),
  ].join(', ');
  const title = plainProse(`${name} (${numbers === '' ? kind : `${kind}, ${numbers}`})`);
  const statement =
    description === undefined
      ? `${title}.`
      : [description].flat().map((line, index) => (index === 0 ? `${title}: ${line}` : line));
  const entry: Evidence = {
    id: reading.draft.id('evidence', name, object.id),
    statement,
    kind: 'report',
    ...says(reading, object, {}),
  };
  reading.draft.add('evidence', entry, item.at, object.type);
}

function numbersOf({ item }: StixObject): string {
  const references = item.peek('external_references');
  if (!Array.isArray(references)) return '';
  return references
    .map((reference: { external_id?: unknown }) => reference?.external_id)
    .filter((number) => typeof number === 'string')
    .map((number) => oneLine(number, 60))
    .join(', ');
}

/** Who uses what: one item for each actor (or tool), kind of relationship and kind of thing. */
function addUses(reading: Reading): void {
  const groups = new Map<string, StixObject[]>();
  for (const object of reading.objects) {
    if (object.type !== 'relationship' || reading.done.has(object)) continue;
    const { item } = object;
    const target = reading.byId.get(String(item.peek('target_ref')));
    if (!target || !reading.byId.has(String(item.peek('source_ref')))) continue;
    // Which pattern indicates which malware is technical data, as the patterns are.
    if (TECHNICAL.has(reading.byId.get(String(item.peek('source_ref')))?.type ?? '')) continue;
    const key = [item.peek('source_ref'), item.peek('relationship_type'), target.type].join('\n');
    const members = groups.get(key);
    if (members) members.push(object);
    else groups.set(key, [object]);
  }
  for (const [key, members] of groups) {
    const [source = '', relation = '', type = ''] = key.split('\n');
    const from = wordsFor(reading, source);
    const first = members[0];
    if (from === undefined || !first) continue;
    const names = [
      ...new Set(members.flatMap(({ item }) => wordsFor(reading, String(item.peek('target_ref'))) ?? [])),
    ];
    const kind = MEANS.get(type) ?? type.replaceAll('-', ' ');
    const verb = oneLine(relation, 60).replaceAll('-', ' ');
    const words = `${from} ${verb} ${names.join(', ')} (${kind}).`;
    const notes = members.flatMap((member) => reading.proseOf(member, 'description') ?? []);
    const entry: Evidence = {
      id: reading.draft.id('evidence', `${from} ${verb} ${kind}`, key),
      statement: [plainProse(words), ...notes].flat(),
      kind: 'report',
      ...says(reading, first, {}),
    };
    for (const member of members) {
      member.item.skip('source_ref', 'target_ref', 'relationship_type');
      reading.done.add(member);
    }
    reading.draft.add('evidence', entry, first.item.at, 'relationship');
  }
}

/**
 * A course of action is what a producer recommends; whether it follows from anything here has not been judged.
 */
function addAction(reading: Reading, object: StixObject): void {
  const { item } = object;
  const name = oneLine(item.text('name') ?? object.type);
  const description = reading.proseOf(object, 'description');
  const { sources } = reading.referencesOf(object);
  const creator = reading.creatorOf(object);
  const cited = [reading.source, ...sources].map((id) => `@${id}`).join('; ');
  const action = plainProse(`${name}${/[.!?]$/.test(name) ? '' : '.'}`);
  reading.draft.add(
    'recommendations',
    {
      id: reading.draft.id('recommendations', name, object.id),
      action: [action].flat().map((line) => `${line}[${cited}]`),
      ...(description !== undefined && { rationale: description }),
      ...(creator !== undefined &&
        description === undefined && { rationale: `Recommended by ${escapeName(creator)}.` }),
    },
    item.at,
    object.type,
  );
  reading.done.add(object);
}

function escapeName(name: string): string {
  return [plainProse(name)].flat().join(' ');
}

const OPINIONS: ReadonlyMap<unknown, string> = new Map([
  ['strongly-disagree', 'disagrees strongly with'],
  ['disagree', 'disagrees with'],
  ['neutral', 'is neutral about'],
  ['agree', 'agrees with'],
  ['strongly-agree', 'agrees strongly with'],
]);

/** Notes and opinions: somebody else's analysis, which is information to us. */
function addNote(reading: Reading, object: StixObject): void {
  const { item } = object;
  const authors = item.texts('authors').map((author) => oneLine(author));
  const about = referredTo(reading, object).flatMap((id) => describe(reading, id) ?? []);
  const text = reading.proseOf(object, object.type === 'note' ? 'content' : 'explanation');
  const abstract = item.text('abstract');
  const opinion = OPINIONS.get(item.peek('opinion'));
  if (opinion !== undefined) item.skip('opinion');
  const who = authors.length > 0 ? authors.join(', ') : (reading.creatorOf(object) ?? 'The author');
  const opening =
    object.type === 'opinion'
      ? `${who} ${opinion ?? 'has an opinion on'}: ${about.join('; ')}.`
      : [abstract, about.length > 0 ? `About: ${about.join('; ')}.` : undefined].filter(Boolean).join(' ');
  const statement = [
    ...(opening === '' ? [] : [plainProse(opening)].flat()),
    ...(text === undefined ? [] : [text].flat()),
  ];
  if (statement.length === 0) return;
  const entry: Evidence = {
    id: reading.draft.id('evidence', abstract ?? `${object.type} on ${about[0] ?? 'the report'}`, object.id),
    statement,
    kind: 'analysis',
    ...says(reading, object, authors[0] === undefined ? {} : { speaker: { name: authors.join(', ') } }),
  };
  reading.draft.add('evidence', entry, item.at, object.type);
  reading.done.add(object);
}

/** The words for an object that a note is about; for a relationship, both of its ends. */
function describe(reading: Reading, id: string): string | undefined {
  const object = reading.byId.get(id);
  if (object?.type !== 'relationship') return object && oneLine(nameOf(object), 120);
  const { item } = object;
  const [from, to] = [item.peek('source_ref'), item.peek('target_ref')].map((ref) =>
    wordsFor(reading, String(ref)),
  );
  return `${from ?? '?'} ${String(item.peek('relationship_type')).replaceAll('-', ' ')} ${to ?? '?'}`;
}

function addGrouping(reading: Reading, object: StixObject): void {
  const { item } = object;
  const description = reading.proseOf(object, 'description');
  const name = oneLine(item.text('name') ?? 'Grouping');
  const members = referredTo(reading, object).flatMap((id) => describe(reading, id) ?? []);
  const more = members.length > 30 ? ` and ${members.length - 30} more` : '';
  const prose = plainProse(
    `${name} (${oneLine(item.text('context') ?? 'grouping', 60)}): ${members.slice(0, 30).join(', ')}${more}.`,
  );
  const entry: Evidence = {
    id: reading.draft.id('evidence', name, object.id),
    statement: [prose, ...(description === undefined ? [] : [description])].flat(),
    kind: 'analysis',
    ...says(reading, object, {}),
  };
  reading.draft.add('evidence', entry, item.at, object.type);
  reading.done.add(object);
}

/** Patterns and observations are counted, and each is reported as a loss. */
function addTechnical(reading: Reading): void {
  const found = new Map<string, StixObject[]>();
  for (const object of reading.objects) {
    if (!TECHNICAL.has(object.type) || reading.done.has(object)) continue;
    const members = found.get(object.type);
    if (members) members.push(object);
    else found.set(object.type, [object]);
  }
  for (const [type, members] of found) {
    const label = TECHNICAL.get(type) ?? type;
    const names = [...new Set(members.map((member) => oneLine(nameOf(member), 80)))].filter(
      (name) => name !== type,
    );
    const shown = names.slice(0, 10).join(', ');
    const more = names.length > 10 ? ` and ${names.length - 10} more` : '';
    const words = `The source lists ${label}, ${members.length.toLocaleString('en')} in all${shown === '' ? '' : `: ${shown}${more}`}.`;
    const id = reading.draft.ownId('evidence', `listed ${type}`, type);
    const entry: Evidence = {
      id,
      statement: plainProse(words),
      kind: 'observation',
      citations: [{ source: reading.source, credibility: UNWEIGHED }],
    };
    reading.draft.add('evidence', entry, members[0]?.item.at ?? '', type);
    for (const member of members) {
      const why = 'It is for machines; the assessment says only how many there are, and names some.';
      reading.losses.push(member.item.lost(`STIX ${type}`, why, nameOf(member)));
      member.item.skip(...member.item.keys());
      reading.done.add(member);
    }
  }
  const machines = new Set([...found.values()].flat().map(({ id }) => id));
  for (const object of reading.objects) {
    if (object.type !== 'relationship' || reading.done.has(object)) continue;
    const { item } = object;
    if (!machines.has(String(item.peek('source_ref'))) && !machines.has(String(item.peek('target_ref'))))
      continue;
    const why = 'One of its ends is a pattern or an observation for machines.';
    reading.losses.push(item.lost('relationship of a pattern', why, describe(reading, object.id)));
    item.skip(...item.keys());
    reading.done.add(object);
  }
}
