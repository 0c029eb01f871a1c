import { type CasualtyCount, casualtyParts, readFigure } from '../../ledger/columns/casualties.ts';
import type { Row } from '../../ledger/columns.ts';
import type { Linker, Part } from '../page.ts';
import type { SiteWords } from '../words.ts';
import { listOf } from './finder.ts';

/** A casualty count in words, with the other incidents it covers; empty if nobody gave a figure. */
export function casualtyCell(row: Row, what: CasualtyCount, link: Linker, words: SiteWords): Part[] {
  const figures = words.figures(
    listOf(row, casualtyParts.figures(what)).flatMap((one) => readFigure(one) ?? []),
  );
  const [across, within] = [listOf(row, casualtyParts.across(what)), listOf(row, casualtyParts.within(what))];
  const together = (ids: readonly string[]) =>
    words.parts('together', 'names', link.entities('incidents', row, ids));
  return [
    ...(figures === '' ? [] : [figures]),
    ...(across.length === 0 ? [] : [', ', ...together(across)]),
    ...(within.length === 0 ? [] : [...(figures === '' ? [] : ['; ']), ...together(within)]),
  ];
}
