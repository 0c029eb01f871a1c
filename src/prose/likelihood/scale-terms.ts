import type { LikelihoodScale } from '../../model/conventions/conventions.ts';
import { type Mention, mentionOf, textBefore } from '../reading/mention.ts';

/** An occurrence of a scale's term, in any of the languages the scale has words for. */
export interface ScaleTerm extends Mention {
  /** The scale's first term for the band. */
  readonly term: string;
  readonly low: number;
  readonly high: number;
  /** Whether it is negated. */
  readonly negated: boolean;
}

interface KnownTerms {
  readonly expression: RegExp;
  readonly byText: ReadonlyMap<
    string,
    { readonly term: string; readonly low: number; readonly high: number }
  >;
}

const known = new WeakMap<LikelihoodScale, KnownTerms>();

/** The terms of a scale in a text, preferring the longest. */
export function scaleTermsIn(own: string, scale: LikelihoodScale): ScaleTerm[] {
  const { expression, byText } = termsOf(scale);
  return [...own.matchAll(expression)].flatMap(({ 0: found, index }) => {
    const meant = byText.get(bare(found));
    return meant
      ? {
          ...mentionOf(own, index, index + found.length),
          ...meant,
          negated: NEGATION.test(textBefore(own, index)),
        }
      : [];
  });
}

/** Whether a text has a term of the scale. */
export function hasScaleTerm(text: string, scale: LikelihoodScale): boolean {
  return text.search(termsOf(scale).expression) >= 0;
}

/** Negations that reverse what follows, in the shipped languages and related ones. */
const NEGATION =
  /(?<!\p{L})(?:not|n['’]t|never|no|nicht|nie|kein\p{L}*|weder|pas|jamais|aucun\p{L}*|ni|nunca|ningún|non|mai|niet|geen|nie|не|нет|никогда|ни|לא|אין)(?!\p{L})\s+(?:\p{L}+\s+)?$/iu;

function termsOf(scale: LikelihoodScale): KnownTerms {
  const found = known.get(scale) ?? compile(scale);
  known.set(scale, found);
  return found;
}

function compile({ bands, words = {} }: LikelihoodScale): KnownTerms {
  const byText = new Map<string, { term: string; low: number; high: number }>();
  for (const { low, high, terms, forms = [] } of bands) {
    for (const term of [...terms, ...forms]) {
      for (const text of [term, ...Object.values(words[term] ?? {})]) {
        byText.set(bare(text), { term: terms.includes(term) ? term : (terms[0] ?? term), low, high });
      }
    }
  }
  const longestFirst = [...byText.keys()].sort((a, b) => b.length - a.length);
  const sources = longestFirst.map((text) =>
    text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/ /g, '\\s+'),
  );
  return {
    expression: new RegExp(`(?<!\\p{L})(?:${sources.join('|')})(?!-?\\p{L})`, 'giu'),
    byText,
  };
}

function bare(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ');
}
