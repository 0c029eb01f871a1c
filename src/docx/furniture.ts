import { Footer, Header, PageNumber, Paragraph, TextRun } from 'docx';
import { styleId } from './styles.ts';

/** What stands above and below every page. */
export interface WordFurniture {
  readonly marking: string;
  /** Colour of the marking on black: `#ff2b2b`. */
  readonly markingColour: string;
  /** Short title, edition, information cut-off. */
  readonly foot: string;
  /** `Page {page} of {pages}`, in the memo's language. */
  readonly pageOf: string;
  /** Whether the text of the first page begins with the marking, so that it needs none above it. */
  readonly isMarkedInText: boolean;
}

/** The marking as TLP 2.0 wants it: its own colour on black, at the right. */
export function markingRun({
  marking,
  markingColour,
}: Pick<WordFurniture, 'marking' | 'markingColour'>): TextRun {
  return new TextRun({
    text: `\u00a0${marking}\u00a0`,
    bold: true,
    color: markingColour.replace('#', '').toUpperCase(),
    shading: { type: 'clear', color: 'auto', fill: '000000' },
  });
}

/** Headers of all pages, of the first, and of even ones where a template tells them apart. */
export function headersOf(furniture: WordFurniture, hasEven: boolean) {
  const marked = () =>
    new Header({
      children: [
        new Paragraph({
          style: styleId('header'),
          alignment: 'right',
          children: [markingRun(furniture)],
        }),
      ],
    });
  const first = furniture.isMarkedInText
    ? new Header({ children: [new Paragraph({ style: styleId('header') })] })
    : marked();
  return { default: marked(), first, ...(hasEven && { even: marked() }) };
}

/** The marking stands at the right of the page in every direction of writing, as TLP 2.0 wants it. */
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
  const footer = (foot: string) =>
    new Footer({
      children: [
        new Paragraph({
          style: styleId('footer'),
          tabStops: [
            { type: 'left', position: 1474 },
            { type: 'right', position: width },
          ],
          children: [
            ...furniture.pageOf
              .split(/(\{pages?\})/)
              .filter((part) => part !== '')
              .map((part) =>
                part === '{page}'
                  ? new TextRun({ children: [PageNumber.CURRENT] })
                  : part === '{pages}'
                    ? new TextRun({ children: [PageNumber.TOTAL_PAGES] })
                    : run(part),
              ),
            run(`\t${foot}\t`),
            markingRun(furniture),
          ],
        }),
      ],
    });
  return {
    default: footer(furniture.foot),
    first: footer(''),
    ...(hasEven && { even: footer(furniture.foot) }),
  };
}
