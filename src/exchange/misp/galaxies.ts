import type { Evidence } from '../../model/generated/types.ts';
import type { Item } from '../kit/item.ts';
import { MAX_IMPORTED_TEXT, oneLine, plainProse } from '../kit/text.ts';
import { type EventReading, INSTANCE } from './event.ts';
import { isUnderstood, readTag } from './taxonomies.ts';

/** Galaxies of groups and people; the clusters of all others are techniques, tools, malware. */
const ACTORS = /threat-actor|intrusion-set|\bgroups?\b|surveillance-vendor/i;

/**
 * Taxonomy tags are the producer's classification and become one item of evidence. Galaxy tags name a cluster:
 * if the event does not describe it, it becomes an actor or an item of evidence by its name alone.
 *
 * @returns The names of the galaxy tags, for which the event may hold a description.
 */
export function addTags(reading: EventReading, tags: readonly string[]): ReadonlySet<string> {
  const galaxies = tags.filter((tag) => /^misp-galaxy:/i.test(tag));
  const rest = tags.filter((tag) => !isUnderstood(tag) && !/^misp-galaxy:/i.test(tag));
  if (rest.length > 0) {
    const words = rest.map((tag) => oneLine(tag, 120)).join(', ');
    const entry: Evidence = {
      id: reading.draft.ownId('evidence', 'classification', 'tags'),
      statement: plainProse(`The producer classifies the event as: ${words}.`),
      kind: 'analysis',
      ...reading.says({}),
    };
    reading.draft.add('evidence', entry, '', 'tags');
  }
  return new Set(galaxies);
}

export function addClusters(
  reading: EventReading,
  galaxies: readonly Item[],
  tags: ReadonlySet<string>,
): void {
  const described = new Set<string>();
  for (const galaxy of galaxies) {
    galaxy.skip(...INSTANCE, 'version', 'icon', 'namespace', 'enabled', 'description', 'type');
    const type = String(galaxy.peek('type') ?? '');
    const kind = oneLine(galaxy.text('name') ?? type);
    for (const cluster of galaxy.items('GalaxyCluster')) {
      cluster.skip(
        ...INSTANCE,
        'collection_uuid',
        'galaxy_id',
        'tag_id',
        'version',
        'type',
        'distribution',
        'default',
      );
      const tag = cluster.text('tag_name');
      if (tag !== undefined) described.add(tag);
      addCluster(reading, cluster, type, kind);
    }
  }
  for (const tag of tags) {
    const read = readTag(tag);
    if (!read || described.has(tag)) continue;
    addNamed(reading, read.predicate, read.value);
  }
}

function addCluster(reading: EventReading, cluster: Item, type: string, kind: string): void {
  const { draft } = reading;
  const name = oneLine(cluster.text('value') ?? kind);
  const text = cluster.text('description');
  const meta = cluster.item('meta');
  const description = text === undefined ? undefined : plainProse(text.slice(0, MAX_IMPORTED_TEXT));
  const synonyms = [...new Set((meta?.texts('synonyms') ?? []).map((one) => oneLine(one)))].filter(
    (one) => one !== name,
  );
  if (ACTORS.test(type)) {
    const areas = (meta?.texts('country') ?? []).map((one) => oneLine(one));
    const lines = [description ?? plainProse(`${name} (${kind}).`)].flat();
    draft.addActor(
      {
        name,
        ...(synonyms.length > 0 && { aliases: synonyms }),
        type: 'unknown',
        ...(areas.length > 0 && { areas }),
        summary: lines.map((line, index) =>
          index === lines.length - 1 ? `${line}[@${reading.source}]` : line,
        ),
      },
      `${type}/${name}`,
      cluster.at,
      'galaxy cluster',
    );
    return;
  }
  const also = synonyms.length > 0 ? `, also ${synonyms.join(', ')}` : '';
  const title = plainProse(`${name} (${kind}${also})`);
  const entry: Evidence = {
    id: draft.id('evidence', name, `${type}/${name}`),
    statement:
      description === undefined
        ? `${title}.`
        : [description].flat().map((line, index) => (index === 0 ? `${title}: ${line}` : line)),
    kind: 'report',
    ...reading.says({}),
  };
  draft.add('evidence', entry, cluster.at, 'galaxy cluster');
}

/** Adds a cluster of which the event has only the name. */
function addNamed(reading: EventReading, galaxy: string, value: string): void {
  const { draft } = reading;
  const name = oneLine(value);
  if (name === '') return;
  if (ACTORS.test(galaxy)) {
    draft.addActor(
      {
        name,
        type: 'unknown',
        summary: `Named in the event.[@${reading.source}]`,
      },
      galaxy,
      '',
      'galaxy tag',
    );
    return;
  }
  const entry: Evidence = {
    id: draft.id('evidence', name, galaxy),
    statement: plainProse(`The event is about ${name} (${galaxy.replaceAll('-', ' ')}).`),
    kind: 'report',
    ...reading.says({}),
  };
  draft.add('evidence', entry, '', 'galaxy tag');
}
