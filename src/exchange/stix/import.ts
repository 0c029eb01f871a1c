import type { Remark } from '../../model/finding.ts';
import type { Assessment } from '../../model/generated/types.ts';
import { isRecord } from '../../model/json.ts';
import type { ImportContext, Imported, ImportedPart, Importer, ImportSource, Loss } from '../interfaces.ts';
import { refusal } from '../source.ts';
import { asWritten, looksLikeStix, readBundle, type StixObject } from './bundle.ts';
import { importForeign } from './foreign.ts';
import { StixMarkings } from './markings.ts';
import { importOwn } from './own.ts';

/**
 * STIX 2.1 bundles. Each report becomes an assessment; a bundle without a report becomes one as a whole.
 * Objects that this program exported come back as they were; objects of others are recorded as what their
 * producer says, not as judgments.
 */
export const stixImporter: Importer = {
  id: 'stix',
  label: 'STIX 2.1',
  endings: ['.stix', '.stix2'],
  recognises: ({ json }) => looksLikeStix(json.data),
  import: importStix,
};

function importStix(source: ImportSource, context: ImportContext): Imported {
  const { data, remarks: unreadable } = source.json;
  if (data === undefined) return { parts: [], losses: [], remarks: unreadable };
  if (!looksLikeStix(data)) {
    const message = 'The file is JSON, but no STIX 2: neither a bundle nor an object with an id of its type.';
    return {
      parts: [],
      losses: [],
      remarks: [refusal('not-this-format', '', message, 'Choose another `--from`.')],
    };
  }
  const bundle = readBundle(data);
  if (bundle.remarks.some(({ severity }) => severity === 'error')) {
    return { parts: [], losses: [], remarks: bundle.remarks };
  }
  const losses: Loss[] = [...bundle.losses];
  const remarks: Remark[] = [...bundle.remarks];
  const markings = new StixMarkings(bundle.objects.values());
  const parts: ImportedPart[] = [];
  for (const { report, objects } of reportsOf(bundle.objects, losses)) {
    const own = importOwn(report, objects, context);
    const rest = objects.filter((object) => !own.taken.has(object));
    losses.push(...own.losses);
    // What others added to our bundle is imported beside it; if it is ours alone, nothing is left over.
    if (own.content && rest.every(({ type }) => type === 'marking-definition')) {
      parts.push({ belongs: 'assessment', content: own.content, returns: true });
      continue;
    }
    const foreign = importForeign({
      report: own.content ? undefined : report,
      objects: rest,
      markings,
      file: source.file,
      context,
      ...(own.content && { beside: own }),
    });
    losses.push(...foreign.losses);
    remarks.push(...foreign.remarks);
    parts.push({
      belongs: 'assessment',
      content: own.content ? besides(own.content, foreign.content) : foreign.content,
      ...(own.content && { returns: true }),
    });
  }
  losses.push(...markings.losses);
  return { parts, losses: losses.map((loss) => asWritten(loss, data)), remarks };
}

interface Reported {
  readonly report: StixObject | undefined;
  readonly objects: readonly StixObject[];
}

/** A single report gets the whole bundle; of several, each gets the objects it refers to. */
function reportsOf(all: ReadonlyMap<string, StixObject>, losses: Loss[]): readonly Reported[] {
  const reports = [...all.values()].filter(({ type }) => type === 'report');
  const others = [...all.values()].filter(({ type }) => type !== 'report');
  if (reports.length < 2) return [{ report: reports[0], objects: others }];
  const used = new Set<StixObject>();
  const shared = others.filter(({ type }) =>
    ['marking-definition', 'extension-definition', 'identity'].includes(type),
  );
  for (const object of shared) used.add(object);
  const reported = reports.map((report) => {
    const refs = new Set(report.item.texts('object_refs'));
    const objects = others.filter((object) => refs.has(object.id));
    for (const object of objects) used.add(object);
    // Creators and markings need not be listed in the report.
    const needed = new Set(
      objects.flatMap(({ item }) => [
        item.peek('created_by_ref'),
        item.peek('source_ref'),
        item.peek('target_ref'),
      ]),
    );
    needed.add(report.item.peek('created_by_ref'));
    const around = shared.filter(
      (object) => !refs.has(object.id) && (object.type !== 'identity' || needed.has(object.id)),
    );
    return { report, objects: [...objects, ...around] };
  });
  for (const object of others) {
    if (!used.has(object)) {
      losses.push(
        object.item.lost(
          `${object.type} outside of the reports`,
          'None of the reports of the bundle refers to it.',
        ),
      );
    }
  }
  return reported;
}

/** Appends others' entries to ours; where an id is taken, our entry stays. */
function besides(own: Partial<Assessment>, other: Partial<Assessment>): Partial<Assessment> {
  const lists = Object.entries(other).flatMap(([key, value]) => {
    if (!Array.isArray(value) || key === 'judgments') return [];
    const mine = Object.hasOwn(own, key) ? (own as Readonly<Record<string, unknown>>)[key] : undefined;
    const list: readonly unknown[] = Array.isArray(mine) ? mine : [];
    const ids = new Set(list.map(idOf));
    return [[key, [...list, ...(value as readonly unknown[]).filter((entry) => !ids.has(idOf(entry)))]]];
  });
  return { ...own, ...Object.fromEntries(lists) };
}

function idOf(entry: unknown): unknown {
  return isRecord(entry) ? (entry.id ?? entry.ref) : undefined;
}
