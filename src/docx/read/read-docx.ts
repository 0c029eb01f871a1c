import type { Remark } from '../../model/finding.ts';
import { type Parts, textOfPart } from '../package.ts';
import { openDocx } from './open-docx.ts';
import {
  type Attributes,
  Malformed,
  parse,
  type ReturnedParagraph,
  TextReader,
  timeOf,
} from './text-reader.ts';

export type { ReturnedParagraph, ReturnedPiece, Tracked } from './text-reader.ts';

export interface ReturnedComment {
  readonly id: string;
  readonly author: string;
  readonly date: string;
  readonly text: string;
  /** The words it is attached to. */
  readonly quoted: string;
}

export interface ReturnedDocument {
  readonly paragraphs: readonly ReturnedParagraph[];
  readonly comments: readonly ReturnedComment[];
  /** Custom properties set by the program, by name. */
  readonly custom: ReadonlyMap<string, string>;
}

/** The text with every tracked change accepted, or all of them rejected. */
export function readingOf({ pieces }: ReturnedParagraph, edition: 'accepted' | 'original'): string {
  const gone = edition === 'accepted' ? 'deleted' : 'inserted';
  return pieces.map(({ text, tracked }) => (tracked?.kind === gone ? '' : text)).join('');
}

/** Reads a returned Word document: its text with tracked changes and their authors, comments, properties. */
export function readDocx(bytes: Uint8Array): {
  readonly document?: ReturnedDocument;
  readonly remarks: readonly Remark[];
} {
  const { parts, remarks } = openDocx(bytes);
  if (!parts) return { remarks };
  try {
    const comments = new Map<string, Omit<ReturnedComment, 'quoted'>>();
    for (const { attributes, paragraphs } of textsIn(parts, 'word/comments.xml', 'w:comment')) {
      const text = paragraphs
        .map((one) => readingOf(one, 'accepted'))
        .join('\n')
        .trim();
      const id = attributes.get('w:id') ?? '';
      comments.set(id, {
        id,
        author: attributes.get('w:author') ?? '',
        date: timeOf(attributes.get('w:date')),
        text,
      });
    }
    const quoted = new Map<string, string>();
    const body = bodyOf(parts, quoted);
    const notes = ['footnote', 'endnote'].flatMap((name) =>
      textsIn(parts, `word/${name}s.xml`, `w:${name}`).flatMap(({ paragraphs }) => paragraphs),
    );
    return {
      document: {
        paragraphs: [...body, ...notes],
        comments: [...comments.values()].map((one) => ({ ...one, quoted: quoted.get(one.id) ?? '' })),
        custom: customOf(parts),
      },
      remarks: [],
    };
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const message = `The document cannot be read: ${error.message}`;
    return {
      remarks: [
        { rule: 'word-unreadable', severity: 'error', pointer: '', message, help: 'Save it again as .docx.' },
      ],
    };
  }
}

function bodyOf(parts: Parts, quoted: Map<string, string>): readonly ReturnedParagraph[] {
  const reader = new TextReader(quoted);
  parse(textOfPart(parts, 'word/document.xml'), reader);
  return reader.paragraphs;
}

/** The texts of a part that contains several, such as notes; separators are left out. */
function textsIn(parts: Parts, name: string, element: string) {
  const xml = textOfPart(parts, name);
  const texts: { readonly attributes: Attributes; readonly paragraphs: readonly ReturnedParagraph[] }[] = [];
  if (xml === '') return texts;
  let reader: TextReader | undefined;
  let attributes: Attributes = new Map();
  parse(xml, {
    open: (tag, given) => {
      if (tag === element) {
        reader = new TextReader();
        attributes = given;
      } else reader?.open(tag, given);
    },
    close: (tag) => {
      if (tag === element && reader) {
        if (attributes.get('w:type') === undefined) texts.push({ attributes, paragraphs: reader.paragraphs });
        reader = undefined;
      } else reader?.close(tag);
    },
    text: (text) => reader?.text(text),
  });
  return texts;
}

function customOf(parts: Parts): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const xml = textOfPart(parts, 'docProps/custom.xml');
  if (xml === '') return found;
  let name: string | undefined;
  parse(xml, {
    open: (tag, attributes) => {
      if (/(?:^|:)property$/.test(tag)) name = attributes.get('name');
    },
    close: (tag) => {
      if (/(?:^|:)property$/.test(tag)) name = undefined;
    },
    text: (text) => {
      if (name !== undefined && name !== '') found.set(name, (found.get(name) ?? '') + text);
    },
  });
  return found;
}
