import type { Element, ElementContent } from 'hast';
import type { MergeInput } from './types.ts';

/** A block of a page, or the content between two blocks inside another one. */
export type Block = Element | { readonly type: 'inline'; readonly children: readonly ElementContent[] };

/** Blocks that both editions have, but in sections that are not the same. */
export interface Elsewhere {
  /** A block of the newer edition to the one of the older. */
  readonly sources: ReadonlyMap<Block, Element>;
  /** Those blocks of the older edition: they are not gone. */
  readonly sent: ReadonlySet<Block>;
  /** Those of the newer edition in a section that the older edition has too: they moved there. */
  readonly moved: ReadonlySet<Block>;
}

/** What merging needs to know of both editions. */
export interface Context
  extends Pick<MergeInput, 'aligner' | 'labels' | 'language' | 'numberings' | 'numberHeads'> {
  /** Numbers that the newer edition shows for its notes, by label. */
  readonly noteNumbers: ReadonlyMap<string, string>;
  /** Ids that there are in the newer edition. */
  readonly ids: ReadonlySet<string>;
  readonly elsewhere: Elsewhere;
}
