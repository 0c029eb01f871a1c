import type { LowMediumHigh } from '../../model/generated/types.ts';
import type { ImplicationView, IndicatorView, OutlookView, RecommendationView } from '../analysis/outlook.ts';
import { uncited } from '../analysis/uncited.ts';
import type { IncidentView } from '../entities/incidents.ts';
import type { JudgmentView, JudgmentViews } from '../entities/judgments.ts';

/** What one page holds at most, as numbers of items. */
interface Limits {
  readonly judgments: number;
  /** Whether the reason for each confidence is given. */
  readonly basis: boolean;
  readonly figure: boolean;
  readonly actions: number;
  readonly signs: number;
}

/**
 * From the fullest to the leanest: first reasons and recommendations are dropped, then the figure, last
 * judgments, so that no figure takes the place of a key judgment. Our own steps; each frees a few lines.
 */
const VARIANTS: readonly Limits[] = [
  { judgments: 12, basis: true, figure: true, actions: 6, signs: 5 },
  { judgments: 10, basis: true, figure: true, actions: 4, signs: 3 },
  { judgments: 10, basis: false, figure: true, actions: 6, signs: 5 },
  { judgments: 10, basis: false, figure: true, actions: 4, signs: 3 },
  { judgments: 8, basis: false, figure: true, actions: 3, signs: 2 },
  { judgments: 8, basis: false, figure: true, actions: 2, signs: 0 },
  { judgments: 8, basis: true, figure: false, actions: 4, signs: 3 },
  { judgments: 8, basis: false, figure: false, actions: 3, signs: 2 },
  { judgments: 6, basis: false, figure: false, actions: 3, signs: 2 },
  { judgments: 4, basis: false, figure: false, actions: 1, signs: 0 },
  { judgments: 2, basis: false, figure: false, actions: 0, signs: 0 },
  { judgments: 1, basis: false, figure: false, actions: 0, signs: 0 },
];

/** What does not fit, by kind. */
export type LeftOut =
  | 'judgments'
  | 'recommendations'
  | 'implications'
  | 'indicators'
  | 'scenarios'
  | 'incidents'
  | 'evidence';

/** A memo on one page. Prose has no citations: there is no room for notes. */
export interface OnePageView {
  readonly bottomLine: string | undefined;
  readonly judgments: readonly JudgmentView[];
  readonly basis: boolean;
  readonly figure: boolean;
  /** By priority; empty where the assessment recommends nothing. */
  readonly recommendations: readonly RecommendationView[];
  /** If there are no recommendations. */
  readonly implications: readonly ImplicationView[];
  /** Those observed first, then the others in the order of the file. */
  readonly signs: readonly IndicatorView[];
  /** How much of each kind does not fit on the page; kinds with nothing left over are absent. */
  readonly left: readonly { readonly what: LeftOut; readonly count: number }[];
}

interface Parts {
  readonly bottomLine: string | undefined;
  readonly judgments: JudgmentViews;
  readonly recommendations: readonly RecommendationView[];
  readonly implications: readonly ImplicationView[];
  readonly outlook: OutlookView | undefined;
  readonly chronology: readonly IncidentView[];
  readonly evidence: ReadonlyMap<string, unknown>;
}

/** The page in each variant, from the fullest to the leanest. The printing code takes the first that fits. */
export function viewOnePage(parts: Parts): OnePageView[] {
  return VARIANTS.map((limits) => onePage(parts, limits));
}

function onePage(parts: Parts, limits: Limits): OnePageView {
  const { outlook } = parts;
  const indicators = outlook?.indicators ?? [];
  const judgments = parts.judgments.key.slice(0, limits.judgments);
  const recommendations = byPriority(parts.recommendations).slice(0, limits.actions);
  const implications = parts.recommendations.length > 0 ? [] : parts.implications.slice(0, limits.actions);
  const signs = observedFirst(indicators).slice(0, limits.signs);
  const left: OnePageView['left'] = [
    { what: 'judgments' as const, count: parts.judgments.all.length - judgments.length },
    { what: 'recommendations' as const, count: parts.recommendations.length - recommendations.length },
    { what: 'implications' as const, count: parts.implications.length - implications.length },
    { what: 'indicators' as const, count: indicators.length - signs.length },
    { what: 'scenarios' as const, count: outlook?.scenarios.length ?? 0 },
    { what: 'incidents' as const, count: parts.chronology.length },
    { what: 'evidence' as const, count: parts.evidence.size },
  ].filter(({ count }) => count > 0);
  return {
    bottomLine: parts.bottomLine === undefined ? undefined : uncited(parts.bottomLine),
    judgments: judgments.map((judgment) => ({
      ...judgment,
      statement: uncited(judgment.statement),
      confidence: judgment.confidence && {
        level: judgment.confidence.level,
        basis:
          limits.basis && judgment.confidence.basis !== undefined
            ? uncited(judgment.confidence.basis)
            : undefined,
      },
    })),
    basis: limits.basis,
    figure: limits.figure,
    recommendations: recommendations.map((item) => ({ ...item, action: uncited(item.action) })),
    implications: implications.map((item) => ({ ...item, statement: uncited(item.statement) })),
    signs: signs.map((item) => ({ ...item, statement: uncited(item.statement) })),
    left,
  };
}

const PRIORITY: Readonly<Record<LowMediumHigh, number>> = { high: 0, medium: 1, low: 2 };

/** By priority; no priority counts as medium, and equal priorities keep the order of the file. */
export function byPriority(items: readonly RecommendationView[]): RecommendationView[] {
  return [...items].sort((a, b) => PRIORITY[a.priority ?? 'medium'] - PRIORITY[b.priority ?? 'medium']);
}

/** Indicators that were observed come first, the others stay in the order of the file. */
export function observedFirst(items: readonly IndicatorView[]): IndicatorView[] {
  const isObserved = ({ status }: IndicatorView) => Number(status === 'observed');
  return [...items].sort((a, b) => isObserved(b) - isObserved(a));
}
