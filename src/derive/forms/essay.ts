import { citationsIn } from '../../model/citation.ts';
import type { JudgmentView, JudgmentViews } from '../entities/judgments.ts';
import type { SectionView } from '../entities/sections.ts';
import type { SectionOf } from './section-of.ts';

/** Judgments where they are argued. */
export interface EssayView {
  /** Judgments that no section argues. */
  readonly opening: readonly JudgmentView[];
  readonly parts: readonly EssayPartView[];
}

/** A section in passages, each behind the judgments it argues. Together the passages are the body of the section. */
export interface EssayPartView {
  readonly section: SectionView;
  readonly passages: readonly { readonly judgments: readonly JudgmentView[]; readonly text: string }[];
}

/** Puts each judgment before the passage of its section that cites most of the evidence for and against it. */
export function viewEssay(
  sections: readonly SectionView[],
  sectionOf: SectionOf,
  judgments: JudgmentViews,
): EssayView {
  const at = (section: string | undefined) =>
    judgments.all.filter(({ id }) => sectionOf.judgments.get(id) === section);
  return {
    opening: at(undefined),
    parts: sections.map((section) => ({ section, passages: passagesOf(section.body, at(section.id)) })),
  };
}

function passagesOf(body: string, judgments: readonly JudgmentView[]): EssayPartView['passages'] {
  const blocks = paragraphs(body).map((text) => ({ text, cited: citedIn(text) }));
  const places = judgments.map((judgment) => {
    const behind = [...judgment.evidence, ...judgment.contraryEvidence.map(({ id }) => id)];
    const shares = blocks.map(({ cited }) => behind.filter((id) => cited.has(id)).length);
    return { judgment, at: shares.indexOf(Math.max(...shares)) };
  });
  const passages: { judgments: JudgmentView[]; text: string }[] = [];
  for (const [index, { text }] of blocks.entries()) {
    const argued = places.filter(({ at }) => at === index).map(({ judgment }) => judgment);
    const last = passages.at(-1);
    if (argued.length === 0 && last) last.text += `\n\n${text}`;
    else passages.push({ judgments: argued, text });
  }
  return passages;
}

/**
 * Where something may be put between: before an empty line that a plain paragraph follows. What begins with anything but
 * a letter, a digit or an opening mark may belong to a list or a quotation; text with fenced code stays whole.
 */
function paragraphs(body: string): string[] {
  if (/^[ \t>]*(?:`{3}|~{3})/m.test(body)) return [body];
  return body.split(/\n[ \t]*\n(?=(?!\d+[.)])[\p{L}\p{N}“”„«‘’"'(])/u);
}

function citedIn(text: string): ReadonlySet<string> {
  return new Set(citationsIn(text).flatMap(({ items }) => items.map(({ id }) => id)));
}
