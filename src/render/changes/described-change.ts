import type { LikelihoodView } from '../../derive/analysis/likelihood.ts';
import type { EdtfDate } from '../../model/edtf.ts';
import type { QuantityReport } from '../../model/generated/types.ts';
import type { MoveFacts } from './move-words.ts';

/** A value as a change tells it: what analysts wrote, or what the language has words for. */
export type DescribedValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'flag'; readonly flag: boolean }
  | { readonly kind: 'date'; readonly date: EdtfDate }
  /** A term of a vocabulary: its word is the phrase `group.term`. */
  | { readonly kind: 'term'; readonly group: string; readonly term: string }
  | { readonly kind: 'likelihood'; readonly likelihood: LikelihoodView }
  | { readonly kind: 'figure'; readonly report: QuantityReport }
  | { readonly kind: 'outcome'; readonly cameTrue: boolean };

/** One step to what changed: a property, and where it is a list the member. */
export interface DescribedStep {
  readonly name: string;
  /** What tells the member from the others. */
  readonly member?: readonly DescribedValue[];
}

/** What became of it. */
export type DescribedEvent =
  | { readonly kind: 'added' | 'removed' | 'withdrawn'; readonly value: readonly DescribedValue[] }
  /** Places in a list, from 1. */
  | { readonly kind: 'placed'; readonly from: number; readonly to: number }
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  /** At least one of the two is there. */
  | {
      readonly kind: 'value';
      readonly from: DescribedValue | undefined;
      readonly to: DescribedValue | undefined;
      /** How far, in bands of likelihood or in levels; absent where the two values say it all. */
      readonly move?: MoveFacts & { readonly of: 'likelihood' | 'confidence' };
    }
  /** Numbers of words; none where only punctuation or paragraphs differ. */
  | { readonly kind: 'reworded'; readonly inserted: number; readonly deleted: number }
  | {
      readonly kind: 'members';
      readonly added: readonly DescribedValue[];
      readonly removed: readonly DescribedValue[];
    }
  | { readonly kind: 'changed' }
  /** Derived: statements of the hypotheses that led and that lead; `counted` spans other figures; independent sources. */
  | { readonly kind: 'leader'; readonly from: readonly string[]; readonly to: readonly string[] }
  | {
      readonly kind: 'range';
      readonly counted: string;
      readonly from: DescribedValue;
      readonly to: DescribedValue;
    }
  | { readonly kind: 'independence'; readonly from: number; readonly to: number }
  /** Derived: whether likelihoods stopped to fit together, and of what. */
  | { readonly kind: 'coherence'; readonly lost: boolean; readonly members: readonly string[] };

/** A change, ready to be told in any language. */
export interface DescribedChange {
  /** What it is said of; absent for what the assessment says of itself. */
  readonly thing?: { readonly collection: string; readonly name: string };
  readonly isShared: boolean;
  readonly way: readonly DescribedStep[];
  readonly event: DescribedEvent;
}
