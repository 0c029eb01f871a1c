import type { LikelihoodView } from '../../derive/analysis/likelihood.ts';
import type { EdtfDate } from '../../model/edtf.ts';
import type { QuantityReport } from '../../model/generated/types.ts';
import type { MoveFacts } from './move-words.ts';

/** A value as a change describes it: analysts' words, or something the language has words for. */
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

/** One step on the path to the change: a property and, if it is a list, the entry. */
export interface DescribedStep {
  readonly name: string;
  /** Identifies the entry. */
  readonly member?: readonly DescribedValue[];
}

/** What happened. */
export type DescribedEvent =
  | { readonly kind: 'added' | 'removed' | 'withdrawn'; readonly value: readonly DescribedValue[] }
  /** Positions in a list, from 1. */
  | { readonly kind: 'placed'; readonly from: number; readonly to: number }
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  /** At least one of the two is present. */
  | {
      readonly kind: 'value';
      readonly from: DescribedValue | undefined;
      readonly to: DescribedValue | undefined;
      /** How far, in bands of likelihood or in levels; absent if the two values say enough. */
      readonly move?: MoveFacts & { readonly of: 'likelihood' | 'confidence' };
    }
  /** Numbers of words; 0 if only punctuation or paragraphs differ. */
  | { readonly kind: 'reworded'; readonly inserted: number; readonly deleted: number }
  | {
      readonly kind: 'members';
      readonly added: readonly DescribedValue[];
      readonly removed: readonly DescribedValue[];
    }
  | { readonly kind: 'changed' }
  /**
   * Derived: statements of the hypotheses that led and now lead; `counted`: the range of figures; independent
   * sources.
   */
  | { readonly kind: 'leader'; readonly from: readonly string[]; readonly to: readonly string[] }
  | {
      readonly kind: 'range';
      readonly counted: string;
      readonly from: DescribedValue;
      readonly to: DescribedValue;
    }
  | { readonly kind: 'independence'; readonly from: number; readonly to: number }
  /** Derived: whether likelihoods became incoherent or coherent, and whose. */
  | { readonly kind: 'coherence'; readonly lost: boolean; readonly members: readonly string[] };

/** A change, ready to be worded in any language. */
export interface DescribedChange {
  /** The entry it belongs to; absent for a property of the assessment itself. */
  readonly thing?: { readonly collection: string; readonly name: string };
  readonly isShared: boolean;
  readonly way: readonly DescribedStep[];
  readonly event: DescribedEvent;
}
