import { h } from 'hastscript';
import type { AssessmentComparison, Difference, Matter } from '../../derive/comparison/types.ts';
import { ComparisonWords } from '../../ledger/compare/comparison-words.ts';
import { type EntityKind, entityPage, memoPage, pages } from '../links.ts';
import { dataTable, Linker, type Page, type PageContext, type Part } from '../page.ts';

/** Most differences and agreements listed: a page is read, not searched. `compare` lists all of them. */
const SHOWN = 60;

/** Most groups of answers listed for one topic. */
const MAX_GROUPS = 8;

const KINDS: Readonly<Partial<Record<Matter['kind'], EntityKind>>> = {
  incident: 'incidents',
  actor: 'actors',
};

/** Where assessments differ, the possible causes, and where they agree. */
export function comparePage(comparison: AssessmentComparison, context: PageContext): Page {
  const { data, words } = context;
  const link = new Linker(pages.compare, data);
  const comparisonWords = new ComparisonWords(
    words.language,
    (group, term) => words.term(group, term),
    (date) => words.date(date),
  );
  const names = new Map(data.assessments.map(({ assessment, title }) => [assessment, String(title)]));
  const titleOf = (memo: number) => {
    const id = comparison.memos[memo - 1]?.id ?? '';
    return `“${names.get(id) ?? id}”`;
  };
  const memosOf = (memos: readonly number[]): Part[] =>
    memos.slice(0, MAX_GROUPS).flatMap((number, index): Part[] => {
      const id = comparison.memos[number - 1]?.id ?? '';
      const to = link.to(memoPage(id), h('span', { dir: 'auto' }, names.get(id) ?? id));
      const more = memos.length > MAX_GROUPS && index === MAX_GROUPS - 1;
      const rest = comparisonWords.text('more', { count: memos.length - MAX_GROUPS });
      return [...(index === 0 ? [to] : ['; ', to]), ...(more ? [`; ${rest}`] : [])];
    });
  const matterOf = (matter: Matter): Part => {
    const kind = KINDS[matter.kind];
    const known = kind && data[kind as 'actors' | 'incidents'].some(({ key }) => key === matter.id);
    const name = h('span', { dir: 'auto' }, matter.name);
    return kind && known ? link.to(entityPage(kind, matter.id), name) : name;
  };
  const questionOf = ({ type, matter }: Pick<Difference, 'type' | 'matter'>) =>
    matter.name === ''
      ? comparisonWords.matter(type, matter)
      : [matterOf(matter), `: ${comparisonWords.question(type, matter)}`];
  const differences = comparison.differences.slice(0, SHOWN).map((difference) => {
    return h('section', [
      h('h3', questionOf(difference)),
      dataTable(
        [words.text('statement'), words.text('assessment')],
        comparisonWords
          .grouped(difference)
          .slice(0, MAX_GROUPS)
          .map(({ text, memos }) => [h('span', text), memosOf(memos)]),
        words,
      ),
      ...(difference.hangsOn.length === 0
        ? []
        : [
            h('p', h('strong', `${comparisonWords.text('hangsOn')}:`)),
            h(
              'ul',
              difference.hangsOn.map((reason) => h('li', comparisonWords.reason(reason, titleOf))),
            ),
          ]),
    ]);
  });
  const agreements = comparison.agreed.slice(0, SHOWN).map(({ type, matter, sides }) => {
    const answerTexts = comparisonWords.grouped({ type, sides }).map(({ text }) => text);
    return [
      questionOf({ type, matter }),
      h('span', comparisonWords.list(answerTexts, 2)),
      memosOf(sides.map(({ memo }) => memo)),
    ];
  });
  return {
    path: pages.compare,
    title: words.text('compare'),
    content: [
      h('h1', words.text('compare')),
      h('p', words.text('compareText')),
      h('h2', comparisonWords.text('differences')),
      ...(differences.length === 0 ? [h('p', words.text('nothing'))] : differences),
      h('section', [
        h('h2', comparisonWords.text('agreements')),
        dataTable(
          [words.text('about'), words.text('statement'), words.text('assessment')],
          agreements,
          words,
        ),
      ]),
    ],
  };
}
