import type { CDPSession } from 'puppeteer-core/internal/api/CDPSession.js';
import type { PrintablePage } from '../../model/page.ts';
import { FONT_HOST, fontCss, fontFile } from '../fonts/fonts.ts';

/** A page of the browser, reused from memo to memo with its style sheet and fonts loaded. */
export interface PrintPage {
  /** The style sheet it has loaded. */
  readonly stylesheet: string | undefined;
  /** Loads a style sheet and the fonts for plain text, unless already loaded. */
  prepare(stylesheet: string): Promise<void>;
  /** The PDF as Skia wrote it. Rejects if page or browser is gone or does not answer. */
  print(page: PrintablePage): Promise<Uint8Array>;
  /**
   * The same without tags and outline, which take nearly half of the time: for a look at how the pages break. The same page
   * twice running is printed once.
   */
  tryOut(page: PrintablePage): Promise<Uint8Array>;
  /** Closes it, whatever state it is in. */
  discard(): void;
}

/** Enough for a chain of fallback fonts; more would be a loop. */
const FONT_ROUNDS = 4;

/**
 * What the page may load, in addition to our refusing its requests: no scripts, frames or forms; only our
 * fonts, and fonts and pictures embedded in the page.
 */
const POLICY = `default-src 'none'; style-src 'unsafe-inline'; font-src ${FONT_HOST} data:; img-src data:; form-action 'none'; base-uri 'none'`;

/**
 * The part of the page that stays from memo to memo; everything else is replaced by `exchange`. Nothing is
 * shown on screen: printing lays the memo out again for paper, so that a screen layout would be wasted.
 */
function shell(): string {
  const styles = `<style>${fontCss()}</style><style id="form-style"></style><style id="memo-style"></style>`;
  const hidden = '<style id="hidden">@media screen{body{display:none!important}}</style>';
  return (
    `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">` +
    `<title></title>${styles}${hidden}</head><body></body></html>`
  );
}

/**
 * Runs in the page. Repeats layout, which requests fonts, until no font is pending; returns the number of fonts
 * requested so far. Throws if one of our fonts or of the house style did not load: the text would be set in
 * another. Other missing fonts are reported by the check.
 */
const SETTLE = `const settle = async () => {
  for (let round = 0; round < ${FONT_ROUNDS}; round++) {
    document.body.getBoundingClientRect();
    if (document.fonts.status === 'loaded') break;
    await document.fonts.ready;
  }
  const fonts = [...document.fonts];
  const failed = fonts.find((font) => font.status === 'error' && /^["']?(?:Memo|House) /.test(font.family));
  if (failed) throw new Error('The font ' + [failed.family, failed.weight, failed.style].join(' ') + ' did not load.');
  return fonts.filter((font) => font.status !== 'unloaded').length;
};
const load = (faces, family, text) => faces.map((face) =>
  document.fonts.load(face + ' 16px "' + family + '"', text).catch(() => []));
const preload = (text) => Promise.all([
  ...load(['400', '600', 'italic 400'], 'Memo Serif', 'a'),
  ...load(['italic 400'], 'Memo Sans', 'a'),
  ...['Memo Sans', 'House Sans'].flatMap((family) => load(['400', '600', '700'], family, text + 'a')),
]);`;

