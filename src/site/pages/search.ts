import { h } from 'hastscript';
import { isList, type Row } from '../../ledger/columns.ts';
import { nameOf } from '../data.ts';
import { type EntityKind, entityPage, judgmentPage, memoPage, pages } from '../links.ts';
import type { Page, PageContext } from '../page.ts';

/** Most characters of a text that are searched and shown. */
const MAX_TEXT = 300;

/** Something that can be found: address, what it is called, what kind of thing it is, further words. */
export type SearchRecord = readonly [path: string, title: string, kind: string, text: string];

export function searchPage({ words }: PageContext): Page {
  return {
    path: pages.search,
    title: words.text('search'),
    scripts: ['search-data.js', 'search.js'],
    content: [
      h('h1', words.text('search')),
      h('noscript', h('p', words.text('noScripts'))),
      h('div#search', { dataHits: words.text('hits'), role: 'search' }, [
        h('label', { htmlFor: 'query' }, words.text('searchFor')),
        h('input#query', { type: 'search', autoComplete: 'off' }),
        h('p#hits', { role: 'status' }),
        h('ol#results'),
      ]),
    ],
  };
}

export function searchRecords({ data, words }: PageContext): SearchRecord[] {
  const entities = (kind: EntityKind, textOf: (row: Row) => string) =>
    data[kind].map((entity): SearchRecord => {
      const text = [...new Set(entity.rows.map(textOf))].join(' ');
      return [entityPage(kind, entity.key), nameOf(kind, entity), words.text(kind), cut(text)];
    });
  const list = (row: Row, column: string) => {
    const value = row.value(column);
    return isList(value) ? value.join(' ') : String(value ?? '');
  };
  return [
    ...data.assessments.map(
      (edition): SearchRecord => [
        memoPage(edition.assessment),
        String(edition.title),
        words.text('assessments'),
        cut([edition.authors, edition.areas].flat().join(' ')),
      ],
    ),
    ...data.judgments.map(
      (row): SearchRecord => [
        judgmentPage(row),
        String(row.value('statement') ?? ''),
        words.text('judgments'),
        cut(`${list(row, 'actorNames')} ${list(row, 'incidentNames')}`),
      ],
    ),
    ...entities('actors', (row) => list(row, 'names')),
    ...entities('incidents', (row) => `${list(row, 'place')} ${list(row, 'summary')}`),
    ...entities('sources', (row) => list(row, 'by')),
    ...data.places.map(
      ({ key, name, country }): SearchRecord => [
        `places/${key}.html`,
        name,
        words.text('places'),
        country ?? '',
      ],
    ),
  ];
}

function cut(text: string): string {
  return text.slice(0, MAX_TEXT).trim();
}

/** A script, since a page opened from a folder may not load data. */
export function searchScript(records: readonly SearchRecord[]): string {
  return `globalThis.siteRecords=${JSON.stringify(records)};\n`;
}
