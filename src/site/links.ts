import type { Row, Value } from '../ledger/columns.ts';
import { slugify } from '../model/suggest.ts';

/** Addresses of the pages, from the root of the site. Ids are slugs: letters, digits and hyphens. */
export const pages = {
  start: 'index.html',
  assessments: 'assessments.html',
  judgments: 'judgments.html',
  actors: 'actors.html',
  incidents: 'incidents.html',
  sources: 'sources.html',
  places: 'places.html',
  compare: 'compare.html',
  record: 'record.html',
  search: 'search.html',
} as const;

export type EntityKind = 'actors' | 'incidents' | 'sources';

/**
 * The key of a row's entity: an entity of the register is the same in all assessments, any other belongs to
 * one.
 */
export function keyOf(row: Row): string {
  const id = String(row.value('id'));
  return row.value('shared') === true ? id : `${String(row.edition.assessment)}--${id}`;
}

export function memoPage(assessment: Value): string {
  return `memo/${String(assessment)}.html`;
}

export function judgmentPage(row: Row): string {
  return `judgments/${String(row.edition.assessment)}--${String(row.value('id'))}.html`;
}

export function entityPage(kind: EntityKind, key: string): string {
  return `${kind}/${key}.html`;
}

/** Names in other scripts leave no letters for an address: those are numbered. */
export function placeKey(name: string, country: string | undefined, number: number): string {
  return slugify([name, country ?? ''].join(' ')) || `place-${number}`;
}
