import { memoized } from '../../model/memory/recent.ts';
import { type Mention, mentionOf, overlaps, textBefore, wordAfter, wordBefore } from '../reading/mention.ts';
import { certaintyClaims, mayClaimCertainty } from './certainty-claims.ts';
import { mayBeVerdict, verdictsIn } from './verdicts.ts';

/** A word that takes sides or insults instead of describing. */
export interface LoadedWord extends Mention {
  /** What to do instead. */
  readonly help: string;
  /** Whether it asserts certainty, and takes no side. */
  readonly isCertain?: true;
}

/** Advice on a word that argues in place of evidence. */
const EVIDENCE_SHOWS = 'If it is so, the evidence shows it; if not, the word cannot.';

interface LoadedList {
  readonly help: string;
  /** Words and phrases. */
  readonly words: string;
  readonly isExempt?: (own: string, start: number, end: number) => boolean;
}

/**
 * Chosen by hand. The lists of `retext-equality`, `retext-profanities` and `retext-intensify` were read for it: taken whole they object
 * to attack, kill, execute, militant, terrorist, Islamist, slave, bomb, and to the terms of the scales; of them only what
 * insults or argues stays. Names that happen to be spelt alike are excepted.
 */
const LISTS: readonly LoadedList[] = [
  {
    help: 'Say what was done, to whom and with what effect; the reader will judge it.',
    words: `
      barbaric, barbarian, barbarians, barbarity, barbarism, barbarous, savage, savagery, savagely, savages,
      bloodthirsty, cowardly, coward, cowards, heinous, despicable, vile, odious, loathsome, repugnant, abhorrent,
      sickening, sickeningly, disgusting, appalling, appallingly, horrific, horrifically, horrendous, horrifying,
      horrifyingly, ghastly, outrageous, outrageously, shameful, shamefully, disgraceful, shameless, shamelessly,
      senseless, mindless, monstrous, wicked, demonic, satanic, unspeakable, diabolical, fiendish, inhuman, merciless,
      mercilessly, ruthless, ruthlessly, vicious, viciously, murderous, shocking, shockingly, terrifying,
      terrifyingly, alarmingly, frighteningly, tragic, tragically, bloodbath, carnage, atrocious, evil, evils,
      evildoer, evildoers, insidious, insidiously, sinister, nefarious, dastardly`,
    isExempt: isFixedPhrase,
  },
  {
    help: 'Name people by what they do or belong to.',
    words: `
      fanatic, fanatics, fanatical, fanatically, fanaticism, zealot, zealots, lunatic, lunatics, madman, madmen,
      maniac, maniacs, maniacal, psychopath, psychopaths, psychopathic, psycho, psychos, crazy, crazed, deranged,
      insane, insanely, unhinged, hysterical, hysterically, thug, thugs, thuggish, goon, goons, scum, scumbag,
      scumbags, vermin, subhuman, subhumans, horde, hordes, henchman, henchmen, lackey, lackeys, stooge, stooges,
      cronies, minions, bandit and thugs, bandits and thugs, tyrant, tyrants, tyrannical, despot, despots, despotic,
      idiot, idiots, idiotic, moron, morons, moronic, imbecile, imbeciles, stupid, stupidly, stupidity, foolish,
      foolishly, fools, monsters, warmonger, warmongers, warmongering, butchers, criminal regime, puppet regime,
      puppet government, puppet state, puppet parliament, puppet assembly, puppet council, puppet administration,
      puppet president, puppet leader, puppet republic, puppet republics, puppet court, puppet authorities, puppets,
      brainwash, brainwashed, brainwashes, brainwashing, evil empire, rogue regime, terror state, illegal alien, illegal aliens,
      illegals, islamofascism, islamofascist, islamofascists, mohammedan, mohammedans, gypsies, orientals, retarded,
      retard, retards`,
    isExempt: isFixedPhrase,
  },
  {
    help: 'Say what was done or left undone; the reader will judge whoever did it.',
    words: `
      brazen, brazenly, caved in, caved to, bungled, botched, greedy, senile, incompetent, incompetently, pompous, cocky, spiteful,
      vindictive, sleazy, slimy, smug, arrogant, hapless, inept, clueless, feckless, power-hungry, money-grubbing,
      hypocritical, deluded, delusional, egotistical, megalomaniac, megalomaniacal, narcissistic, gullible, servile,
      sycophantic, conniving, callous, boorish, oafish, sanctimonious, self-serving, self-important, self-obsessed,
      dimwitted, dim-witted, half-witted, foul-mouthed, loudmouthed, loud-mouthed, doddering, bumbling, bungling,
      clownish, spineless, gutless, gormless, brainless, pig-headed, cack-handed, ham-fisted, trigger-happy,
      two-faced, hare-brained, cockamamie, thick-headed, bloody-minded, weak-kneed, weak-willed, dull-witted, crook,
      crooks, buffoon, buffoons, charlatan, charlatans, conman, conmen, con man, con men, loudmouth, loudmouths,
      scoundrel, scoundrels, blowhard, blowhards, windbag, windbags, sleazebag, sleazebags, slimeball, slimeballs,
      slime-ball, slime-balls, dolt, dolts, dunce, dunces, halfwit, halfwits, half-wit, half-wits, nitwit, nitwits,
      nit-wit, nit-wits, dimwit, dimwits, nutcase, nutcases, nutter, nutters, crackpot, crackpots, kook, kooks,
      weirdo, weirdos, yes-man, yes-men, flunky, flunkies, flunkey, flunkeys, egomaniac, egomaniacs, egotist,
      egotists, megalomaniacs, narcissist, narcissists, hypocrite, hypocrites, busybody, busybodies, nonentity,
      nonentities, liar, liars, chancer, chancers, hothead, hotheads, oaf, oafs, lout, louts, laughing stock, laughing
      stocks, has-beens, fiasco, shambles, shambolic`,
    isExempt: isFixedPhrase,
  },
  {
    help: 'Praise takes sides as blame does: describe.',
    words: `
      heroic, heroically, heroes, heroism, freedom fighter, freedom fighters, martyred, martyrs, glorious, gloriously,
      valiant, valiantly, noble cause, noble struggle, noble fight, brave, bravely, bravest, gallant, gallantly,
      courageous, courageously, legendary, righteous`,
    isExempt: isFixedPhrase,
  },
  {
    help: 'Leave it out: the reader will judge what is told.',
    words: `
      regrettably, unfortunately, sadly, tragically, shockingly, incredibly, unbelievably, astonishingly,
      astoundingly, amazingly, alarmingly, disturbingly, thankfully, mercifully, fortunately, happily, luckily,
      ironically, bizarrely, absurdly, scandalously, inexcusably, unforgivably, incomprehensibly, inexplicably,
      unsurprisingly, predictably, tellingly, naturally, frankly, rightly, wrongly, clearly, plainly, manifestly,
      patently`,
    isExempt: (own, start, end) => !opensClause(own, start, end),
  },
  {
    help: 'Leave it out: the reader will judge what is told.',
    words:
      'heartening, disheartening, gratifying, deplorable, deplorably, lamentable, lamentably, worryingly, deeply worrying, deeply troubling, deeply concerning, spouted nonsense, spouts nonsense, drivel, claptrap, the same nonsense, utter nonsense',
    isExempt: isFixedPhrase,
  },
  {
    help: EVIDENCE_SHOWS,
    words: `
      obviously, needless to say, undeniable, undeniably, unquestionable, unquestionably, it goes without saying,
      self-evident, self-evidently, as everyone knows, of course, notorious, notoriously, infamous, infamously,
      laughable, laughably, farcical, farcically, ridiculous, ridiculously, absurd, absurdly, ludicrous, ludicrously,
      pathetic, pathetically, so-called`,
    isExempt: (own, start, end) =>
      isFixedPhrase(own, start, end) ||
      /\bmatter\s+$/i.test(textBefore(own, start)) ||
      (/so-called$/i.test(own.slice(start, end)) && /^\s+\p{Lu}/u.test(own.slice(end))),
  },
  {
    help: 'Leave it out.',
    words: `
      fuck, fucks, fucked, fucker, fuckers, fucking, fuckwit, fuckwits, motherfucker, motherfuckers, motherfucking,
      shit, shits, shitty, shithead, shitheads, bullshit, asshole, assholes, arsehole, arseholes, bastard, bastards,
      bitch, bitches, cunt, cunts, dickhead, dickheads, son of bitches, sons of bitches, crap, crappy, goddamn,
      goddamned, wanker, wankers, prick, pricks, nigger, niggers, kike, kikes, wetback, wetbacks, raghead, ragheads,
      rag-head, rag-heads, towelhead, towelheads, towel-head, towel-heads, camel jockey, camel jockeys, sand nigger,
      sand niggers, gook, gooks, chinks, spics, faggot, faggots, trannies, polack, polacks, khokhol, khokhols, moskal,
      moskals, katsap, katsaps, ukrop, ukrops, kaffirs, golliwog, golliwogs, dago, dagos, krauts, slanteye, slanteyes,
      slant-eye, slant-eyes`,
  },
];

