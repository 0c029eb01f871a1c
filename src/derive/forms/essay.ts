import { citationsIn } from '../../model/citation.ts';
import type { JudgmentView, JudgmentViews } from '../entities/judgments.ts';
import type { SectionView } from '../entities/sections.ts';
import type { SectionOf } from './section-of.ts';

/** Judgments placed where they are argued. */
export interface EssayView {
  /** Judgments that no section argues. */
  readonly opening: readonly JudgmentView[];
  readonly parts: readonly EssayPartView[];
}

/**
 * A section split into passages, each preceded by the judgments it argues. The passages together are the
 * section's body.
 */
export interface EssayPartView {
  readonly section: SectionView;
  readonly passages: readonly { readonly judgments: readonly JudgmentView[]; readonly text: string }[];
}

/** Puts each judgment before the passage of its section that cites most of its evidence, for and against. */
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
 * Splits a text where something may be inserted: before an empty line followed by a plain paragraph. A
 * paragraph that begins with anything but a letter, a digit or an opening mark may belong to a list or a
 * quotation; text with fenced code is not split.
 */
function paragraphs(body: string): string[] {
  if (/^[ \t>]*(?:`{3}|~{3})/m.test(body)) return [body];
  return body.split(/\n[ \t]*\n(?=(?!\d+[.)])[\p{L}\p{N}“”„«‘’"'(])/u);
}

function citedIn(text: string): ReadonlySet<string> {
  return new Set(citationsIn(text).flatMap(({ items }) => items.map(({ id }) => id)));
}
