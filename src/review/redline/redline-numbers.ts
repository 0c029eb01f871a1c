import type { MemoView } from '../../derive/memo-view.ts';
import type { Numbering } from '../../html/redline/types.ts';
import type { LoadedForm } from '../../project/forms.ts';
import { type Numbered, numberPhrases } from '../../render/wording/number-phrases.ts';

/** The parts to which the numbers in the two memos refer. */
export function numberingsOf(before: MemoView, after: MemoView, form: LoadedForm): Numbering[] {
  return numberPhrases(after.language, form).map(({ of, pattern }) => ({
    pattern,
    before: idsByNumber(before, of),
    after: idsByNumber(after, of),
  }));
}

function idsByNumber(view: MemoView, of: Numbered): ReadonlyMap<number, string> {
  switch (of) {
    case 'judgments':
      return listed(view.judgments.all);
    case 'assumptions':
      return listed(view.assumptions);
    case 'indicators':
      return listed(
        (view.outlook?.indicators ?? []).map(({ number, statement }) => ({ number, id: statement })),
      );
    case 'items':
      return inverted(view.eventReport.itemNumbers);
    case 'appraised':
      return inverted(view.commentary.appraisal.numbers);
  }
}

function listed(
  items: readonly { readonly id: string; readonly number: number }[],
): ReadonlyMap<number, string> {
  return new Map(items.map(({ id, number }) => [number, id]));
}

function inverted(numbers: ReadonlyMap<string, number>): ReadonlyMap<number, string> {
  return new Map([...numbers].map(([id, number]) => [number, id]));
}
