import { proseText } from '../../derive/entities/resolve.ts';
import type { Cells, Column } from '../columns.ts';
import { dateValue, idsAbout, markingColumn, oneLine, type ReadEdition } from '../edition.ts';

const levels = ['none', 'minimal', 'limited', 'moderate', 'substantial', 'extensive'];

export const evidenceColumns: readonly Column[] = [
  { name: 'id', kind: 'term', about: 'id of the item' },
  { name: 'statement', kind: 'text', about: 'what we were told' },
  { name: 'kind', kind: 'term', about: 'observation, report, official-statement, claim, analysis' },
  { name: 'speaker', kind: 'text', about: 'who said it' },
  { name: 'said', kind: 'date', about: 'when it was said or seen' },
  { name: 'sources', kind: 'list', about: 'sources it cites', also: 'sourceNames' },
  { name: 'sourceNames', kind: 'list', about: 'their titles', hidden: true },
  { name: 'grade', kind: 'list', about: 'grades of source and item: B2' },
  { name: 'disputes', kind: 'list', about: 'evidence it contradicts' },
  { name: 'judgments', kind: 'list', about: 'judgments it speaks for' },
  { name: 'against', kind: 'list', about: 'judgments it speaks against' },
  markingColumn,
];

export function evidenceRows({ assessment, resolved, view }: ReadEdition): Cells[] {
  return (assessment.evidence ?? []).map(({ id }): Cells => {
    const item = view.evidence.get(id);
    const sources = [...new Set((item?.citations ?? []).map(({ source }) => source))];
    const uses = (field: 'evidence' | 'contraryEvidence') =>
      assessment.judgments.filter((judgment) => judgment[field]?.includes(id)).map((judgment) => judgment.id);
    return {
      id,
      statement: oneLine(item?.statement),
      kind: item?.kind,
      speaker: item?.speaker && [item.speaker.name, item.speaker.office].filter(Boolean).join(', '),
      said: dateValue(item?.date),
      sources,
      sourceNames: sources.flatMap((one) => resolved.knownSources.get(one)?.csl.title ?? []),
      grade: [...new Set((item?.citations ?? []).flatMap(({ code }) => code ?? []))],
      disputes: item?.disputes ?? [],
      judgments: uses('evidence'),
      against: uses('contraryEvidence'),
      marking: item?.marking ?? assessment.marking,
    };
  });
}

export const actorColumns: readonly Column[] = [
  { name: 'id', kind: 'term', about: 'id of the actor', also: 'names' },
  { name: 'name', kind: 'text', about: 'its name' },
  { name: 'names', kind: 'list', about: 'its name and aliases', hidden: true },
  { name: 'aliases', kind: 'list', about: 'its other names' },
  { name: 'shared', kind: 'flag', about: 'described in the register, so the same in all assessments' },
  { name: 'type', kind: 'term', about: 'what sort of actor' },
  { name: 'standing', kind: 'term', about: 'active, weakened, dormant …' },
  { name: 'intent', kind: 'term', about: 'level of its intent', order: levels },
  { name: 'capability', kind: 'term', about: 'its highest level of capability', order: levels },
  { name: 'judgments', kind: 'list', about: 'judgments about it' },
  { name: 'incidents', kind: 'list', about: 'incidents that it is held responsible for, or claims' },
  markingColumn,
];

export function actorRows({ assessment, view, namesOf }: ReadEdition): Cells[] {
  const shared = new Set((assessment.actors ?? []).flatMap(({ ref }) => ref ?? []));
  return [...view.actors.assessed, ...view.actors.others].map((actor): Cells => {
    const { id, name, type, status, intent, capabilities, marking } = actor;
    const names = namesOf(id);
    const highest = capabilities.map(({ level }) => levels.indexOf(level));
    return {
      id,
      name,
      names,
      aliases: names.filter((one) => one !== name),
      shared: shared.has(id),
      type,
      standing: status,
      intent: intent?.level,
      capability: highest.length === 0 ? undefined : levels[Math.max(...highest)],
      judgments: assessment.judgments
        .filter(({ about }) => idsAbout(about, 'actors', (one) => one === id).length > 0)
        .map((judgment) => judgment.id),
      incidents: view.chronology
        .filter(({ attributions, claims }) =>
          [...attributions, ...claims].some((one) => one.actor.actor === id),
        )
        .map((incident) => incident.id),
      marking: marking ?? assessment.marking,
    };
  });
}

