import { h } from 'hastscript';
import { isDate, isList, type Row, valueText } from '../../ledger/columns.ts';
import { type Entity, nameOf } from '../data.ts';
import { type EntityKind, entityPage, judgmentPage } from '../links.ts';
import {
  dataTable,
  factList,
  Linker,
  likelihoodCell,
  type Page,
  type PageContext,
  type Part,
  quoted,
  stateText,
} from '../page.ts';
import { incidentTable, rangeText } from './lists.ts';
import { stateOf } from './start.ts';

/** A page for each judgment, actor, incident, source and place. */
export function* entityPages(
  context: PageContext,
  figureOf: (thread: readonly Row[]) => Part | undefined,
): Generator<Page> {
  const finder = new Finder(context);
  for (const row of context.data.judgments) yield judgmentPageOf(row, context, finder, figureOf);
  for (const entity of context.data.actors) yield actorPage(entity, context, finder);
  for (const entity of context.data.incidents) yield incidentPage(entity, context, finder);
  for (const entity of context.data.sources) yield sourcePage(entity, context, finder);
  for (const place of context.data.places) {
    const path = `places/${place.key}.html`;
    const title = [place.name, place.country].filter((part) => part !== undefined).join(', ');
    yield { path, title, content: [h('h1', title), incidentTable(path, place.incidents, context)] };
  }
}

/** Looks things up by what refers to them; made once for all pages. */
class Finder {
  readonly #judgments = new Map<string, Row>();
  readonly #aboutEntity = new Map<string, Row[]>();
  readonly #evidence = new Map<string, Row[]>();
  readonly #incidents = new Map<string, Row[]>();
  readonly #context: PageContext;

  constructor(context: PageContext) {
    this.#context = context;
    const { data } = context;
    for (const row of data.judgments) {
      this.#judgments.set(`${String(row.edition.assessment)}/${String(row.value('id'))}`, row);
      for (const kind of ['actors', 'incidents'] as const) {
        for (const id of listOf(row, kind))
          this.#add(
            this.#aboutEntity,
            `${kind}/${data.keyFor(kind, String(row.edition.assessment), id)}`,
            row,
          );
      }
    }
    for (const { rows } of data.incidents) {
      const actors = rows.flatMap((row) =>
        listOf(row, 'actors').map((id) => data.keyFor('actors', String(row.edition.assessment), id)),
      );
      for (const key of new Set(actors)) this.#add(this.#incidents, String(key), rows[0]);
    }
    for (const row of data.evidence.values()) {
      for (const [column, side] of [
        ['judgments', 'for'],
        ['against', 'against'],
      ] as const) {
        for (const id of listOf(row, column))
          this.#add(this.#evidence, `${side}/${String(row.edition.assessment)}/${id}`, row);
      }
    }
  }

  judgment(row: Row, id: string): Row | undefined {
    return this.#judgments.get(`${String(row.edition.assessment)}/${id}`);
  }

  about(kind: EntityKind, key: string): readonly Row[] {
    return this.#aboutEntity.get(`${kind}/${key}`) ?? [];
  }

  /** Incidents that an actor is held responsible for or claims, by its key. */
  incidentsOf(actor: string): readonly Row[] {
    return this.#incidents.get(actor) ?? [];
  }

  evidence(side: 'for' | 'against', row: Row): readonly Row[] {
    return this.#evidence.get(`${side}/${String(row.edition.assessment)}/${String(row.value('id'))}`) ?? [];
  }

  /** Judgments of an assessment by their ids, as links with their likelihood. */
  table(path: string, rows: readonly Row[]): Part {
    const { data, words } = this.#context;
    const link = new Linker(path, data);
    return dataTable(
      [words.text('judgment'), words.text('likelihood'), words.text('state'), words.text('assessment')],
      rows.map((row) => [
        link.judgment(row),
        likelihoodCell(row, words),
        stateText(row, stateOf(row, this.#context), words),
        link.memo(row),
      ]),
      words,
    );
  }

  #add(map: Map<string, Row[]>, key: string, row: Row): void {
    const known = map.get(key);
    if (known) known.push(row);
    else map.set(key, [row]);
  }
}

