import type { Paper, PrintablePage } from '../model/page.ts';
import type { MemoSource, WordOrigin } from '../project/provenance.ts';
import {
  buildMemo,
  layOut,
  type Memo,
  type MemoVariant,
  mailOf,
  metadataOf,
  type OwnMetadata,
} from './build-memo.ts';

/** What of a memo is wanted. */
export interface MemoOrder extends MemoVariant {
  readonly paper: Paper;
  /** Whether its page is wanted too, to print or to show. */
  readonly isLaidOut: boolean;
  /** Whether it is wanted as an e-mail too. */
  readonly isMailed?: boolean;
  /** Set when it is wanted as a Word document too: what that says of where it comes from. */
  readonly word?: WordOrigin;
}

/** A memo as it is written and printed. All of it is data. */
export interface MadeMemo extends Pick<Memo, 'name' | 'figures'> {
  readonly markdown: string;
  readonly page?: PrintablePage;
  /** A whole HTML document that mail clients show as it is. */
  readonly email?: string;
  /** The bytes of the Word document. */
  readonly word?: Uint8Array;
  readonly metadata: OwnMetadata;
  /** Set for an annex in which there is nothing. */
  readonly isEmpty?: boolean;
}

/** Makes a memo: derive, draw, render, lay out. */
export async function makeMemo(
  source: MemoSource,
  { paper, isLaidOut, isMailed, word, ...variant }: MemoOrder,
): Promise<MadeMemo> {
  const memo = await buildMemo(source, variant);
  const { name, figures, rendered } = memo;
  return {
    name,
    figures,
    markdown: rendered.markdown,
    ...(isLaidOut && { page: layOut(memo, source.form, paper) }),
    ...(isMailed && { email: mailOf(memo, source.form.brand) }),
    // Loaded when it is asked for: few builds ask.
    ...(word && { word: await (await import('./word.ts')).wordOf(memo, source, paper, word) }),
    metadata: metadataOf(memo),
    ...(rendered.isEmpty && { isEmpty: true }),
  };
}
