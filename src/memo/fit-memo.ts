import type { PrintablePage } from '../model/page.ts';
import type { LoadedForm } from '../project/forms.ts';

/**
 * The variant of a form in which a memo has no more pages than the form allows: variant after variant is tried, from the
 * fullest (0). The leanest is taken even when it has more. A form that need not fit has one variant only, and nothing
 * is tried to find it.
 *
 * @param pageOf makes a variant
 * @param countPages counts the pages that it prints on
 */
export async function fittingLevel(
  form: LoadedForm,
  pageOf: (level: number) => Promise<PrintablePage | undefined>,
  countPages: (page: PrintablePage) => Promise<number>,
): Promise<number> {
  if (form.fit === undefined) return 0;
  const { pages, variants, of } = form.fit;
  for (let level = 0; level < variants - 1; level += 1) {
    const page = await pageOf(level);
    const counted = page && of === 'brief' ? { ...page, css: page.css + BRIEF_ALONE } : page;
    if (counted === undefined || (await countPages(counted)) <= pages) return level;
  }
  return variants - 1;
}

/** Takes the annex away, and with it the notes behind it: the brief is what stands before. */
const BRIEF_ALONE = '\n.memo > section.annex, .memo > section.annex ~ * { display: none; }\n';
