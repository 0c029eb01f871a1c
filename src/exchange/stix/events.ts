import type { Incident } from '../../model/generated/types.ts';
import { UNWEIGHED } from '../kit/draft.ts';
import { daysOf, oneLine, plainProse } from '../kit/text.ts';
import { wordsFor } from './actors.ts';
import type { StixObject } from './bundle.ts';
import type { Reading } from './reading.ts';
import { credibilityOfConfidence } from './vocabulary.ts';

/** Incidents and campaigns; sightings become evidence, since a sighting is an observation of something else. */
export function addEvents(reading: Reading): void {
  for (const object of reading.objects) {
    if (object.type === 'incident' || object.type === 'campaign') addIncident(reading, object);
    else if (object.type === 'sighting') addSighting(reading, object);
  }
}

function addIncident(reading: Reading, object: StixObject): void {
  const { draft } = reading;
  const { item } = object;
  const title = oneLine(item.text('name') ?? object.type);
  const id = draft.id('incidents', title, object.id);
  const date = daysOf(item.text('first_seen'), item.text('last_seen'));
  const description = reading.proseOf(object, 'description');
  const aliases = item.texts('aliases');
  const objective = item.text('objective');
  const { sources, numbers } = reading.referencesOf(object);
  const creator = reading.creatorOf(object);
  const facts = [
    aliases.length > 0 ? `Also called: ${aliases.map((alias) => oneLine(alias)).join(', ')}` : '',
    objective === undefined ? '' : `Objective: ${oneLine(objective)}`,
    numbers.length > 0 ? `Number in catalogues: ${numbers.join(', ')}` : '',
  ].filter((words) => words !== '');
  const statement = [description ?? plainProse(`${title}.`)].flat();
  const evidence = draft.id('evidence', title, object.id);
  const citations = [reading.source, ...sources].map((source) => ({
    source,
    credibility: credibilityOfConfidence(item.number('confidence')) ?? UNWEIGHED,
  }));
  const entry = {
    id: evidence,
    statement,
    kind: 'report' as const,
    ...(creator !== undefined && { speaker: { name: creator } }),
    citations,
    ...reading.markingOf(object),
  };
  if (!draft.add('evidence', entry, item.at, object.type)) return;
  const incident: Incident = {
    id,
    title,
    ...(date !== undefined && { date }),
    type: object.type === 'campaign' ? { other: 'campaign' } : 'unknown',
    ...(facts.length > 0 && {
      summary: [plainProse(`${facts.join('; ')}.`)].flat().map((line) => `${line}[@${evidence}]`),
    }),
    evidence: [evidence],
    ...reading.markingOf(object),
  };
  if (draft.add('incidents', incident, item.at, object.type)) reading.incidents.set(object.id, id);
  reading.done.add(object);
}

function addSighting(reading: Reading, object: StixObject): void {
  const { draft } = reading;
  const { item } = object;
  const what = wordsFor(reading, item.text('sighting_of_ref') ?? '');
  if (what === undefined) return;
  const where = item.texts('where_sighted_refs').flatMap((id) => wordsFor(reading, id) ?? []);
  const count = item.number('count');
  const times = count === undefined ? '' : count === 1 ? ' once' : ` ${count} times`;
  const description = reading.proseOf(object, 'description');
  const creator = reading.creatorOf(object);
  const date = daysOf(item.text('first_seen'), item.text('last_seen'));
  const words = `${what} was seen${times}${where.length > 0 ? ` at ${where.join(', ')}` : ''}.`;
  const statement = [plainProse(words), ...(description === undefined ? [] : [description].flat())].flat();
  const { sources } = reading.referencesOf(object);
  const entry = {
    id: draft.id('evidence', `${what} seen`, object.id),
    statement,
    kind: 'observation' as const,
    ...(creator !== undefined && { speaker: { name: creator } }),
    ...(date !== undefined && { date }),
    citations: [reading.source, ...sources].map((source) => ({
      source,
      credibility: credibilityOfConfidence(item.number('confidence')) ?? UNWEIGHED,
    })),
    ...reading.markingOf(object),
  };
  draft.add('evidence', entry, item.at, 'sighting');
  reading.done.add(object);
}
