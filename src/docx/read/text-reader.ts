import { SaxesParser } from 'saxes';
import { JOINED_DASH } from '../flow.ts';

/** Author and time of a tracked change. */
export interface Tracked {
  readonly kind: 'inserted' | 'deleted';
  readonly author: string;
  /** ISO 8601, as the word processor wrote it; may be empty. */
  readonly date: string;
}

export interface ReturnedPiece {
  readonly text: string;
  readonly tracked?: Tracked;
}

/** A paragraph of a returned document: of the text, a table cell or a note. */
export interface ReturnedParagraph {
  readonly bookmarks: readonly string[];
  readonly pieces: readonly ReturnedPiece[];
  /** Ids of comments on it. */
  readonly comments: readonly string[];
  readonly style: string;
  /** Whether its end, and so the paragraph, was inserted or deleted with tracking. */
  readonly mark?: Tracked;
}

/** A time as the word processor wrote it; empty if it is not one. */
export function timeOf(value: string | undefined): string {
  return value !== undefined && /^\d{4}-(?!00)\d{2}-\d{2}T/.test(value) ? value : '';
}

export class Malformed extends Error {}

/** Deepest nesting of elements; documents have some thirty levels. */
const MAX_DEPTH = 256;

export type Attributes = ReadonlyMap<string, string>;

interface Handlers {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

export function parse(xml: string, handlers: Handlers): void {
  const parser = new SaxesParser({ xmlns: false, fragment: false });
  let depth = 0;
  const fail = (message: string) => {
    throw new Malformed(message);
  };
  parser.on('error', () => fail('its XML is not well formed.'));
  parser.on('doctype', () => fail('it declares a document type.'));
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > MAX_DEPTH) fail('its elements are nested too deep.');
    handlers.open(name, new Map(Object.entries(attributes)));
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handlers.close(name);
  });
  parser.on('text', (text) => handlers.text(text));
  parser.write(xml).close();
}

interface OpenParagraph {
  bookmarks: string[];
  pieces: { text: string; tracked?: Tracked }[];
  comments: string[];
  style: string;
  mark?: Tracked;
}

const CHANGES: ReadonlyMap<string, Tracked['kind']> = new Map([
  ['w:ins', 'inserted'],
  ['w:moveTo', 'inserted'],
  ['w:del', 'deleted'],
  ['w:moveFrom', 'deleted'],
]);

/** Collects the paragraphs of a text from its elements. */
export class TextReader implements Handlers {
  readonly paragraphs: ReturnedParagraph[] = [];
  readonly quoted: Map<string, string>;
  readonly #open: OpenParagraph[] = [];
  readonly #changes: Tracked[] = [];
  readonly #path: string[] = [];
  readonly #comments = new Set<string>();
  /** Bookmarks between paragraphs, which belong to the next one. */
  #waiting: string[] = [];
  /** For each open field: whether its result is being read, and whether it is a cross-reference to a note. */
  readonly #fields: { code: string; isResult: boolean }[] = [];
  #row: Tracked | undefined;
  #isRaised = false;
  #takes = false;

  constructor(quoted: Map<string, string> = new Map()) {
    this.quoted = quoted;
  }

