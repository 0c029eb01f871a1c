import type { MovableFigure, PrintablePage } from '../model/page.ts';

/** The beginning of the annex in a page. */
const ANNEX = '<section class="annex"><h2 ';

/** Attribute with a figure's key. */
export const FIGURE = 'data-figure';

/**
 * Figures that may move into the brief, the most informative first. Figures about how evidence was weighed stay
 * in the annex.
 */
const MOVABLE = ['trend', 'map', 'chronology', 'scenarios'];

/** Width of a page's text, and the height around a drawing: caption and space, and a source line. In CSS pixels. */
const WIDTH = 660;
const AROUND = 75;
const SOURCE_LINE = 30;
/** Height of a section's heading, with the space around it, in CSS pixels. */
const HEADING = 60;

/** Styles that set a brief closer: leading and spacing, not the type size. */
const CLOSER = `
html { line-height: 12.7pt; }
p, ul, ol, blockquote { margin-block-end: 5pt; }
h3 { margin-block-start: 9pt; }
figure, table { margin-block: 8pt 9pt; }
td { padding-block: 1.9pt; }
.memo > section h2 { margin-block: 10pt 4.5pt; padding-block-end: 3pt; }
.judgments > li { margin-block-end: 7pt; }
`;

/** Styles that set a brief closer still, with a little of the margins. */
const CLOSEST = `
html { line-height: 12.1pt; }
p, ul, ol, blockquote { margin-block-end: 3.5pt; }
h3 { margin-block-start: 7pt; }
figure, table { margin-block: 6pt 7pt; }
td { padding-block: 1.2pt; }
.memo > section h2 { margin-block: 7pt 3pt; padding-block-end: 2pt; }
.judgments > li { margin-block-end: 4.5pt; }
`;

/** Styles that set a brief looser, for when much of its last page would be white. */
const LOOSER = `
html { line-height: 14.2pt; }
p, ul, ol, blockquote { margin-block-end: 7.5pt; }
td { padding-block: 3pt; }
.facts { line-height: 11.9pt; }
.memo > section h2 { margin-block: 19pt 7pt; }
.judgments > li { margin-block-end: 14pt; }
`;

/** Styles that set an annex closer, for when a few notes would have a page of their own. */
const CLOSER_ANNEX = `
.memo > section.annex ~ section:not(.notes) { line-height: 10.7pt; }
.memo > section.annex ~ section:not(.notes) > :is(ul, ol) { line-height: 10.3pt; }
.memo > section.annex ~ section > h2 { margin-block: 8pt 3.5pt; }
.memo > section.annex ~ section > h3 { margin-block: 6pt 2pt; }
.memo > section.annex ~ section > :is(p, ul, ol) { margin-block-end: 4pt; }
.memo > section.annex ~ section > :is(ul, ol) > li { margin-block-end: 1.5pt; }
.memo > section.annex ~ section > table { margin-block: 6pt 7pt; }
.memo > section.annex ~ section td { padding-block: 1.2pt; }
.memo > section.notes > ol { line-height: 9pt; }
.memo > section.notes > ol > li { margin-block-end: 0.5pt; }
`;

/** What the printing code may change if a brief would end badly; `undefined` without an annex. */
export function briefOf(body: string): PrintablePage['brief'] {
  const end = body.indexOf(ANNEX);
  if (end === -1) return undefined;
  const headings = body.slice(0, end).match(/<h[1-6]\b/g)?.length ?? 0;
  return {
    headings,
    closer: CLOSER,
    closest: CLOSEST,
    looser: LOOSER,
    closerAnnex: CLOSER_ANNEX,
    end,
    figures: movable(body, end),
  };
}

/**
 * Figures of the annex. A section that contains nothing else goes with its figure; other figures take its heading along,
 * which says what they show.
 */
function movable(body: string, annex: number): MovableFigure[] {
  const found: (MovableFigure & { readonly rank: number })[] = [];
  for (let from = body.indexOf('<figure ', annex); from !== -1; from = body.indexOf('<figure ', from + 1)) {
    const to = body.indexOf('</figure>', from) + '</figure>'.length;
    const tag = body.slice(from, body.indexOf('>', from));
    const rank = MOVABLE.findIndex((key) => tag.includes(`${FIGURE}="${key}"`));
    const [, width, height] = / width="([\d.]+)" height="([\d.]+)"/.exec(body.slice(from, to)) ?? [];
    if (rank === -1 || !width || !height) continue;
    const printed =
      Math.ceil((WIDTH / Number(width)) * Number(height)) +
      AROUND +
      (body.slice(from, to).includes('class="source-line"') ? SOURCE_LINE : 0);
    const section = {
      from: body.lastIndexOf('<section', from),
      to: body.indexOf('</section>', from) + '</section>'.length,
    };
    const hasMore = /<(?:table|ul|ol)\b/.test(body.slice(section.from, section.to));
    const [heading] = /<h2\b[\s\S]*?<\/h2>/.exec(body.slice(section.from, from)) ?? [];
    const place = hasMore ? { from, to, heading: heading?.replace(/ id="[^"]*"/, '') } : section;
    found.push({ ...place, height: hasMore ? printed : printed + HEADING, rank });
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ rank: _, ...figure }) => figure);
}
