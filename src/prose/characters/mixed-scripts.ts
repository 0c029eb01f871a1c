import { type Mention, mentionOf } from '../reading/mention.ts';

/** A word with letters from two alphabets that look alike. */
export interface MixedWord extends Mention {
  /** The letters from the less frequent alphabet, each with its name: "о (Cyrillic)". */
  readonly strangers: readonly string[];
}

type Script = 'Latin' | 'Cyrillic' | 'Greek';

/** Letters that can be taken for one of another alphabet (after Unicode's confusables, UTS #39). */
const LOOKALIKES: Readonly<Record<Script, RegExp>> = {
  Latin: /[aceiopxyhkmtbjsugrnABCEHIJKMOPSTXYZN0-9]/u,
  Cyrillic: /[асеіорхуһјѕԁԛԝкмтвнгпгАВЕІЈКМНОРСТХУЅҮԌԚԜ]/u,
  Greek: /[αγικνορτυχωΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]/u,
};
/**
 * What every mixed word contains: a Greek or Cyrillic letter directly beside another word character, or beside
 * one from the other of the two. Has false positives, but needs no Unicode classes, which take milliseconds to
 * set up.
 */
const MIXED_CANDIDATE = (() => {
  const [greek, cyrillic] = ['\\u0370-\\u03ff\\u1f00-\\u1fff', '\\u0400-\\u052f'];
  const other = `[^\\s!-/:-@[-\`{-~\\u2000-\\u206f${greek}${cyrillic}]`;
  const both = `[${greek}${cyrillic}]`;
  return new RegExp(`${other}${both}|${both}${other}|[${greek}][${cyrillic}]|[${cyrillic}][${greek}]`);
})();

/**
 * Words with a letter that looks like one of another alphabet. Units and signs (`μm`, `kΩ`, `Δt`) do not count.
 */
export function mixedWords(text: string): MixedWord[] {
  if (!MIXED_CANDIDATE.test(text)) return [];
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].flatMap(({ 0: word, index }) => {
    const strangers = strangersIn(word);
    return strangers.length === 0 ? [] : { ...mentionOf(text, index, index + word.length), strangers };
  });
}

function strangersIn(word: string): string[] {
  const letters = [...word].flatMap((letter) => {
    const script = scriptOf(letter);
    return script ? [{ letter, script }] : [];
  });
  const counts = new Map<Script, number>();
  for (const { script } of letters) counts.set(script, (counts.get(script) ?? 0) + 1);
  if (counts.size < 2 || isInflected(word)) return [];
  for (const script of strangerFirst(counts)) {
    const strangers = letters.filter((letter) => letter.script === script);
    if (strangers.every(({ letter }) => LOOKALIKES[script].test(letter))) {
      return strangers.map(({ letter }) => `${letter} (${script})`);
    }
  }
  return [];
}

/** The scripts that may be foreign in a word: the rarer first; on a tie, Latin is not foreign. */
function strangerFirst(counts: ReadonlyMap<Script, number>): Script[] {
  const scripts = [...counts].sort(
    ([a, m], [b, n]) => m - n || Number(a === 'Latin') - Number(b === 'Latin'),
  );
  return scripts.slice(0, -1).map(([script]) => script);
}

/** A Latin abbreviation with the ending of a Slavic language: `VPNом`. */
function isInflected(word: string): boolean {
  return (
    /^\p{Lu}{2,}\p{Ll}{1,4}$/u.test(word) &&
    /^\p{Script=Latin}+\p{Script=Cyrillic}+$/u.test(word) &&
    /^\p{Lu}+\p{Script=Cyrillic}+$/u.test(word)
  );
}

function scriptOf(letter: string): Script | undefined {
  if (/\p{Script=Latin}/u.test(letter)) return 'Latin';
  if (/\p{Script=Cyrillic}/u.test(letter)) return 'Cyrillic';
  return /\p{Script=Greek}/u.test(letter) ? 'Greek' : undefined;
}
