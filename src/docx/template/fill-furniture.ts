import type { MarkingLook } from '../../model/conventions/markings.ts';
import type { PageKind } from './read-template.ts';

/** Values for placeholders in a template's headers and footers. */
export interface FurnitureWords {
  /** The marking and its look. */
  readonly look: MarkingLook;
  /** Short title, edition, information cut-off. */
  readonly foot: string;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Whether the text of the first page begins with the marking. */
  readonly isMarkedInText: boolean;
}

export function attributeOf(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}

const PLACEHOLDER = /\{(marking|foot|title|date)\}/;

/**
 * A header or footer of the template with its placeholders filled. The marking has to be on every page (TLP
 * 2.0): if the template has no place for it, its paragraph is added, first in a header and last in a footer.
 * `own` is ours of the same type.
 */
export function filled(
  template: string,
  own: string,
  place: 'header' | 'footer',
  page: PageKind,
  words: FurnitureWords,
): string {
  const joined = template.replace(/<w:p\b(?:(?!<w:p\b)[\s\S])*?<\/w:p>/g, joinPlaceholders);
  const xml = joined.replace(/<w:r\b(?:(?!<w:r\b)[\s\S])*?<\/w:r>/g, (run) => filledRun(run, words));
  const isMarked = hasMarking(joined);
  if (isMarked || (place === 'header' && page === 'first' && words.isMarkedInText)) return xml;
  const marking = ownMarking(own, words);
  return place === 'header'
    ? xml.replace(/<w:hdr\b[^>]*>/, (tag) => tag + marking)
    : xml.replace(/<\/w:ftr>\s*$/, (tag) => marking + tag);
}

/** Whether a template's header or footer has a placeholder for the marking. */
export function hasMarking(template: string): boolean {
  return template.replace(/<[^>]*>/g, '').includes('{marking}');
}

/** Word processors split a placeholder into several runs: joins its characters in the first. */
function joinPlaceholders(paragraph: string): string {
  const texts = [...paragraph.matchAll(/(<w:t\b[^>]*>)([^<]*)(?=<\/w:t>)/g)];
  let whole = texts.map(([, , text]) => text ?? '').join('');
  if (!PLACEHOLDER.test(whole)) return paragraph;
  const lengths = texts.map(([, , text]) => (text ?? '').length);
  for (const found of whole.matchAll(new RegExp(PLACEHOLDER, 'g'))) {
    let start = 0;
    for (const [at, length] of lengths.entries()) {
      const end = start + length;
      if (found.index < end && found.index + found[0].length > end) {
        // Takes the missing characters from the runs after it.
        let missing = found.index + found[0].length - end;
        lengths[at] = length + missing;
        for (let next = at + 1; next < lengths.length && missing > 0; next += 1) {
          const taken = Math.min(lengths[next] ?? 0, missing);
          lengths[next] = (lengths[next] ?? 0) - taken;
          missing -= taken;
        }
        break;
      }
      start = end;
    }
  }
  let index = 0;
  return paragraph.replace(/(<w:t\b[^>]*>)([^<]*)(?=<\/w:t>)/g, (_, tag: string) => {
    const length = lengths[index] ?? 0;
    index += 1;
    const text = whole.slice(0, length);
    whole = whole.slice(length);
    return (tag.includes('xml:space') ? tag : tag.replace('<w:t', '<w:t xml:space="preserve"')) + text;
  });
}

/** A run with its placeholders filled; the marking becomes a run of its own, in its colours. */
function filledRun(run: string, words: FurnitureWords): string {
  const text = /(<w:t\b[^>]*>)([^<]*)<\/w:t>/.exec(run);
  if (!text || !PLACEHOLDER.test(text[2] ?? '')) return run;
  const [whole, tag = '', said = ''] = text;
  const [before = '', after = ''] = [run.slice(0, text.index), run.slice(text.index + whole.length)];
  const properties = /^<w:r\b[^>]*>\s*(?:<w:rPr\b[\s\S]*?<\/w:rPr>)?/.exec(before)?.[0] ?? '<w:r>';
  const pieces = said.split(/(\{(?:marking|foot|title|date)\})/).filter((piece) => piece !== '');
  return pieces
    .map((piece, at) => {
      const name = PLACEHOLDER.exec(piece)?.[1];
      if (name === 'marking') return markingXml(words);
      const shown = name === 'foot' || name === 'title' || name === 'date' ? escaped(words[name]) : piece;
      return `${at === 0 ? before : properties}${tag}${shown}</w:t>${at === pieces.length - 1 ? after : '</w:r>'}`;
    })
    .join('');
}

function markingXml({ look }: FurnitureWords): string {
  const hex = (colour: string) => colour.replace('#', '').toUpperCase();
  return (
    `<w:r><w:rPr><w:b/><w:bCs/><w:color w:val="${hex(look.colour)}"/><w:shd w:val="clear" w:color="auto" w:fill="${hex(look.background)}"/></w:rPr>` +
    `<w:t xml:space="preserve">\u00a0${escaped(look.text)}\u00a0</w:t></w:r>`
  );
}

/** A paragraph with just the marking, at its fixed side of the page. */
function ownMarking(own: string, words: FurnitureWords): string {
  const style = /<w:pStyle\b[^>]*\/>/.exec(own)?.[0] ?? '';
  return `<w:p><w:pPr>${style}<w:jc w:val="${words.look.align}"/></w:pPr>${markingXml(words)}</w:p>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
