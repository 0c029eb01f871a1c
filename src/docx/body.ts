import {
  BookmarkEnd,
  BookmarkStart,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  EndnoteReferenceRun,
  type FileChild,
  FootnoteReferenceRun,
  type ICommentOptions,
  ImageRun,
  InsertedTextRun,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type XmlComponent,
} from 'docx';
import { strToU8 } from 'fflate';
import { columnWidths } from './columns.ts';
import type { Change, FlowBlock, FlowContents, FlowNote, FlowParagraph, FlowTable, Run } from './flow.ts';
import { textOfRuns } from './flow.ts';
import { markingRun } from './furniture.ts';
import { listIndent, listReference } from './lists.ts';
import { piecesOf } from './scripts.ts';
import { factLabelStyle, styleId, tableStyle } from './styles.ts';
import type { WordInput, WordPicture } from './word-input.ts';
import { Xml } from './xml.ts';

/** Widths of the text in twentieths of a point, on a page upright and across. */
interface Widths {
  readonly upright: number;
  readonly across: number;
}

/** Twentieths of a point in a pixel of 1/96 inch. */
const PIXEL = 15;

/** Writes what stands between the first page's top and the last page's bottom, and the notes. */
export class BodyWriter {
  readonly #input: WordInput;
  readonly #widths: Widths;
  readonly #isRtl: boolean;
  readonly #notes: ReadonlyMap<string, FlowNote>;
  /** Labels of notes that have been referred to, so that the next reference is a cross-reference. */
  readonly #seen = new Set<string>();
  readonly #slugs = new Map<string, string>();
  /** The pictures in the text, by what the library is given in their stead. */
  readonly pictures = new Map<string, Uint8Array>();
  /** By the text of a drawing, or the bytes of a picture. */
  readonly #standIns = new Map<string | Uint8Array, string>();
  #ids = 0;
  #pictures = 0;

  constructor(input: WordInput, widths: Widths) {
    this.#input = input;
    this.#widths = widths;
    this.#isRtl = input.direction === 'rtl';
    this.#notes = new Map(input.flow.notes.map((note) => [note.label, note]));
    for (const block of input.flow.blocks) {
      if (block.type === 'paragraph' && block.slug !== undefined && block.change !== 'deleted') {
        this.#slugs.set(block.slug, `_Toc${String(this.#slugs.size + 1).padStart(6, '0')}`);
      }
    }
  }

  /** The text, divided where pages turn across and back. */
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

