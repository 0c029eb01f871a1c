import { h, s } from 'hastscript';
import { isDate, isList, type Row, valueText } from '../../ledger/columns.ts';
import { compareText } from '../../model/finding.ts';
import { type Entity, nameOf } from '../data.ts';
import { entityPage, memoPage, pages } from '../links.ts';
import {
  type Cell,
  dataTable,
  Linker,
  likelihoodCell,
  type Page,
  type PageContext,
  type Part,
  quoted,
  stateText,
} from '../page.ts';
import { casualtyCell } from './casualty-cell.ts';
import { stateOf } from './start.ts';

/** All assessments, all judgments, and all that they speak of: one page with one table each. */
export function listPages(context: PageContext): Page[] {
  const { data, words } = context;
  const listed = (path: string, key: Parameters<typeof words.text>[0], content: readonly Part[]): Page => ({
    path,
    title: words.text(key),
    content: [h('h1', words.text(key)), ...content],
  });
  const link = (path: string) => new Linker(path, data);
  const entityName = (
    kind: 'actors' | 'incidents' | 'sources',
    { key, rows }: { key: string; rows: Entity['rows'] },
  ) => link(pages[kind]).to(entityPage(kind, key), quoted(nameOf(kind, { key, rows }), rows[0]));
  return [
    listed(pages.assessments, 'assessments', [
      dataTable(
        [
          words.text('title'),
          words.text('date'),
          words.text('form'),
          words.text('marking'),
          words.text('authors'),
        ],
        data.assessments.map((edition) => [
          link(pages.assessments).to(memoPage(edition.assessment), quoted(edition.title, { edition })),
          words.date(edition.date),
          words.term('form', edition.form),
          String(edition.handling ?? ''),
          valueText(edition.authors),
        ]),
        words,
      ),
    ]),
    listed(pages.judgments, 'judgments', [
      dataTable(
        [
          words.text('judgment'),
          words.text('likelihood'),
          words.text('confidence'),
          words.text('horizon'),
          words.text('state'),
          words.text('assessment'),
        ],
        data.judgments.map((row) => [
          link(pages.judgments).judgment(row),
          likelihoodCell(row, words),
          words.term('confidence', row.value('confidence')),
          words.date(row.value('horizon')),
          stateText(row, stateOf(row, context), words),
          link(pages.judgments).memo(row),
        ]),
        words,
      ),
    ]),
    listed(pages.actors, 'actors', [
      dataTable(
        [words.text('name'), words.text('aliases'), words.text('type'), words.text('assessments')],
        data.actors.map((entity) => [
          entityName('actors', entity),
          valueText(entity.rows[0].value('aliases')),
          words.term('actor-type', entity.rows[0].value('type')),
          String(entity.rows.length),
        ]),
        words,
      ),
    ]),
    listed(pages.sources, 'sources', [
      dataTable(
        [
          words.text('title'),
          words.text('reliability'),
          words.text('issued'),
          words.text('falls'),
          words.text('assessments'),
        ],
        data.sources.map((entity) => [
          entityName('sources', entity),
          [...new Set(entity.rows.map((row) => valueText(row.value('reliability'))))]
            .filter(Boolean)
            .join(', '),
          words.date(entity.rows[0].value('issued')),
          String(sum(entity.rows, (row) => sizeOf(row.value('falls')))),
          String(entity.rows.length),
        ]),
        words,
      ),
    ]),
    listed(pages.places, 'places', [
      dataTable(
        [words.text('place'), words.text('incidents')],
        data.places.map(({ key, name, country, incidents }) => [
          link(pages.places).to(`places/${key}.html`, [name, country ? `, ${country}` : '']),
          String(incidents.length),
        ]),
        words,
      ),
    ]),
  ];
}

/** The table of incidents, with what is drawn of them above it. */
export function incidentsPage(context: PageContext, map: Part | undefined): Page {
  const { data, words } = context;
  return {
    path: pages.incidents,
    title: words.text('incidents'),
    content: [
      h('h1', words.text('incidents')),
      ...(map === undefined ? [] : [h('section', [h('h2', words.text('map')), map])]),
      h('section', [h('h2', words.text('timeline')), ...yearsOf(data.incidents, context)]),
      incidentTable(
        pages.incidents,
        data.incidents.map(({ rows }) => rows[0]),
        context,
      ),
    ],
  };
}

export function incidentTable(path: string, rows: readonly Row[], { data, words }: PageContext): Part {
  const link = new Linker(path, data);
  return dataTable(
    [
      words.text('name'),
      words.text('date'),
      words.text('place'),
      words.text('killed'),
      words.text('responsible'),
    ],
    rows.map((row): Cell[] => {
      const key = data.keyFor('incidents', String(row.edition.assessment), String(row.value('id'))) ?? '';
      return [
        link.to(entityPage('incidents', key), quoted(row.value('incidentTitle'), row)),
        words.date(row.value('on')),
        quoted(row.value('place'), row),
        casualtyCell(row, 'killed', link, words),
        link.entities('actors', row, row.value('actors')),
      ];
    }),
    words,
  );
}

/** How many incidents each year had: a bar for each, and the number beside it. */
function yearsOf(incidents: readonly Entity[], { words }: PageContext): Part[] {
  const years = new Map<string, number>();
  for (const { rows } of incidents) {
    const on = rows[0].value('on');
    const year = isDate(on) ? on.earliest?.slice(0, 4) : undefined;
    if (year !== undefined) years.set(year, (years.get(year) ?? 0) + 1);
  }
  const most = Math.max(1, ...years.values());
  if (years.size === 0) return [h('p', words.text('nothing'))];
  return [
    h(
      'ol.years',
      [...years]
        .sort(([a], [b]) => compareText(a, b))
        .map(([year, count]) =>
          h('li', [
            h('span', year),
            s(
              'svg',
              {
                viewBox: '0 0 100 8',
                width: 200,
                height: 12,
                ariaHidden: 'true',
                preserveAspectRatio: 'none',
              },
              [s('rect', { width: (100 * count) / most, height: 8 })],
            ),
            h('span', String(count)),
          ]),
        ),
    ),
  ];
}

function sizeOf(value: ReturnType<Row['value']>): number {
  return isList(value) ? value.length : 0;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
