import { fileURLToPath } from 'node:url';
import type { MemoView } from '../../src/derive/memo-view.ts';
import type { Words } from '../../src/figures/kit/words.ts';
import { Forms } from '../../src/project/forms.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { wordsFor } from '../../src/render/wording/figure-words.ts';

const forms = new Forms(nodeEffects(fileURLToPath(new URL('../..', import.meta.url))));
const form = await forms.load('policy-memo');

/** The words a memo is built with. */
export function wordsOf(view: MemoView): Words {
  return wordsFor(view, form);
}
