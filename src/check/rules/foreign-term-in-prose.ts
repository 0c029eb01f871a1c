import { type LikelihoodScale, likelihoodScaleOf } from '../../model/conventions/conventions.ts';
import type { Assessment } from '../../model/generated/types.ts';
import { hedgedTerms } from '../../prose/likelihood/hedged-terms.ts';
import { type LikelihoodMention, likelihoodMentions } from '../../prose/likelihood/likelihood-mentions.ts';
import { overlaps } from '../../prose/reading/mention.ts';
import { isReported } from '../../prose/wording/reported.ts';
import { houseRow, type Row, rowOf } from '../likelihood-rows.ts';
import { paragraphsOf } from '../paragraphs.ts';
import type { ProseField } from '../prose-fields.ts';
import type { Rule } from '../rule.ts';
import { ASSERTED, englishSentences } from '../wording.ts';

const CANDIDATE = /likely|probabl|certain|chance|odds|possibility|remote/i;

/**
 * Judgments, bottom line and narrative use the terms of the declared scale, and for ICD 203 one of its rows.
 */
export const foreignTermInProse: Rule = {
  id: 'foreign-term-in-prose',
  category: 'uncertainty',
  severity: 'warning',
  source: 'ICD 203 D.6.e(2)(a); PHIA probability yardstick',
  why: 'A reader who looks the term up in the memo’s scale does not find it, or finds another word for the same odds.',
  examples: {
    breaks: { assessment: { bottomLine: 'Further fires are highly likely.' } },
    keeps: { assessment: { bottomLine: 'Further fires are very likely.' } },
  },
  check: ({ assessment }) => {
    const scale = likelihoodScaleOf(assessment);
    const house = scale.areRowsApart ? houseRow(assessment, () => rowsInProse(assessment, scale)) : undefined;
    const isWrong = (mention: LikelihoodMention) =>
      isForeign(mention, scale) || isOfOtherRow(mention, house, scale);
    const search = {
      candidate: CANDIDATE,
      reads: ({ kind }: ProseField) => ASSERTED.has(kind),
      finds: (own: string) => asserted(own, scale).some(isWrong),
    };
    return [...englishSentences(assessment, search)].flatMap(({ sentence: { own }, pointerAt }) =>
      asserted(own, scale)
        .filter(isWrong)
        .map((mention) => ({
          pointer: pointerAt(mention.start),
          ...(isForeign(mention, scale)
            ? foreignTerm(mention, scale)
            : termOfOtherRow(mention, house ?? 0, scale)),
        })),
    );
  },
};

function foreignTerm({ text }: LikelihoodMention, { title, bands }: LikelihoodScale) {
  return {
    message: `\`${text}\` is not a term of ${title}, the scale this file declares.`,
    help: `Its terms: ${bands.map(({ terms }) => terms.join(' or ')).join(', ')}.`,
  };
}

function termOfOtherRow({ text }: LikelihoodMention, house: Row, { title, bands }: LikelihoodScale) {
  const row = bands.map(({ terms }) => terms[house] ?? '');
  return {
    message: `\`${text}\` is of another row of ${title} than the terms of this file.`,
    help: `Keep to one row: ${row.join(', ')}.`,
  };
}

/** Terms in the analyst's own words, not in a source's. Hedged terms are left to `hedged-term`. */
function asserted(own: string, scale: LikelihoodScale): LikelihoodMention[] {
  const hedged = hedgedTerms(own);
  return likelihoodMentions(own, scale).filter(
    (mention) => !isReported(own, mention.start) && !hedged.some((other) => overlaps(other, mention)),
  );
}

/** "Remote" is an everyday word, but "remote possibility" is a term on either scale. */
function isForeign({ term, bands }: LikelihoodMention, scale: LikelihoodScale): boolean {
  return (
    term !== undefined &&
    term !== 'remote' &&
    bands.length > 0 &&
    bands.every((band) => band.scale !== scale.id)
  );
}

function isOfOtherRow(mention: LikelihoodMention, house: Row | undefined, scale: LikelihoodScale): boolean {
  const row = rowInProse(mention, scale);
  return house !== undefined && row !== undefined && row !== house;
}

/** "Probable cause" and "the probable heir" are not terms of the scale. */
function rowInProse({ term, use }: LikelihoodMention, scale: LikelihoodScale): Row | undefined {
  return use === 'event' && term !== undefined && !term.startsWith('remote') ? rowOf(term, scale) : undefined;
}

function rowsInProse(assessment: Assessment, scale: LikelihoodScale): Row[] {
  return paragraphsOf(assessment)
    .filter(({ field, text }) => ASSERTED.has(field.kind) && CANDIDATE.test(text))
    .flatMap(({ skimmed }) => skimmed)
    .flatMap(({ own }) => asserted(own, scale))
    .flatMap((mention) => rowInProse(mention, scale) ?? []);
}
