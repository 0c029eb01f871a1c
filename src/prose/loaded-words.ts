import { type Mention, mentionOf, wordAfter, wordBefore } from './context.ts';

/** A word that takes sides or insults instead of describing. */
export interface LoadedWord extends Mention {
  /** What to do instead. */
  readonly help: string;
}

interface LoadedList {
  readonly help: string;
  readonly words: string;
  readonly isExcepted?: (own: string, start: number, end: number) => boolean;
}

/**
 * Chosen by hand. The lists of `retext-equality`, `retext-profanities` and `retext-intensify` were read for it: taken whole they object
 * to attack, kill, execute, militant, terrorist, Islamist, slave, bomb, and to the terms of the scales; of them only what
 * insults or argues stays. Names that happen to be spelt alike are excepted.
 */
const LISTS: readonly LoadedList[] = [
  {
    help: 'Say what was done, to whom and with what effect; the reader will judge it.',
    words:
      'barbari(?:c|an|ans|ty|sm)|barbarous|savage(?:ry|ly)?|savages|bloodthirsty|cowardly|cowards?|heinous|despicable|vile|odious|loathsome|repugnant|abhorrent|sickening(?:ly)?|disgusting|appalling(?:ly)?|horrific(?:ally)?|horrendous|horrifying(?:ly)?|ghastly|outrageous(?:ly)?|shameful(?:ly)?|disgraceful|shameless(?:ly)?|senseless|mindless|monstrous|wicked|demonic|satanic|unspeakable|diabolical|fiendish|inhuman|merciless(?:ly)?|ruthless(?:ly)?|vicious(?:ly)?|murderous|shocking(?:ly)?|terrifying(?:ly)?|alarmingly|frighteningly|tragic(?:ally)?|bloodbath|carnage|atrocious|evil(?:s|doers?)?|insidious(?:ly)?|sinister|nefarious|dastardly',
    isExcepted: isFixedPhrase,
  },
  {
    help: 'Name people by what they do or belong to.',
    words:
      'fanatic(?:s|al|ally|ism)?|zealots?|lunatics?|mad(?:man|men)|maniacs?|maniacal|psychopath(?:s|ic)?|psychos?|crazy|crazed|deranged|insane(?:ly)?|unhinged|hysterical(?:ly)?|thugs?|thuggish|goons?|scum|scumbags?|vermin|subhumans?|hordes?|henchm[ae]n|lackeys?|stooges?|cronies|minions|bandits?\\s+and\\s+thugs|tyrants?|tyrannical|despots?|despotic|idiots?|idiotic|morons?|moronic|imbeciles?|stupid(?:ly|ity)?|foolish(?:ly)?|fools|monsters|warmongers?|warmongering|butchers|criminal\\s+regime|puppet\\s+(?:regime|government|state)|evil\\s+empire|rogue\\s+regime|terror\\s+state|illegal\\s+aliens?|illegals|islamofascis(?:m|ts?)|mohammedans?|gypsies|orientals|retarded|retards?',
    isExcepted: isFixedPhrase,
  },
  {
    help: 'Praise takes sides as blame does: describe.',
    words:
      'heroic(?:ally)?|heroes|heroism|freedom\\s+fighters?|martyred|martyrs|glorious(?:ly)?|valiant(?:ly)?|noble\\s+(?:cause|struggle|fight)|brave(?:ly|st)?|gallant(?:ly)?|courageous(?:ly)?|legendary|righteous',
    isExcepted: isFixedPhrase,
  },
  {
    help: 'If it is so, the evidence shows it; if not, the word cannot.',
    words:
      'obviously|needless\\s+to\\s+say|undeniabl[ey]|unquestionabl[ey]|it\\s+goes\\s+without\\s+saying|self-evident(?:ly)?|as\\s+everyone\\s+knows|of\\s+course|notorious(?:ly)?|infamous(?:ly)?|laughabl[ey]|ridiculous(?:ly)?|absurd(?:ly)?|ludicrous(?:ly)?|pathetic(?:ally)?|so-called',
    isExcepted: (own, start, end) =>
      isFixedPhrase(own, start, end) ||
      /\bmatter\s+$/i.test(own.slice(0, start)) ||
      (/so-called$/i.test(own.slice(start, end)) && /^\s+\p{Lu}/u.test(own.slice(end))),
  },
  {
    help: 'Leave it out.',
    words:
      'fuck\\w*|motherfuck\\w*|shit(?:s|ty|head|heads)?|bullshit|assholes?|arseholes?|bastards?|bitch(?:es)?|cunts?|dickheads?|sons?\\s+of\\s+bitches|crap(?:py)?|goddamn(?:ed)?|wankers?|pricks?|niggers?|kikes?|wetbacks?|rag-?heads?|towel-?heads?|camel\\s+jockeys?|sand\\s+niggers?|gooks?|chinks|spics|faggots?|trannies|polacks?|khokhols?|moskals?|katsaps?|ukrops?|kaffirs|golliwogs?|dagos?|krauts|slant-?eyes?',
  },
];

/** Made when a text has a candidate: they take milliseconds to set up. */
let matchers: readonly (LoadedList & { readonly expression: RegExp })[] | undefined;

function makeMatchers(): NonNullable<typeof matchers> {
  return LISTS.map((list) => ({
    ...list,
    expression: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${list.words})(?![\\p{L}\\p{N}-])`, 'giu'),
  }));
}

/** What `loadedWords` may find something in. */
export const LOADED_CANDIDATE = new RegExp(
  `\\b(?:${LISTS.map(({ words }) => words).join('|')})(?![\\w-])`,
  'i',
);

export function loadedWords(own: string): LoadedWord[] {
  matchers ??= makeMatchers();
  return matchers
    .flatMap(({ expression, help, isExcepted }) =>
      [...own.matchAll(expression)]
        .filter(({ 0: found, index }) => !isExcepted?.(own, index, index + found.length))
        .map(({ 0: found, index }) => ({ ...mentionOf(own, index, index + found.length), help })),
    )
    .sort((a, b) => a.start - b.start);
}

/** Nouns and adjectives that belong to a loaded word in a term of the trade, or turn it into another word. */
const HARMLESS_BEFORE: Readonly<Record<string, RegExp>> = {
  evil: /^(?:lesser|necessary)$/,
  evils: /^(?:lesser|necessary)$/,
};
const HARMLESS_AFTER: Readonly<Record<string, RegExp>> = {
  vicious: /^(?:circles?|cycles?|spiral)$/,
  martyrs: /^(?:brigades?|battalion|square|day|foundation|families)$/,
  heroes: /^(?:square|street|park|city|avenue)$/,
};

/** A capital within a sentence makes it a name: "Heroes Square", "Al-Aqsa Martyrs Brigades", "Hell’s Monsters". */
function isFixedPhrase(own: string, start: number, end: number): boolean {
  const word = own.slice(start, end);
  const isName = /^\p{Lu}/u.test(word) && own.slice(0, start).trim() !== '';
  if (isName) return true;
  const key = word.toLowerCase();
  return (
    (HARMLESS_BEFORE[key]?.test(wordBefore(own, start)) ?? false) ||
    (HARMLESS_AFTER[key]?.test(wordAfter(own, end)) ?? false)
  );
}
