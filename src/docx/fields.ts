import type { ParagraphChild, TextRun, XmlComponent } from 'docx';
import { Xml } from './xml.ts';

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

/** An insertion that is not text, for which the library has no class. */
export function insertedXml(
  changed: Parameters<typeof attributesOf>[0],
  content: readonly ParagraphChild[],
): ParagraphChild {
  return new Xml('w:ins', attributesOf(changed), content as readonly XmlComponent[]) as ParagraphChild;
}

export function linkTo(
  attributes: Readonly<Record<string, string | number>>,
  words: readonly ParagraphChild[],
): ParagraphChild {
  return new Xml('w:hyperlink', attributes, words as readonly XmlComponent[]) as ParagraphChild;
}

/** A field that a word processor updates, with its content until then. */
export function fieldOf(code: string, shown: readonly ParagraphChild[], style?: string): ParagraphChild[] {
  return [
    fieldChar('begin', style),
    instruction(code, style),
    fieldChar('separate', style),
    ...shown,
    fieldChar('end', style),
  ];
}

export function fieldChar(type: 'begin' | 'separate' | 'end', style?: string): TextRun {
  return bareRun(new Xml('w:fldChar', { 'w:fldCharType': type }), style);
}

export function instruction(code: string, style?: string): TextRun {
  return bareRun(new Xml('w:instrText', { 'xml:space': 'preserve' }, [code]), style);
}

function bareRun(content: Xml, style: string | undefined): TextRun {
  const look = style === undefined ? [] : [new Xml('w:rPr', {}, [new Xml('w:rStyle', { 'w:val': style })])];
  return new Xml('w:r', {}, [...look, content]) as unknown as TextRun;
}
