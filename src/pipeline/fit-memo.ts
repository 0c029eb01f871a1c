import type { Paper } from '../model/page.ts';
import type { Printer } from '../pdf/printer.ts';
import { layOut, type Memo } from './build-memo.ts';
import type { LoadedForm } from './forms.ts';

/**
 * The variant of a form in which a memo has no more pages than the form allows: variant after variant is made and
 * printed, from the fullest (0). The leanest is taken even when it has more. A form that need not fit has one variant
 * only, and nothing is printed to find it. The browser decides where lines break, hence the printer.
 */
export async function fittingLevel(
  form: LoadedForm,
  paper: Paper,
  make: (level: number) => Promise<Memo>,
  printer: () => Promise<Printer>,
): Promise<number> {
  if (form.fit === undefined) return 0;
  const { pages, variants } = form.fit;
  const opened = await printer();
  for (let level = 0; level < variants - 1; level += 1) {
    if ((await opened.countPages(layOut(await make(level), form, paper))) <= pages) return level;
  }
  return variants - 1;
}
