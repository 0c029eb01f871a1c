import { type StartedBrowser, startBrowser } from '../pdf/start-browser.ts';
import type { BuildOptions, BuildReport } from './build-options.ts';
import type { Effects } from './effects.ts';
import { findInputs } from './inputs.ts';

/**
 * Builds memos. A bad assessment is reported and never stops the others; what it gave before stays untouched.
 * Throws UsageFault for inputs or a form that are not there.
 */
export async function build(options: BuildOptions, effects: Effects): Promise<BuildReport> {
  const inputs = await findInputs(options.named, effects);
  // The browser comes up in processes of its own while the rest of the program is loaded: hence the late import.
  const started: StartedBrowser[] = [];
  const start = () => {
    const browser = startBrowser({ env: effects.environment });
    started.push(browser);
    options.onBrowser?.(browser);
    return browser;
  };
  const browser = options.formats.includes('pdf') ? start() : undefined;
  try {
    const { runBuild } = await import('./run-build.ts');
    // Some forms are measured even when nothing is printed.
    return await runBuild(inputs, options, effects, browser, start);
  } finally {
    await Promise.all(started.map((one) => one.close()));
  }
}
