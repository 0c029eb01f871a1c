import { readMarking } from '../../model/conventions/markings.ts';
import { UsageFault } from '../../model/fault.ts';
import type { Marking } from '../../model/generated/types.ts';
import { nearest } from '../../model/suggest.ts';
import type { Effects } from '../effects.ts';
import { loadSettings } from '../settings.ts';

/**
 * The level of a release that the user named, as a marking of the project's scheme. Throws UsageFault if it is
 * not a label of it.
 */
export async function releaseLevel(
  typed: string | undefined,
  effects: Effects,
): Promise<Marking | undefined> {
  if (typed === undefined) return undefined;
  const { scheme } = (await loadSettings(effects)).conventions;
  if (readMarking(scheme, typed)) return typed;
  const labels = scheme.labels.map(({ label }) => label);
  const also = scheme.labels.find(({ also: ways = [] }) => ways.includes(typed))?.label;
  const meant = also ?? nearest(typed, labels);
  throw new UsageFault(
    `${typed} is not a label of ${scheme.title}, by which this project marks. ${meant === undefined ? '' : `Did you mean ${meant}? `}There are: ${labels.join(', ')}.`,
  );
}
