import { viewPack } from '../derive/comparison/pack.ts';
import { toDocument } from '../html/to-document.ts';
import { houseOf, type Memo } from '../memo/build-memo.ts';
import type { HouseStyle } from '../model/brand/house-style.ts';
import type { FigureFile, PrintablePage } from '../model/page.ts';
import type { PdfMetadata } from '../pdf/finish/document.ts';
import type { LoadedForm } from '../project/forms.ts';
import type { FiledSource } from '../project/provenance.ts';
import { type RenderedPack, renderPack } from '../render/render-pack.ts';
import type { BuildOptions } from './build-options.ts';

/** A memo of a pack: built as a part, in the form that its assessment names. */
export interface PackPart extends FiledSource {
  readonly memo: Memo;
}

/** Several memos in one document. */
export interface Pack {
  readonly view: Pick<ReturnType<typeof viewPack>, 'language' | 'direction' | 'marking' | 'look'>;
  readonly rendered: RenderedPack;
  /** Path relative to the Markdown, to a drawing or a picture. */
  readonly figures: ReadonlyMap<string, FigureFile>;
  /** Laid out on demand: Markdown does not need it. */
  readonly page: () => PrintablePage;
  /** Without where it comes from. */
  readonly metadata: PdfMetadata;
}

/** Prefix of a part's note labels, different for each part. */
export function partPrefix(assessment: { readonly id: string }): string {
  return `${assessment.id}--`;
}

/** Instead of covers, a pack has contents and a synthesis. */
function withoutCover(brand: HouseStyle): HouseStyle {
  return brand.opening === 'cover' ? { ...brand, opening: 'band' } : brand;
}

/** Joins memos built as parts (at least one); `leftOut` is how many could not be included. */
export function buildPack(
  parts: readonly PackPart[],
  leftOut: number,
  form: LoadedForm,
  { paper }: Pick<BuildOptions, 'paper'>,
): Pack {
  const memos = parts.map(({ memo }) => memo);
  const view = viewPack(
    parts.map(({ assessment, register }) => ({ assessment, register })),
    memos.map((memo) => memo.view),
    leftOut,
  );
  const rendered = renderPack(
    view,
    form,
    memos.map((memo) => memo.rendered.markdown),
  );
  const { furniture, labels, title, front } = rendered;
  const page = () =>
    toDocument(
      {
        markdown: front,
        figures: new Map(),
        language: view.language,
        direction: view.direction,
        title,
        paper,
        furniture: { look: view.look, ...furniture },
        labels,
        ...(form.brand && { house: houseOf(withoutCover(form.brand), rendered) }),
        stylesheet: form.stylesheet,
      },
      parts.map(({ memo, form: own }) => ({
        markdown: memo.rendered.markdown,
        figures: memo.figures,
        language: memo.view.language,
        direction: memo.view.direction,
        labels: memo.rendered.labels,
        look: memo.view.look,
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
