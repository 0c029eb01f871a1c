import { h } from 'hastscript';
import { type TrackRecord, trackRecords } from '../../ledger/record.ts';
import type { RecordGroup } from '../../ledger/record-groups.ts';
import { pages } from '../links.ts';
import { dataTable, factList, type Page, type PageContext, type Part } from '../page.ts';

const GROUPS = ['year', 'area', 'author', 'form'] as const satisfies readonly RecordGroup[];

/** What is counted beside the scores, in the order shown. */
const COUNTED = [
  ['open', 'countedOpen'],
  ['overdue', 'countedOverdue'],
  ['early', 'countedEarly'],
  ['withoutLikelihood', 'countedWithoutLikelihood'],
  ['withoutEvidence', 'countedWithoutEvidence'],
  ['withdrawn', 'countedWithdrawn'],
  ['rewordedLate', 'countedRewordedLate'],
  ['changedWhenResolved', 'countedChangedWhenResolved'],
] as const;

/** How well the judgments forecast what happened. */
export function recordPage(context: PageContext): Page {
  const { data, words } = context;
  const rows = [...data.threads.values()].flat();
  const [all] = trackRecords(rows, data.today);
  const number = (value: number | undefined) => (value === undefined ? '' : value.toFixed(3));
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const line = ({ group, scores }: TrackRecord) => [
    group ?? words.text('all'),
    String(scores.count),
    number(scores.brier),
    number(scores.logScore),
    number(scores.skill),
  ];
  const heads = [words.text('scored'), words.text('brier'), words.text('logScore'), words.text('skill')];
  const besideBaseRate = ({ againstBaseRate }: TrackRecord) => {
    if (!againstBaseRate) return [];
    const { count, brier, baseRate } = againstBaseRate;
    return [
      [words.text('withBaseRate'), String(count), number(brier), '', ''],
      [words.text('baseRateAlone'), String(count), number(baseRate), '', ''],
    ];
  };
  const discriminationText = ({ discrimination }: TrackRecord) => {
    const ends = discrimination?.interval?.map(number).join(' – ');
    const interval = ends === undefined ? '' : ` (${words.text('interval')}: ${ends})`;
    return discrimination && `${number(discrimination.auc)}${interval}`;
  };
  const countedSection = ({ counted }: TrackRecord): Part => {
    const facts = COUNTED.map(
      ([fate, key]) => [words.text(key), counted[fate] > 0 ? String(counted[fate]) : undefined] as const,
    );
    return h('section', [h('h2', words.text('counted')), factList(facts)]);
  };
  return {
    path: pages.record,
    title: words.text('record'),
    content: [
      h('h1', words.text('record')),
      h('p', words.text('recordText')),
      ...(!all || all.scores.count === 0
        ? [h('p', words.text('noneScored'))]
        : [
            ...(all.isTooFew ? [h('p.warning', words.text('tooFew'))] : []),
            dataTable(
              [words.text('judgments'), ...heads],
              [
                line(all),
                [words.text('middle'), String(all.scores.count), number(all.middle), '', ''],
                ...besideBaseRate(all),
              ],
              words,
            ),
            factList([[words.text('discrimination'), discriminationText(all)]]),
            h('section', [
              h('h2', words.text('forecast')),
              dataTable(
                [
                  words.text('forecast'),
                  words.text('judgments'),
                  words.text('cameTrue'),
                  words.text('interval'),
                ],
                all.scores.calibration.map(({ low, high, count, observedRate, interval }) => [
                  `${percent(low)} – ${percent(high)}`,
                  String(count),
                  percent(observedRate),
                  `${percent(interval[0])} – ${percent(interval[1])}`,
                ]),
                words,
              ),
            ]),
            ...GROUPS.map((group) =>
              h('section', [
                h('h2', words.text(group)),
                dataTable(
                  [words.text(group), ...heads],
                  trackRecords(rows, data.today, group)
                    .filter((record) => record.group !== undefined && record.scores.count > 0)
                    .map(line),
                  words,
                ),
              ]),
            ),
          ]),
      ...(all ? [countedSection(all)] : []),
    ],
  };
}
