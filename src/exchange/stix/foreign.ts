import type { Remark } from '../../model/finding.ts';
import type { Assessment, Marking } from '../../model/generated/types.ts';
import type { ImportContext, Loss } from '../interfaces.ts';
import { Draft, stricter, UNGRADED, UNMARKED, unmarked } from '../kit/draft.ts';
import { readableId, shortHash } from '../kit/ids.ts';
import { NO_PLACE } from '../kit/item.ts';
import { dayOf, oneLine } from '../kit/text.ts';
import { addActors } from './actors.ts';
import { nameOf, type StixObject } from './bundle.ts';
import { addEvents } from './events.ts';
import { addEvidence } from './evidence.ts';
import type { StixMarkings } from './markings.ts';
import type { OwnImport } from './own.ts';
import { ForeignReading, type Reading, referredTo } from './reading.ts';
import { addRelationships } from './relationships.ts';

/** Reads one report made by others, or a bundle without a report, into an assessment. */
export function importForeign(input: {
  readonly report: StixObject | undefined;
  readonly objects: readonly StixObject[];
  readonly markings: StixMarkings;
  readonly file: string;
  readonly context: ImportContext;
  /** The part of the bundle that we exported: others' objects may refer to it. */
  readonly beside?: OwnImport;
}): {
  readonly content: Partial<Assessment>;
  readonly losses: readonly Loss[];
  readonly remarks: readonly Remark[];
} {
  const { report, objects, markings, file, context, beside } = input;
  const draft = new Draft(context);
  const remarks: Remark[] = [];
  const labels = new Map<StixObject, Marking | undefined>();
  for (const object of report ? [report, ...objects] : objects) labels.set(object, markings.of(object));
  const all = [...labels.values()].filter((label) => label !== undefined);
  const whole = all.reduce<Marking | undefined>((most, one) => (most ? stricter(most, one) : one), undefined);
  if (whole) draft.head.marking = whole;
  else remarks.push(unmarked());

  const byId = new Map([...(beside?.taken ?? []), ...objects].map((object) => [object.id, object]));
  for (const [collection, entries] of Object.entries(beside?.content ?? {}))
    draft.reserve(collection, entries);
  const title = titleOf(report, objects, file);
  draft.about = title;
  const day = dayOf(textOf(report, 'published')) ?? newest(report ? [report] : objects) ?? context.today;
  const source = addBundleSource(draft, { report, objects, byId, title, day });
  const reading = new ForeignReading(draft, objects, byId, source, labels, whole ?? UNMARKED, beside);

  if (report) addReport(reading, report);
  addActors(reading, report);
  addEvents(reading);
  addRelationships(reading);
  addEvidence(reading);

  const content = draft.finish({ id: readableId(title, 'stix'), title, asOf: day });
  const fullText = reading.authors.size > 0 ? JSON.stringify(content) : '';
  for (const author of reading.authors) {
    if (fullText.includes(JSON.stringify(oneLine(nameOf(author))).slice(1, -1))) author.item.skip('name');
  }
  for (const object of objects) {
    if (object.type === 'marking-definition') {
      reading.losses.push(...markings.lost(object));
      continue;
    }
    if (reading.done.has(object)) reading.losses.push(...object.item.unread(object.type));
    else reading.losses.push(object.item.lost(object.type, NO_PLACE, nameOf(object)));
  }
  return { content, losses: [...reading.losses, ...draft.losses], remarks };
}

function textOf(object: StixObject | undefined, key: string): string | undefined {
  const value = object?.item.peek(key);
  return typeof value === 'string' ? value : undefined;
}

/** The last day on which something in the bundle was changed. */
function newest(objects: readonly StixObject[]): string | undefined {
  const days = objects.flatMap(
    (object) => dayOf(textOf(object, 'modified') ?? textOf(object, 'created')) ?? [],
  );
  return days.reduce<string | undefined>(
    (last, day) => (last === undefined || day > last ? day : last),
    undefined,
  );
}

function titleOf(report: StixObject | undefined, objects: readonly StixObject[], file: string): string {
  const named = report ?? objects.find(({ type }) => type === 'grouping');
  const name = textOf(named, 'name');
  if (name !== undefined && name.trim() !== '') return oneLine(name, 200);
  const stem = (file.split(/[\\/]/).at(-1) ?? '').replace(/\.(json|stix2?)$/gi, '').replace(/[-_.]+/g, ' ');
  const words = oneLine(stem, 200);
  if (words !== '') return words.charAt(0).toUpperCase() + words.slice(1);
  return `STIX bundle ${shortHash(objects.map(({ id }) => id).join())}`;
}

/** Most authors taken from one bundle: a longer list says little. */
const MAX_AUTHORS = 12;

/** The report, or the bundle, is itself a source: what it claims is cited to it. */
function addBundleSource(
  draft: Draft,
  about: {
    readonly report: StixObject | undefined;
    readonly objects: readonly StixObject[];
    readonly byId: ReadonlyMap<string, StixObject>;
    readonly title: string;
    readonly day: string;
  },
): string {
  const { report, objects, byId, title, day } = about;
  // A bundle without a report has as authors everybody who created something in it.
  const made = report ? [report] : objects;
  const creators = [...new Set(made.flatMap((one) => byId.get(textOf(one, 'created_by_ref') ?? '') ?? []))];
  const id = draft.id('sources', title, report?.id ?? 'bundle');
  draft.add(
    'sources',
    {
      id,
      csl: {
        type: report ? 'report' : 'dataset',
        title,
        ...(creators.length > 0 && {
          author: creators.slice(0, MAX_AUTHORS).map((creator) => ({ literal: oneLine(nameOf(creator)) })),
        }),
        issued: day,
        genre: report ? 'STIX report' : 'STIX bundle',
      },
      reliability: UNGRADED,
    },
    report?.item.at ?? '',
    'report',
  );
  return id;
}

function addReport(reading: Reading, report: StixObject): void {
  const { item } = report;
  const { draft } = reading;
  item.skip('created_by_ref');
  item.text('name');
  const published = dayOf(item.text('published'));
  if (published !== undefined) draft.head.published = published;
  referredTo(reading, report);
  const language = item.peek('lang');
  if (typeof language === 'string' && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language)) {
    item.skip('lang');
    draft.head.language = language;
  }
  const prose = reading.proseOf(report, 'description');
  const { sources } = reading.referencesOf(report);
  if (prose !== undefined) {
    const cited = [reading.source, ...sources].map((id) => `@${id}`).join('; ');
    const lines = typeof prose === 'string' ? [prose] : prose;
    const body = lines.map((line, index) => (index === lines.length - 1 ? `${line}[${cited}]` : line));
    const id = draft.ownId('sections', 'report', report.id);
    draft.add(
      'sections',
      { id, heading: 'What the report says', kind: 'background', body },
      item.at,
      'report',
    );
  }
  reading.losses.push(...item.unread('report'));
}
