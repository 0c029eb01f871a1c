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

/** Which outputs of a memo are requested. */
export interface MemoOrder extends MemoVariant {
  readonly paper: Paper;
  /** Whether its page is requested, to print or to show. */
  readonly isLaidOut: boolean;
  /** Whether it is requested as an e-mail. */
  readonly isMailed?: boolean;
  /** Set if it is requested as a Word document: the provenance for that. */
  readonly word?: WordOrigin;
}

/** A finished memo. Plain data. */
export interface MadeMemo extends Pick<Memo, 'name' | 'figures'> {
  readonly markdown: string;
  readonly page?: PrintablePage;
  /** A complete HTML document as mail clients show it. */
  readonly email?: string;
  /** The bytes of the Word document. */
  readonly word?: Uint8Array;
  readonly metadata: OwnMetadata;
  /** Set for an annex without content. */
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
    // Imported only when needed: few builds make Word documents.
    ...(word && { word: await (await import('./word.ts')).wordOf(memo, source, paper, word) }),
    metadata: metadataOf(memo),
    ...(rendered.isEmpty && { isEmpty: true }),
  };
}
