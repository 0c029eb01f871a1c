import { pagesOf, referenceIn, type SkiaFile } from './skia-file.ts';

/** CSS pixels in a point: margin boxes are laid out in pixels, pages are measured in points. */
const PIXELS = 96 / 72;

/** Operators that build a path, and those that paint or drop it (ISO 32000-1, 8.5.2 and 8.5.3). */
const BUILDS = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're']);
const PAINTS = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']);
/** Operators that draw something by themselves. */
const DRAWS = new Set(['Do', 'sh']);

/**
 * Marks what Chrome leaves unmarked as artifacts: the text of margin boxes, backgrounds, rules. Screen readers
 * skip those (PDF/UA-1, 7.1: everything is tagged or an artifact), and margin text is a running header or
 * footer (7.8). Returns false if something could not be marked.
 */
export function markArtifacts(file: SkiaFile): boolean {
  const pages = pagesOf(file).map((number) => {
    const page = file.dictionary(number);
    const stream = referenceIn(page, 'Contents') ?? 0;
    const height = Number(/\/MediaBox \[\S+ \S+ \S+ ([\d.]+)\]/.exec(page)?.[1]);
    const content = file.stream(stream);
    if (content === undefined) return false;
    const marked = withArtifacts(content, (height * PIXELS) / 2);
    file.setStream(stream, marked.content);
    return marked.isWhole;
  });
  return !pages.includes(false);
}

/**
 * The content of a page with its artifacts marked; `isWhole` says whether everything is.
 *
 * Works by lines: Skia writes one operator on each, and text only between `BT` and `ET`. Tagged content, most
 * of a page, is copied as a whole.
 *
 * @param content of a page, one character for each byte
 * @param middle where the upper half of the page ends, in the units of its margin boxes (CSS pixels from the
 * top)
 */
export function withArtifacts(
  content: string,
  middle: number,
): { readonly content: string; readonly isWhole: boolean } {
  let isWhole = true;
  const out: string[] = [];
  /** How much of the content is already in `out`. */
  let done = 0;
  /** For each open mark: whether its content is tagged, or an artifact. */
  const marks: boolean[] = [];
  /** Where the path being built begins. */
  let path: number | undefined;
  const isNested = content.includes('BMC');
  const markArtifact = (from: number, to: number, mark = '/Artifact BMC') => {
    out.push(content.slice(done, from), mark, '\n', content.slice(from, to), '\nEMC');
    done = to;
  };
  for (let at = 0; at < content.length; ) {
    let end = endOfLine(content, at);
    const operator = content.slice(Math.max(at, content.lastIndexOf(' ', end - 1) + 1), end);
    const isOpen = marks.includes(true);
    if (operator === 'BT') {
      const close = content.indexOf('\nET', at);
      end = close === -1 ? content.length : close + 3;
      const text = content.slice(at, end);
      // A text with tagged parts cannot be an artifact as a whole.
      const isTagged = text.includes('/MCID');
      if (isTagged) isWhole &&= isOpen;
      else if (!isOpen && text.includes(' Tj')) markArtifact(at, end, runningMark(text, middle));
    } else if (operator.endsWith('BDC') || operator === 'BMC') {
      const isMarked = /\/MCID|^\/Artifact/.test(content.slice(at, end));
      const close = isMarked && !isNested ? endOfMark(content, end) : undefined;
      if (close === undefined) marks.push(isMarked);
      else end = close;
    } else if (operator === 'EMC') {
      marks.pop();
    } else {
      if (BUILDS.has(operator)) path ??= at;
      if (!isOpen && (PAINTS.has(operator) || DRAWS.has(operator))) markArtifact(path ?? at, end);
      if (PAINTS.has(operator) || operator === 'n') path = undefined;
    }
    at = end + 1;
  }
  out.push(content.slice(done));
  return { content: out.join(''), isWhole };
}

/** The end of the mark opened before `from`; `undefined` if another mark is nested in it. */
function endOfMark(content: string, from: number): number | undefined {
  const close = content.indexOf('\nEMC', from);
  const next = content.indexOf('BDC\n', from);
  return close === -1 || (next !== -1 && next < close) ? undefined : close + 4;
}

function endOfLine(content: string, at: number): number {
  const end = content.indexOf('\n', at);
  return end === -1 ? content.length : end;
}

/** The mark for a text in the margin, by the position of its first line. */
function runningMark(text: string, middle: number): string {
  const top = Number(/ (\S+) Tm$/m.exec(text)?.[1] ?? 0);
  return `/Artifact <</Type /Pagination /Subtype /${top < middle ? 'Header' : 'Footer'}>>BDC`;
}
