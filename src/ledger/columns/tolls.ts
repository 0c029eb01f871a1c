import type { QuantityReport } from '../../model/generated/types.ts';
import type { Column } from '../columns.ts';

export const tolls = ['killed', 'injured'] as const;
export type Toll = (typeof tolls)[number];

/** Hidden columns of a casualty count: its figures, and the incidents that figures cover together. */
export const tollParts = {
  /** Different figures reported, as `writtenFigure` writes them. */
  figures: (what: Toll) => `${what}Figures`,
  /** Ids of the other incidents that these figures count. */
  across: (what: Toll) => `${what}Across`,
  /** Ids of the incidents with figures that count this one too. */
  within: (what: Toll) => `${what}Within`,
};

/**
 * Killed and injured in a table of incidents. A count for several incidents is not a figure of any one of them.
 */
export const tollColumns: readonly Column[] = [
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
  ...tolls.flatMap((what) => [
    {
      name: tollParts.figures(what),
      kind: 'list' as const,
      about: `figures reported: ${what}`,
      hidden: true,
    },
    { name: tollParts.across(what), kind: 'list' as const, about: 'other incidents in them', hidden: true },
    { name: tollParts.within(what), kind: 'list' as const, about: 'whose figures count it', hidden: true },
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
