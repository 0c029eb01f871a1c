import type { PrintablePage } from '../../model/page.ts';
import { PrintFault } from './print-fault.ts';
import { openPrinter, type Printer, type PrinterOptions } from './printer.ts';
import type { StartedBrowser } from './start-browser.ts';

export interface RetryingPrinterOptions extends PrinterOptions {
  /** Starts another browser, to replace one that has ended or does not answer. */
  readonly restart: () => StartedBrowser;
  /** Prepares each page before it is counted or printed: adds fonts from the project's packages. */
  readonly dress?: (page: PrintablePage) => Promise<PrintablePage>;
}

/** A browser's printer, and how many jobs it is doing. */
interface Lent {
  readonly printer: Promise<Printer>;
  jobs: number;
  isSpent: boolean;
}

/**
 * A printer that survives its browser: whatever was not printed because the browser ended, hung or lost a page
 * is printed once more, in another browser if needed. A second failure is a fault of that memo; the next memo
 * starts with a working browser. Rejects with a MachineFault if there is no browser.
 */
export async function openRetryingPrinter(options: RetryingPrinterOptions): Promise<Printer> {
  const { restart, dress = async (page: PrintablePage) => page, ...given } = options;
  const all: Promise<Printer>[] = [];
  const opened = (printer: Promise<Printer>): Lent => {
    printer.catch(() => {}); // reported to whoever prints
    all.push(printer);
    return { printer, jobs: 0, isSpent: false };
  };
  let current = opened(openPrinter(given));
  const known: Printer[] = [];

  async function once<T>(job: (printer: Printer) => Promise<T>): Promise<T> {
    if (current.isSpent) current = opened(openPrinter({ ...given, browser: restart() }));
    const lent = current;
    lent.jobs += 1;
    try {
      const printer = await lent.printer;
      if (!known.includes(printer)) known.push(printer);
      return await job(printer);
    } catch (error) {
      // A browser that cannot be started is not tried again and again, but the next memo may try.
      if (!(error instanceof PrintFault) || error.trouble === 'browser') lent.isSpent = true;
      throw error;
    } finally {
      lent.jobs -= 1;
      // Other prints in it may still finish: perhaps only one page hung.
      if (lent.isSpent && lent.jobs === 0) lent.printer.then((printer) => printer.kill()).catch(() => {});
    }
  }

  const steadily = async <T>(job: (printer: Printer) => Promise<T>): Promise<T> => {
    try {
      return await once(job);
    } catch (error) {
      if (!(error instanceof PrintFault) || error.trouble === 'none') throw error;
      return once(job);
    }
  };

  await steadily(() => Promise.resolve());
  return {
    get notices() {
      return [...new Set(known.flatMap(({ notices }) => notices))];
    },
    async print(page, metadata) {
      const dressed = await dress(page);
      return steadily((printer) => printer.print(dressed, metadata));
    },
    async countPages(page) {
      const dressed = await dress(page);
      return steadily((printer) => printer.countPages(dressed));
    },
    prepare: (stylesheet) => once((printer) => printer.prepare(stylesheet)),
    async close() {
      await Promise.all(all.map((printer) => printer.then((one) => one.close()).catch(() => {})));
    },
    kill() {
      for (const printer of known) printer.kill();
    },
  };
}
