import { h } from 'hastscript';
import { isDate, type Row, valueText } from '../../ledger/columns.ts';
import { type Entity, nameOf } from '../data.ts';
import { entityPage } from '../links.ts';
import { dataTable, factList, Linker, type Page, type PageContext, type Part, quoted } from '../page.ts';
import { casualtyCell } from './casualty-cell.ts';
import { Finder, listOf } from './finder.ts';
import { judgmentPageOf } from './judgment.ts';
import { incidentTable } from './lists.ts';

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
            casualtyCell(row, 'killed', link, words),
            casualtyCell(row, 'injured', link, words),
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
