import { expect, test } from 'vitest';
import { fittingLevel } from '../../src/memo/fit-memo.ts';
import type { PrintablePage } from '../../src/model/page.ts';
import type { LoadedForm } from '../../src/project/forms.ts';

const page = (css = ''): PrintablePage => ({
  body: '',
  css,
  stylesheet: '',
  language: 'en',
  direction: 'ltr',
  title: '',
});

const NO_CHANGES = { headings: 0, closer: '', closest: '', looser: '', closerAnnex: '', figures: [] };

const form = (fit?: LoadedForm['fit']): LoadedForm => ({
  name: 'x',
  takes: 'one',
  templates: new Map(),
  messages: new Map(),
  stylesheet: '',
  ownStyle: '',
  ownPhrases: [],
  ...(fit && { fit }),
});

test('the fullest variant that fits is used, the shortest if none does', async () => {
  const fit = { pages: 2, variants: 4, of: 'memo' } as const;
  const levelFor = (pages: readonly number[]) => {
    let tried = 0;
    return fittingLevel(
      form(fit),
      async () => page(),
      async () => pages[tried++] ?? 9,
    );
  };
  expect(await levelFor([2])).toBe(0);
  expect(await levelFor([4, 3, 1])).toBe(2);
  expect(await levelFor([])).toBe(3);
});

test('a form without a page limit is not printed to count its pages', async () => {
  const never = () => Promise.reject(new Error('was called'));
  expect(await fittingLevel(form(), never, never)).toBe(0);
});

test('if the brief has to fit, the annex is not counted', async () => {
  const counted: string[] = [];
  const count = async ({ body }: PrintablePage) => {
    counted.push(body);
    return 1;
  };
  const whole = { ...page(), body: 'brief annex', brief: { ...NO_CHANGES, end: 6 } };
  await fittingLevel(form({ pages: 2, variants: 2, of: 'brief' }), async () => whole, count);
  await fittingLevel(form({ pages: 2, variants: 2, of: 'memo' }), async () => whole, count);
  expect(counted).toEqual(['brief ', 'brief annex']);
});
