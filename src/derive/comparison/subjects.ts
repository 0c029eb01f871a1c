import type { Judgment } from '../../model/generated/types.ts';
import type { Member } from './member.ts';

/** Something a judgment is about. */
export interface Subject {
  readonly collection: 'incidents' | 'actors' | 'hypotheses';
  readonly id: string;
}

const COLLECTIONS: readonly Subject['collection'][] = ['incidents', 'actors', 'hypotheses'];

/** The incidents, actors and hypotheses that a judgment is about: `collection/id`, or an id alone. */
export function subjectsOf({ about = [] }: Judgment, { resolved, kinds }: Member): Subject[] {
  const known: Readonly<Record<Subject['collection'], (id: string) => boolean>> = {
    incidents: (id) => resolved.incidents.some((incident) => incident.id === id),
    actors: (id) => kinds.has(id),
    hypotheses: (id) => (resolved.hypotheses ?? []).some((hypothesis) => hypothesis.id === id),
  };
  return about.flatMap((reference) => {
    const slash = reference.indexOf('/');
    const [named, id] =
      slash < 0 ? [undefined, reference] : [reference.slice(0, slash), reference.slice(slash + 1)];
    const collection = COLLECTIONS.find((name) => (named === undefined || named === name) && known[name](id));
    return collection === undefined ? [] : [{ collection, id }];
  });
}
