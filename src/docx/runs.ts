import {
  BookmarkEnd,
  BookmarkStart,
  DeletedTextRun,
  EndnoteReferenceRun,
  FootnoteReferenceRun,
  ImageRun,
  InsertedTextRun,
  type IRunOptions,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx';
import { strToU8 } from 'fflate';
import { withBoundSpaces } from '../document/bound-spaces.ts';
import { fieldOf, insertedXml, linkTo } from './fields.ts';
import type { Change, FlowNote, FlowParagraph, Run } from './flow.ts';
import { JOINED_DASH, textOfRuns } from './flow.ts';
import { markingRun } from './furniture.ts';
import { piecesOf } from './scripts.ts';
import { factLabelStyle } from './styles.ts';
import type { WordInput, WordPicture } from './word-input.ts';

/** Twentieths of a point in a pixel of 1/96 inch. */
const PIXEL = 15;

/** Zero width space. */
const OPTIONAL_BREAK = '\u200b';

/**
 * A range of figures on one line. A word processor ends a line after an en dash; the joiner, which Word calls "no-width
 * non break", is drawn by no font, and is removed again when a document is read.
 */
function whole(text: string): string {
  return text.replace(/(?<=\d)–(?=\d)/g, JOINED_DASH);
}

/** Writes the content of a paragraph: texts by script, note references, links, pictures. */
export class RunWriter {
  readonly #input: WordInput;
  readonly #isRtl: boolean;
  readonly #notes: ReadonlyMap<string, FlowNote>;
  /** Bookmarks of headings, by anchor. */
  readonly #slugs: ReadonlyMap<string, string>;
  /** Labels of notes already referred to: further references are cross-references. */
  readonly #seen = new Set<string>();
  /** The pictures in the text, by the placeholder that the library was given. */
  readonly pictures = new Map<string, Uint8Array>();
  /** Placeholders by the text of a drawing, or the bytes of a picture. */
  readonly #standIns = new Map<string | Uint8Array, string>();
  #ids = 0;
  #pictures = 0;

  constructor(input: WordInput, slugs: ReadonlyMap<string, string>) {
    this.#input = input;
    this.#isRtl = input.direction === 'rtl';
    this.#notes = new Map(input.flow.notes.map((note) => [note.label, note]));
    this.#slugs = slugs;
  }

  runs(
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
          // In a narrow column, many note numbers may wrap.
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
    const text = run.code ? run.text : withBoundSpaces(run.text);
    if (!link || ('slug' in link && target === undefined)) return this.text(text, look, state);
    const words = this.text(text, { ...look, ...('address' in link && { style: 'Hyperlink' }) }, state);
    if (target !== undefined) return [linkTo({ 'w:anchor': target }, words)];
    // A field, not a relationship: so nothing in the package refers to the outside.
    const address = 'address' in link ? link.address.replace(/["\\]/g, encodeURIComponent) : '';
    return fieldOf(` HYPERLINK "${address}" `, words);
  }

  /** Text as runs, each in one script. */
  text(
    text: string,
    look: IRunOptions,
    state: Change | undefined,
    language = this.#input.language,
  ): ParagraphChild[] {
    return piecesOf(text, language, this.#isRtl).map((piece) =>
      this.#changedRun(
        {
          ...look,
          text: whole(piece.text),
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
    const made = { ...options, ...this.changed() };
    return (state === 'inserted'
      ? new InsertedTextRun(made)
      : new DeletedTextRun(made)) as unknown as TextRun;
  }

  changed() {
    const { author } = this.#input;
    return { id: this.nextId(), author: author?.name ?? '', date: author?.date ?? '1970-01-01T00:00:00Z' };
  }

  /** The first reference to a note contains it; later ones refer to the number of the first. */
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
    // In a note, references to other notes are written as numbers.
    if (isInNote && this.#seen.has(label)) {
      const field = fieldOf(` NOTEREF ${name} \\h `, [new TextRun({ text: String(number) })]);
      return state === 'inserted' ? [insertedXml(this.changed(), field)] : field;
    }
    if (!this.#seen.has(label)) {
      this.#seen.add(label);
      const id = this.nextId();
      const reference =
        this.#input.notes === 'endnotes' ? new EndnoteReferenceRun(number) : new FootnoteReferenceRun(number);
      return [
        new BookmarkStart(name, id) as unknown as ParagraphChild,
        state === 'inserted' ? insertedXml(this.changed(), [reference]) : reference,
        new BookmarkEnd(id) as unknown as ParagraphChild,
      ];
    }
    const shown = new TextRun({ text: String(number), style });
    const field = fieldOf(` NOTEREF ${name} \\f \\h `, [shown], style);
    return state === 'inserted' ? [insertedXml(this.changed(), field)] : field;
  }

  #picture({ path, alternative }: Extract<Run, { type: 'picture' }>, width: number): ParagraphChild[] {
    const picture = this.#input.pictures.get(path);
    if (!picture) return alternative === '' ? [] : this.text(alternative, {}, undefined);
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

  /** Unique ids for bookmarks and changes. */
  nextId(): number {
    this.#ids += 1;
    return this.#ids;
  }
}