  /** What the text refers to, by number. */
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
            children: this.#text(line, {}, undefined, language),
          }),
      ),
    }));
  }

  /** Notes that only other notes refer to: Word has footnotes of the text alone. */
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
    // Two tables without a paragraph between them would become one, and a page ends with a paragraph.
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
    }: { readonly width?: number; readonly change?: Change | undefined; readonly isAfterTable?: boolean },
  ): Paragraph {
    const { style, list, slug } = paragraph;
    // A template's headings may not say so themselves.
    const keepNext = paragraph.keepNext === true || /^(?:heading|frontHeading)/.test(style);
    const content = this.#runs(
      paragraph,
      { width: width ?? this.#widths[paragraph.wide ? 'across' : 'upright'], isCell: width !== undefined },
      change,
    );
    const names = [
      ...(slug === undefined ? [] : [this.#slugs.get(slug) ?? []].flat()),
      ...(this.#input.anchors.get(paragraph) ?? []),
    ];
    const ids = names.map((name) => ({ name, id: this.#nextId() }));
    const comment = (this.#input.comments ?? []).findIndex((one) => one.paragraph === paragraph);
    return new Paragraph({
      style: styleId(style),
      bidirectional: this.#isRtl && style !== 'marking', // at the right of the page in every direction
      ...(keepNext && { keepNext }),
      // Below a table a text needs the room that headings and captions have of themselves.
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
      ...(change && { run: { [change === 'inserted' ? 'insertion' : 'deletion']: this.#changed() } }),
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

  #runs(
    { runs, style }: FlowParagraph,
    { width, isCell }: { readonly width: number; readonly isCell: boolean },
    change: Change | undefined,
  ): ParagraphChild[] {
    if (style === 'marking' && textOfRuns(runs) === this.#input.furniture.look.text) {
      return [markingRun(this.#input.furniture)];
    }
    return runs.flatMap((run): ParagraphChild[] => {
      const state = ('change' in run ? run.change : undefined) ?? change;
      switch (run.type) {
        case 'text':
          // Many numbers of notes in a narrow column may stand on several lines.
          return this.#textRun(
            isCell && run.raised ? { ...run, text: `${run.text}${OPTIONAL_BREAK}` } : run,
            state,
          );
        case 'tab':
          return [this.#changedRun({ children: [new Tab()] }, state)];
        case 'break':
          return [this.#changedRun({ break: 1 }, state)];
        case 'note':
          return this.#reference(run, state, style === 'footnote');
        default:
          return state === 'deleted' ? [] : this.#picture(run, width);
      }
    });
  }

  #textRun(run: Extract<Run, { type: 'text' }>, state: Change | undefined): ParagraphChild[] {
    const look: IRunOptions = {
      ...(run.bold && { bold: true, boldComplexScript: true }),
      ...(run.italic && { italics: true, italicsComplexScript: true }),
      ...(run.struck && { strike: true }),
      ...(run.code && { font: { ascii: 'Consolas', hAnsi: 'Consolas', cs: 'Courier New' } }),
      ...(run.raised && { superScript: true }),
      ...(run.label && { style: factLabelStyle }),
    };
    const { link } = run;
    const target = link && 'slug' in link ? this.#slugs.get(link.slug) : undefined;
    if (!link || ('slug' in link && target === undefined)) return this.#text(run.text, look, state);
    const words = this.#text(run.text, { ...look, ...('address' in link && { style: 'Hyperlink' }) }, state);
    if (target !== undefined) return [linkTo({ 'w:anchor': target }, words)];
    // A field, not a relationship: nothing in the package then points out of it.
    const address = 'address' in link ? link.address.replace(/["\\]/g, encodeURIComponent) : '';
    return fieldOf(` HYPERLINK "${address}" `, words);
  }

  /** Text as runs, each in one script. */
  #text(
    text: string,
    look: IRunOptions,
    state: Change | undefined,
    language = this.#input.language,
  ): ParagraphChild[] {
    return piecesOf(text, language, this.#isRtl).map((piece) =>
      this.#changedRun(
        {
          ...look,
          text: piece.text,
          ...(piece.isRtl && { rightToLeft: true }),
          ...(piece.language !== language && {
            language: piece.isRtl ? { bidirectional: piece.language } : { value: piece.language },
          }),
        },
        state,
      ),
    );
  }

  #changedRun(options: IRunOptions, state: Change | undefined): TextRun {
    if (state === undefined) return new TextRun(options);
    const made = { ...options, ...this.#changed() };
    return (state === 'inserted'
      ? new InsertedTextRun(made)
      : new DeletedTextRun(made)) as unknown as TextRun;
  }

  #changed() {
    const { author } = this.#input;
    return { id: this.#nextId(), author: author?.name ?? '', date: author?.date ?? '1970-01-01T00:00:00Z' };
  }

  /** The first reference to a note carries it; each later one refers to the number of that first. */
  #reference(
    { label, number }: Extract<Run, { type: 'note' }>,
    state: Change | undefined,
    isInNote: boolean,
  ): ParagraphChild[] {
    const note = this.#notes.get(label);
    const style = this.#input.notes === 'endnotes' ? 'EndnoteReference' : 'FootnoteReference';
    if (state === 'deleted' || !note?.isInText) {
      return [this.#changedRun({ text: String(number), superScript: true }, state)];
    }
    const name = `_Note${number}`;
    // A note that refers to others says their numbers as words of it.
    if (isInNote && this.#seen.has(label)) {
      const field = fieldOf(` NOTEREF ${name} \\h `, [new TextRun({ text: String(number) })]);
      return state === 'inserted' ? [insertedXml(this.#changed(), field)] : field;
    }
    if (!this.#seen.has(label)) {
      this.#seen.add(label);
      const id = this.#nextId();
      const reference =
        this.#input.notes === 'endnotes' ? new EndnoteReferenceRun(number) : new FootnoteReferenceRun(number);
      return [
        new BookmarkStart(name, id) as unknown as ParagraphChild,
        state === 'inserted' ? insertedXml(this.#changed(), [reference]) : reference,
        new BookmarkEnd(id) as unknown as ParagraphChild,
      ];
    }
    const shown = new TextRun({ text: String(number), style });
    const field = fieldOf(` NOTEREF ${name} \\f \\h `, [shown], style);
    return state === 'inserted' ? [insertedXml(this.#changed(), field)] : field;
  }

  #picture({ path, alternative }: Extract<Run, { type: 'picture' }>, width: number): ParagraphChild[] {
    const picture = this.#input.pictures.get(path);
    if (!picture) return alternative === '' ? [] : this.#text(alternative, {}, undefined);
    const scale = Math.min(1, width / PIXEL / picture.width);
    const transformation = { width: picture.width * scale, height: picture.height * scale };
    this.#pictures += 1;
    const standIn = this.#standInFor(picture);
    return [
      new ImageRun({
        ...(picture.svg === undefined
          ? { type: picture.type, data: Buffer.from(`${standIn}.${picture.type}`) }
          : {
              type: 'svg',
              data: Buffer.from(`${standIn}.svg`),
              fallback: { type: picture.type, data: Buffer.from(`${standIn}.${picture.type}`) },
            }),
        transformation: {
          width: Math.round(transformation.width),
          height: Math.round(transformation.height),
        },
        altText: {
          id: String(this.#pictures),
          name: alternative === '' ? `decorative ${this.#pictures}` : `figure ${this.#pictures}`,
          ...(alternative !== '' && { description: alternative }),
        },
      }),
    ];
  }

  #standInFor(picture: WordPicture): string {
    const { svg, bytes, type } = picture;
    const key = svg ?? bytes;
    const known = this.#standIns.get(key);
    if (known !== undefined) return known;
    const name = `picture ${this.#standIns.size + 1}`;
    this.#standIns.set(key, name);
    if (svg !== undefined) this.pictures.set(`${name}.svg`, strToU8(svg));
    this.pictures.set(`${name}.${type}`, bytes);
    return name;
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
            ...(change && { [change === 'inserted' ? 'insertion' : 'deletion']: this.#changed() }),
            children: cells.map((cell, column) => {
              const width = widths[column] ?? 0;
              return new TableCell({
                width: { size: width, type: 'dxa' },
                children: [this.#paragraph(cell, { width: width - 160, change: change ?? cell.change })],
              });
            }),
          }),
      ),
    });
  }

  /** Contents as a field that a word processor renews; its entries lead to their headings. */
  #contents({ entries }: FlowContents): FileChild[] {
    const deepest = Math.max(1, ...entries.map(({ level }) => level));
    const start: ParagraphChild[] = [
      fieldChar('begin'),
      instruction(` TOC \\o "1-${deepest}" \\h \\z \\u `),
      fieldChar('separate'),
    ];
    return entries.map(({ words, slug, level }, at) => {
      const target = this.#slugs.get(slug);
      const text = this.#text(words, {}, undefined);
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

  #nextId(): number {
    this.#ids += 1;
    return this.#ids;
  }
}

function isWide(block: FlowBlock): boolean {
  return block.type !== 'contents' && block.wide === true;
}

/** Zero width space. */
const OPTIONAL_BREAK = '\u200b';

/** Note numbers that are measured as part of the word they stand at; more of them go on to another line. */
const MEASURED_NOTES = 4;

/** The words of a cell as their width is measured: behind a word, its first note numbers, which are set smaller. */
function shownOf(runs: readonly Run[]): string {
  let notes = 0;
  const shown = runs.flatMap((run): Run[] => {
    if (run.type !== 'note') {
      if (!('raised' in run && run.raised)) notes = 0;
      return [run];
    }
    notes += 1;
    const room = '0'.repeat(Math.ceil((String(run.number).length + 1) * 0.6));
    return notes > MEASURED_NOTES ? [] : [{ type: 'text', text: room }];
  });
  return textOfRuns(shown);
}

function attributesOf({
  id,
  author,
  date,
}: {
  readonly id: number;
  readonly author: string;
  readonly date: string;
}) {
  return { 'w:id': id, 'w:author': author, 'w:date': date };
}

/** What was inserted and is no text, so that the library has no class for it. */
function insertedXml(
  changed: Parameters<typeof attributesOf>[0],
  content: readonly ParagraphChild[],
): ParagraphChild {
  return new Xml('w:ins', attributesOf(changed), content as readonly XmlComponent[]) as ParagraphChild;
}

function linkTo(
  attributes: Readonly<Record<string, string | number>>,
  words: readonly ParagraphChild[],
): ParagraphChild {
  return new Xml('w:hyperlink', attributes, words as readonly XmlComponent[]) as ParagraphChild;
}

/** A field that a word processor renews, with what it shows until then. */
function fieldOf(code: string, shown: readonly ParagraphChild[], style?: string): ParagraphChild[] {
  return [
    fieldChar('begin', style),
    instruction(code, style),
    fieldChar('separate', style),
    ...shown,
    fieldChar('end', style),
  ];
}

function fieldChar(type: 'begin' | 'separate' | 'end', style?: string): TextRun {
  return bareRun(new Xml('w:fldChar', { 'w:fldCharType': type }), style);
}

function instruction(code: string, style?: string): TextRun {
  return bareRun(new Xml('w:instrText', { 'xml:space': 'preserve' }, [code]), style);
}

function bareRun(content: Xml, style: string | undefined): TextRun {
  const look = style === undefined ? [] : [new Xml('w:rPr', {}, [new Xml('w:rStyle', { 'w:val': style })])];
  return new Xml('w:r', {}, [...look, content]) as unknown as TextRun;
}

function initialsOf(name: string): string {
  return (name.match(/\p{L}+/gu) ?? [])
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 3);
}
