import { h } from 'hastscript';
import { type Row, valueText } from '../../ledger/columns.ts';
import { judgmentPage } from '../links.ts';
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
import type { Finder } from './finder.ts';
import { stateOf } from './start.ts';

/** What one judgment says, how it moved, and what speaks for and against it. */
export function judgmentPageOf(
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
