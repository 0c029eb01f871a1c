import { h } from 'hastscript';
import { stateOn } from '../../ledger/columns/judgments.ts';
import { isDate, type Row } from '../../ledger/columns.ts';
import { compareText } from '../../model/finding.ts';
import { dayOf } from '../data.ts';
import { memoPage, pages } from '../links.ts';
import {
  dataTable,
  Linker,
  likelihoodCell,
  type Page,
  type PageContext,
  quoted,
  stateText,
} from '../page.ts';

/** Rows of each list of the first page. */
const SHOWN = 12;
/** Chance in percent from which an open judgment is listed as likely: the lower end of the band "likely". */
const LIKELY = 55;

/** A judgment's state on the day the site was made. */
export function stateOf(row: Row, { data }: Pick<PageContext, 'data'>): string {
  return stateOn(row, data.today);
}

/** What moved lately, what is due, what is likely and open, and the newest assessments. */
export function startPage(context: PageContext): Page {
  const { data, words } = context;
  const link = new Linker(pages.start, data);
  const byDay = data.judgments.toSorted((a, b) => compareText(dayOf(b.edition), dayOf(a.edition)));
  const moved = byDay.filter(
    (row) => row.value('moved') !== undefined || row.value('confidenceMoved') !== undefined,
  );
  const waiting = data.judgments.filter(
    (row) => stateOf(row, context) !== 'resolved' && endOf(row) !== undefined,
  );
  const due = waiting.toSorted((a, b) => compareText(endOf(a) ?? '', endOf(b) ?? ''));
  const grave = data.judgments
    .filter(
      (row) =>
        row.value('key') === true &&
        stateOf(row, context) === 'open' &&
        Number(row.value('chance')) >= LIKELY,
    )
    .sort((a, b) => Number(b.value('chance')) - Number(a.value('chance')));
  /** If a list is cut: how many entries there are, and a link to all of them. */
  const rest = (all: number, page: 'judgments' | 'assessments') =>
    all <= SHOWN
      ? []
      : [h('p', [words.text('shown', { shown: SHOWN, all }), ' · ', link.to(pages[page], words.text(page))])];
  const table = (rows: readonly Row[]) => [
    dataTable(
      [
        words.text('judgment'),
        words.text('likelihood'),
        words.text('horizon'),
        words.text('state'),
        words.text('assessment'),
      ],
      rows
        .slice(0, SHOWN)
        .map((row) => [
          link.judgment(row),
          likelihoodCell(row, words),
          words.date(row.value('horizon')),
          stateText(row, stateOf(row, context), words),
          link.memo(row),
        ]),
      words,
    ),
    ...rest(rows.length, 'judgments'),
  ];
  return {
    path: pages.start,
    title: words.text('start'),
    content: [
      h('h1', words.text('site')),
      h('section', [h('h2', words.text('moved')), ...table(moved)]),
      h('section', [h('h2', words.text('due')), ...table(due)]),
      h('section', [h('h2', words.text('grave')), ...table(grave)]),
      h('section', [
        h('h2', words.text('newest')),
        dataTable(
          [words.text('title'), words.text('date'), words.text('marking')],
          data.assessments
            .slice(0, SHOWN)
            .map((edition) => [
              link.to(memoPage(edition.assessment), quoted(edition.title, { edition })),
              words.date(edition.date),
              String(edition.handling ?? ''),
            ]),
          words,
        ),
        ...rest(data.assessments.length, 'assessments'),
      ]),
    ],
  };
}

/** The last day of its horizon; `undefined` if it has none. */
function endOf(row: Row): string | undefined {
  const horizon = row.value('horizon');
  return isDate(horizon) ? horizon.latest : undefined;
}
