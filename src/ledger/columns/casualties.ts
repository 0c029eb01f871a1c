import type { QuantityReport } from '../../model/generated/types.ts';
import type { Column } from '../columns.ts';

export const casualtyCounts = ['killed', 'injured'] as const;
export type CasualtyCount = (typeof casualtyCounts)[number];

/** Hidden columns of a casualty count: its figures, and the incidents that figures cover together. */
export const casualtyParts = {
  /** Different figures reported, as `writtenFigure` writes them. */
  figures: (what: CasualtyCount) => `${what}Figures`,
  /** Ids of the other incidents that these figures count. */
  across: (what: CasualtyCount) => `${what}Across`,
  /** Ids of the incidents with figures that count this one too. */
  within: (what: CasualtyCount) => `${what}Within`,
};

/**
 * Killed and injured in a table of incidents. A count for several incidents is not a figure of any one of them.
 */
export const casualtyColumns: readonly Column[] = [
  { name: 'killedAtLeast', kind: 'number', about: 'lowest figure reported for this incident alone' },
  { name: 'killedAtMost', kind: 'number', about: 'highest figure for it alone; none where it is open' },
  { name: 'injuredAtLeast', kind: 'number', about: 'lowest figure reported for this incident alone' },
  { name: 'injuredAtMost', kind: 'number', about: 'highest figure for it alone; none where it is open' },
  {
    name: 'countedWith',
    kind: 'list',
    about: 'incidents with which its dead or injured are counted together',
  },
  {
    name: 'killedTogether',
    kind: 'text',
    about: 'how many were killed in it and in those it is counted with',
  },
  {
    name: 'injuredTogether',
    kind: 'text',
    about: 'how many were injured in it and in those it is counted with',
  },
  ...casualtyCounts.flatMap((what) => [
    {
      name: casualtyParts.figures(what),
      kind: 'list' as const,
      about: `figures reported: ${what}`,
      hidden: true,
    },
    {
      name: casualtyParts.across(what),
      kind: 'list' as const,
      about: 'other incidents in them',
      hidden: true,
    },
    {
      name: casualtyParts.within(what),
      kind: 'list' as const,
      about: 'whose figures count it',
      hidden: true,
    },
  ]),
];

/** `5`, `at-least 5` or `4..6`. */
export function writtenFigure({ value, qualifier, min, max }: QuantityReport): string {
  if (value === undefined) return `${min ?? ''}..${max ?? ''}`;
  return qualifier === undefined ? String(value) : `${qualifier} ${value}`;
}

const WRITTEN = /^(?:(?<min>[\d.]*?)\.\.(?<max>[\d.]*)|(?:(?<qualifier>[a-z-]+) )?(?<value>[\d.]+))$/;

/** Parses what `writtenFigure` wrote; `undefined` for anything else. */
export function readFigure(written: string): QuantityReport | undefined {
  const { min, max, qualifier, value } = WRITTEN.exec(written)?.groups ?? {};
  if (value !== undefined) {
    return {
      value: Number(value),
      ...(qualifier !== undefined && { qualifier: qualifier as QuantityReport['qualifier'] }),
    } as QuantityReport;
  }
  return min === undefined && max === undefined
    ? undefined
    : ({ ...(min && { min: Number(min) }), ...(max && { max: Number(max) }) } as QuantityReport);
}
