import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { locateBrowsers } from '../../src/pdf/browser/locate-browser.ts';
import { thisMachine } from '../../src/pdf/browser/machine.ts';
import { privateFolder } from '../../src/pdf/browser/private-folder.ts';
import { unpackBrowser } from '../../src/pdf/browser/unpack-browser.ts';
import { embeddedBrowser } from '../../src/pdf/browser/unpacked-browser.ts';

/** The browser that the program prints with, started to look at a page. */
export async function startLooking(): Promise<Browser> {
  const executablePath = await browserPath();
  return puppeteer.launch({
    executablePath,
    pipe: true,
    args: ['--no-sandbox', '--font-render-hinting=none'],
  });
}

/** Where the browser is that the program prints with; unpacked where nobody has done so. */
export async function browserPath(): Promise<string> {
  const machine = thisMachine(process.env);
  const [first] = locateBrowsers(machine);
  if (first && first.kind !== 'embedded') return first.path;
  return unpackBrowser(embeddedBrowser(), privateFolder(machine), machine.uid);
}

/** How often a page is asked whether it shows something, in milliseconds: with each frame, it would draw many. */
const POLLING = 50;

/** A person at the page: finds things by what they are called, as a screen reader does. */
export class Person {
  readonly page: Page;
  /** What the page objected to: errors of scripts, and files it could not load. */
  readonly complaints: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) =>
      this.complaints.push(error instanceof Error ? error.message : String(error)),
    );
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  async click(role: string, name: string): Promise<void> {
    await this.page.locator(`::-p-aria([name="${name}"][role="${role}"])`).click();
  }

  /** Types into a field, replacing its content. */
  async type(role: string, name: string, text: string): Promise<void> {
    const field = await this.page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`);
    if (!field) throw new Error(`There is no field ${name}.`);
    await field.click({ count: 3 });
    await field.type(text);
  }

  /** Clicks on a finding as a user does: moves to the list, then aims. The list does not move under the pointer. */
  async clickFinding(text: string): Promise<void> {
    await this.page.hover('.bottom .held');
    await this.page.locator(`.bottom .link::-p-text(${text})`).click();
  }

  /** Waits until a finding is gone, or shown as fixed. */
  async losesFinding(text: string): Promise<void> {
    const lines = "[...document.querySelectorAll('.bottom .finding:not(.fixed)')]";
    await this.page.waitForFunction(
      `!${lines}.some((line) => line.textContent.includes(${JSON.stringify(text)}))`,
      { polling: POLLING },
    );
  }

  async press(key: Parameters<Page['keyboard']['press']>[0]): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Waits until a text is on the page. */
  async sees(text: string, within = 'body'): Promise<void> {
    const [selector, wanted] = [within, text].map((each) => JSON.stringify(each));
    await this.page.waitForFunction(
      `document.querySelector(${selector})?.textContent?.includes(${wanted}) ?? false`,
      { timeout: 30_000, polling: POLLING },
    );
  }

  /** Waits until a text is in the memo. */
  async readsInMemo(text: string): Promise<void> {
    const memo = "(document.querySelector('iframe')?.contentDocument?.body?.textContent ?? '')";
    await this.page.waitForFunction(`${memo}.replace(/\\s+/g, ' ').includes(${JSON.stringify(text)})`, {
      timeout: 30_000,
      polling: POLLING,
    });
  }

  /** Waits until everything that was typed is in the file's text, and checked. */
  async rests(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await this.page.waitForNetworkIdle({ idleTime: 200, concurrency: 1, timeout: 20_000 }).catch(() => {});
  }
}