  open(name: string, attributes: Attributes): void {
    const parent = this.#path.at(-1);
    this.#path.push(name);
    const paragraph = this.#open.at(-1);
    const kind = CHANGES.get(name);
    if (kind !== undefined) {
      const tracked = {
        kind,
        author: attributes.get('w:author') ?? '',
        date: timeOf(attributes.get('w:date')),
      };
      if (parent === 'w:trPr') this.#row = tracked;
      else if (parent === 'w:rPr' && this.#path.at(-3) === 'w:pPr') {
        if (paragraph) paragraph.mark = tracked;
      } else if (parent !== 'w:rPr') this.#changes.push(tracked);
      return;
    }
    switch (name) {
      case 'w:p':
        this.#open.push({ bookmarks: this.#waiting, pieces: [], comments: [...this.#comments], style: '' });
        this.#waiting = [];
        break;
      case 'w:pStyle':
        if (paragraph) paragraph.style = attributes.get('w:val') ?? '';
        break;
      case 'w:bookmarkStart': {
        const bookmark = attributes.get('w:name') ?? '';
        if (paragraph) paragraph.bookmarks.push(bookmark);
        else this.#waiting.push(bookmark);
        break;
      }
      case 'w:commentRangeStart':
        this.#comments.add(attributes.get('w:id') ?? '');
        if (paragraph) paragraph.comments.push(attributes.get('w:id') ?? '');
        break;
      case 'w:commentRangeEnd':
        this.#comments.delete(attributes.get('w:id') ?? '');
        break;
      case 'w:commentReference': {
        const id = attributes.get('w:id') ?? '';
        if (paragraph && !paragraph.comments.includes(id)) paragraph.comments.push(id);
        break;
      }
      case 'w:r':
        this.#isRaised = false;
        break;
      case 'w:vertAlign':
        if (parent === 'w:rPr') this.#isRaised = attributes.get('w:val') === 'superscript';
        break;
      case 'w:fldChar': {
        const type = attributes.get('w:fldCharType');
        if (type === 'begin') this.#fields.push({ code: '', isResult: false });
        else if (type === 'separate') {
          const field = this.#fields.at(-1);
          if (field) field.isResult = true;
        } else this.#fields.pop();
        break;
      }
      case 'w:fldSimple':
        this.#fields.push({ code: attributes.get('w:instr') ?? '', isResult: true });
        break;
      case 'w:tab':
        if (parent === 'w:r') this.#add('\t');
        break;
      case 'w:br':
      case 'w:cr':
        if (parent === 'w:r') this.#add('\n');
        break;
      case 'w:noBreakHyphen':
        this.#add('\u2011');
        break;
      case 'w:t':
      case 'w:delText':
      case 'w:instrText':
        this.#takes = true;
        break;
    }
  }

  close(name: string): void {
    this.#path.pop();
    if (CHANGES.has(name)) {
      const parent = this.#path.at(-1);
      if (parent !== 'w:rPr' && parent !== 'w:trPr') this.#changes.pop();
      return;
    }
    switch (name) {
      case 'w:p': {
        const done = this.#open.pop();
        if (done) {
          const mark = done.mark ?? this.#row;
          this.paragraphs.push({ ...done, pieces: joined(done.pieces), ...(mark && { mark }) });
        }
        break;
      }
      case 'w:tr':
        this.#row = undefined;
        break;
      case 'w:fldSimple':
        this.#fields.pop();
        break;
      case 'w:t':
      case 'w:delText':
      case 'w:instrText':
        this.#takes = false;
        break;
    }
  }

  text(text: string): void {
    if (!this.#takes) return;
    const field = this.#fields.at(-1);
    if (this.#path.at(-1) === 'w:instrText') {
      if (field) field.code += text;
    } else this.#add(text);
  }

  #add(text: string): void {
    const paragraph = this.#open.at(-1);
    if (!paragraph || this.#isRaised) return;
    if (this.#fields.some(({ code, isResult }) => !isResult || /^\s*(?:NOTEREF|PAGEREF)\b/.test(code)))
      return;
    const tracked = this.#changes.at(-1) ?? this.#row;
    const read = text.replaceAll(JOINED_DASH, '–');
    paragraph.pieces.push({ text: read, ...(tracked && { tracked }) });
    for (const id of this.#comments) this.quoted.set(id, (this.quoted.get(id) ?? '') + read);
  }
}

function joined(pieces: readonly ReturnedPiece[]): ReturnedPiece[] {
  const out: ReturnedPiece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    const [a, b] = [last?.tracked, piece.tracked];
    const isSame = last && a?.kind === b?.kind && a?.author === b?.author && a?.date === b?.date;
    if (isSame) out.splice(-1, 1, { ...last, text: last.text + piece.text });
    else out.push(piece);
  }
  return out;
}
