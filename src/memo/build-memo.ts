import { deriveMemo, type MemoView } from '../derive/memo-view.ts';
import type { Drawing, FigureKind } from '../figures/figure.ts';
import { prepareFigures, shippedFigures } from '../figures/make-figures.ts';
import type { PageHouse } from '../html/page.ts';
import { toEmail } from '../html/to-email.ts';
import { toPage } from '../html/to-page.ts';
import type { HouseStyle } from '../model/brand/house-style.ts';
import type { Assessment } from '../model/generated/types.ts';
import type { FigureFile, Paper, Picture, PrintablePage } from '../model/page.ts';
import type { PdfMetadata } from '../pdf/finish/document.ts';
import type { LoadedForm } from '../project/forms.ts';
import { type MemoSource, type Origin, pictureEnding } from '../project/provenance.ts';
import { type RenderedMemo, type RenderOptions, renderMemo } from '../render/render-memo.ts';
import { wordsFor } from '../render/wording/figure-words.ts';
import { editionChanges } from './edition-changes.ts';
import { historyFigure } from './history-figure.ts';

/** A call of a figure partial, with its key if that is a literal. */
const CALL = /\{\{~?#?>\s*figure(?:-table)?\s[^}]*?\bkey=(?:"([^"]*)"|'([^']*)'|\S)/g;

/** The figures that templates may use: all of them if a key is not a literal. */
export function figureKeysIn(
  templates: Iterable<string>,
  kinds: readonly FigureKind[] = shippedFigures,
): string[] {
  const named = new Set<string | undefined>();
  for (const text of templates) {
    for (const [, double, single] of text.matchAll(CALL)) named.add(double ?? single);
  }
  return kinds.map(({ key }) => key).filter((key) => named.has(key) || named.has(undefined));
}

/** A memo in Markdown, with its figures. */
export interface Memo {
  /** Name of its files, without extension. */
  readonly name: string;
  readonly view: MemoView;
  readonly rendered: RenderedMemo;
  /** Path relative to the Markdown, to a drawing or a picture. */
  readonly figures: ReadonlyMap<string, FigureFile>;
}

/** Options of rendering that do not depend on what the memo is made from. */
export type MemoVariant = Omit<RenderOptions, 'changes' | 'record'>;

/** Turns one loaded, validated and checked assessment into a memo: derive, compare, draw, render. */
export async function buildMemo(
  { assessment, register, form, previous, history, pictures, record }: MemoSource,
  variant: MemoVariant = {},
): Promise<Memo> {
  const view = { ...deriveMemo(assessment, register), printedForm: form.name };
  const changes = previous && editionChanges(previous.assessment, assessment, register, view);
  const wanted = figureKeysIn(form.templates.values(), form.figures);
  const words = wordsFor(view, form);
  const drawn = history ? await historyFigure(history, view, words) : new Map<string, Drawing>();
  const { extent = 'whole' } = variant;
  const name = outputName(assessment, form) + (extent === 'whole' ? '' : `.${extent}`);
  const figures = await prepareFigures(view, words, wanted, drawn, name, form.figures);
  const shown = new Map<string, Picture>();
  const pathOfPicture = (id: string) => {
    const picture = pictures?.get(id);
    const path = `figures/${name}/${id}${picture ? pictureEnding(picture) : '.png'}`;
    if (picture) shown.set(path, picture);
    return path;
  };
  const rendered = renderMemo(
    view,
    form,
    { get: (key) => figures.get(key), pathOfPicture },
    { ...variant, ...(changes && { changes }), ...(record && { record }) },
  );
  const drawings = figures.used().map(({ path, svg }) => [path, svg] as const);
  return { name, view, rendered, figures: new Map<string, FigureFile>([...drawings, ...shown]) };
}

/**
 * Name of an assessment's outputs: its id; in a form other than its own, id and form, so that one does not
 * overwrite the other. An id contains no full stop.
 */
export function outputName({ id, form }: Assessment, made: Pick<LoadedForm, 'name'>): string {
  return made.name === form ? id : `${id}.${made.name}`;
}

/** Whether a form has a separate annex: its template then asks whether it is wanted. */
export function hasAnnex({ templates }: Pick<LoadedForm, 'templates'>): boolean {
  return [...templates.values()].some((text) => text.includes('shows.annex'));
}

/** The memo's Markdown becomes a page. */
export function layOut({ view, rendered, figures }: Memo, form: LoadedForm, paper: Paper): PrintablePage {
  return toPage({
    markdown: rendered.markdown,
    figures,
    language: view.language,
    direction: view.direction,
    title: view.title,
    paper,
    furniture: { look: view.look, ...rendered.furniture },
    labels: rendered.labels,
    ...(form.brand && { house: houseOf(form.brand, rendered) }),
    stylesheet: form.stylesheet,
  });
}

/** The memo's Markdown becomes the body of an e-mail. */
export function mailOf({ view, rendered }: Memo, brand: HouseStyle | undefined): string {
  const name = rendered.house?.name;
  return toEmail({
    markdown: rendered.markdown,
    language: view.language,
    direction: view.direction,
    title: view.title,
    furniture: { look: view.look, ...rendered.furniture },
    labels: rendered.labels,
    ...(brand && { house: { ...(name !== undefined && { name }), colours: brand.colours } }),
  });
}

/** The house style of a memo's page. */
export function houseOf(
  { base, opening, logo }: HouseStyle,
  { house }: Pick<RenderedMemo, 'house'>,
): PageHouse {
  return { base, opening, ...(logo && { logo }), ...house };
}

/** Metadata of the PDF, without provenance. */
export type OwnMetadata = Omit<PdfMetadata, keyof Origin>;

/** Its dates are the memo's own, so that printing again gives the same bytes. */
export function metadataOf({ view }: Memo): OwnMetadata {
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
