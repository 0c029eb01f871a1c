import { Footer, Header, PageNumber, Paragraph, TextRun } from 'docx';
import type { MarkingLook } from '../model/conventions/markings.ts';
import { houseHead, houseRunningHead, type WordHouse } from './house.ts';
import { styleId } from './styles.ts';

/** Headers and footers. */
export interface WordFurniture {
  readonly look: MarkingLook;
  /** Short title, edition, information cut-off. */
  readonly foot: string;
  /** `Page {page} of {pages}`, in the memo's language. */
  readonly pageOf: string;
  /** Whether the text of the first page begins with the marking, so that its header has none. */
  readonly isMarkedInText: boolean;
  readonly house?: WordHouse;
}

/** The marking in its own colours. */
export function markingRun({ look }: Pick<WordFurniture, 'look'>): TextRun {
  return new TextRun({
    text: `\u00a0${look.text}\u00a0`,
    bold: true,
    color: hex(look.colour),
    shading: { type: 'clear', color: 'auto', fill: hex(look.background) },
  });
}

function hex(colour: string): string {
  return colour.replace('#', '').toUpperCase();
}

/** Headers for all pages, for the first, and for even ones if a template distinguishes them. */
export function headersOf(furniture: WordFurniture, hasEven: boolean) {
  const { house } = furniture;
  const marked = (own: readonly Paragraph[]) =>
    new Header({
      children: [
        new Paragraph({
          style: styleId('header'),
          alignment: furniture.look.align,
          children: furniture.look.header ? [markingRun(furniture)] : [],
        }),
        ...own,
      ],
    });
  const ofFirst = house ? houseHead(house) : [];
  const ofOthers = () => (house ? houseRunningHead(house) : []);
  const first = furniture.isMarkedInText
    ? new Header({ children: ofFirst.length > 0 ? ofFirst : [new Paragraph({ style: styleId('header') })] })
    : marked(ofFirst);
  return { default: marked(ofOthers()), first, ...(hasEven && { even: marked(ofOthers()) }) };
}

/**
 * The marking is at its fixed side of the page in both directions of writing: at the right, as TLP 2.0
 * requires, or in the middle.
 */
export function footersOf(
  furniture: WordFurniture,
  isRtl: boolean,
  language: string,
  width: number,
  hasEven: boolean,
) {
  const run = (text: string) =>
    new TextRun({
      text,
      rightToLeft: isRtl,
      language: isRtl ? { bidirectional: language } : { value: language },
    });
  const tabStops = [
    { type: 'left', position: 1474 },
    { type: 'right', position: width },
  ] as const;
  const line = (children: readonly TextRun[]) =>
    new Paragraph({ style: styleId('footer'), tabStops, children });
  const page = () =>
    furniture.pageOf
      .split(/(\{pages?\})/)
      .filter((part) => part !== '')
      .map((part) =>
        part === '{page}'
          ? new TextRun({ children: [PageNumber.CURRENT] })
          : part === '{pages}'
            ? new TextRun({ children: [PageNumber.TOTAL_PAGES] })
            : run(part),
      );
  const footer = (foot: string) => {
    const { align, footer: isMarked } = furniture.look;
    // Beside a long title a marking at the right would be pushed to the next line, and to its beginning.
    if (isMarked && align === 'right')
      return new Footer({
        children: [
          line([...page(), run('\t\t'), markingRun(furniture)]),
          ...(foot === '' ? [] : [line([run(foot)])]),
        ],
      });
    return new Footer({ children: [line([...page(), ...footOf(furniture, run, foot)])] });
  };
  return {
    default: footer(furniture.foot),
    first: footer(''),
    ...(hasEven && { even: footer(furniture.foot) }),
  };
}

/** What follows the page number on its line: the footer text, and the marking if it stands in the middle. */
function footOf(furniture: WordFurniture, run: (text: string) => TextRun, foot: string): TextRun[] {
  return furniture.look.footer ? [run('\t'), markingRun(furniture), run(`\t${foot}`)] : [run(`\t\t${foot}`)];
}
