import type { CDPSession } from 'puppeteer-core/internal/api/CDPSession.js';
// This entry leaves out launcher, downloads and WebDriver BiDi: it imports in half the time, and reads no
// configuration file from the working folder.
import { connect } from 'puppeteer-core/internal/puppeteer-core-browser.js';
import type { BrowserProcess } from './launch.ts';

/** The browser as this room drives it. */
export interface Connection {
  /** A session with a page of its own; the first one gets the page that the browser opened with. */
  newSession(): Promise<CDPSession>;
  /** False once the browser is gone. */
  isOpen(): boolean;
}

/** @param timeout milliseconds after which a single command fails */
export async function connectTo(browser: BrowserProcess, timeout: number): Promise<Connection> {
  const connection = await connect({
    transport: browser.transport,
    defaultViewport: null,
    protocolTimeout: timeout,
    // We listen to the few network events we need ourselves.
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
