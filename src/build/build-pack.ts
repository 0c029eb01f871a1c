import type { AssessmentHistory } from '../derive/analysis/history.ts';
import { viewPack } from '../derive/comparison/pack.ts';
import type { Compared } from '../derive/comparison/types.ts';
import { toDocument } from '../html/to-document.ts';
import type { Memo } from '../memo/build-memo.ts';
import type { PrintablePage } from '../model/page.ts';
import type { PdfMetadata } from '../pdf/finish/document.ts';
import type { LoadedForm } from '../project/forms.ts';
import type { FormerEdition, SourceFile } from '../project/provenance.ts';
import { type RenderedPack, renderPack } from '../render/render-pack.ts';
import type { BuildOptions } from './build-options.ts';

/** A memo of a pack: built as a part, in the form that its assessment names. */
export interface PackPart {
  readonly compared: Compared;
  readonly memo: Memo;
  readonly form: LoadedForm;
  /** The assessment as it was read, or as it was released. */
  readonly file: SourceFile;
  /** The edition before, which the memo speaks of. */
  readonly former?: FormerEdition;
  /** How its judgments moved over time, where the memo shows it. */
  readonly history?: AssessmentHistory;
}

/** Several memos in one document. */
export interface Pack {
  readonly view: Pick<ReturnType<typeof viewPack>, 'language' | 'direction' | 'marking'>;
  readonly rendered: RenderedPack;
  /** Path beside the Markdown to SVG text. */
  readonly figures: ReadonlyMap<string, string>;
  readonly page: PrintablePage;
  /** Without where it comes from. */
  readonly metadata: PdfMetadata;
}

/** What the labels of notes of a part begin with, so that no other part has the same. */
export function partPrefix(assessment: { readonly id: string }): string {
  return `${assessment.id}--`;
}

/** Joins memos built as parts (at least one); `leftOut` is how many could not be. */
export function buildPack(
  parts: readonly PackPart[],
  leftOut: number,
  form: LoadedForm,
  { paper }: Pick<BuildOptions, 'paper'>,
): Pack {
  const memos = parts.map(({ memo }) => memo);
  const view = viewPack(
    parts.map(({ compared }) => compared),
    memos.map((memo) => memo.view),
    leftOut,
  );
  const rendered = renderPack(
    view,
    form,
    memos.map((memo) => memo.rendered.markdown),
  );
  const { furniture, labels, title, front } = rendered;
  const page = toDocument(
    {
      markdown: front,
      figures: new Map(),
      language: view.language,
      direction: view.direction,
      title,
      paper,
      furniture: { marking: view.marking, ...furniture },
      labels,
      stylesheet: form.stylesheet,
    },
    parts.map(({ memo, form: own }) => ({
      markdown: memo.rendered.markdown,
      figures: memo.figures,
      language: memo.view.language,
      direction: memo.view.direction,
      labels: memo.rendered.labels,
      marking: memo.view.marking,
      foot: memo.rendered.furniture.foot,
      form: own.name,
      style: own.ownStyle,
    })),
  );
  const unique = (texts: readonly string[]) => [...new Set(texts)];
  const metadata = {
    title,
    authors: unique(memos.flatMap((memo) => memo.view.authors.map(({ name }) => name))),
    subject: memos.map((memo) => memo.view.title).join('; '),
    keywords: unique([...memos.flatMap((memo) => memo.view.keywords), view.marking]),
    language: view.language,
    date: view.asOf.latest ?? view.asOf.earliest ?? '1970-01-01',
    marking: view.marking,
  };
  return { view, rendered, figures: new Map(memos.flatMap((memo) => [...memo.figures])), page, metadata };
}
