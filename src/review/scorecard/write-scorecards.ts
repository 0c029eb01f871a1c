import { join } from 'node:path';
import { toStandaloneHtml } from '../../html/standalone.ts';
import { toPage } from '../../html/to-page.ts';
import { directionOf } from '../../model/conventions/writing-direction.ts';
import { parseEdtf } from '../../model/edtf.ts';
import type { Printer } from '../../pdf/browser/printer.ts';
import { openRetryingPrinter } from '../../pdf/browser/retrying-printer.ts';
import { type StartedBrowser, startBrowser } from '../../pdf/browser/start-browser.ts';
import { inlineFontCss } from '../../pdf/fonts/inline-fonts.ts';
import type { Effects } from '../../project/effects.ts';
import { withPackagedFonts } from '../../project/font-packages.ts';
import { Forms } from '../../project/forms.ts';
import { shownPath } from '../../project/inputs.ts';
import { type Messages, messagesFor } from '../../render/wording/messages.ts';
import type { MarkedScorecard } from './read-scorecards.ts';
import { scorecardMarkdown } from './scorecard-markdown.ts';

export interface ScorecardRun {
  readonly format: 'html' | 'pdf';
  /** Absolute folder of `<id>.scorecard.html` or `.pdf`. */
  readonly out: string;
  /** Called as soon as a browser may be running, so that it can be killed if the run is interrupted. */
  readonly onBrowser?: (browser: { kill(): void }) => void;
}

/** Writes each scorecard as a page. Rejects with a MachineFault if nothing can be printed or written. */
export async function writeScorecards(
  cards: readonly MarkedScorecard[],
  { format, out, onBrowser }: ScorecardRun,
  effects: Effects,
): Promise<{ readonly files: readonly string[]; readonly notices: readonly string[] }> {
  const forms = new Forms(effects);
  const stylesheet = await forms.styleOf(['print']);
  const started: StartedBrowser[] = [];
  const start = () => {
    const browser = startBrowser({ env: effects.environment });
    started.push(browser);
    onBrowser?.(browser);
    return browser;
  };
  const printer =
    format === 'pdf' && cards.length > 0
      ? await openRetryingPrinter({
          env: effects.environment,
          concurrency: 1,
          browser: start(),
          restart: start,
          dress: (page) => withPackagedFonts(page, effects),
        })
      : undefined;
  const files: string[] = [];
  try {
    for (const marked of cards) {
      const path = join(out, `${marked.card.id}.scorecard.${format}`);
      const { messages } = await forms.load(marked.card.form);
      const words = messagesFor(marked.card.language, messages);
      const content = await contentOf(marked, words, stylesheet, printer);
      await effects.writeFiles([{ path, content, within: [effects.projectFolder] }]);
      files.push(shownPath(path, effects.projectFolder));
    }
    return { files, notices: printer?.notices ?? [] };
  } finally {
    await Promise.all(started.map((browser) => browser.close()));
  }
}

async function contentOf(
  { card, look }: MarkedScorecard,
  messages: Messages,
  stylesheet: string,
  printer: Printer | undefined,
): Promise<string | Uint8Array> {
  const title = messages.text('scorecard.title', { title: card.title });
  const { language } = card;
  const page = toPage({
    markdown: scorecardMarkdown(card, look, messages),
    figures: new Map(),
    language,
    direction: directionOf(language),
    title,
    paper: 'A4',
    furniture: { look, foot: title, pageOf: messages.text('page.of') },
    labels: { notes: messages.text('heading.notes'), backToText: messages.text('notes.back'), besides: [] },
    stylesheet: `${stylesheet}\n${STYLE}`,
  });
  if (!printer) return toStandaloneHtml(page, inlineFontCss(page.body));
  const { earliest, latest } = parseEdtf(card.asOf) ?? {};
  return printer.print(page, {
    title,
    authors: [],
    keywords: [card.marking],
    language,
    date: earliest ?? latest ?? '1970-01-01',
    marking: card.marking,
  });
}

/** Answer columns with borders and room for handwriting. */
const STYLE = `
.memo .dateline + p { margin-block-start: 8pt; }
.memo table { width: 100%; table-layout: fixed; }
.memo td { border: 0.5pt solid #999; height: 9mm; vertical-align: top; overflow-wrap: anywhere; padding-inline: 4pt; }
.memo tr, .memo table { break-inside: avoid; }
.memo h2 + p { break-after: avoid; }
.memo th:nth-child(n + 3):nth-child(-n + 5), .memo td:nth-child(n + 3):nth-child(-n + 5) { width: 8.5%; }
.memo th:nth-child(6), .memo td:nth-child(6) { width: 20%; }
`;