/** The lists that contain a word or phrase, and what their phrases begin with. */
const listsOf = new Map<string, LoadedList[]>();
const beginnings = new Set<string>();
for (const list of LISTS) {
  for (const phrase of list.words.trim().split(/,\s+/)) {
    listsOf.set(phrase, [...(listsOf.get(phrase) ?? []), list]);
    const words = phrase.split(' ');
    for (const last of words.keys()) beginnings.add(words.slice(0, last + 1).join(' '));
  }
}

/** Whether `loadedWords` may find something in a text. */
export function mayHaveLoadedWords(text: string): boolean {
  return mayBeVerdict(text) || mayClaimCertainty(text) || !listedIn(text).next().done;
}

export const loadedWords = memoized(findLoadedWords);

function findLoadedWords(own: string): readonly LoadedWord[] {
  const listed = [...listedIn(own)].flatMap(({ start, end, lists }) =>
    lists
      .filter(({ isExempt }) => !isExempt?.(own, start, end))
      .map(({ help }) => ({ ...mentionOf(own, start, end), help })),
  );
  const certain = mayClaimCertainty(own)
    ? certaintyClaims(own).map((claim) => ({ ...claim, help: EVIDENCE_SHOWS, isCertain: true as const }))
    : [];
  return [...listed, ...verdictsIn(own), ...certain]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((word, index, all) => !all.slice(0, index).some((other) => overlaps(other, word)));
}

