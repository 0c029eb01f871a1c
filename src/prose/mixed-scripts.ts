import { type Mention, mentionOf } from './context.ts';

/** A word of letters from two alphabets that look alike. */
export interface MixedWord extends Mention {
  /** The letters that are of the other alphabet than most, each with its name: "о (Cyrillic)". */
  readonly strangers: readonly string[];
}

const SCRIPTS = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
} as const;
type Script = keyof typeof SCRIPTS;

/** Letters that can be taken for one of another alphabet (after Unicode's confusables, UTS #39). */
const LOOKALIKES: Readonly<Record<Script, RegExp>> = {
  Latin: /[aceiopxyhkmtbjsugrnABCEHIJKMOPSTXYZN0-9]/u,
  Cyrillic: /[асеіорхуһјѕԁԛԝкмтвнгпгАВЕІЈКМНОРСТХУЅҮԌԚԜ]/u,
  Greek: /[αγικνορτυχωΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]/u,
};
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** A Latin abbreviation with the ending of a Slavic language: `VPNом`. */
const INFLECTED = /^\p{Lu}{2,}\p{Ll}{1,4}$/u;

/** What `mixedWords` may find something in: letters of one alphabet directly beside those of another. */
const MIXED_CANDIDATE =
  /\p{Script=Latin}[\p{M}\p{N}]*[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}][\p{M}\p{N}]*\p{Script=Latin}|\p{Script=Cyrillic}[\p{M}\p{N}]*\p{Script=Greek}|\p{Script=Greek}[\p{M}\p{N}]*\p{Script=Cyrillic}/u;

/** Words in which a letter poses as one of another alphabet. Units and signs (`μm`, `kΩ`, `Δt`) pose as nothing. */
export function mixedWords(text: string): MixedWord[] {
  if (!/[\u0370-\u052f\u1f00-\u1fff]/.test(text) || !MIXED_CANDIDATE.test(text)) return [];
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
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

/** The scripts that may be strangers in a word: the rarer first; of two as frequent, Latin is at home. */
function strangerFirst(counts: ReadonlyMap<Script, number>): Script[] {
  const scripts = [...counts].sort(
    ([a, m], [b, n]) => m - n || Number(a === 'Latin') - Number(b === 'Latin'),
  );
  return scripts.slice(0, -1).map(([script]) => script);
}

function isInflected(word: string): boolean {
  return (
    INFLECTED.test(word) &&
    /^\p{Script=Latin}+\p{Script=Cyrillic}+$/u.test(word) &&
    /^\p{Lu}+\p{Script=Cyrillic}+$/u.test(word)
  );
}

function scriptOf(letter: string): Script | undefined {
  return (Object.keys(SCRIPTS) as Script[]).find((script) => SCRIPTS[script].test(letter));
}
