import type { Remark } from '../../model/finding.ts';
import type { Assessment, Evidence } from '../../model/generated/types.ts';
import type { ImportContext, Imported, ImportedPart, Importer, ImportSource, Loss } from '../interfaces.ts';
import { Draft, markingOf, stricter, UNGRADED, UNWEIGHED, unmarked } from '../kit/draft.ts';
import { readableId, shortHash } from '../kit/ids.ts';
import { Item, NO_PLACE } from '../kit/item.ts';
import { dayOf, MAX_IMPORTED_TEXT, oneLine, plainProse } from '../kit/text.ts';
import { MAX_IMPORT_ENTRIES } from '../limits.ts';
import { refusal } from '../source.ts';
import { addAttributes } from './attributes.ts';
import { type EventReading, eventsIn, INSTANCE, looksLikeMisp, tagsOf } from './event.ts';
import { addClusters, addTags } from './galaxies.ts';
import { addObjects } from './objects.ts';
import { readOwnEvent } from './own.ts';
import { reliabilityOf } from './taxonomies.ts';

/**
 * MISP events in the core format: alone, from a feed, or one or many as the API wraps them. Each event becomes
 * an assessment: what is written for people is taken over, technical data is counted.
 */
export const mispImporter: Importer = {
  id: 'misp',
  label: 'MISP event',
  endings: ['.misp'],
  recognises: ({ json }) => looksLikeMisp(json.data),
  import: importMisp,
};

function importMisp(source: ImportSource, context: ImportContext): Imported {
  const { data, remarks: unreadable } = source.json;
  if (data === undefined) return { parts: [], losses: [], remarks: unreadable };
  const events = eventsIn(data);
  if (events.length === 0 || !looksLikeMisp(data)) {
    const message = 'The file is JSON, but no MISP event: there is no `Event` with attributes or objects.';
    return {
      parts: [],
      losses: [],
      remarks: [refusal('not-this-format', '', message, 'Choose another `--from`.')],
    };
  }
  const parts: ImportedPart[] = [];
  const losses: Loss[] = [];
  const remarks: Remark[] = [];
  for (const { value, at } of events) {
    const event = new Item(value, at);
    const count = [value.Attribute, value.Object].map((list) => (Array.isArray(list) ? list.length : 0));
    if ((count[0] ?? 0) + (count[1] ?? 0) > MAX_IMPORT_ENTRIES) {
      const message = `The event has more than ${MAX_IMPORT_ENTRIES.toLocaleString('en')} attributes and objects.`;
      return {
        parts: [],
        losses: [],
        remarks: [refusal('too-many-entries', at, message, 'Export a part of it.')],
      };
    }
    const reading = readEvent(event, source.file, context);
    const { returns } = reading;
    parts.push({ belongs: 'assessment', content: reading.content, ...(returns && { returns }) });
    losses.push(...reading.losses);
    remarks.push(...reading.remarks);
  }
  return { parts, losses, remarks };
}

function readEvent(
  event: Item,
  file: string,
  context: ImportContext,
): {
  readonly content: Partial<Assessment>;
  readonly losses: readonly Loss[];
  readonly remarks: readonly Remark[];
  readonly returns?: boolean;
} {
  event.skip(...INSTANCE);
  const objects = event.items('Object');
  const own = readOwnEvent(event, context.register);
  if (own) return { ...own, remarks: [], returns: true };
  const draft = new Draft(context);
  const remarks: Remark[] = [];
  const losses: Loss[] = [];
  const tags = tagsOf(event);
  const labels = tags.flatMap((tag) => (/^tlp:/i.test(tag) ? (markingOf(tag) ?? []) : []));
  if (labels.length > 0) draft.head.marking = labels.reduce((a, b) => stricter(a, b));
  else remarks.push(unmarked());

  const title = titleOf(event, file);
  draft.about = title;
  const day = dayOf(String(event.peek('timestamp') ?? '')) ?? dayOf(event.text('date')) ?? context.today;
  const date = dayOf(event.text('date'));
  if (date !== undefined && date !== day) {
    losses.push(
      event.lostMember(
        'date',
        'date of event',
        'The assessment is as of the day on which it was last changed.',
      ),
    );
  }
  const published =
    event.peek('published') === true ? dayOf(String(event.peek('publish_timestamp') ?? '')) : undefined;
  if (published !== undefined) draft.head.published = published;
  const organisation = creatorOf(event);
  const source = draft.id('sources', title, String(event.peek('uuid') ?? title));
  draft.add(
    'sources',
    {
      id: source,
      csl: {
        type: 'dataset',
        title,
        ...(organisation !== undefined && { author: [{ literal: organisation }] }),
        issued: published ?? day,
        genre: 'MISP event',
      },
      reliability: reliabilityOf(tags) ?? UNGRADED,
    },
    event.at,
    'event',
  );
  const says = (more: Partial<Evidence>): Partial<Evidence> => ({
    ...(organisation !== undefined && { speaker: { name: organisation } }),
    citations: [{ source, credibility: UNWEIGHED }],
    ...more,
  });
  const reading: EventReading = { draft, source, says, losses };
  addLevel(reading, event, organisation);
  addClusters(reading, event.items('Galaxy'), addTags(reading, tags));
  addAttributes(reading, event.items('Attribute'));
  addObjects(reading, objects);
  addReports(reading, event.items('EventReport'));
  for (const name of ['ShadowAttribute', 'RelatedEvent', 'Sighting']) {
    for (const item of event.items(name)) {
      item.skip(...item.keys());
      losses.push(
        item.lost(`MISP ${name}`, name === 'RelatedEvent' ? 'Another event of that instance.' : NO_PLACE),
      );
    }
  }
  const unread = event.unread('event', (key) => WHY[key] ?? NO_PLACE);
  const content = draft.finish({ id: readableId(title, 'event'), title, asOf: day });
  return { content, losses: [...losses, ...draft.losses, ...unread], remarks };
}

