import type { LoadedForm } from '../project/forms.ts';

/**
 * The variant of a form in which a memo has no more pages than the form allows: variant after variant is tried, from the
 * fullest (0). The leanest is taken even when it has more. A form that need not fit has one variant only, and nothing
 * is tried to find it.
 *
 * @param pagesOf makes a variant and counts its pages
 */
export async function fittingLevel(
  form: LoadedForm,
  pagesOf: (level: number) => Promise<number>,
): Promise<number> {
  if (form.fit === undefined) return 0;
  const { pages, variants } = form.fit;
  for (let level = 0; level < variants - 1; level += 1) {
    if ((await pagesOf(level)) <= pages) return level;
  }
  return variants - 1;
}
