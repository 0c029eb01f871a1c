import type {
  InspectedForecasts,
  InspectedJudgment,
  Inspection,
  LatestFigure,
  LeaderChange,
  Sensitivity,
} from '../../review/check/inspect.ts';
import { type ForecasterRecord, MIN_FORECASTS, MIN_OF_A_KIND } from '../../review/check/inspect.ts';
import { plural } from './findings.ts';
import { printable } from './printable.ts';
import { table } from './table.ts';
import type { Colors } from './terminal.ts';

/** Everything derived from one assessment, for people. */
export function inspectionText(inspection: Inspection, color: Colors): string {
  const { title, id, quantities, hypotheses, sensitivity, judgments, incoherences, forecasts } = inspection;
  const parts = [
    `${color.bold(printable(title))} ${color.dim(id)}`,
    section('Judgments', judgmentTable(judgments), color),
    section(
      'Counts',
      table(
        ['incident', 'count', 'range', 'latest', 'reports', 'by source', 'over time'],
        quantities.map(({ incident, counted, across = [], min, max, latest, reports, bySource, change }) => [
          incident,
          across.length === 0 ? counted : `${counted}, with ${across.join(', ')}`,
          rangeText(min, max),
          latest === undefined ? 'undated' : figureText(latest),
          String(reports),
          bySource
            .map(({ source, min: low, max: high }) => `${source ?? 'unnamed'} ${rangeText(low, high)}`)
            .join('; '),
          change === undefined ? '' : `${change.direction}, ${change.from} to ${change.to}`,
        ]),
      ),
      color,
    ),
    section(
      'Hypotheses, the least inconsistent first',
      table(
        ['rank', 'hypothesis', 'inconsistency', 'weighted'],
        [...hypotheses]
          .sort((a, b) => a.rank - b.rank)
          .map(({ rank, id: name, inconsistency, weightedInconsistency }) => [
            String(rank),
            name,
            String(inconsistency),
            weightedInconsistency.toFixed(2),
          ]),
      ),
      color,
    ),
    sensitivity && section('What the lead hangs on', sensitivityLines(sensitivity), color),
    section(
      'Likelihoods that cannot all hold',
      incoherences.map(({ sentence }) => `${sentence}.`),
      color,
    ),
    forecastsText('Forecasts', forecasts, color).trimEnd(),
  ];
  return `${parts.filter((part) => part !== undefined && part !== '').join('\n\n')}\n\n`;
}

/** Scores of resolved judgments, with how a term becomes a number. */
export function forecastsText(heading: string, forecasts: InspectedForecasts, color: Colors): string {
  const { count, brier, logScore, skill, unresolved, overdue, calibration, convention, forecasters } =
    forecasts;
  const number = (value: number | undefined) => (value === undefined ? 'undefined' : value.toFixed(3));
  const lines = [
    `${plural(count, 'judgment')} scored, ${unresolved} not resolved yet.`,
    ...(count === 0
      ? []
      : [
          `Brier score (binary, 0 is best): ${number(brier)}; log score: ${number(logScore)}; skill: ${number(skill)}.`,
          ...table(
            ['forecast', 'judgments', 'mean forecast', 'came true'],
            calibration.map(({ low, high, count: some, meanForecast, observedRate }) => [
              low === high ? `${percent(low)} %` : `${percent(low)}–${percent(high)} %`,
              String(some),
              `${percent(meanForecast)} %`,
              `${percent(observedRate)} %`,
            ]),
          ),
          convention,
          ...forecasterLines(forecasters),
        ]),
    ...(overdue.length > 0 ? [`Overdue: ${overdue.join(', ')}.`] : []),
  ];
  return `${section(heading, lines, color)}\n\n`;
}

