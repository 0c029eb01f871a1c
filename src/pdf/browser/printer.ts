import { MachineFault } from '../../model/fault.ts';
import type { PrintablePage } from '../../model/page.ts';
import { withBriefEnding } from '../finish/brief-end.ts';
import type { PdfMetadata } from '../finish/document.ts';
import { type FinishedPrint, finishPrint, type PrintToFinish } from '../finish/finish-print.ts';
import { asPrinted, printWithPageNumbers } from '../finish/page-numbers.ts';
import { openPrinted } from '../finish/repeatable.ts';
import { pagesOf } from '../finish/skia-file.ts';
import { pageNotice } from '../fonts/coverage.ts';
import { openPage } from './page.ts';
import { pagePool } from './page-pool.ts';
import { PrintFault, type Trouble } from './print-fault.ts';
import { type BrowserOptions, type StartedBrowser, startBrowser } from './start-browser.ts';

export interface PrinterOptions extends BrowserOptions {
  /** Most pages that print at the same time; at least 1. */
  readonly concurrency: number;
  /** A browser started earlier. The printer closes it. */
  readonly browser?: StartedBrowser;
  /** Milliseconds after which one step of a print fails. Default 60000. */
  readonly timeout?: number;
  /** Finishes prints in another thread, as `finishPrint` does. */
  readonly finish?: (print: PrintToFinish) => Promise<FinishedPrint>;
}

export interface Printer {
  /** Tagged PDF with outline and metadata; the same page and metadata give the same bytes. Rejects with MachineFault. */
  print(page: PrintablePage, metadata: PdfMetadata): Promise<Uint8Array>;
  /** How many pages a page prints on. Rejects with MachineFault. */
  countPages(page: PrintablePage): Promise<number>;
  /**
   * Loads a style sheet and the fonts for plain text before the first print, while the memo is still being
   * made.
   */
  prepare(stylesheet: string): Promise<void>;
  /** Closes the browser and waits for that. */
  close(): Promise<void>;
  /** Kills the browser at once: for `exit` and signals. */
  kill(): void;
  /**
   * Notices for the user so far: that the sandbox is off, that a character has no glyph, that a file is not
   * PDF/A-3a.
   */
  readonly notices: readonly string[];
}

const TIMEOUT = 60_000;

/** Opens a printer. Rejects with a MachineFault if there is no browser; then nothing is left running. */
export async function openPrinter(options: PrinterOptions): Promise<Printer> {
  const started = options.browser ?? startBrowser(options);
  const { finish = async (print: PrintToFinish) => finishPrint(print) } = options;
  try {
    // In parallel: the browser starts in processes of its own.
    const [{ connectTo }, browser] = await Promise.all([import('./connect.ts'), started.ready]);
    const connection = await connectTo(browser, options.timeout ?? TIMEOUT);
    const pool = pagePool(Math.max(1, options.concurrency), async () =>
      openPage(await connection.newSession()),
    );
    const explained = async <T>(work: Promise<T>, title: string): Promise<T> => {
      try {
        return await work;
      } catch (error) {
        if (error instanceof MachineFault) throw error; // already explained
        if (connection.isOpen()) throw printFault(title, error);
        browser.kill(); // it may only have closed its pipes
        throw printFault(title, error, await browser.ended);
      }
    };
    const tryOut = (page: PrintablePage) => pool.use(page.stylesheet, (lent) => lent.tryOut(asPrinted(page)));
    const reported = new Set<string>();
    return {
      get notices() {
        return [...started.notices, ...reported];
      },
      async countPages(page) {
        return pagesOf(openPrinted(await explained(tryOut(page), page.title))).length;
      },
      async print(page, metadata) {
        const { pdf, whyNotArchival } = await explained(
          withBriefEnding(page, tryOut).then((settled) =>
            printWithPageNumbers(
              settled,
              (some) => pool.use(page.stylesheet, (lent) => lent.print(some)),
              (printed) => finish({ ...printed, metadata }),
            ),
          ),
          page.title,
        );
        const notice = pageNotice(page);
        if (notice !== undefined) reported.add(notice);
        // The missing glyphs were reported already.
        else if (whyNotArchival !== undefined)
          reported.add(`"${page.title}" does not say that it is PDF/A-3a: ${whyNotArchival}.`);
        return pdf;
      },
      prepare: (stylesheet) =>
        explained(
          pool.use(stylesheet, (lent) => lent.prepare(stylesheet)),
          'style sheet',
        ),
      close: () => started.close(),
      kill: () => started.kill(),
    };
  } catch (error) {
    await started.close();
    if (error instanceof MachineFault) throw error;
    throw printFault('style sheet', error, await started.ready.then(({ ended }) => ended)); // it has just ended
  }
}

function printFault(title: string, cause: unknown, lastWords?: string): PrintFault {
  const errorText = cause instanceof Error ? cause.message : String(cause);
  // Puppeteer's own message goes on with advice about its options.
  const reason = /timed out/.test(errorText) ? 'a step of it timed out.' : errorText;
  return new PrintFault(
    lastWords === undefined
      ? `"${title}" could not be printed: ${reason}`
      : `"${title}" could not be printed: the browser ended. ${lastWords}`,
    'Run it again. If it happens again, the machine may be short of memory; try fewer at a time (--jobs 1).',
    lastWords === undefined ? troubleOf(errorText) : 'browser',
    { cause },
  );
}

/**
 * Classifies a failure by its message. A page that hangs may hang the whole browser. "Printing failed" is all
 * the browser says if the page's process ended while it printed.
 */
function troubleOf(errorText: string): Trouble {
  if (/timed out/.test(errorText)) return 'browser';
  return /crashed|closed|detached|not attached|No target|Printing failed/i.test(errorText) ? 'page' : 'none';
}
