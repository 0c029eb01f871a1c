import { MemoWorkers } from '../memo/memo-workers.ts';
import type { Printer } from '../pdf/browser/printer.ts';
import { openRetryingPrinter } from '../pdf/browser/retrying-printer.ts';
import { startBrowser } from '../pdf/browser/start-browser.ts';
import type { Effects } from '../project/effects.ts';
import { withPackagedFonts } from '../project/font-packages.ts';
import type { MemoTools } from './memo-maker.ts';

/** Tools that stay alive while the desk is served. */
export interface DeskTools extends MemoTools {
  /** Stops the worker and the browser, and waits for that. */
  close(): Promise<void>;
  /** Stops them at once: for `exit` and signals. */
  kill(): void;
}

/**
 * A worker that makes memos, so that typing is not held up; and a browser, started when something is first
 * printed.
 *
 * @param thread The bundled `memo-thread.ts`; without it, memos are made in this thread.
 */
export function deskTools(effects: Effects, thread?: URL): DeskTools {
  const workers = new MemoWorkers(thread, 1);
  const start = () => startBrowser({ env: effects.environment });
  let printer: Promise<Printer> | undefined;
  const open = () => {
    const opened = openRetryingPrinter({
      env: effects.environment,
      concurrency: 1,
      browser: start(),
      restart: start,
      dress: (page) => withPackagedFonts(page, effects),
      finish: (print) => workers.finish(print), // so that typing is not held up
    });
    opened.catch(() => {
      printer = undefined; // try again next time: somebody may install a browser meanwhile
    });
    return opened;
  };
  return {
    workers,
    printer: () => (printer ??= open()),
    async close() {
      await Promise.all([workers.close(), printer?.then((opened) => opened.close()).catch(() => {})]);
    },
    kill() {
      void printer?.then((opened) => opened.kill()).catch(() => {});
    },
  };
}
