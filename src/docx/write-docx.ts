import { Document } from 'docx';
import type { Paper } from '../model/page.ts';
import { BodyWriter } from './body.ts';
import { footersOf, headersOf } from './furniture.ts';
import { applyHouse } from './house.ts';
import { listsOf } from './lists.ts';
import { makeRepeatable, zipParts } from './package.ts';
import { memoStyles } from './styles.ts';
import { applyTemplate } from './template/apply-template.ts';
import { hasMarking } from './template/fill-furniture.ts';
import type { PageKind, TemplateFurniture } from './template/read-template.ts';
import type { WordInput } from './word-input.ts';

/** Paper sizes in twentieths of a point, portrait. */
const SIZES: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  A4: { width: 11906, height: 16838 },
  Letter: { width: 12240, height: 15840 },
};
const MARGIN = { top: 1304, bottom: 1247, left: 1304, right: 1304, header: 567, footer: 510, gutter: 0 };

/** Height of the marking's line if a template has no place for it, in twentieths of a point. */
const MARKING_LINE = 320;

/** The template's margins, with room for a marking added to its header or footer. */
function marginsFor(template: WordInput['template']) {
  const margin = { ...MARGIN, ...template?.margins };
  if (!template?.margins) return margin;
  const lacks = (furniture: Readonly<Partial<Record<PageKind, TemplateFurniture>>>) =>
    Object.values(furniture).some(({ xml }) => !hasMarking(xml));
  return {
    ...margin,
    top: margin.top + (lacks(template.headers) ? MARKING_LINE : 0),
    bottom: margin.bottom + (lacks(template.footers) ? MARKING_LINE : 0),
  };
}

/** A memo as a Word document. The same input gives the same bytes. */
export async function writeDocx(input: WordInput): Promise<Uint8Array> {
  const { flow, language, direction, furniture, properties, custom, paper, template } = input;
  const isRtl = direction === 'rtl';
  const size = SIZES[paper];
  const margin = marginsFor(template);
  const page = { ...size, ...margin };
  const writer = new BodyWriter(input, {
    upright: page.width - page.left - page.right,
    across: page.height - page.left - page.right,
  });
  const hasEven = template?.differs.even ?? false;
  const headers = headersOf(furniture, hasEven);
  const footers = footersOf(furniture, isRtl, language, page.width - page.left - page.right, hasEven);
  const sections = writer.sections().map(({ wide, children }, at) => ({
    children,
    headers,
    footers,
    properties: {
      titlePage: at === 0,
      endnoteProperties: { numberFormat: { type: 'decimal' as const } },
      page: {
        size: {
          width: page.width,
          height: page.height,
          orientation: wide ? ('landscape' as const) : ('portrait' as const),
        },
        margin,
      },
    },
  }));
  const notes = writer.notes();
  const document = new Document({
    title: properties.title,
    creator: properties.authors.join('; '),
    lastModifiedBy: properties.authors[0] ?? '',
    ...(properties.subject !== undefined && { subject: properties.subject }),
    keywords: properties.keywords.join('; '),
    styles: memoStyles(language, isRtl),
    numbering: { config: listsOf(flow, isRtl) },
    ...(input.notes === 'endnotes' ? { endnotes: notes } : { footnotes: notes }),
    ...(input.comments && input.comments.length > 0 && { comments: { children: writer.comments() } }),
    ...(hasEven && { evenAndOddHeaderAndFooters: true }),
    customProperties: Object.entries(custom).map(([name, value]) => ({ name, value })),
    sections,
  });
  const parts = await makeRepeatable(document, { date: properties.date, pictures: writer.pictures });
  if (furniture.house && !template) applyHouse(parts, furniture.house);
  if (template) {
    applyTemplate(parts, template, {
      look: furniture.look,
      foot: furniture.foot,
      title: properties.title,
      date: properties.date,
      isMarkedInText: furniture.isMarkedInText,
    });
  }
  return zipParts(parts);
}
