import { proseFieldsOf } from '../check/prose-fields.ts';
import { readDocument } from '../document/read-document.ts';
import { type Anchor, anchorsOf, type WordField, type WordTerm } from '../docx/anchors.ts';
import type { Flow, FlowParagraph } from '../docx/flow.ts';
import type { WordHouse } from '../docx/house.ts';
import { picturesOf } from '../docx/rasterise.ts';
import { toFlow } from '../docx/to-flow.ts';
import type { WordInput } from '../docx/word-input.ts';
import { writeDocx } from '../docx/write-docx.ts';
import type { HouseStyle, Logo } from '../model/brand/house-style.ts';
import type { Assessment } from '../model/generated/types.ts';
import type { Paper } from '../model/page.ts';
import { type PointerPart, toPointer } from '../model/pointer.ts';
import { plainFonts } from '../pdf/fonts/fonts.ts';
import type { WordFormSettings } from '../project/config/word-settings.ts';
import type { LoadedForm } from '../project/forms.ts';
import type { MemoSource, WordOrigin } from '../project/provenance.ts';
import type { RenderedMemo } from '../render/render-memo.ts';
import { wordsFor } from '../render/wording/figure-words.ts';
import { type Memo, metadataOf, type OwnMetadata } from './build-memo.ts';

/** Names of the custom properties that identify a returned document. */
export const wordProperties = {
  assessment: 'threat-memo.assessment',
  edition: 'threat-memo.edition',
  form: 'threat-memo.form',
  release: 'threat-memo.release',
  /** The meaning of the bookmarks `tm1`, `tm2` …: one pointer on each line. */
  pointers: 'threat-memo.pointers',
} as const;

/** A memo as a Word document: from the same Markdown as its page. */
export async function wordOf(
  memo: Memo,
  { assessment, form, looks = {} }: Pick<MemoSource, 'assessment' | 'form' | 'looks'>,
  paper: Paper,
  origin: WordOrigin,
): Promise<Uint8Array> {
  const { flow, anchors } = wordFlowOf(memo, assessment, form);
  const bookmarks = new Map<FlowParagraph, string[]>();
  for (const { name, paragraph } of anchors) {
    bookmarks.set(paragraph, [...(bookmarks.get(paragraph) ?? []), name]);
  }
  return writeDocx({
    ...(await wordPartsOf({ ...memo, metadata: metadataOf(memo) }, paper, looks, form.brand)),
    flow,
    anchors: bookmarks,
    custom: {
      [wordProperties.assessment]: assessment.id,
      [wordProperties.edition]: origin.edition,
      [wordProperties.form]: form.name,
      ...(origin.release && { [wordProperties.release]: origin.release }),
      [wordProperties.pointers]: anchors.map(({ pointer }) => pointer).join('\n'),
    },
  });
}

/** What a Word document is made from besides its text. */
interface WordSource {
  readonly view: Pick<Memo['view'], 'language' | 'direction' | 'look'>;
  readonly rendered: Pick<RenderedMemo, 'markdown' | 'furniture' | 'labels' | 'house'>;
  readonly figures: Memo['figures'];
  readonly metadata: Pick<OwnMetadata, 'title' | 'authors' | 'subject' | 'keywords' | 'date'>;
}

/** The parts of a memo's Word document besides its text. */
export async function wordPartsOf(
  { view, rendered, figures, metadata }: WordSource,
  paper: Paper,
  looks: WordFormSettings,
  brand?: HouseStyle,
): Promise<Omit<WordInput, 'flow' | 'anchors' | 'custom'>> {
  const { date, title, authors, subject, keywords } = metadata;
  return {
    pictures: await picturesOf(figures, plainFonts),
    language: view.language,
    direction: view.direction,
    paper,
    furniture: {
      look: view.look,
      ...rendered.furniture,
      ...(brand && !looks.template && { house: await wordHouseOf(brand, rendered) }),
      isMarkedInText: rendered.markdown.includes('<!-- role: marking -->'),
    },
    properties: { title, authors, keywords, date, ...(subject !== undefined && { subject }) },
    notes: looks.notes ?? 'footnotes',
    ...(looks.template && { template: looks.template }),
    notesLabel: rendered.labels.notes,
  };
}

/** The house style of the document, with its logo as pixels. */
async function wordHouseOf(
  { colours, families, logo }: HouseStyle,
  { house }: Pick<RenderedMemo, 'house'>,
): Promise<WordHouse> {
  const drawn = logo && (await pointsOf(logo));
  return { colours, families, ...house, ...(drawn && { logo: drawn }) };
}

async function pointsOf({ mediaType, base64, width, height }: Logo): Promise<WordHouse['logo']> {
  const bytes = Buffer.from(base64, 'base64');
  if (mediaType === 'image/png') return { png: bytes, width, height };
  const [picture] = (await picturesOf(new Map([['logo', bytes.toString('utf8')]]), () => [])).values();
  return picture && { png: picture.bytes, width: picture.width, height: picture.height };
}

/** Several memos in one Word document, which cannot be imported back: its memos can, one by one. */
export async function packWordOf(
  source: WordSource,
  paper: Paper,
  looks: WordFormSettings,
  brand?: HouseStyle,
): Promise<Uint8Array> {
  const { rendered, figures } = source;
  const document = readDocument(rendered.markdown, { isFigure: (path) => figures.has(path) });
  const flow = toFlow(document, { isPack: true });
  return writeDocx({
    ...(await wordPartsOf(source, paper, looks, brand)),
    flow,
    anchors: new Map(),
    custom: {},
  });
}

/** The text of a memo as in Word, and the place of each field of the assessment in it. */
export function wordFlowOf(
  { view, rendered, figures }: Memo,
  assessment: Assessment,
  form: LoadedForm,
): { readonly flow: Flow; readonly anchors: readonly Anchor[] } {
  const flow = toFlow(readDocument(rendered.markdown, { isFigure: (path) => figures.has(path) }));
  const fields = proseFieldsOf(assessment).map(
    ({ parts, text }): WordField => ({ pointer: toPointer(withIds(parts, assessment)), text }),
  );
  const words = wordsFor(view, form);
  const terms = view.judgments.all.flatMap(({ id, likelihood, confidence }): WordTerm[] => {
    const pointer = `/judgments/${id}`;
    const of = `${pointer}/statement`;
    return [
      ...(likelihood?.term === undefined
        ? []
        : [{ pointer: `${pointer}/likelihood`, phrase: words.term(likelihood), of }]),
      ...(confidence
        ? [
            {
              pointer: `${pointer}/confidence/level`,
              phrase: words.label('confidence', confidence.level),
              of,
            },
          ]
        : []),
    ];
  });
  return { flow, anchors: anchorsOf(flow, fields, terms) };
}

/** A path with ids in place of list indexes, so that it stays valid when a list is reordered. */
export function withIds(parts: readonly PointerPart[], assessment: unknown): PointerPart[] {
  let value: unknown = assessment;
  return parts.map((part) => {
    value = (value as Readonly<Record<PointerPart, unknown>> | undefined)?.[part];
    const id =
      typeof part === 'number' && typeof value === 'object' && value !== null && 'id' in value
        ? value.id
        : undefined;
    return typeof id === 'string' ? id : part;
  });
}
