import type { CDPSession } from 'puppeteer-core/internal/api/CDPSession.js';
// The entry without launcher, downloads and WebDriver BiDi: half the time to import, and nothing that reads a
// configuration file from the folder we are called in.
import { connect } from 'puppeteer-core/internal/puppeteer-core-browser.js';
import type { BrowserProcess } from './launch.ts';

/** The browser as this room drives it. */
export interface Connection {
  /** A session with a page of its own; the first one is the page that the browser came up with. */
  newSession(): Promise<CDPSession>;
  /** False once the browser is gone. */
  isOpen(): boolean;
}

/** @param timeout how long a single command may take, in milliseconds, before it fails */
export async function connectTo(browser: BrowserProcess, timeout: number): Promise<Connection> {
  const connection = await connect({
    transport: browser.transport,
    defaultViewport: null,
    protocolTimeout: timeout,
    // We listen to the few events that we need ourselves.
    networkEnabled: false,
    issuesEnabled: false,
  });
  let first = connection.targets().find((target) => target.type() === 'page');
  return {
    async newSession() {
      const target = first ?? (await connection.newPage()).target();
      first = undefined;
      return target.createCDPSession();
    },
    isOpen: () => connection.connected,
  };
}