function judgmentPageOf(
  row: Row,
  context: PageContext,
  finder: Finder,
  figureOf: (thread: readonly Row[]) => Part | undefined,
): Page {
  const { data, words } = context;
  const path = judgmentPage(row);
  const link = new Linker(path, data);
  const thread = data.threads.get(String(row.value('thread'))) ?? [row];
  const state = stateOf(row, context);
  const dissents = Number(row.value('dissents') ?? 0);
  const brier = row.value('brier');
  const evidenceTable = (side: 'for' | 'against') =>
    dataTable(
      [words.text('statement'), words.text('said'), words.text('sources'), words.text('grade')],
      finder
        .evidence(side, row)
        .map((item) => [
          quoted(item.value('statement'), item),
          words.date(item.value('said')),
          link.entities('sources', item, item.value('sources')),
          valueText(item.value('grade')),
        ]),
      words,
    );
  const actors = link.entities('actors', row, row.value('actors'));
  const incidents = link.entities('incidents', row, row.value('incidents'));
  const figure = figureOf(thread);
  return {
    path,
    title: String(row.value('statement') ?? ''),
    content: [
      h('p.kicker', words.text('judgment')),
      h('h1', quoted(row.value('statement'), row)),
      factList([
        [words.text('likelihood'), likelihoodCell(row, words)],
        [words.text('confidence'), words.term('confidence', row.value('confidence'))],
        [words.text('basis'), row.value('basis') === undefined ? undefined : quoted(row.value('basis'), row)],
        [words.text('horizon'), words.date(row.value('horizon'))],
        [words.text('state'), stateText(row, state, words)],
        [
          words.text('score'),
          typeof brier === 'number' && state === 'resolved' ? brier.toFixed(3) : undefined,
        ],
        [words.text('independent'), String(row.value('independent') ?? 0)],
        [words.text('dissents'), dissents > 0 ? words.text('dissentsCount', { count: dissents }) : undefined],
        [
          words.text('about'),
          [...actors, ...(actors.length > 0 && incidents.length > 0 ? ['; '] : []), ...incidents],
        ],
        [words.text('assessment'), link.memo(row)],
      ]),
      ...(thread.length < 2
        ? []
        : [
            h('section', [
              h('h2', words.text('movement')),
              ...(figure === undefined ? [] : [figure]),
              dataTable(
                [
                  words.text('edition'),
                  words.text('date'),
                  words.text('likelihood'),
                  words.text('confidence'),
                  words.text('reason'),
                ],
                thread.map((one) => [
                  String(one.edition.edition ?? ''),
                  words.date(one.edition.date),
                  likelihoodCell(one, words),
                  words.term('confidence', one.value('confidence')),
                  quoted(one.value('reason'), one),
                ]),
                words,
              ),
            ]),
          ]),
      h('section', [h('h2', words.text('evidence')), evidenceTable('for')]),
      h('section', [h('h2', words.text('against')), evidenceTable('against')]),
    ],
  };
}

function actorPage(entity: Entity, context: PageContext, finder: Finder): Page {
  const { data, words } = context;
  const path = entityPage('actors', entity.key);
  const link = new Linker(path, data);
  const [first] = entity.rows;
  return {
    path,
    title: nameOf('actors', entity),
    content: [
      h('p.kicker', words.text('actors')),
      h('h1', quoted(nameOf('actors', entity), first)),
      factList([
        [words.text('aliases'), valueText(first.value('aliases'))],
        [words.text('type'), words.term('actor-type', first.value('type'))],
      ]),
      h('section', [
        h('h2', words.text('assessments')),
        dataTable(
          [words.text('title'), words.text('date'), words.text('intent'), words.text('capability')],
          entity.rows.map((row) => [
            link.memo(row),
            words.date(row.edition.date),
            words.term('level', row.value('intent')),
            words.term('level', row.value('capability')),
          ]),
          words,
        ),
      ]),
      h('section', [
        h('h2', words.text('judgments')),
        finder.table(path, finder.about('actors', entity.key)),
      ]),
      h('section', [
        h('h2', words.text('incidents')),
        incidentTable(path, finder.incidentsOf(entity.key), context),
      ]),
    ],
  };
}

