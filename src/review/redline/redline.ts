import { formerIn, together } from '../../diff/match/former-ids.ts';
import type { Renames } from '../../diff/match/renames.ts';
import { rewriteIds } from '../../diff/match/rewrite-ids.ts';
import type { AssessmentDiff, DiffSide } from '../../diff/types.ts';
import { alignItems, alignWords } from '../../diff/words/align.ts';
import type { WordAuthor } from '../../docx/word-input.ts';
import { toRedline } from '../../html/redline/to-redline.ts';
import { toStandaloneHtml } from '../../html/standalone.ts';
import { buildMemo, layOut, metadataOf } from '../../memo/build-memo.ts';
import { fittingLevel } from '../../memo/fit-memo.ts';
import { schemeOf } from '../../model/conventions/conventions.ts';
import { lookOf, strictestOf } from '../../model/conventions/markings.ts';
import { MachineFault } from '../../model/fault.ts';
import type { Paper } from '../../model/page.ts';
import type { Printer } from '../../pdf/browser/printer.ts';
import { inlineFontCss } from '../../pdf/fonts/inline-fonts.ts';
import type { WordFormSettings } from '../../project/config/word-settings.ts';
import type { Effects } from '../../project/effects.ts';
import { Forms } from '../../project/forms.ts';
import { picturesOnDisk } from '../../project/named/named-files.ts';
import { loadSettings } from '../../project/settings.ts';
import { redlineWords } from '../../render/changes/redline-words.ts';
import { numberHeads } from '../../render/wording/number-phrases.ts';
import { changeDescriber } from './describe-changes.ts';
import { redlineFacts } from './redline-facts.ts';
import { numberingsOf } from './redline-numbers.ts';
import { type RedlineEditions, redlineOrigin } from './redline-origin.ts';

/**
 * Two editions of one assessment, both valid and, for readers of a marking, both released; with their
 * differences.
 */
export interface RedlineSource extends RedlineEditions {
  readonly diff: AssessmentDiff;
  /** Where each was read, for people: a file, a revision. */
  readonly labels: { readonly before: string; readonly after: string };
}

export interface RedlineOptions {
  readonly formats: readonly ('html' | 'pdf' | 'docx')[];
  /** Author of the changes, in a Word document. */
  readonly author?: WordAuthor;
  readonly paper: Paper;
  /** Form of the memo; that of the newer assessment if left out. */
  readonly form?: string;
}

export interface Redline {
  /** A self-contained document, if requested. */
  readonly html?: string;
  /** Tagged PDF, if requested; the same input gives the same bytes. Both editions are embedded. */
  readonly pdf?: Uint8Array;
  /** A Word document with tracked changes, if requested. */
  readonly docx?: Uint8Array;
  /** Why no edition is embedded in the PDF, if none may be. */
  readonly notice?: string;
}

/**
 * The newer memo in its form with the changes from the older one marked in it, after a first page that lists
 * the changed judgments. Every page has the more restrictive of both markings.
 *
 * `printer` is called only if something is printed or measured: for `pdf`, and for forms that have to fit.
 * Rejects with a MachineFault if the form does not exist or nothing can be printed, with a TemplateError if the
 * form cannot be rendered.
 */
