import type { Assessment } from '../../model/generated/types.ts';
import { defaultLikelihoodScale, likelihoodScales } from '../../model/scales.ts';
import { type LikelihoodMention, likelihoodMentions } from '../../prose/likelihood-mentions.ts';
import { isReported } from '../../prose/reported.ts';
import { houseRow, type Row, rowOf } from '../likelihood-rows.ts';
import type { Rule } from '../rule.ts';
import { ASSERTED, englishSentences, type PlacedSentence } from '../wording.ts';

const CANDIDATE = /likely|probabl|certain|chance|odds|possibility|remote/i;
const NAMES = { 'icd-203': 'ICD 203', phia: 'the PHIA yardstick' } as const;

interface Placed extends LikelihoodMention {
  readonly at: PlacedSentence;
}

/** Judgments, bottom line and narrative speak the scale that the file declares, and of ICD 203 one row. */
export const foreignTermInProse: Rule = {
  id: 'foreign-term-in-prose',
  category: 'uncertainty',
  severity: 'warning',
  source: 'ICD 203 D.6.e(2)(a); PHIA probability yardstick',
  why: 'A reader who looks a term up in the scale of the memo finds it not, or beside another word for the same odds.',
  examples: {
    breaks: { assessment: { bottomLine: 'Further fires are highly likely.' } },
    keeps: { assessment: { bottomLine: 'Further fires are very likely.' } },
  },
  check: ({ assessment }) => {
    const scale = likelihoodScales[assessment.standards?.likelihood ?? defaultLikelihoodScale];
    const mentions = [...englishSentences(assessment, CANDIDATE, ({ kind }) => ASSERTED.has(kind))].flatMap(
      (at) =>
        likelihoodMentions(at.sentence.own)
          .filter(({ start }) => !isReported(at.sentence.own, start))
          .map((mention) => ({ ...mention, at })),
    );
    const foreign = mentions.filter(
      ({ term, bands }) =>
        term !== 'remote' && bands.length > 0 && bands.every((band) => band.scale && band.scale !== scale.id),
    );
    return [
      ...foreign.map(({ text, start, at }) => ({
        pointer: at.pointerAt(start),
        message: `\`${text}\` is no term of ${NAMES[scale.id]}, the scale this file declares.`,
        help: `Terms there are: ${scale.bands.map(({ terms }) => terms.join(' or ')).join(', ')}.`,
      })),
      ...(scale.id === 'icd-203' ? ofOtherRow(mentions, assessment) : []),
    ];
  },
};

function ofOtherRow(mentions: readonly Placed[], assessment: Assessment) {
  const placed = mentions.flatMap((mention) => {
    const row = rowInProse(mention);
    return row === undefined ? [] : { ...mention, row };
  });
  const house = houseRow(
    assessment,
    placed.map(({ row }) => row),
  );
  return placed
    .filter(({ row }) => row !== house)
    .map(({ text, start, at }) => ({
      pointer: at.pointerAt(start),
      message: `\`${text}\` is of the other row of ICD 203 than the terms of this file.`,
      help: `Keep to one row: ${likelihoodScales['icd-203'].bands.map(({ terms }) => terms[house] ?? '').join(', ')}.`,
    }));
}

/** "Probable cause" and "the probable heir" are no terms of the scale; "remote" is an everyday word. */
function rowInProse({ term, use }: LikelihoodMention): Row | undefined {
  return use === 'event' && term !== undefined && !term.startsWith('remote') ? rowOf(term) : undefined;
}
