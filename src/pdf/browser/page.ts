import type { CDPSession } from 'puppeteer-core/internal/api/CDPSession.js';
import type { PrintablePage } from '../../model/page.ts';
import { FONT_HOST, fontCss, fontFile } from '../fonts/fonts.ts';

/** One page of the browser, kept from memo to memo with its style sheet and fonts loaded. */
export interface PrintPage {
  /** The style sheet it has loaded. */
  readonly stylesheet: string | undefined;
  /** Loads a style sheet and the fonts of plain text, unless it is loaded. */
  prepare(stylesheet: string): Promise<void>;
  /** The bytes as Skia wrote them. Rejects when page or browser is gone or does not answer. */
  print(page: PrintablePage): Promise<Uint8Array>;
  /** Closes it, whatever state it is in. */
  discard(): void;
}

/** Often enough for a chain of fallbacks; more would be a loop. */
const FONT_ROUNDS = 4;

/**
 * What the page may do, beside our refusing its requests: no scripts, no frames, no forms, fonts of ours, fonts and
 * pictures that it carries in itself.
 */
const POLICY = `default-src 'none'; style-src 'unsafe-inline'; font-src ${FONT_HOST} data:; img-src data:; form-action 'none'; base-uri 'none'`;

function shell(stylesheet: string): string {
  // `</style` cannot occur inside a style element; in CSS the escape means the same.
  const safe = stylesheet.replace(/<\/(?=style)/gi, String.raw`<\/`);
  return (
    `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">` +
    `<title></title><style>${fontCss()}</style><style>${safe}</style><style id="memo-style"></style></head><body></body></html>`
  );
}

/**
 * Runs in the page. Asks for layout, which asks for fonts, until there is no font still to come; gives the number of
 * fonts that were asked for so far. Throws when one of ours or of the house did not load: the text would be set in another. Others are a matter of the check.
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
const preload = (text) => Promise.all(['400', '600', '700'].flatMap((weight) =>
  ['Memo Sans', 'House Sans'].map((family) =>
    document.fonts.load(weight + ' 16px "' + family + '"', text).catch(() => []))));`;

/** Characters that the page's margin boxes may show: they are laid out only while printing, too late for a font. */
function furnitureText(css: string): string {
  const unescaped = css.replace(/\\([0-9a-f]{1,6})\s?/gi, (whole, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
  return [...new Set(unescaped)].sort().join('');
}

function exchange(page: PrintablePage): string {
  const { body, css, language, direction, title } = page;
  return `(async (memo) => {
${SETTLE}
const style = document.getElementById('memo-style');
if (style === null) return 'lost';
const root = document.documentElement;
root.lang = memo.language;
root.dir = memo.direction;
document.title = memo.title;
style.textContent = memo.css;
document.body.innerHTML = memo.body;
await preload(memo.furniture);
return await settle();
})(${JSON.stringify({ body, css, language, direction, title, furniture: furnitureText(css) })})`;
}

/**
 * Guards work on a page: it fails when the page crashes, or has crashed before. `Promise.race` with one promise for all
 * would keep every result until the page is gone.
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

/** Takes over a page of the browser: no scripts, no requests but for our fonts, styles for print. */
export async function openPage(session: CDPSession): Promise<PrintPage> {
  let stylesheet: string | undefined;
  const guarded = crashGuard(session);
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    const body = fontFile(request.url);
    const answer =
      body === undefined
        ? // `Aborted`, so that a page that tries to go elsewhere stays where it is
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
    answer.catch(() => {}); // the page went away meanwhile; the print says so
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
      session.send('Emulation.setEmulatedMedia', { media: 'print' }),
      session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    ]),
  );

  async function load(wanted: string): Promise<void> {
    stylesheet = undefined;
    await session.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html: shell(wanted) });
    stylesheet = wanted;
  }

  async function printNow(): Promise<Uint8Array> {
    const { data } = await session.send('Page.printToPDF', {
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      transferMode: 'ReturnAsBase64',
    });
    return Buffer.from(data, 'base64');
  }

  async function print(page: PrintablePage): Promise<Uint8Array> {
    if (stylesheet !== page.stylesheet) await load(page.stylesheet);
    let fonts = await evaluate(exchange(page));
    if (fonts === 'lost') {
      await load(page.stylesheet);
      fonts = await evaluate(exchange(page));
    }
    let bytes = await printNow();
    // A font that only print asked for (another script in a margin box) came too late for it: then once more.
    for (let round = 0; round < FONT_ROUNDS; round++) {
      const after = await evaluate(`(async () => {${SETTLE}\nreturn await settle(); })()`);
      if (after === fonts) break;
      fonts = after;
      bytes = await printNow();
    }
    return bytes;
  }

  return {
    get stylesheet() {
      return stylesheet;
    },
    async prepare(wanted) {
      if (stylesheet === wanted) return;
      await guarded(load(wanted));
      const faces = ["400 16px 'Memo Serif'", "600 16px 'Memo Serif'", "italic 400 16px 'Memo Serif'"];
      await guarded(
        evaluate(`(async () => {${SETTLE}
await Promise.all([preload('a'), ...${JSON.stringify(faces)}.map((face) => document.fonts.load(face, 'a'))]); })()`),
      );
    },
    print: (page) => guarded(print(page)),
    discard() {
      session.send('Page.close').catch(() => {}); // gone already
    },
  };
}