/** Scores by forecaster, with warnings if they rest on few forecasts. */
function forecasterLines(records: readonly ForecasterRecord[]): string[] {
  const number = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(3));
  const isScarce = records.some(({ scarcity }) => scarcity.forecasts || scarcity.ofAKind);
  return [
    ...table(
      ['forecaster', 'forecasts', 'Brier', 'log score', 'area under the curve', '95 % interval'],
      records.map(({ by, scores, discrimination, scarcity }) => [
        forecasterName(by),
        `${scores.count}${scarcity.forecasts ? ' (few)' : ''}`,
        number(scores.brier),
        number(scores.logScore),
        `${number(discrimination?.auc)}${discrimination && scarcity.ofAKind ? ' (few)' : ''}`,
        discrimination?.interval ? discrimination.interval.map((end) => end.toFixed(3)).join('–') : '–',
      ]),
    ),
    ...(isScarce
      ? [
          `(few): fewer than ${MIN_FORECASTS} forecasts, or than ${MIN_OF_A_KIND} that came true or did not: such scores do not tell skill from luck.`,
        ]
      : []),
    ...(records.some(({ by }) => by.kind !== 'team')
      ? ['Forecasters are comparable only over the same judgments.']
      : []),
  ];
}

function forecasterName(by: ForecasterRecord['by']): string {
  if (by.kind === 'team') return 'the team';
  if (by.kind === 'analyst') return by.name;
  return {
    median: 'median of estimates',
    'mean-of-log-odds': 'mean of log odds',
    extremised: 'the same, extremised',
  }[by.method];
}

function judgmentTable(judgments: readonly InspectedJudgment[]): string[] {
  return table(
    ['no.', 'judgment', 'likelihood', 'confidence', 'evidence', 'independent sources', 'best', 'against'],
    judgments.map(({ number, id, likelihood, confidence, chain }) => [
      String(number),
      id,
      likelihood ? `${likelihood.term ?? 'no term'} (${likelihood.low}–${likelihood.high} %)` : '',
      confidence ?? '',
      String(chain?.evidence ?? 0),
      `${chain?.independent ?? 0}${chain?.circular ? ' (circular)' : ''}`,
      `${chain?.reliability.best ?? '–'}${chain?.credibility.best ?? ''}`,
      String(chain?.against ?? 0),
    ]),
  );
}

/** "139", "more than 2", "3 to 5". */
function figureText({ value, qualifier, min, max }: LatestFigure): string {
  if (value === undefined) return rangeText(min, max);
  return [qualifier === 'exactly' ? undefined : qualifier?.replace('-', ' '), value]
    .filter(Boolean)
    .join(' ');
}

/** "133 to 145", "139 or more", "up to 5". */
function rangeText(min: number | undefined, max: number | undefined): string {
  if (max === undefined) return min === undefined ? 'unknown' : `${min} or more`;
  if (min === undefined) return `up to ${max}`;
  return min === max ? String(min) : `${min} to ${max}`;
}

function sensitivityLines({ leaders, changes, tried, warnings }: Sensitivity): string[] {
  return [
    `Leading: ${leaders.join(', ')}.`,
    ...changes.map((change) => `Without ${leftOut(change)}: ${leadersThen(change)}.`),
    ...(changes.length === 0 ? ['No single item, source or grade changes that.'] : []),
    `Left out one at a time: ${plural(tried.evidence, 'item')} of evidence, ${plural(tried.sources, 'source')}.`,
    ...warnings.map((warning) => {
      if (warning.kind === 'vague')
        return `${warning.hypothesis} leads with mostly N and NA: it may only be vague.`;
      if (warning.kind === 'not-diagnostic') return `${warning.evidence} separates no hypotheses.`;
      return `${warning.evidence} does not rate ${warning.hypotheses.join(', ')}.`;
    }),
  ];
}

function leftOut({ without, rows }: LeaderChange): string {
  if (without.kind === 'evidence') return without.id;
  return without.kind === 'source'
    ? `the source ${without.id} (${plural(rows, 'row')})`
    : `what is graded D or worse (${plural(rows, 'row')})`;
}

function leadersThen({ nothingLeft, leaders }: LeaderChange): string {
  if (nothingLeft) return 'nothing is left to judge by';
  return leaders.length === 1 ? `${leaders[0]} leads` : `${leaders.join(' and ')} tie`;
}

function section(heading: string, lines: readonly string[], color: Colors): string {
  return lines.length === 0 ? '' : [color.bold(heading), ...lines.map((line) => `  ${line}`)].join('\n');
}

function percent(share: number): string {
  return String(Math.round(share * 1000) / 10);
}
