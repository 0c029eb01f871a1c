import { memoized } from '../../model/memory/recent.ts';
import { type Mention, mentionOf, overlaps, textBefore, wordAfter, wordBefore } from '../reading/mention.ts';
import { certaintyClaims, mayClaimCertainty } from './certainty-claims.ts';
import { regimesIn } from './regimes.ts';
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

/** Advice on “regime”. */
const GOVERNMENT = 'Write “government”, or say whose: a regime is one that the writer rejects.';

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
      evildoer, evildoers, insidious, insidiously, sinister, nefarious, dastardly, brutal, brutally, brutality, brutalise,
      brutalised, brutalising, sadistic, sadistically, blatant, blatantly, flagrant, flagrantly, egregious, egregiously,
      draconian, unconscionable, grotesque, grotesquely, harrowing, hideous, hideously, gruesome, gruesomely, grisly,
      macabre, nightmarish, hellish, apocalyptic, cataclysmic, bloodcurdling, blood-curdling, chilling, chillingly,
      spine-chilling, hair-raising, mind-boggling, jaw-dropping, breathtaking, breathtakingly, staggering, staggeringly,
      astonishing, astounding, cold-blooded, cold-bloodedly, in cold blood, bloodstained, blood-soaked, blood-drenched,
      bloodlust, callously, heartless, heartlessly, cruelly, wanton, wantonly, cynically, depraved, bestial, devilish,
      sordid, squalid, hateful, hate-filled, vitriolic, marauding, marauders, rampaging, rampaged, on the rampage,
      wreak havoc, wreaks havoc, wreaked havoc, wreaking havoc, terrorise, terrorises, terrorised, terrorising,
      terrorize, terrorizes, terrorized, terrorizing, reign of terror, orgy of, killing spree, iron fist, jackboot,
      jackboots, trampled on, trampled underfoot, tramples on, trampling on, roughshod, plunder, plundered, plundering,
      plunders, pillage, pillaged, pillaging, land grab, power grab, naked aggression, dreaded, shadowy, fearsome,
      reviled`,
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
      foolishly, fools, warmonger, warmongers, warmongering, criminal regime, puppet regime,
      puppet government, puppet state, puppet parliament, puppet assembly, puppet council, puppet administration,
      puppet president, puppet leader, puppet republic, puppet republics, puppet court, puppet authorities,
      brainwash, brainwashed, brainwashes, brainwashing, evil empire, rogue regime, terror state, illegal alien, illegal aliens,
      illegals, islamofascism, islamofascist, islamofascists, mohammedan, mohammedans, gypsies, orientals, retarded,
      retard, retards, traitor, traitors, traitorous, treasonous, treachery, perfidious, perfidy, turncoat, turncoats,
      quisling, quislings, apologist, apologists, mouthpiece, mouthpieces, hireling, hirelings, paymasters, puppet-master,
      puppet-masters, strongman, strongmen, dictator, dictators, dictatorial, kleptocrat, kleptocrats, kleptocracy,
      kleptocratic, tyranny, despotism, cabal, clique, camarilla, rabble, riff-raff, ragtag, infidel, infidels, heathen,
      heathens, fiend, fiends, degenerate, degenerates, warlike, rogue state, rogue states, pariah, pariahs, banana
      republic, basket case, tinpot, tin-pot, death cult, acolytes, sidekick, sidekicks, hatchet man, hatchet men, bully
      boys, propaganda machine, spin doctor, spin doctors, self-styled, show trial, show
      trials, kangaroo court, kangaroo courts, witch-hunt, witch-hunts, witch hunt, witch hunts, sham election, sham
      elections, sham vote, sham referendum, sham referendums, sham trial, sham trials, sham parliament, sham court,
      sham inquiry, sham poll, sham polls, rubber-stamp parliament, rubber-stamp assembly, rubber-stamp court,
      rubber-stamp council, rubber-stamp legislature`,
    isExempt: isFixedPhrase,
  },
  {
    help: 'Name people by what they do or belong to.',
    words: 'puppets, villains, hero, heroes, heroine, heroines, monsters',
    isExempt: (own, start, end) => OF_ART.test(own) || isFixedPhrase(own, start, end),
  },
  {
    help: 'Say what was done or left undone; the reader will judge whoever did it.',
    words: `
      jackbooted, barefaced, a whitewash, bloated, fat cat, fat cats, self-appointed, obscene, obscenely, witless, hard-hearted, lazily, slyly, deviously, craftily, cunningly, pettily, sloppily, shoddily, naively, brazen, brazenly, caved in, caved to, bungled, botched, greedy, senile, incompetent, incompetently, pompous, cocky, spiteful,
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
      stocks, has-beens, fiasco, shambles, shambolic, craven, cravenly, supine, pitiful, pitifully, woeful, woefully,
      abysmal, abysmally, wretched, wretchedly, irresponsible, irresponsibly, unscrupulous, crass, crassly, asinine,
      inane, preposterous, nonsensical, risible, disgracefully, rapacious, parroted, parroting, spew, spews, spewed,
      spewing, peddles lies, peddled lies, peddling lies, peddle lies, grovel, grovels, grovelled, grovelling, kowtow,
      kowtows, kowtowed, kowtowing, pander, panders, pandered, pandering, cower, cowers, cowered, cowering, slunk,
      skulk, skulks, skulked, skulking, gloat, gloats, gloated, gloating, bleat, bleats, bleated, rant, rants, ranted,
      ranting, whine, whines, whined, whining, brag, brags, bragged, bragging, swagger, swaggers, swaggered, swaggering,
      strutted, struts, strutting, sabre-rattling, browbeat, browbeats, browbeaten, strong-armed, arm-twisting,
      thumbed its nose, thumbs its nose`,
    isExempt: isFixedPhrase,
  },
  {
    help: 'Praise takes sides as blame does: describe.',
    words: `
      heroic, heroically, heroism, freedom fighter, freedom fighters, martyred, martyrs, glorious, gloriously,
      valiant, valiantly, noble cause, noble struggle, noble fight, brave, bravely, bravest, gallant, gallantly,
      courageous, courageously, legendary, righteous, selfless, selflessly, fearless, fearlessly,
      plucky, visionary, magnificent, magnificently, splendid, splendidly, admirable, admirably, commendable, commendably,
      laudable, laudably, praiseworthy, miraculous, miraculously, inspirational, masterly, masterful,
      masterfully, masterstroke, tireless, tirelessly, stalwart, beloved, peace-loving, freedom-loving,
      once-proud, innocent victims, innocent civilians, innocent lives, innocent blood, innocent children, innocent people, innocent women, triumphantly`,
    isExempt: isFixedPhrase,
  },
  {
    help: 'Say what was done, to whom and with what effect; the reader will judge it.',
    words:
      'slaughter, slaughters, slaughtered, slaughtering, butchered, butchering, butchery, massacred, massacring, mowed down, mown down, mowing down, exterminated, exterminating',
    isExempt: (own, start, end) => OF_ANIMALS.test(own) || isFixedPhrase(own, start, end),
  },
  {
    help: 'Leave it out: the reader will judge what is told.',
    words: `
      regrettably, disappointingly, revealingly, not surprisingly, hardly surprisingly, true to form, to its shame, to
      their shame, to his shame, to her shame, to its credit, to their credit, to his credit, to her credit, unfortunately, sadly, tragically, shockingly, incredibly, unbelievably, astonishingly,
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
      (/so-called$/i.test(own.slice(start, end)) && /^\s+[\p{Lu}\ufffc]/u.test(own.slice(end))),
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
  return /regime/i.test(text) || mayBeVerdict(text) || mayClaimCertainty(text) || mayBeListed(text);
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
  const regimes = regimesIn(own).map((regime) => ({ ...regime, help: GOVERNMENT }));
  return [...listed, ...verdictsIn(own), ...regimes, ...certain]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((word, index, all) => !all.slice(0, index).some((other) => overlaps(other, word)));
}

/** The lists of the adjective that an unlisted adverb is made of: "greedily" of "greedy". Comments on a sentence are listed themselves. */
function adjectiveOf(word: string): LoadedList[] | undefined {
  if (!word.endsWith('ly') || listsOf.has(word)) return undefined;
  const stem = word.slice(0, -2);
  return listsOf.get(stem) ?? (stem.endsWith('i') ? listsOf.get(`${stem.slice(0, -1)}y`) : undefined);
}

const WORD = /[\p{L}\p{N}-]+/gu;

/** Whether `listedIn` may find something: a word of the lists, or the first two of a phrase. */
function mayBeListed(text: string): boolean {
  const words = text.toLowerCase().match(WORD) ?? [];
  return words.some(
    (word, at) =>
      listsOf.has(word) ||
      adjectiveOf(word) !== undefined ||
      (beginnings.has(word) && beginnings.has(`${word} ${words[at + 1]}`)),
  );
}

/** Occurrences of the lists' words and phrases; a hyphenated word is two words. */
function* listedIn(text: string): Generator<{ start: number; end: number; lists: readonly LoadedList[] }> {
  const words = [...text.matchAll(WORD)];
  for (const [first, { 0: word, index: start }] of words.entries()) {
    let phrase = word.toLowerCase();
    const adjective = adjectiveOf(phrase);
    if (adjective) yield { start, end: start + word.length, lists: adjective };
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

/** What is slaughtered without a verdict on who does it. */
const OF_ANIMALS =
  /\b(?:cattle|cows?|herds?|flocks?|sheep|goats?|pigs?|hogs|poultry|chickens?|hens|birds|livestock|animals?|camels?|horses?|lambs?|ducks|geese|turkeys|abattoirs?|slaughterhouses?|meat|carcass(?:es)?|calves|bulls?|foot-and-mouth|cull\w*|halal|kosher|farms?|whales?|seals?|elephants?|rhino\w*|pests?|rats|mosquito\w*|weeds?|sacrific\w*|heifers?|beef|pork|mutton|buffalo\w*|deer|reindeer|grass|hay|crops?)\b/i;

/** Where heroes and puppets are those of a story or a stage. */
const OF_ART =
  /\b(?:films?|novels?|plays?|operas?|songs?|paintings?|poems?|theatres?|stage|museum|children['’]s|toys?|festival|carnival|statues?|sculptures?|fairy\s?tales?|comics?|cartoons?|albums?|exhibition|legends?|shows?|paper|wooden|carved|gloves?|finger|shadow|strings?|dolls?|kites?|masks?|story|stories|square|myths?)\b/i;

/** Whether an adverb is about the whole sentence: before it, or between commas. */
function opensClause(own: string, start: number, end: number): boolean {
  return /(?:^|[,;:–—(]|\b(?:and|but|yet))\s*$/i.test(textBefore(own, start)) && /^\s*,/.test(own.slice(end));
}

/** Nouns and adjectives that make a loaded word part of a technical term, or another word. */
const HARMLESS_BEFORE: Readonly<Record<string, RegExp>> = {
  evil: /^(?:lesser|necessary)$/,
  evils: /^(?:lesser|necessary)$/,
  hordes: /^(?:locust|golden|mongol)$/,
  horde: /^(?:locust|golden|mongol)$/,
};
const HARMLESS_AFTER: Readonly<Record<string, RegExp>> = {
  brave: /^new$/,
  brazen: /^(?:gates?|doors?|bulls?|serpents?|bells?|horses?|altars?)$/,
  chilling: /^(?:plants?|units?|water|effects?|systems?|equipment|tanks?|process|rooms?|machines?)$/,
  brutal: /^(?:winters?|frosts?|heat|summers?|weather|terrain)$/,
  apocalyptic: /^(?:literature|texts?|prophec(?:y|ies)|beliefs?|sects?|movements?|cults?|visions?)$/,
  hero: /^(?:of|city|image|shrew)$/,
  degenerate: /^(?:into|disease|matter|case|art)$/,
  rabble: /^rouser$/,
  wanton: /^(?:soup|noodles?)$/,
  shadowy: /^(?:outlines?|figures?\s+on|images?)$/,
  pander: /^(?:beach)$/,
  spew: /^(?:oil|smoke|ash|lava|water|sewage|fumes|exhaust|gas|steam|black|toxic|carbon|sulphur)$/,
  spews: /^(?:oil|smoke|ash|lava|water|sewage|fumes|exhaust|gas|steam|black|toxic|carbon|sulphur)$/,
  spewed:
    /^(?:oil|smoke|ash|lava|water|sewage|fumes|exhaust|gas|steam|black|toxic|carbon|sulphur|from|out|into)$/,
  spewing:
    /^(?:oil|smoke|ash|lava|water|sewage|fumes|exhaust|gas|steam|black|toxic|carbon|sulphur|from|out|into)$/,
  whining: /^(?:noise|sound|engines?|drones?)$/,
  vicious: /^(?:circles?|cycles?|spiral|dogs?|animals?|storms?|winds?)$/,
  savage: /^(?:dogs?|beasts?|animals?|storms?|winters?)$/,
  barbarian: /^(?:kings?|tribes?|invasions?|kingdoms?|peoples)$/,
  murderous: /^intent$/,
  evil: /^(?:spirits?|eye)$/,
  martyrs: /^(?:brigades?|battalion|square|day|foundation|families)$/,
  heroes: /^(?:square|street|park|city|avenue)$/,
};

/**
 * Whether it is part of a name, by a capital within the sentence: "Heroes Square", "Al-Aqsa Martyrs Brigades",
 * "Hell’s Monsters".
 */
function isFixedPhrase(own: string, start: number, end: number): boolean {
  const word = own.slice(start, end);
  const isName =
    /^\p{Lu}/u.test(word) &&
    (textBefore(own, start).trim() !== '' || (/s$/.test(word) && /^['’]?\s+\p{Lu}/u.test(own.slice(end))));
  if (
    isName ||
    /\b(?:charged\s+with|convicted\s+of|guilty\s+of|accused\s+of|indicted\s+for)\s+(?:\w+\s+){0,3}$/i.test(
      textBefore(own, start),
    )
  )
    return true;
  const key = word.toLowerCase();
  return (
    (HARMLESS_BEFORE[key]?.test(wordBefore(own, start)) ?? false) ||
    (HARMLESS_AFTER[key]?.test(wordAfter(own, end)) ?? false)
  );
}
