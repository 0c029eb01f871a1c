/**
 * The reader of PDFs that the tests use. Its build for old versions of Node replaces `push` and JSON with slow ones for all
 * that runs in the process: those of the language are put back.
 */
const { push } = Array.prototype;
const { parse, stringify } = JSON;
const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
// @ts-expect-error: it has no types. Loaded later, it would replace them again.
await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
Object.assign(Array.prototype, { push });
Object.assign(JSON, { parse, stringify });

export { getDocument, OPS };
