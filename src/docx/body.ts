import {
  BookmarkEnd,
  BookmarkStart,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type FileChild,
  type ICommentOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { columnWidths, shownOf } from './columns.ts';
import { fieldChar, instruction, linkTo } from './fields.ts';
import type { Change, FlowBlock, FlowContents, FlowParagraph, FlowTable, Run } from './flow.ts';
import { listIndent, listReference } from './lists.ts';
import { RunWriter } from './runs.ts';
import { styleId, tableStyle } from './styles.ts';
import type { WordInput } from './word-input.ts';

/** Widths of the text in twentieths of a point, on a portrait and a landscape page. */
interface Widths {
  readonly upright: number;
  readonly across: number;
}

/** Writes the document's body and its notes. */
export class BodyWriter {
  readonly #input: WordInput;
  readonly #widths: Widths;
  readonly #isRtl: boolean;
  readonly #slugs = new Map<string, string>();
  readonly #write: RunWriter;

  constructor(input: WordInput, widths: Widths) {
    this.#input = input;
    this.#widths = widths;
    this.#isRtl = input.direction === 'rtl';
    for (const block of input.flow.blocks) {
      if (block.type === 'paragraph' && block.slug !== undefined && block.change !== 'deleted') {
        this.#slugs.set(block.slug, `_Toc${String(this.#slugs.size + 1).padStart(6, '0')}`);
      }
    }
    this.#write = new RunWriter(input, this.#slugs);
  }

  /** The pictures in the text, by the placeholder that the library was given. */
  get pictures(): ReadonlyMap<string, Uint8Array> {
    return this.#write.pictures;
  }

  /** The text in sections, divided where pages change orientation. */
  sections(): { readonly wide: boolean; readonly children: FileChild[] }[] {
    const sections: { wide: boolean; children: FileChild[] }[] = [];
    const blocks = [...this.#input.flow.blocks, ...this.#leftNotes()];
    for (const [at, block] of blocks.entries()) {
      const wide = isWide(block);
      const [before, after] = [blocks[at - 1], blocks[at + 1]];
      const children = this.#block(block, wide, {
        isAfterTable: before?.type === 'table' && isWide(before) === wide,
        isBeforeText: after !== undefined && after.type !== 'table' && isWide(after) === wide,
      });
      const last = sections.at(-1);
      if (last?.wide === wide) last.children.push(...children);
      else sections.push({ wide, children });
    }
    return sections.length > 0 ? sections : [{ wide: false, children: [new Paragraph({})] }];
  }

  /** The notes that the text refers to, by number. */
  notes(): Record<string, { readonly children: readonly Paragraph[] }> {
    const notes = this.#input.flow.notes.filter(({ isInText }) => isInText);
    return Object.fromEntries(
      notes.map(({ number, paragraphs }) => {
        const written = paragraphs.map((paragraph) => this.#paragraph(paragraph, {}));
        return [
          String(number),
          { children: written.length > 0 ? written : [new Paragraph({ style: styleId('footnote') })] },
        ];
      }),
    );
  }

  comments(): ICommentOptions[] {
    const { comments = [], author, language } = this.#input;
    return comments.map(({ text }, id) => ({
      id,
      author: author?.name ?? '',
      initials: initialsOf(author?.name ?? ''),
      date: new Date(author?.date ?? '1970-01-01T00:00:00Z'),
      children: text.split('\n').map(
        (line) =>
          new Paragraph({
            bidirectional: this.#isRtl,
            children: this.#write.text(line, {}, undefined, language),
          }),
      ),
    }));
  }

  /** Notes that only other notes refer to: Word has footnotes only for the text. */
  #leftNotes(): FlowBlock[] {
    const { flow, notes } = this.#input;
    const left = flow.notes.filter(({ isInText }) => !isInText);
    if (left.length === 0 && (notes === 'footnotes' || flow.notes.length === 0)) return [];
    const heading: FlowParagraph = {
      type: 'paragraph',
      style: 'frontHeading',
      runs: [{ type: 'text', text: this.#input.notesLabel }],
    };
    const numbered = left.flatMap(({ number, paragraphs }) =>
      paragraphs.map((paragraph, at): FlowParagraph => {
        const mark: Run[] =
          at === 0
            ? [
                { type: 'text', text: String(number), raised: true },
                { type: 'text', text: ' ' },
              ]
            : [];
        return { ...paragraph, runs: [...mark, ...paragraph.runs] };
      }),
    );
    return [heading, ...numbered];
  }

  #block(
    block: FlowBlock,
    wide: boolean,
    { isAfterTable, isBeforeText }: { readonly isAfterTable: boolean; readonly isBeforeText: boolean },
  ): FileChild[] {
    if (block.type === 'paragraph') return [this.#paragraph(block, { isAfterTable })];
    if (block.type === 'contents') return this.#contents(block);
    if (isBeforeText) return [this.#table(block, wide)];
    // Two tables without a paragraph between them would merge, and a page ends with a paragraph.
    return [
      this.#table(block, wide),
      new Paragraph({ spacing: { before: 0, after: 120, line: 120, lineRule: 'exact' } }),
    ];
  }

  #paragraph(
    paragraph: FlowParagraph,
    {
      width,
      change = paragraph.change,
      isAfterTable = false,
      keepNext = paragraph.keepNext,
    }: {
      readonly width?: number;
      readonly change?: Change | undefined;
      readonly isAfterTable?: boolean;
      readonly keepNext?: boolean | undefined;
    },
  ): Paragraph {
    const { style, list, slug } = paragraph;
    // A template's headings may not set this themselves.
    const isKept = keepNext === true || /^(?:heading|frontHeading)/.test(style);
    const content = this.#write.runs(
      paragraph,
      { width: width ?? this.#widths[paragraph.wide ? 'across' : 'upright'], isCell: width !== undefined },
      change,
    );
    const names = [
      ...(slug === undefined ? [] : [this.#slugs.get(slug) ?? []].flat()),
      ...(this.#input.anchors.get(paragraph) ?? []),
    ];
    const ids = names.map((name) => ({ name, id: this.#write.nextId() }));
    const comment = (this.#input.comments ?? []).findIndex((one) => one.paragraph === paragraph);
    return new Paragraph({
      style: styleId(style),
      bidirectional: this.#isRtl && style !== 'marking', // at the right of the page in both directions
      ...(isKept && { keepNext: true }),
      ...(paragraph.newPage && { pageBreakBefore: true }),
      // Text below a table needs the space that headings and captions have of their own.
      ...(isAfterTable && /^(?:body|list)/.test(style) && { spacing: { before: 120 } }),
      ...(list?.mark && {
        numbering: {
          reference: listReference(list),
          level: Math.min(list.level, 8),
          instance: list.id,
          custom: true,
        },
      }),
      ...(list && !list.mark && { indent: { start: listIndent(list.level) } }),
      ...(change && { run: { [change === 'inserted' ? 'insertion' : 'deletion']: this.#write.changed() } }),
      children: [
        ...ids.map(({ name, id }) => new BookmarkStart(name, id) as unknown as ParagraphChild),
        ...(comment < 0 ? [] : [new CommentRangeStart(comment)]),
        ...content,
        ...(comment < 0
          ? []
          : [new CommentRangeEnd(comment), new TextRun({ children: [new CommentReference(comment)] })]),
        ...ids.map(({ id }) => new BookmarkEnd(id) as unknown as ParagraphChild),
      ],
    });
  }

  #table({ columns, rows }: FlowTable, wide: boolean): Table {
    const whole = this.#widths[wide ? 'across' : 'upright'];
    const widths = columnWidths(
      rows.map(({ cells }) => cells.map(({ runs }) => shownOf(runs))),
      columns.length,
      whole,
    );
    return new Table({
      style: tableStyle,
      width: { size: whole, type: 'dxa' },
      columnWidths: widths,
      layout: 'fixed',
      visuallyRightToLeft: this.#isRtl,
      tableLook: {
        firstRow: true,
        firstColumn: false,
        lastRow: false,
        lastColumn: false,
        noHBand: true,
        noVBand: true,
      },
      rows: rows.map(
        ({ cells, change }, row) =>
          new TableRow({
            tableHeader: row === 0,
            cantSplit: true,
            ...(change && { [change === 'inserted' ? 'insertion' : 'deletion']: this.#write.changed() }),
            children: cells.map((cell, column) => {
              const width = widths[column] ?? 0;
              return new TableCell({
                width: { size: width, type: 'dxa' },
                children: [
                  this.#paragraph(cell, {
                    width: width - 160,
                    change: change ?? cell.change,
                    keepNext: staysWithNext(row, rows.length),
                  }),
                ],
              });
            }),
          }),
      ),
    });
  }

  /** A contents list as a field that a word processor updates; its entries link to their headings. */
  #contents({ entries }: FlowContents): FileChild[] {
    const deepest = Math.max(1, ...entries.map(({ level }) => level));
    const start: ParagraphChild[] = [
      fieldChar('begin'),
      instruction(` TOC \\o "1-${deepest}" \\h \\z \\u `),
      fieldChar('separate'),
    ];
    return entries.map(({ words, slug, level }, at) => {
      const target = this.#slugs.get(slug);
      const text = this.#write.text(words, {}, undefined);
      return new Paragraph({
        style: styleId(level > 1 ? 'contents2' : 'contents'),
        bidirectional: this.#isRtl,
        tabStops: [{ type: this.#isRtl ? 'end' : 'right', position: this.#widths.upright, leader: 'dot' }],
        children: [
          ...(at === 0 ? start : []),
          ...(target === undefined ? text : [linkTo({ 'w:anchor': target, 'w:history': 1 }, text)]),
          ...(at === entries.length - 1 ? [fieldChar('end')] : []),
        ],
      });
    });
  }
}

/** Whether a row stays with the next one: the first below the head, and the last but one, so that no row is alone on a page. */
function staysWithNext(row: number, count: number): boolean {
  return count > 2 && (row === 1 || row === count - 2) && row < count - 1;
}

function isWide(block: FlowBlock): boolean {
  return block.type !== 'contents' && block.wide === true;
}

function initialsOf(name: string): string {
  return (name.match(/\p{L}+/gu) ?? [])
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 3);
}
