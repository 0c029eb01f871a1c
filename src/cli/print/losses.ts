import type { LossDegree, LossGroup } from '../../exchange/interfaces.ts';
import { printable } from './printable.ts';
import type { Colors } from './terminal.ts';

const HEADS: Readonly<Record<LossDegree, string>> = {
  dropped: 'Not carried',
  changed: 'Carried otherwise',
  extension: 'Carried, but only for programs that know our extension',
};

/** Most places shown for one kind. */
const MAX_SHOWN = 3;

/** Losses by kind, for people: how many, why, and where the first are. Empty if nothing was lost. */
export function lossesText(groups: readonly LossGroup[], color: Colors, all = false): string {
  const lines: string[] = [];
  for (const degree of ['dropped', 'changed', 'extension'] as const) {
    const own = groups.filter((group) => group.degree === degree);
    if (own.length === 0) continue;
    const count = own.reduce((sum, { losses }) => sum + losses.length, 0);
    lines.push(`${HEADS[degree]}: ${count.toLocaleString('en')}`);
    if (degree === 'extension' && !all) {
      const names = own.map(({ what, losses }) => (losses.length > 1 ? `${what} (${losses.length})` : what));
      lines.push(`  ${printable(names.join(' · '))}`, '');
      continue;
    }
    for (const { what, why, losses } of own) {
      lines.push(
        `  ${color.bold(`${losses.length.toLocaleString('en')} × ${printable(what)}`)}: ${printable(why)}`,
      );
      for (const { at, value } of losses.slice(0, all ? losses.length : MAX_SHOWN)) {
        lines.push(
          `      ${printable(at || 'the whole')}${value === undefined || value === '' ? '' : `  ${color.dim(printable(value))}`}`,
        );
      }
      const rest = losses.length - MAX_SHOWN;
      if (rest > 0 && !all) lines.push(`      and ${rest.toLocaleString('en')} more (--all)`);
    }
    lines.push('');
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