/** Characters in the page's margin boxes: those are laid out only while printing, too late to load a font. */
function furnitureText(css: string): string {
  const unescaped = css.replace(/\\([0-9a-f]{1,6})\s?/gi, (whole, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
  return [...new Set(unescaped)].sort().join('');
}

/**
 * The blocks of 128 characters that a memo's characters are in: each script, and so each font, has blocks of
 * its own.
 */
function blocksOf({ body, css }: PrintablePage): ReadonlySet<number> {
  const others = new Set(`${body}${css}`.replace(/[\0-\x7f]+/g, ''));
  return new Set([0, ...[...others].map((char) => (char.codePointAt(0) ?? 0) >> 7)]);
}

/** @param stylesheet the form's, if the page has another one loaded */
function exchange(page: PrintablePage, stylesheet: string | undefined): string {
  const { body, css, language, direction, title } = page;
  return `(async (memo) => {
${SETTLE}
const [form, style] = ['form-style', 'memo-style'].map((id) => document.getElementById(id));
if (form === null || style === null) return 'lost';
if (memo.stylesheet !== undefined) form.textContent = memo.stylesheet;
const root = document.documentElement;
root.lang = memo.language;
root.dir = memo.direction;
document.title = memo.title;
style.textContent = memo.css;
await preload(memo.furniture);
document.body.innerHTML = memo.body;
return await settle();
})(${JSON.stringify({ body, css, stylesheet, language, direction, title, furniture: furnitureText(css) })})`;
}

/** Whether two pages print alike. */
function looksAlike(a: PrintablePage, b: PrintablePage): boolean {
  return LOOKS.every((key) => a[key] === b[key]);
}

const LOOKS = ['body', 'css', 'stylesheet', 'language', 'direction'] as const;

/**
 * Returns a function that guards work on a page: it fails if the page crashes, or has crashed before. A single
 * shared promise in `Promise.race` would keep every result alive until the page is gone.
 */
function crashGuard(session: CDPSession): <T>(work: Promise<T>) => Promise<T> {
  let crashed: Error | undefined;
  const waiting = new Set<(reason: Error) => void>();
  session.on('Inspector.targetCrashed', () => {
    crashed = new Error('The page crashed.');
    for (const reject of waiting) reject(crashed);
  });
  return (work) =>
    new Promise((resolve, reject) => {
      if (crashed) reject(crashed);
      waiting.add(reject);
      work.then(resolve, reject).finally(() => waiting.delete(reject));
    });
}

/** Sets up a page: no scripts, no requests except for our fonts. */
export async function openPage(session: CDPSession): Promise<PrintPage> {
  let stylesheet: string | undefined;
  let isLoaded = false;
  let isShown = false;
  /** Blocks of characters of all memos shown so far. */
  const known = new Set<number>();
  const guarded = crashGuard(session);
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    const body = fontFile(request.url);
    const answer =
      body === undefined
        ? // `Aborted`, so that a page that tries to navigate stays where it is
          session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
        : session.send('Fetch.fulfillRequest', {
            requestId,
            responseCode: 200,
            responseHeaders: [
              { name: 'Content-Type', value: 'font/woff2' },
              { name: 'Access-Control-Allow-Origin', value: '*' },
            ],
            body,
          });
    answer.catch(() => {}); // the page is gone; printing reports that
  });
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  };

  const [{ frameTree }] = await guarded(
    Promise.all([
      session.send('Page.getFrameTree'),
      session.send('Inspector.enable'),
      session.send('Emulation.setScriptExecutionDisabled', { value: true }),
      session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    ]),
  );

  /** Shows or hides the page's content. Hidden content is laid out only once, by printing. */
  async function setShown(shown: boolean): Promise<void> {
    if (shown !== isShown) await session.send('Emulation.setEmulatedMedia', { media: shown ? 'print' : '' });
    isShown = shown;
  }

  async function load(): Promise<void> {
    stylesheet = undefined;
    known.clear();
    await session.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html: shell() });
    isLoaded = true;
  }

  /** Puts a memo into the page; returns the number of fonts requested so far. */
  async function show(page: PrintablePage): Promise<unknown> {
    if (!isLoaded) await load();
    // Only visible layout requests fonts: needed for the first memo, and for one with characters no earlier
    // memo had.
    const blocks = blocksOf(page);
    await setShown([...blocks].some((block) => !known.has(block)));
    for (const block of blocks) known.add(block);
    const fonts = await evaluate(
      exchange(page, page.stylesheet === stylesheet ? undefined : page.stylesheet),
    );
    stylesheet = page.stylesheet;
    return fonts;
  }

  async function printNow(isTrial: boolean): Promise<Uint8Array> {
    const { data } = await session.send('Page.printToPDF', {
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: !isTrial,
      generateDocumentOutline: !isTrial,
      transferMode: 'ReturnAsBase64',
    });
    return Buffer.from(data, 'base64');
  }

  async function print(page: PrintablePage, isTrial = false): Promise<Uint8Array> {
    let fonts = await show(page);
    if (fonts === 'lost') {
      await load();
      fonts = await show(page);
    }
    let bytes = await printNow(isTrial);
    // A font requested only by printing (another script) arrives too late for that print: print again.
    for (let round = 0; round < FONT_ROUNDS; round++) {
      const after = await evaluate(`(async () => {${SETTLE}\nreturn await settle(); })()`);
      if (after === fonts) break;
      fonts = after;
      bytes = await printNow(isTrial);
    }
    return bytes;
  }

  let trial: { readonly page: PrintablePage; readonly bytes: Uint8Array } | undefined;

  async function tryOut(page: PrintablePage): Promise<Uint8Array> {
    if (!trial || !looksAlike(trial.page, page)) trial = { page, bytes: await print(page, true) };
    return trial.bytes;
  }

  return {
    get stylesheet() {
      return stylesheet;
    },
    async prepare(wanted) {
      if (stylesheet === wanted) return;
      const empty = {
        body: '',
        css: '',
        language: 'en',
        direction: 'ltr',
        title: '',
        stylesheet: wanted,
      } as const;
      await guarded(show(empty));
    },
    print: (page) => guarded(print(page)),
    tryOut: (page) => guarded(tryOut(page)),
    discard() {
      session.send('Page.close').catch(() => {}); // already gone
    },
  };
}
