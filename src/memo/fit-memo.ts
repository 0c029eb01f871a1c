import { briefAlone, type PrintablePage } from '../model/page.ts';
import type { LoadedForm } from '../project/forms.ts';

/**
 * The variant of a form in which a memo has no more pages than the form allows: variants are tried from the
 * fullest (0). The leanest is used even if it has more. A form without a limit has one variant, and nothing is
 * tried.
 *
 * @param pageOf makes a variant
 * @param countPages counts the pages it prints on
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
    if (!page || (await countPages(of === 'brief' ? briefAlone(page) : page)) <= pages) return level;
  }
  return variants - 1;
}
