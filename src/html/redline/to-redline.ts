import type { ElementContent, Root } from 'hast';
import type { PrintablePage } from '../../model/page.ts';
import { finishTree, htmlOf } from '../content.ts';
import { cssString, footPlace, furnitureCss } from '../furniture.ts';
import { h, text } from '../hast.ts';
import { scopedStyle } from '../scoped-style.ts';
import { headRows } from '../tables.ts';
import { frontOf } from './front.ts';
import { mergeEditions } from './merge.ts';
import type { RedlineInput } from './types.ts';

/** A redline as a page to print or to show: the changes, then the memo in its form with each change marked. */
export function toRedline(input: RedlineInput): PrintablePage {
  const { direction, furniture, language, paper, title } = input;
  const front = frontOf(input.front, furniture.look.text);
  const memo: Root = { type: 'root', children: mergeEditions(input) };
  finishTree(memo);
  headRows(memo);
  const marking = h('p', { className: ['marking'] }, [text(furniture.look.text)]);
  const style = scopedStyle(input.style, '.redline-memo');
  const foot = `@${footPlace(furniture.look)} { content: ${cssString(furniture.foot)}; }`;
  return {
    body: `<main class="redline">
<div class="memo marked front">\n${htmlOf(front)}\n</div>
<article class="redline-memo">\n<div class="memo">\n${htmlOf([marking, ...(memo.children as ElementContent[])])}\n</div>\n</article>
</main>`,
    css: `${furnitureCss(paper, direction, furniture, true)}@page :first { @${footPlace(furniture.look)} { content: ${cssString(furniture.legend)}; } }
@page redline-memo { ${style.page} ${foot} }
.redline-memo { page: redline-memo; }
`,
    stylesheet: [input.stylesheet, style.css].filter(Boolean).join('\n'),
    language,
    direction,
    title,
  };
}
