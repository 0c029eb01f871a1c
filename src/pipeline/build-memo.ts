import { deriveMemo, type MemoView } from '../derive/memo-view.ts';
import { makeFigures } from '../figures/make-figures.ts';
import { type PrintablePage, toPage } from '../html/to-page.ts';
import type { Assessment, Register } from '../model/generated/types.ts';
import type { PdfMetadata } from '../pdf/document.ts';
import { renderMemo } from '../render/render-memo.ts';
import type { Paper } from './build.ts';
import type { LoadedForm } from './forms.ts';

/** A memo up to the moment before it is printed. */
export interface Memo {
  readonly id: string;
  readonly markdown: string;
  /** Path beside the Markdown to SVG text. */
  readonly figures: ReadonlyMap<string, string>;
  readonly page: PrintablePage;
  readonly metadata: PdfMetadata;
}

/** One assessment, loaded, validated and checked, becomes a memo: derive, draw, render, lay out. */
export function buildMemo(assessment: Assessment, register: Register, form: LoadedForm, paper: Paper): Memo {
  const view = deriveMemo(assessment, register);
  const drawn = makeFigures(view);
  const rendered = renderMemo(view, form, new Map(drawn.map(({ key, path }) => [key, path])));
  const figures = new Map(drawn.map(({ path, svg }) => [path, svg]));
  const page = toPage({
    markdown: rendered.markdown,
    figures,
    language: view.language,
    direction: view.direction,
    title: view.title,
    paper,
    furniture: { marking: view.marking, ...rendered.furniture },
    labels: rendered.labels,
    stylesheet: form.stylesheet,
  });
  return { id: view.id, markdown: rendered.markdown, figures, page, metadata: metadataOf(view) };
}

/** What the PDF says of itself. Its dates are the memo's own, so that printing again gives the same bytes. */
function metadataOf(view: MemoView): PdfMetadata {
  const subject = view.subtitle ?? view.question;
  const date = view.published ?? view.asOf;
  return {
    title: view.title,
    authors: view.authors.map((author) => author.name),
    ...(subject !== undefined && { subject }),
    keywords: [...view.keywords, view.marking],
    language: view.language,
    date: date.earliest ?? date.latest ?? '1970-01-01',
    marking: view.marking,
  };
}
