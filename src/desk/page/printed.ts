import { GlobalWorkerOptions, getDocument } from 'pdfjs-dist';

GlobalWorkerOptions.workerSrc = new URL('pdf.worker.js', import.meta.url).href;

/**
 * Draws the pages of a PDF into an element, replacing its content; returns their number. Each page has its text
 * beside it for screen readers.
 */
export async function drawPdf(bytes: Uint8Array, into: HTMLElement, isOver: () => boolean): Promise<number> {
  const pdf = await getDocument({ data: bytes, isEvalSupported: false }).promise;
  const scale = Math.min(2, devicePixelRatio) * 1.25;
  for (let number = 1; number <= pdf.numPages && !isOver(); number += 1) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale });
    const canvas = document.createElement('canvas');
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    canvas.setAttribute('role', 'img');
    await page.render({ canvas, viewport }).promise;
    const { items } = await page.getTextContent();
    canvas.setAttribute('aria-label', items.map((item) => ('str' in item ? item.str : '')).join(' '));
    const old = into.children[number - 1];
    if (old) old.replaceWith(canvas);
    else into.append(canvas);
  }
  while (into.children.length > pdf.numPages) into.lastElementChild?.remove();
  const { numPages } = pdf;
  await pdf.destroy();
  return numPages;
}
