import { type LikelihoodScale, likelihoodScaleOf } from '../../model/conventions/conventions.ts';
import type { Claim } from '../../prose/likelihood/claimed-likelihoods.ts';
import { isForecast } from '../../prose/likelihood/modals.ts';
import { scaleTermsIn } from '../../prose/likelihood/scale-terms.ts';
import { mayBeVague, type VagueWord, vagueWords } from '../../prose/likelihood/vague-words.ts';
import { overlaps } from '../../prose/reading/mention.ts';
import { isReported } from '../../prose/wording/reported.ts';
import { contradictedClaims, declaredBeside } from '../declared-likelihood.ts';
import type { ProseField, ProseKind } from '../prose-fields.ts';
import type { Rule } from '../rule.ts';
import { englishSentences } from '../wording.ts';

const JUDGING: ReadonlySet<ProseKind> = new Set(['judgment', 'bottom-line']);
const TELLING: ReadonlySet<ProseKind> = new Set(['narrative', 'scenario', 'implication', 'description']);
/** Phrases that make a narrative sentence a judgment. */
const WE_JUDGE =
  /\b(?:we|I)\s+(?:\w+ly\s+|also\s+|still\s+|therefore\s+|continue\s+to\s+)*(?:assess|judge|estimate|believe|expect|think|conclude|anticipate|forecast|assessed|judged|concluded)\b|\b(?:it\s+is|is|are)\s+(?:assessed|judged|estimated)\b|\b(?:in|on)\s+our\s+(?:view|judge?ment|assessment|estimate|estimation|reading)\b|\bour\s+(?:\w+\s+)?(?:assessment|judge?ment|estimate)\s+is\b/i;

/** Judgments express likelihood in terms of the scale. */
export const vagueLikelihood: Rule = {
  id: 'vague-likelihood',
  category: 'uncertainty',
  severity: 'warning',
  source: 'ICD 203 D.6.e(2)(a); PHIA probability yardstick',
  why: 'Readers hear anything between 5 and 95 % in “may”, and a judgment that fits every outcome cannot be wrong.',
  examples: {
    breaks: { assessment: { bottomLine: 'Further fires may follow before autumn.' } },
    keeps: {
      assessment: {
        bottomLine:
          'The fires of May 2025 are likely to be followed by others, so guard the line as soon as possible.',
      },
    },
  },
  check: ({ assessment }) => {
    const scale = likelihoodScaleOf(assessment);
    return [
      ...englishSentences(assessment, {
        candidate: mayBeVague,
        reads: isRead,
        finds: (own, { kind }, written) => {
          if (isJudgment(kind, own)) return vagueIn(own, [], scale).length > 0;
          // A narrative sentence that cites something reports it.
          if (written.includes('[@')) return false;
          return vagueIn(own, [], scale).some((word) => isOwnEstimate(own, word));
        },
      }),
    ].flatMap(({ field, sentence: { own }, pointerAt }) =>
      vagueIn(own, contradictedClaims(field, assessment), scale)
        .filter((word) => isJudgment(field.kind, own) || isOwnEstimate(own, word))
        // Beside the term that a judgment declares, readers know what such words mean.
        .filter(({ kind }) => kind !== 'odds' || !declaredBeside(field, assessment))
        .map(({ text, start, kind }) => ({
          pointer: pointerAt(start),
          ...(kind === 'open'
            ? {
                severity: 'note' as const,
                message: `\`${text}\` says that something is possible, not how likely.`,
                help: 'It is sanctioned for what is remote but would weigh heavily; otherwise take a term of the scale.',
              }
            : {
                message: `\`${text}\` leaves open how likely it is.`,
                help: 'Take a term of the scale, or give a range of probability.',
              }),
        })),
    );
  },
};

/** Words that tell of ability, of what is seen or of what was open to somebody as often as of a likelihood. */
const OF_FACTS =
  /^(?:can|potential(?:ly)?|seemingly|apparently|(?:seems?|appears?)\s+to\s+(?!be\b).*|in\s+danger\b.*)$/i;

/** Behind "might", a permission ("might go ashore only with a pass") or a word of its own ("might-have-been"). */
const NO_ESTIMATE = /^(?:-|\s+(?:\w+\s+){1,4}?only\b)/i;
/** Behind "perhaps", a quantity or the reason of a fact: "perhaps every fifth parcel", "perhaps because of the rain". */
const QUANTITY = /^\s+(?:every|each|one|half|some|as\s|because|owing|due\s|thanks|for\s)/i;

/** Whether a word can only be the writer's own estimate, in a narrative too: "not out of the question that …". */
function isOwnEstimate(own: string, { text, start, end }: VagueWord): boolean {
  const behind = own.slice(end, end + 80);
  if (isReported(own, start) || (/^might$/i.test(text) && NO_ESTIMATE.test(behind))) return false;
  if (/^(?:may|could)(?:\s|$)/i.test(text))
    return isForecast(own, start, start + (/^may/i.test(text) ? 3 : 5));
  if (/^(?:Perhaps|Maybe|Possibly)$/.test(text) && /[\p{L}]\s+$/u.test(own.slice(0, start))) return false; // a name
  if (/^(?:perhaps|maybe|possibly)$/i.test(text) && QUANTITY.test(behind)) return false;
  return !OF_FACTS.test(text);
}

/**
 * Words that contradict the declared likelihood are left to `contradicted-likelihood`; a term of the scale is
 * not vague.
 */
function vagueIn(own: string, claims: readonly Claim[], scale: LikelihoodScale): VagueWord[] {
  const words = vagueWords(own);
  const terms = words.length > 0 ? scaleTermsIn(own, scale) : [];
  return words.filter(
    (word) =>
      (/\bnot$/i.test(word.text) || !terms.some((term) => overlaps(term, word))) &&
      !claims.some((claim) => overlaps(claim, word) && own.slice(claim.start).startsWith(claim.text)),
  );
}

function isJudgment(kind: ProseKind, own: string): boolean {
  return JUDGING.has(kind) || WE_JUDGE.test(own);
}

function isRead({ kind }: ProseField): boolean {
  return JUDGING.has(kind) || TELLING.has(kind);
}