function incidentPage(entity: Entity, context: PageContext, finder: Finder): Page {
  const { data, words } = context;
  const path = entityPage('incidents', entity.key);
  const link = new Linker(path, data);
  const [first] = entity.rows;
  return {
    path,
    title: nameOf('incidents', entity),
    content: [
      h('p.kicker', words.text('incidents')),
      h('h1', quoted(nameOf('incidents', entity), first)),
      factList([
        [words.text('date'), words.date(first.value('on'))],
        [words.text('place'), placeLink(first, link, context)],
        [words.text('type'), words.term('incident-type', first.value('type'))],
      ]),
      h('section', [
        h('h2', words.text('assessments')),
        dataTable(
          [
            words.text('title'),
            words.text('killed'),
            words.text('injured'),
            words.text('responsible'),
            words.text('statement'),
          ],
          entity.rows.map((row) => [
            link.memo(row),
            rangeText(row, 'killed'),
            rangeText(row, 'injured'),
            link.entities('actors', row, row.value('actors')),
            quoted(row.value('summary'), row),
          ]),
          words,
        ),
      ]),
      h('section', [
        h('h2', words.text('judgments')),
        finder.table(path, finder.about('incidents', entity.key)),
      ]),
    ],
  };
}

function sourcePage(entity: Entity, context: PageContext, finder: Finder): Page {
  const { data, words } = context;
  const path = entityPage('sources', entity.key);
  const link = new Linker(path, data);
  const [first] = entity.rows;
  const judged = (column: 'falls' | 'weakens') =>
    entity.rows.flatMap((row) => listOf(row, column).flatMap((id) => finder.judgment(row, id) ?? []));
  const cited = entity.rows.flatMap((row) =>
    listOf(row, 'evidence').flatMap(
      (id) => data.evidence.get(`${String(row.edition.assessment)}/${id}`) ?? [],
    ),
  );
  return {
    path,
    title: nameOf('sources', entity),
    content: [
      h('p.kicker', words.text('sources')),
      h('h1', quoted(nameOf('sources', entity), first)),
      factList([
        [words.text('authors'), valueText(first.value('by'))],
        [words.text('issued'), isDate(first.value('issued')) ? words.date(first.value('issued')) : undefined],
        [words.text('address'), valueText(first.value('address'))],
      ]),
      h('section', [
        h('h2', words.text('assessments')),
        dataTable(
          [words.text('title'), words.text('reliability')],
          entity.rows.map((row) => [link.memo(row), valueText(row.value('reliability'))]),
          words,
        ),
      ]),
      h('section', [h('h2', words.text('falls')), finder.table(path, judged('falls'))]),
      h('section', [h('h2', words.text('weakens')), finder.table(path, judged('weakens'))]),
      h('section', [
        h('h2', words.text('cited')),
        dataTable(
          [words.text('statement'), words.text('said'), words.text('assessment')],
          cited.map((row) => [
            quoted(row.value('statement'), row),
            words.date(row.value('said')),
            link.memo(row),
          ]),
          words,
        ),
      ]),
    ],
  };
}

function placeLink(row: Row, link: Linker, { data }: PageContext): Part | undefined {
  const place = data.placeOf(row);
  return place && link.to(`places/${place.key}.html`, quoted(place.name, row));
}

function listOf(row: Row, column: string): readonly string[] {
  const value = row.value(column);
  return isList(value) ? value : [];
}