export const incidentColumns: readonly Column[] = [
  { name: 'id', kind: 'term', about: 'id of the incident' },
  { name: 'incidentTitle', kind: 'text', about: 'its title' },
  { name: 'shared', kind: 'flag', about: 'described in the register, so the same in all assessments' },
  { name: 'on', kind: 'date', about: 'when it happened' },
  { name: 'place', kind: 'text', about: 'where' },
  { name: 'country', kind: 'term', about: 'in which country' },
  { name: 'latitude', kind: 'number', about: 'in degrees' },
  { name: 'longitude', kind: 'number', about: 'in degrees' },
  { name: 'type', kind: 'term', about: 'kind of incident' },
  { name: 'ended', kind: 'term', about: 'completed, failed, foiled, ongoing' },
  { name: 'killedAtLeast', kind: 'number', about: 'lowest figure reported' },
  { name: 'killedAtMost', kind: 'number', about: 'highest figure reported; none where it is open' },
  { name: 'injuredAtLeast', kind: 'number', about: 'lowest figure reported' },
  { name: 'injuredAtMost', kind: 'number', about: 'highest figure reported; none where it is open' },
  { name: 'disputed', kind: 'flag', about: 'figures or attributions differ' },
  { name: 'actors', kind: 'list', about: 'who is held responsible or claims it', also: 'actorNames' },
  { name: 'actorNames', kind: 'list', about: 'their names and aliases', hidden: true },
  { name: 'summary', kind: 'text', about: 'what happened' },
  markingColumn,
];

export function incidentRows({ assessment, view, namesOf }: ReadEdition): Cells[] {
  const shared = new Set((assessment.incidents ?? []).flatMap(({ ref }) => ref ?? []));
  return view.chronology.map((incident): Cells => {
    const { id, title, date, place, type, outcome, attributions, claims, quantities, marking } = incident;
    const blamed = [...attributions, ...claims].map(({ actor }) => actor);
    const actors = [...new Set(blamed.map(({ actor, name }) => actor ?? name))];
    const [dead, hurt] = (['killed', 'injured'] as const).map((what) =>
      quantities.find(({ counted }) => counted === what),
    );
    const held = new Set(attributions.map(({ actor }) => actor.actor ?? actor.name));
    return {
      id,
      incidentTitle: title,
      shared: shared.has(id),
      on: dateValue(date),
      place: place?.name,
      country: place?.country,
      latitude: place?.coordinates?.latitude,
      longitude: place?.coordinates?.longitude,
      type,
      ended: outcome,
      killedAtLeast: dead?.min,
      killedAtMost: dead?.max,
      injuredAtLeast: hurt?.min,
      injuredAtMost: hurt?.max,
      disputed: quantities.some((quantity) => quantity.disputed) || held.size > 1,
      actors,
      actorNames: actors.flatMap(namesOf),
      summary: oneLine(incident.summary),
      marking: marking ?? assessment.marking,
    };
  });
}

export const gapColumns: readonly Column[] = [
  { name: 'id', kind: 'term', about: 'id of the gap' },
  { name: 'asks', kind: 'text', about: 'what is not known' },
  { name: 'priority', kind: 'term', about: 'how much it matters', order: ['low', 'medium', 'high'] },
  { name: 'collection', kind: 'text', about: 'how it could be learned' },
  markingColumn,
];

export function gapRows({ assessment }: ReadEdition): Cells[] {
  return (assessment.gaps ?? []).map(({ id, question, priority, collection }) => ({
    id,
    asks: oneLine(proseText(question)),
    priority,
    collection: oneLine(proseText(collection)),
    marking: assessment.markings?.gaps ?? assessment.marking,
  }));
}

export const indicatorColumns: readonly Column[] = [
  { name: 'id', kind: 'term', about: 'id of the indicator' },
  { name: 'sign', kind: 'text', about: 'what to watch for' },
  { name: 'observes', kind: 'list', about: 'what it bears on' },
  { name: 'seen', kind: 'term', about: 'not-observed, emerging, observed, unknown' },
  { name: 'seenAsOf', kind: 'date', about: 'when that was looked at' },
  markingColumn,
];

export function indicatorRows({ assessment }: ReadEdition): Cells[] {
  return (assessment.indicators ?? []).map(({ id, statement, observes, status, asOf }) => ({
    id,
    sign: oneLine(proseText(statement)),
    observes: observes === undefined ? [] : typeof observes === 'string' ? [observes] : observes,
    seen: status ?? 'unknown',
    seenAsOf: dateValue(asOf),
    marking: assessment.markings?.indicators ?? assessment.marking,
  }));
}

export const recommendationColumns: readonly Column[] = [
  { name: 'id', kind: 'term', about: 'id of the recommendation' },
  { name: 'action', kind: 'text', about: 'what should be done' },
  { name: 'to', kind: 'list', about: 'by whom' },
  { name: 'priority', kind: 'term', about: 'how urgent', order: ['low', 'medium', 'high'] },
  { name: 'state', kind: 'term', about: 'open, accepted, done, declined' },
  { name: 'timeframe', kind: 'text', about: 'by when' },
  { name: 'judgments', kind: 'list', about: 'judgments it follows from' },
  markingColumn,
];

export function recommendationRows({ assessment }: ReadEdition): Cells[] {
  return (assessment.recommendations ?? []).map(
    ({ id, action, to, priority, status, timeframe, judgments }) => ({
      id,
      action: oneLine(proseText(action)),
      to: to === undefined ? [] : typeof to === 'string' ? [to] : to,
      priority,
      state: status ?? 'open',
      timeframe,
      judgments: judgments ?? [],
      marking: assessment.markings?.recommendations ?? assessment.marking,
    }),
  );
}
