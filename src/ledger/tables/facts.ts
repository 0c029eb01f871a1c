import { proseText } from '../../derive/entities/resolve.ts';
import { levels } from '../columns/facts.ts';
import type { Cells } from '../columns.ts';
import { dateValue, idsAbout, oneLine, type ReadEdition } from '../edition.ts';
import { casualtyCells } from './casualties.ts';

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

export function incidentRows({ assessment, resolved, view, namesOf }: ReadEdition): Cells[] {
  const shared = new Set((assessment.incidents ?? []).flatMap(({ ref }) => ref ?? []));
  return view.chronology.map((incident): Cells => {
    const { id, title, date, place, type, outcome, attributions, claims, quantities, marking } = incident;
    const blamed = [...attributions, ...claims].map(({ actor }) => actor);
    const actors = [...new Set(blamed.map(({ actor, name }) => actor ?? name))];
    const own = resolved.incidents.find((one) => one.id === id);
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
      ...(own && casualtyCells(own, resolved.incidents)),
      disputed: quantities.some((quantity) => quantity.disputed) || held.size > 1,
      actors,
      actorNames: actors.flatMap(namesOf),
      summary: oneLine(incident.summary),
      marking: marking ?? assessment.marking,
    };
  });
}

export function gapRows({ assessment }: ReadEdition): Cells[] {
  return (assessment.gaps ?? []).map(({ id, question, priority, collection }) => ({
    id,
    asks: oneLine(proseText(question)),
    priority,
    collection: oneLine(proseText(collection)),
    marking: assessment.markings?.gaps ?? assessment.marking,
  }));
}

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