const WHY: Readonly<Record<string, string>> = {
  analysis: 'It says how far its producer is; the assessment is a draft.',
  distribution: 'Who sees it on that instance; heed it beside the marking.',
  event_creator_email: 'It is an address of a person, which an assessment should not hold.',
};

function titleOf(event: Item, file: string): string {
  const info = event.text('info');
  if (info !== undefined) return oneLine(info, 200);
  const stem = (file.split(/[\\/]/).at(-1) ?? '').replace(/\.(json|misp)$/gi, '').replace(/[-_.]+/g, ' ');
  const words = oneLine(stem, 200);
  return words === ''
    ? `MISP event ${shortHash(String(event.peek('uuid')))}`
    : words.charAt(0).toUpperCase() + words.slice(1);
}

function creatorOf(event: Item): string | undefined {
  const names = ['Orgc', 'Org'].flatMap((key) => {
    const organisation = event.item(key);
    organisation?.skip(...INSTANCE);
    return organisation?.text('name') ?? [];
  });
  return names[0] === undefined ? undefined : oneLine(names[0]);
}

const LEVELS: Readonly<Record<string, string>> = { '1': 'high', '2': 'medium', '3': 'low' };

/** The producer's threat level is recorded as evidence of what the producer thinks. */
function addLevel(reading: EventReading, event: Item, organisation: string | undefined): void {
  const level = LEVELS[String(event.text('threat_level_id'))];
  if (level === undefined) return;
  reading.draft.add(
    'evidence',
    {
      id: reading.draft.ownId('evidence', 'threat level', 'threat-level'),
      statement: plainProse(
        `${organisation ?? 'The producer'} puts the threat level of the event at ${level}.`,
      ),
      kind: 'analysis',
      ...reading.says({}),
    },
    event.at,
    'threat_level_id',
  );
}

/** Event reports are Markdown written for people: they become sections, cited to the event. */
function addReports(reading: EventReading, reports: readonly Item[]): void {
  for (const report of reports) {
    report.skip(...INSTANCE, 'distribution');
    const name = oneLine(report.text('name') ?? 'Event report');
    const content = report.text('content');
    if (report.peek('deleted') === true) {
      reading.losses.push(report.lost('deleted event report', 'Its producer has deleted it.', name));
      continue;
    }
    if (content === undefined) continue;
    if (content.length > MAX_IMPORTED_TEXT) {
      const why = `Of a text, the first ${MAX_IMPORTED_TEXT.toLocaleString('en')} characters are taken.`;
      reading.losses.push(report.lostMember('content', 'end of a long text', why, 'changed'));
    }
    // Escapes what would be taken for our citations.
    const text = content
      .slice(0, MAX_IMPORTED_TEXT)
      .replace(/\r\n?/g, '\n')
      .replaceAll('[@', '[&#64;')
      .trimEnd();
    reading.draft.add(
      'sections',
      {
        id: reading.draft.ownId('sections', name, String(report.peek('uuid'))),
        heading: name,
        kind: 'background',
        body: [...text.split('\n'), '', `From the event.[@${reading.source}]`],
      },
      report.at,
      'event report',
    );
  }
}