/** Occurrences of the lists' words and phrases; a hyphenated word is two words. */
function* listedIn(text: string): Generator<{ start: number; end: number; lists: readonly LoadedList[] }> {
  const words = [...text.matchAll(/[\p{L}\p{N}-]+/gu)];
  for (const [first, { 0: word, index: start }] of words.entries()) {
    let phrase = word.toLowerCase();
    for (let next = first + 1, end = start + word.length; beginnings.has(phrase); next += 1) {
      const lists = listsOf.get(phrase);
      if (lists) yield { start, end, lists };
      const further = words[next];
      if (!further || text.slice(end, further.index).trim() !== '') break;
      phrase += ` ${further[0].toLowerCase()}`;
      end = further.index + further[0].length;
    }
  }
}

/** Whether an adverb is about the whole sentence: before it, or between commas. */
function opensClause(own: string, start: number, end: number): boolean {
  return /(?:^|[,;:–—(]|\b(?:and|but|yet))\s*$/i.test(textBefore(own, start)) && /^\s*,/.test(own.slice(end));
}

/** Nouns and adjectives that make a loaded word part of a technical term, or another word. */
const HARMLESS_BEFORE: Readonly<Record<string, RegExp>> = {
  evil: /^(?:lesser|necessary)$/,
  evils: /^(?:lesser|necessary)$/,
};
const HARMLESS_AFTER: Readonly<Record<string, RegExp>> = {
  brave: /^new$/,
  vicious: /^(?:circles?|cycles?|spiral)$/,
  martyrs: /^(?:brigades?|battalion|square|day|foundation|families)$/,
  heroes: /^(?:square|street|park|city|avenue)$/,
};

/**
 * Whether it is part of a name, by a capital within the sentence: "Heroes Square", "Al-Aqsa Martyrs Brigades",
 * "Hell’s Monsters".
 */
function isFixedPhrase(own: string, start: number, end: number): boolean {
  const word = own.slice(start, end);
  const isName = /^\p{Lu}/u.test(word) && textBefore(own, start).trim() !== '';
  if (isName) return true;
  const key = word.toLowerCase();
  return (
    (HARMLESS_BEFORE[key]?.test(wordBefore(own, start)) ?? false) ||
    (HARMLESS_AFTER[key]?.test(wordAfter(own, end)) ?? false)
  );
}
