import type { Assessment, Register } from '../model/generated/types.ts';
import type { Paper, PrintablePage } from '../model/page.ts';
import type { LoadedForm } from '../project/forms.ts';
import type { WordOrder } from '../project/provenance.ts';
import {
  buildMemo,
  layOut,
  type Memo,
  type MemoOptions,
  metadataOf,
  type OwnMetadata,
} from './build-memo.ts';

/** What a memo is made of, and what of it is wanted. All of it is data: it can be handed to another thread. */
export interface MemoOrder {
  readonly assessment: Assessment;
  readonly register: Register;
  readonly form: LoadedForm;
  readonly options: MemoOptions;
  readonly paper: Paper;
  /** Whether its page is wanted too, to print or to show. */
  readonly isLaidOut: boolean;
  /** Set when it is wanted as a Word document too. */
  readonly word?: WordOrder;
}

/** A memo as it is written and printed. All of it is data. */
export interface MadeMemo extends Pick<Memo, 'name' | 'figures'> {
  readonly markdown: string;
  readonly page?: PrintablePage;
  /** The bytes of the Word document. */
  readonly word?: Uint8Array;
  readonly metadata: OwnMetadata;
}

/** Makes a memo: derive, draw, render, lay out. */
export async function makeMemo({
  assessment,
  register,
  form,
  options,
  paper,
  isLaidOut,
  word,
}: MemoOrder): Promise<MadeMemo> {
  const memo = await buildMemo(assessment, register, form, options);
  const { name, figures, rendered } = memo;
  return {
    name,
    figures,
    markdown: rendered.markdown,
    ...(isLaidOut && { page: layOut(memo, form, paper) }),
    // Loaded when it is asked for: few builds ask.
    ...(word && { word: await (await import('./word.ts')).wordOf(memo, { assessment, form, paper, word }) }),
    metadata: metadataOf(memo),
  };
}
