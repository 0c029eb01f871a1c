import type { MovableFigure, PrintablePage } from '../model/page.ts';

/** The annex of a page as a whole begins so. */
const ANNEX = '<section class="annex"><h2 ';

/** Attribute of a figure that says which it is. */
export const FIGURE = 'data-figure';

/** What tells most to a reader of the brief comes first. What is about how things were weighed stays in the annex. */
const MOVABLE = ['trend', 'map', 'chronology'];

/** Width of the text of a page, and what stands around a drawing: caption, source line and space. In CSS pixels. */
const WIDTH = 660;
const AROUND = 105;

/** A brief set closer: lines and what is between parts, not the size of its type. */
const CLOSER = `
html { line-height: 12.7pt; }
p, ul, ol, blockquote { margin-block-end: 5pt; }
h3 { margin-block-start: 9pt; }
figure, table { margin-block: 8pt 9pt; }
td { padding-block: 1.9pt; }
.memo > section h2 { margin-block: 10pt 4.5pt; padding-block-end: 3pt; }
.judgments > li { margin-block-end: 7pt; }
`;

/** An annex set closer, for when a few notes would have a page of their own. */
const CLOSER_ANNEX = `
.memo > section.annex ~ section:not(.notes),
.memo > section.annex ~ section:not(.notes) > :is(ul, ol) { line-height: 10.8pt; }
.memo > section.annex ~ section > h2 { margin-block: 9pt 3.5pt; }
.memo > section.annex ~ section > h3 { margin-block: 6pt 2pt; }
.memo > section.annex ~ section > :is(p, ul, ol) { margin-block-end: 4pt; }
.memo > section.annex ~ section > :is(ul, ol) > li { margin-block-end: 1.5pt; }
.memo > section.annex ~ section > table { margin-block: 6pt 7pt; }
.memo > section.annex ~ section td { padding-block: 1.6pt; }
.memo > section.notes > ol { line-height: 9.2pt; }
.memo > section.notes > ol > li { margin-block-end: 0.5pt; }
`;

/** What whoever prints a page may do where its brief would end badly; undefined where it has no annex. */
export function briefOf(body: string): PrintablePage['brief'] {
  const end = body.indexOf(ANNEX);
  if (end === -1) return undefined;
  const headings = body.slice(0, end).match(/<h[1-6]\b/g)?.length ?? 0;
  return { headings, closer: CLOSER, closerAnnex: CLOSER_ANNEX, end, figures: movable(body, end) };
}

/** Figures of the annex whose sections are more than a figure. */
function movable(body: string, annex: number): MovableFigure[] {
  const found: (MovableFigure & { readonly rank: number })[] = [];
  for (let from = body.indexOf('<figure ', annex); from !== -1; from = body.indexOf('<figure ', from + 1)) {
    const to = body.indexOf('</figure>', from) + '</figure>'.length;
    const tag = body.slice(from, body.indexOf('>', from));
    const rank = MOVABLE.findIndex((key) => tag.includes(`${FIGURE}="${key}"`));
    const [, width, height] = / width="([\d.]+)" height="([\d.]+)"/.exec(body.slice(from, to)) ?? [];
    const section = body.slice(body.lastIndexOf('<section', from), body.indexOf('</section>', from));
    if (rank === -1 || !width || !height || !/<(?:table|ul|ol)\b/.test(section)) continue;
    found.push({ from, to, height: Math.ceil((WIDTH / Number(width)) * Number(height)) + AROUND, rank });
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ rank: _, ...figure }) => figure);
}
