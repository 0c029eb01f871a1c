import { ImageRun, Paragraph, TextRun } from 'docx';
import type { HouseColours, HouseStyle } from '../model/brand/house-style.ts';
import { type Parts, setText, textOfPart } from './package.ts';
import { styleId } from './styles.ts';

/** House style in a Word document without a template of its own. */
export interface WordHouse extends Pick<HouseStyle, 'families'> {
  readonly colours: Pick<HouseColours, 'structure' | 'tint'>;
  readonly name?: string;
  readonly runningHead?: string;
  readonly watermark?: string;
  /** The logo as points, with its size in its own units. */
  readonly logo?: { readonly png: Uint8Array; readonly width: number; readonly height: number };
}

/** Height of the logo in the header of the first page, in pixels of 1/96 inch. */
const LOGO_HEIGHT = 40;
const MAX_LOGO_WIDTH = 220;

/** The head of the first page: logo, name, and a draft's watermark. */
export function houseHead({ logo, name, watermark }: WordHouse): Paragraph[] {
  const scale = logo ? Math.min(LOGO_HEIGHT / logo.height, MAX_LOGO_WIDTH / logo.width) : 1;
  const picture = logo && [
    new ImageRun({
      type: 'png',
      data: Buffer.from(logo.png),
      transformation: { width: Math.round(logo.width * scale), height: Math.round(logo.height * scale) },
      altText: { id: '9001', name: 'logo', description: name === undefined ? 'Logo' : `Logo: ${name}` },
    }),
  ];
  const children = [
    ...(picture ?? []),
    ...(name === undefined ? [] : [new TextRun({ text: `  ${name}`, bold: true })]),
  ];
  return [
    ...(children.length > 0 ? [new Paragraph({ style: styleId('header'), children })] : []),
    ...watermarkLine(watermark),
  ];
}

/** The head of the other pages. */
export function houseRunningHead({ runningHead, watermark }: WordHouse): Paragraph[] {
  const line =
    runningHead === undefined ? [] : [new Paragraph({ style: styleId('header'), text: runningHead })];
  return [...line, ...watermarkLine(watermark)];
}

function watermarkLine(watermark: string | undefined): Paragraph[] {
  if (watermark === undefined) return [];
  const run = new TextRun({ text: watermark, allCaps: true, bold: true });
  return [new Paragraph({ style: styleId('header'), children: [run] })];
}

/** Colours and fonts of the shipped styles, which the house's replace. */
const SHIPPED = { structure: '17375E', tint: 'EDF1F6', serif: 'Cambria', sans: 'Calibri' };

/** Replaces the shipped colours and fonts by the house's. */
export function applyHouse(parts: Parts, { colours, families }: WordHouse): void {
  const hex = (colour: string) => colour.replace('#', '').toUpperCase();
  for (const name of ['word/styles.xml', 'word/document.xml']) {
    const text = textOfPart(parts, name)
      .replaceAll(`"${SHIPPED.structure}"`, `"${hex(colours.structure)}"`)
      .replaceAll(`"${SHIPPED.tint}"`, `"${hex(colours.tint)}"`)
      .replaceAll(`"${SHIPPED.serif}"`, `"${escaped(families.serif ?? SHIPPED.serif)}"`)
      .replaceAll(`"${SHIPPED.sans}"`, `"${escaped(families.sans ?? SHIPPED.sans)}"`);
    setText(parts, name, text);
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
