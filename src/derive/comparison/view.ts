import { uncited } from '../analysis/uncited.ts';
import type { ReportView } from '../entities/incidents.ts';
import { boundsOf } from '../entities/quantity.ts';
import { differencesOf } from './compare.ts';
import { type ComparisonTable, tableOf } from './table.ts';
import type {
  AssessmentComparison,
  BlameView,
  Difference,
  DifferenceType,
  Matter,
  SharedEntity,
  Values,
} from './types.ts';
import { TYPES } from './weights.ts';

/** Equal figures of one count, with everybody who gives them. */
export interface FigureGroup {
  readonly report: ReportView['report'];
  readonly reports: readonly ReportView[];
}

/** Who blames an actor, in the columns of a table. */
export interface BlameTable {
  readonly matter: Matter;
  readonly table: ComparisonTable<BlameView>;
}

/**
 * A comparison as a document prints it: tables where memos can stand side by side, lists where they give
 * sentences.
 */
export interface ComparisonPages {
  readonly count: number;
  /** All differences, the most important first; without citations, since a first page has no notes. */
  readonly ranked: readonly Difference[];
  readonly threats: readonly Difference<'threat/greatest'>[];
  readonly blame: readonly BlameTable[];
  readonly explanations: readonly Difference<'incident/explanation'>[];
  readonly figures: ComparisonTable<readonly FigureGroup[]> | undefined;
  readonly judgments: readonly Difference<'judgment/likelihood'>[];
  readonly links: ComparisonTable<Values['relationship/standing']> | undefined;
  readonly levels: ComparisonTable<Values['actor/capability'] | Values['actor/intent']> | undefined;
  readonly trends: ComparisonTable<Values['actor/trend']> | undefined;
  readonly claims: ComparisonTable<Values['incident/claim']> | undefined;
  readonly people: ComparisonTable<Values['body/people']> | undefined;
  readonly offices: ComparisonTable<Values['speaker/office']> | undefined;
  readonly statuses: ComparisonTable<Values['actor/status']> | undefined;
  /** How many topics all agree on, by type; types with none are absent. */
  readonly agreements: readonly { readonly type: DifferenceType; readonly count: number }[];
  /** Incidents and actors of several memos. */
  readonly shared: readonly SharedEntity[];
  /** Whether no incident, actor, link or source is in several memos. */
  readonly sharesNothing: boolean;
}

/** Arranges a comparison for printing. */
export function viewComparison(comparison: AssessmentComparison): ComparisonPages {
  const of = <Type extends DifferenceType>(type: Type) => differencesOf(comparison, type);
  const table = <Type extends DifferenceType>(type: Type) => tableOf(comparison, of(type));
  const levels = [...of('actor/capability'), ...of('actor/intent')].sort((a, b) => b.weight - a.weight);
  return {
    count: comparison.differences.length,
    ranked: comparison.differences.map(withoutCitations),
    threats: of('threat/greatest'),
    blame: of('incident/attribution').map((difference) => blameTable(comparison, difference)),
    explanations: of('incident/explanation'),
    figures: figureTable(comparison),
    judgments: of('judgment/likelihood'),
    links: table('relationship/standing'),
    levels: tableOf<'actor/capability' | 'actor/intent'>(comparison, levels),
    trends: table('actor/trend'),
    claims: table('incident/claim'),
    people: table('body/people'),
    offices: table('speaker/office'),
    statuses: table('actor/status'),
    agreements: TYPES.map((type) => ({ type, count: comparison.agreements[type] })).filter(
      ({ count }) => count > 0,
    ),
    sharesNothing:
      comparison.shared.length + comparison.sharedSources.length + comparison.differences.length === 0 &&
      Object.values(comparison.agreements).every((count) => count === 0),
    shared: comparison.shared.filter(({ kind }) => kind !== 'relationship'),
  };
}

function withoutCitations(difference: Difference): Difference {
  if (difference.type !== 'incident/explanation') return difference;
  const { sides } = difference as Difference<'incident/explanation'>;
  return {
    ...difference,
    sides: sides.map((side) => ({
      ...side,
      value: side.value.map((leader) => ({ ...leader, statement: uncited(leader.statement) })),
    })),
  };
}

/** One row for each actor that anybody blames, those blamed in most memos first. */
function blameTable(
  comparison: AssessmentComparison,
  { matter, sides }: Difference<'incident/attribution'>,
): BlameTable {
  const actors = new Map<string, Difference<'incident/attribution'>['sides'][number]['memo'][]>();
  for (const { memo, value } of sides)
    for (const { key } of value) actors.set(key, [...(actors.get(key) ?? []), memo]);
  const columns = comparison.memos.filter(({ number }) => sides.some(({ memo }) => memo === number));
  const rows = [...actors]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([key]) => {
      const cells = columns.map(({ number }) =>
        sides.find(({ memo }) => memo === number)?.value.find((blame) => blame.key === key),
      );
      const name = cells.find((cell) => cell !== undefined)?.actor ?? key;
      return { matter: { kind: 'actor' as const, id: key, name, aspect: undefined }, cells };
    });
  return { matter, table: { columns, rows } };
}

function figureTable(comparison: AssessmentComparison): ComparisonPages['figures'] {
  const table = tableOf(comparison, differencesOf(comparison, 'incident/figure'));
  return (
    table && {
      columns: table.columns,
      rows: table.rows.map(({ matter, cells }) => ({
        matter,
        cells: cells.map((quantity) => quantity && figureGroups(quantity.reports)),
      })),
    }
  );
}

function figureGroups(reports: readonly ReportView[]): FigureGroup[] {
  const groups = new Map<string, { report: ReportView['report']; reports: ReportView[] }>();
  for (const view of reports) {
    const key = JSON.stringify(boundsOf(view.report));
    const group = groups.get(key) ?? { report: view.report, reports: [] };
    group.reports.push(view);
    groups.set(key, group);
  }
  return [...groups.values()];
}