export async function makeRedline(
  { before, after, files, diff, labels }: RedlineSource,
  { formats, paper, form: named, author }: RedlineOptions,
  effects: Effects,
  printer: () => Promise<Printer>,
): Promise<Redline> {
  const forms = new Forms(effects);
  const form = await forms.load(named ?? after.assessment.form);
  const style = await forms.styleOf(['print', 'redline']);
  const make = (side: DiffSide) => async (level: number) =>
    buildMemo({ ...side, form, pictures: await picturesOnDisk(side.assessment, effects) }, { level });
  // Both use the newer edition's variant, so that omissions of a variant do not look like changes.
  const level = await fittingLevel(
    form,
    async (tried) => layOut(await make(after)(tried), form, paper),
    async (page) => (await printer()).countPages(page),
  );
  const ids = together(ownRenames(before, diff), formerIn(diff.changes));
  const older = { ...before, assessment: rewriteIds(before.assessment, ids) };
  const [old, fresh] = await Promise.all([make(older)(level), make(after)(level)]);
  const facts = redlineFacts(
    { view: old.view, label: labels.before },
    { view: fresh.view, label: labels.after },
    diff,
    changeDescriber(before, after),
  );
  const words = redlineWords(facts, form);
  const scheme = schemeOf(after.assessment);
  // A document with parts of both has the more restrictive marking.
  const marking = strictestOf(scheme, [old.view.marking, fresh.view.marking]);
  const page = toRedline({
    before: { markdown: old.rendered.markdown, figures: old.figures },
    after: { markdown: fresh.rendered.markdown, figures: fresh.figures },
    front: words.front,
    language: fresh.view.language,
    direction: fresh.view.direction,
    title: words.title,
    paper,
    furniture: {
      look: lookOf(scheme, marking),
      foot: words.foot(fresh.rendered.furniture.foot),
      pageOf: fresh.rendered.furniture.pageOf,
      legend: words.legend,
    },
    labels: { ...fresh.rendered.labels, ...words.labels },
    numberings: numberingsOf(old.view, fresh.view, form),
    numberHeads: numberHeads(fresh.view.language, form),
    aligner: { items: alignItems, words: alignWords },
    stylesheet: style,
    form: form.name,
    style: form.ownStyle,
  });
  if (formats.includes('docx')) {
    const { wordRedline } = await import('./word-redline.ts');
    const editions = {
      before: { ...old, assessment: older.assessment },
      after: { ...fresh, assessment: after.assessment },
    };
    return {
      docx: await wordRedline(editions, {
        diff,
        form,
        paper,
        marking,
        title: words.title,
        author,
        looks: await wordLooks(form.name, effects),
      }),
    };
  }
  const html = formats.includes('html') && toStandaloneHtml(page, inlineFontCss(page.body));
  if (!formats.includes('pdf')) return html === false ? {} : { html };
  const { why, ...origin } = await redlineOrigin({ before, after, files }, marking, form, effects);
  const shownMetadata = metadataOf(fresh);
  const keywords = [
    ...shownMetadata.keywords.filter((word) => word !== fresh.view.marking),
    marking,
    words.keyword,
  ];
  const metadata = { ...shownMetadata, ...origin, title: words.title, keywords, marking };
  const pdf = await (await printer()).print(page, metadata);
  return { ...(html !== false && { html }), pdf, ...(why !== undefined && { notice: why }) };
}

/** Throws a MachineFault if the house's template cannot be used. */
async function wordLooks(form: string, effects: Effects): Promise<WordFormSettings> {
  const { word, findings } = await loadSettings(effects);
  const looks = word.looksOf(form);
  if (looks) return looks;
  const why = findings.find(({ pointer }) => pointer.startsWith('/word'));
  throw new MachineFault(
    why?.message ?? 'The template of the configuration cannot be used.',
    why?.help ?? 'See `threat-memo check`.',
  );
}

/** Renamed entries of the older file: the same thing, so neither notes nor numbers changed. */
function ownRenames({ assessment }: DiffSide, { changes }: AssessmentDiff): Renames {
  const renames = new Map<string, Map<string, string>>();
  for (const { type, entity, before, after } of changes) {
    const entries = (assessment as unknown as Record<string, unknown>)[entity.collection];
    const isOwn = Array.isArray(entries) && entries.some((entry) => entry?.id === before);
    if (type !== 'renamed' || !isOwn) continue;
    const ids = renames.get(entity.collection) ?? new Map<string, string>();
    renames.set(entity.collection, ids.set(String(before), String(after)));
  }
  return renames;
}
