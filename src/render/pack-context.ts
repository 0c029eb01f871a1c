import type { PackView } from '../derive/comparison/pack.ts';
import type { ComparisonTable } from '../derive/comparison/table.ts';
import type { DifferenceType } from '../derive/comparison/types.ts';
import type { Heading } from './contents.ts';
import { bareReference } from './reference/short.ts';
import type { Messages } from './wording/messages.ts';
import { columnTitle, shortTitle } from './wording/short-title.ts';

/** Phrases for what all memos agree on. */
const AGREEMENTS: Readonly<Record<DifferenceType, string>> = {
  'threat/greatest': 'pack.agree-threats',
  'incident/attribution': 'pack.agree-attributions',
  'incident/explanation': 'pack.agree-explanations',
  'incident/figure': 'pack.agree-figures',
  'incident/claim': 'pack.agree-claims',
  'judgment/likelihood': 'pack.agree-judgments',
  'actor/intent': 'pack.agree-intents',
  'actor/capability': 'pack.agree-capabilities',
  'actor/trend': 'pack.agree-trends',
  'actor/status': 'pack.agree-statuses',
  'relationship/standing': 'pack.agree-links',
  'speaker/office': 'pack.agree-offices',
  'body/people': 'pack.agree-people',
};

/** An entry of the contents list with its sub-entries. */
interface ContentsPart extends Heading {
  readonly below: readonly Heading[];
}

/** A pack as its template prints it. */
export function packContext(
  view: PackView,
  messages: Messages,
  headings: readonly Heading[],
  apart: HeadingsApart,
) {
  const { comparison, memos } = view;
  const titleOf = (number: number) => columnTitle(memos[number - 1]?.title ?? '');
  const named = <Side extends { readonly memo: number }>(side: Side) => ({
    ...side,
    title: titleOf(side.memo),
  });
  const headed = <Value>(table: ComparisonTable<Value> | undefined) =>
    table && {
      ...table,
      columns: table.columns.map(({ number }) => ({ number, title: titleOf(number) })),
    };
  const { threats, blame, explanations, figures, judgments } = comparison;
  return {
    ...view,
    /** Whether there is more than one memo to compare. */
    compares: memos.length > 1,
    /** Whether the memos do not share even a source. */
    sharesNothing: comparison.sharesNothing,
    /** Bottom lines, if any memo has one. */
    bottomLines: memos.filter(({ bottomLine }) => bottomLine !== undefined),
    contents: partsOf(headings, apart),
    agreements: comparison.agreements.map(({ type, count }) => messages.text(AGREEMENTS[type], { count })),
    threats: threats.map(({ sides }) => ({ sides: sides.map(named) })),
    blame: blame.map(({ matter, table }) => ({ matter, table: headed(table) })),
    explanations: explanations.map(({ matter, sides }) => ({ matter, sides: sides.map(named) })),
    figures: headed(figures && withSources(figures, view, messages)),
    judgments: judgments.map(({ matter, sides }) => ({
      matter,
      sides: sides.map(named),
    })),
    links: headed(comparison.links),
    levels: headed(comparison.levels),
    trends: headed(comparison.trends),
    claims: headed(comparison.claims),
    people: headed(comparison.people),
    offices: headed(comparison.offices),
    statuses: headed(comparison.statuses),
  };
}

/** Each report with a short name for its source. */
function withSources(
  figures: NonNullable<PackView['comparison']['figures']>,
  { memos, citableSources }: PackView,
  messages: Messages,
) {
  const nameOf = (key: string) => {
    const source = citableSources.get(key);
    return source && shortTitle(bareReference(source.csl, messages));
  };
  const ids = figures.columns.map(({ number }) => memos[number - 1]?.id ?? '');
  return {
    columns: figures.columns,
    rows: figures.rows.map(({ matter, cells }) => ({
      matter,
      cells: cells.map((groups, column) =>
        groups?.map(({ report, reports }) => ({
          report,
          reports: reports.map((view) => ({
            ...view,
            source: nameOf(`${ids[column]}/${view.report.source}`),
          })),
        })),
      ),
    })),
  };
}

/** Headings that every memo has, in any language. */
export interface HeadingsApart {
  readonly annexes: ReadonlySet<string>;
  readonly bottomLines: ReadonlySet<string>;
}

/**
 * Headings of the second level, each with its third-level headings: for a memo, those of its brief, and its
 * annex as one entry. The bottom line is left out: it is right below the title.
 */
function partsOf(headings: readonly Heading[], { annexes, bottomLines }: HeadingsApart): ContentsPart[] {
  const parts: (Heading & { below: Heading[] })[] = [];
  for (const heading of headings) {
    const part = parts.at(-1);
    if (heading.level === 2) parts.push({ ...heading, below: [] });
    else if (
      heading.level === 3 &&
      !bottomLines.has(heading.words) &&
      !annexes.has(part?.below.at(-1)?.words ?? '')
    )
      part?.below.push(heading);
  }
  return parts;
}
