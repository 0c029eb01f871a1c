import { h } from 'hastscript';
import { memoSource, releaseOf } from '../build/memo-source.ts';
import { hashOf } from '../cache/store.ts';
import { screenStyle } from '../html/house.ts';
import type { ReleasedVersion } from '../ledger/ledger.ts';
import { makeMemo } from '../memo/make-memo.ts';
import type { Finding } from '../model/finding.ts';
import { hasErrors } from '../model/finding.ts';
import type { Marking } from '../model/generated/types.ts';
import type { PrintablePage } from '../model/page.ts';
import type { Effects } from '../project/effects.ts';
import type { Forms } from '../project/forms.ts';
import type { InputFile } from '../project/inputs.ts';
import { AssessmentReader } from '../project/read-assessment.ts';
import { memoPage } from './links.ts';
import { type PageContext, pageHtml } from './page.ts';

/** The page of a memo, and the style of its form, which memos of one form share. */
export interface MemoPage {
  readonly assessment: string;
  readonly page: PrintablePage;
  /** What it was made of. */
  readonly version: ReleasedVersion;
}

/** Memos as they are shown on a screen; why one has none stands in `findings`. */
export async function makeMemoPages(
  inputs: readonly InputFile[],
  release: Marking | undefined,
  forms: Forms,
  effects: Effects,
): Promise<{
  readonly pages: readonly MemoPage[];
  readonly findings: readonly Finding[];
  /** How many have none: they have errors, or cannot be released. */
  readonly leftOut: number;
}> {
  const reader = new AssessmentReader(effects, { forms: await forms.names() });
  const made: MemoPage[] = [];
  const findings: Finding[] = [];
  for (const input of inputs) {
    const read = await reader.read(input);
    const version = releaseOf(read, input.path, release);
    if (!version.assessment || hasErrors(version.findings)) {
      findings.push(...version.findings.filter(({ severity }) => severity === 'error'));
      continue;
    }
    const form = await forms.load(version.assessment.form);
    const source = await memoSource(
      input,
      version,
      version.assessment,
      read,
      form,
      release ? { release } : {},
      effects,
    );
    const { page } = await makeMemo(source, { level: 0, paper: 'A4', isLaidOut: true });
    const { assessment, previous } = version;
    const { register } = read;
    if (page) {
      made.push({
        assessment: assessment.id,
        page,
        version: { assessment, register, shown: input.shown, previous: previous?.assessment },
      });
    }
  }
  return { pages: made, findings, leftOut: inputs.length - made.length };
}

/** The files of memos' pages: one each, with the style sheets that they share. */
export function memoFiles(
  pages: readonly MemoPage[],
  fontCss: string,
  context: PageContext,
): Map<string, string> {
  const files = new Map<string, string>();
  for (const { assessment, page } of pages) {
    // Memos of one form and one marking share their style.
    const style = `${fontCss}\n${screenStyle(page.stylesheet)}\n${page.css}`;
    const shared = `style/${hashOf(style).slice(0, 16)}.css`;
    files.set(shared, style);
    const path = memoPage(assessment);
    const memo = h('div', { lang: page.language, dir: page.direction }, { type: 'raw', value: page.body });
    files.set(
      path,
      pageHtml({ path, title: page.title, content: [memo], styles: [shared], isMemo: true }, context),
    );
  }
  return files;
}
