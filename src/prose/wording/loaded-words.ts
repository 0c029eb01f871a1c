import { remembering } from '../../model/memory/recent.ts';
import { type Mention, mentionOf, overlaps, wordAfter, wordBefore } from '../reading/mention.ts';

/** A word that takes sides or insults instead of describing. */
export interface LoadedWord extends Mention {
  /** What to do instead. */
  readonly help: string;
}

interface LoadedList {
  readonly help: string;
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
    words:
      'barbari(?:c|an|ans|ty|sm)|barbarous|savage(?:ry|ly)?|savages|bloodthirsty|cowardly|cowards?|heinous|despicable|vile|odious|loathsome|repugnant|abhorrent|sickening(?:ly)?|disgusting|appalling(?:ly)?|horrific(?:ally)?|horrendous|horrifying(?:ly)?|ghastly|outrageous(?:ly)?|shameful(?:ly)?|disgraceful|shameless(?:ly)?|senseless|mindless|monstrous|wicked|demonic|satanic|unspeakable|diabolical|fiendish|inhuman|merciless(?:ly)?|ruthless(?:ly)?|vicious(?:ly)?|murderous|shocking(?:ly)?|terrifying(?:ly)?|alarmingly|frighteningly|tragic(?:ally)?|bloodbath|carnage|atrocious|evil(?:s|doers?)?|insidious(?:ly)?|sinister|nefarious|dastardly',
    isExempt: isFixedPhrase,
  },
  {
    help: 'Name people by what they do or belong to.',
    words:
      'fanatic(?:s|al|ally|ism)?|zealots?|lunatics?|mad(?:man|men)|maniacs?|maniacal|psychopath(?:s|ic)?|psychos?|crazy|crazed|deranged|insane(?:ly)?|unhinged|hysterical(?:ly)?|thugs?|thuggish|goons?|scum|scumbags?|vermin|subhumans?|hordes?|henchm[ae]n|lackeys?|stooges?|cronies|minions|bandits?\\s+and\\s+thugs|tyrants?|tyrannical|despots?|despotic|idiots?|idiotic|morons?|moronic|imbeciles?|stupid(?:ly|ity)?|foolish(?:ly)?|fools|monsters|warmongers?|warmongering|butchers|criminal\\s+regime|puppet\\s+(?:regime|government|state)|evil\\s+empire|rogue\\s+regime|terror\\s+state|illegal\\s+aliens?|illegals|islamofascis(?:m|ts?)|mohammedans?|gypsies|orientals|retarded|retards?',
    isExempt: isFixedPhrase,
  },
  {
    help: 'Say what was done or left undone; the reader will judge whoever did it.',
    words:
      'brazen(?:ly)?|bungled|botched|greedy|senile|incompetent(?:ly)?|pompous|cocky|spiteful|vindictive|sleazy|slimy|smug|arrogant|hapless|inept|clueless|feckless|power-hungry|money-grubbing|hypocritical|deluded|delusional|egotistical|megalomaniac(?:al)?|narcissistic|gullible|servile|sycophantic|conniving|callous|boorish|oafish|sanctimonious|self-serving|self-important|self-obsessed|dim-?witted|half-witted|foul-mouthed|loud-?mouthed|doddering|bumbling|bungling|clownish|spineless|gutless|gormless|brainless|pig-headed|cack-handed|ham-fisted|trigger-happy|two-faced|hare-brained|cockamamie|thick-headed|bloody-minded|weak-kneed|weak-willed|dull-witted|crooks?|buffoons?|charlatans?|con\\s?m[ae]n|conm[ae]n|loudmouths?|scoundrels?|blowhards?|windbags?|sleazebags?|slime-?balls?|dolts?|dunces?|half-?wits?|nit-?wits?|dimwits?|nutcases?|nutters?|crackpots?|kooks?|weirdos?|yes-m[ae]n|flunk(?:y|ies|eys?)|egomaniacs?|egotists?|megalomaniacs?|narcissists?|hypocrites?|busybod(?:y|ies)|nonentit(?:y|ies)|liars?|chancers?|hotheads?|oafs?|louts?|laughing\\s+stocks?|has-beens|fiasco|shambles|shambolic',
    isExempt: isFixedPhrase,
  },
  {
    help: 'Praise takes sides as blame does: describe.',
    words:
      'heroic(?:ally)?|heroes|heroism|freedom\\s+fighters?|martyred|martyrs|glorious(?:ly)?|valiant(?:ly)?|noble\\s+(?:cause|struggle|fight)|brave(?:ly|st)?|gallant(?:ly)?|courageous(?:ly)?|legendary|righteous',
    isExempt: isFixedPhrase,
  },
  {
    help: 'Leave it out: the reader will judge what is told.',
    words:
      'regrettably|unfortunately|sadly|tragically|shockingly|incredibly|unbelievably|astonishingly|astoundingly|amazingly|alarmingly|disturbingly|thankfully|mercifully|fortunately|happily|luckily|ironically|bizarrely|absurdly|scandalously|inexcusably|unforgivably|incomprehensibly|inexplicably|unsurprisingly|predictably|tellingly|naturally|frankly|rightly|wrongly',
    isExempt: (own, start, end) => !opensClause(own, start, end),
  },
  {
    help: 'If it is so, the evidence shows it; if not, the word cannot.',
    words:
      'obviously|needless\\s+to\\s+say|undeniabl[ey]|unquestionabl[ey]|it\\s+goes\\s+without\\s+saying|self-evident(?:ly)?|as\\s+everyone\\s+knows|of\\s+course|notorious(?:ly)?|infamous(?:ly)?|laughabl[ey]|farcical(?:ly)?|ridiculous(?:ly)?|absurd(?:ly)?|ludicrous(?:ly)?|pathetic(?:ally)?|so-called',
    isExempt: (own, start, end) =>
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

/**
 * Colloquial verdicts on people and their work. Many of the words are harmless elsewhere (petty crime, a puppet theatre, a
 * rotten beam), so these are found where they are said of somebody: in the predicate, before a person or a body, or in a
 * turn of phrase that has no other sense.
 */
const SOMEBODY =
  '(?:leaders?|leadership|ministers?|presidents?|premiers?|officials?|bureaucrats?|(?!(?:riv|wat|bord|tow|pow|pap|weath|ord|quart|matt|numb|lett|wint|summ|answ|corn|cov|timb|rubb|leath|show|lay|lev|fev|pip|mort|vect|fact|sect|corrid|harb|doct\\s)(?:er|or)s?\\b)\\w{3,}(?:ers?|ors?|ists?|crats?|owners?|wom[ae]n|m[ae]n)|officers?|commanders?|bosses|boss|chiefs?|governors?|mayors?|politicians?|generals?|colonels?|kings?|princes?|men|man|woman|women|figures?|characters?|chairman|director|managers?|oligarchs?|mps?|judges?|prosecutors?|candidates?|ruler|rulers|regime|government|ministry|commission|committee|agency|regulators?|administration|police|board|party|outfit|lot|crew|gang|bunch|family|clan|warlords?|brothers?|sons?|deput(?:y|ies)|aides?|advis[eo]rs?|response|conduct|performance|behaviou?r|attempts?|excuses?|effort)';
const CHARACTER_ADJECTIVES =
  '(?:greedy|lazy|vain|petty|arrogant|slippery|shifty|sleazy|smug|pompous|cocky|spiteful|vindictive|devious|crafty|cunning|sly|slimy|nasty|rotten|crooked|dodgy|shady|clueless|hapless|inept|bumbling|feckless|spineless|gutless|toothless|useless|hopeless|pathetic|pig-headed|hot-?headed|bloody-minded|power-hungry|money-grubbing|trigger-happy|brainless|mindless|gormless|two-faced|weak-willed|weak-kneed|half-baked|half-witted|dim-witted|thick-headed|loud-?mouthed|foul-mouthed|short-tempered|thin-skinned|self-serving|self-important|self-obsessed|hypocritical|deluded|delusional|paranoid|egotistical|megalomaniac(?:al)?|narcissistic|ham-fisted|cack-handed|slipshod|shoddy|laughable|dull-witted|gullible|na[iï]ve|sloppy|cynical|conniving|scheming|grasping|boorish|oafish|brutish|cruel|callous|heartless|sanctimonious|servile|sycophantic|washed-up|clownish|cartoonish|dimwitted|doddering|bungling)';
const CHARACTER_NOUNS =
  '(?:crooks?|clowns?|buffoons?|charlatans?|con\\s?m[ae]n|frauds?|fakes?|phone?ys?|loudmouths?|big-?mouths?|bull(?:y|ies)|cheats?|liars?|scoundrels?|villains?|rascals?|rogues?|hotheads?|blowhards?|windbags?|snakes?|rats?|weasels?|sleazebags?|slime-?balls?|creeps?|jerks?|losers?|bunglers?|bumblers?|dinosaurs?|dolts?|dunces?|half-?wits?|nit-?wits?|dimwits?|nutcases?|nutters?|crackpots?|cranks?|kooks?|weirdos?|yes-m[ae]n|lapdogs?|poodles?|flunk(?:y|ies|eys?)|puppets?|ego(?:maniac|ist|tist)s?|megalomaniacs?|narcissists?|control\\s+freaks?|hypocrites?|busybod(?:y|ies)|pushovers?|light-?weights?|figures?\\s+of\\s+fun|opportunists?|parasites?|leech(?:es)?|vultures?|jackals?|hyenas?|sharks?|pigs?|dogs?|worms?|disgrace|joke|laughing\\s+stock|shambles|farce|circus|embarrassment|amateurs?|oafs?|louts?|brutes?|schemers?|bigots?|menace|nonentit(?:y|ies)|relics?|has-beens?)';
const DEGREE_BEFORE =
  '(?:(?:very|quite|rather|simply|just|plainly|really|too|so|thoroughly|utterly|completely|totally|notably|famously|little\\s+more\\s+than|no\\s+better\\s+than|nothing\\s+but|nothing\\s+more\\s+than|such|merely|both|as|known\\s+to\\s+be|\\w{3,}ly)\\s+){0,2}';
const BEING =
  '(?:is|are|was|were|remains?|remained|seems?|seemed|be|been|being|proved|looks?|looked|acted\\s+like|acts?\\s+like|behaved\\s+like|behaves?\\s+like)';

/** `needs` is what a text must have for `source` to find anything: looked for first, since it takes a tenth of the time. */
const VERDICTS: readonly { readonly needs?: string; readonly source: string }[] = [
  // is a crook; were nothing but puppets; is no better than a petty bully
  {
    needs: CHARACTER_NOUNS,
    source: `\\b${BEING}\\s+${DEGREE_BEFORE}(?:an?\\s+|the\\s+)?(?:[\\w-]+\\s+){0,2}?${CHARACTER_NOUNS}\\b(?!['’-]|\\s+(?:theatres?|shows?|accounts?|species|fever|farms?|bones?|cas(?:e|es)|charges?|squads?|investigations?|units?|prevention|detection|offences?|tail|bites?|handlers?|on\\s+the\\s+grounds|of\\s+(?:war|dogs)))`,
  },
  // a greedy and slippery minister; the regulator's spineless response
  {
    needs: CHARACTER_ADJECTIVES,
    source: `\\b(?:an?|the|its|their|his|her|these|those|this|that|some|most|such|no|\\w+['’]s?)\\s+(?:[\\w-]+(?:,\\s+|\\s+(?:and|but)\\s+|\\s+)){0,2}?${CHARACTER_ADJECTIVES}\\s+(?:and\\s+)?(?:[\\w-]+\\s+){0,2}?${SOMEBODY}\\b`,
  },
  // lazy and vain, of whomever
  {
    needs: CHARACTER_ADJECTIVES,
    source: `\\b${BEING}\\s+${DEGREE_BEFORE}${CHARACTER_ADJECTIVES}\\s+(?:and|but|or)\\s+${DEGREE_BEFORE}${CHARACTER_ADJECTIVES}\\b`,
  },
  // is greedy; was vain and vindictive
  {
    needs: CHARACTER_ADJECTIVES,
    source: `\\b(?:he|she|they|who|${SOMEBODY})\\s+${BEING}\\s+${DEGREE_BEFORE}${CHARACTER_ADJECTIVES}\\b(?!\\s+(?:to|than)\\b)`,
  },
  // a nasty piece of work; a bunch of clowns; a complete mess; out of his depth
  { source: '\\b(?:nasty|sorry|sad|poor)\\s+(?:piece\\s+of\\s+work|excuse\\s+for|specimen|bunch|lot)\\b' },
  {
    source: `\\b(?:bunch|pack|parcel|rabble|gaggle|cabal|coterie|clique|shower|collection|nest|den)\\s+of\\s+(?:[\\w-]+\\s+){0,2}?(?:${CHARACTER_NOUNS}|thieves|thugs|idiots|fools|amateurs|criminals|misfits|mediocrit(?:y|ies)|chancers|vipers)\\b`,
  },
  {
    source:
      '\\b(?:utter|complete|total|absolute|sheer|downright|outright|unholy|hopeless|right|real|perfect)\\s+(?:mess|shambles|farce|disgrace|joke|fiasco|nonsense|rubbish|hash|garbage|idiocy|folly|hypocrisy|incompetence|amateurs?|fools?|circus|clown\\s+show)\\b',
  },
  {
    source:
      "\\b(?:ma(?:kes?|de)\\s+(?:an?\\s+)?(?:complete\\s+|utter\\s+)?(?:hash|pig[’']s\\s+ear|mockery|fool)\\s+of|out\\s+of\\s+(?:his|her|their|its)\\s+depth|not\\s+the\\s+(?:sharpest|brightest)|(?:asleep|drunk)\\s+at\\s+the\\s+wheel|in\\s+over\\s+(?:his|her|their)\\s+heads?|off\\s+(?:his|her|their)\\s+(?:head|rocker|trolley)|too\\s+(?:clever|big)\\s+(?:by\\s+half|for\\s+(?:his|her|their)\\s+boots)|(?:all\\s+)?bark\\s+and\\s+no\\s+bite|all\\s+mouth|hot\\s+air|a\\s+slap\\s+in\\s+the\\s+face|could\\s+not\\s+(?:run|organi[sz]e)\\s+a\\s+\\w+|(?:has|have|had)\\s+no\\s+(?:backbone|spine|shame|scruples|clue|morals)|(?:has|have|had)\\s+blood\\s+on\\s+(?:its|his|her|their)\\s+hands|in\\s+bed\\s+with|throws?\\s+(?:his|her|their)\\s+weight\\s+about|playing\\s+the\\s+(?:fool|victim)|licking\\s+(?:his|her|their|its)\\s+(?:wounds|lips)|cooking\\s+the\\s+books|line[ds]?\\s+(?:his|her|their)\\s+(?:own\\s+)?pockets?)\\b",
  },
  {
    source:
      '\\b(?:spineless|gutless|gormless|brainless|pig-headed|cack-handed|ham-fisted|bungling|power-hungry|money-grubbing|trigger-happy|two-faced|hare-brained|crackpot|cockamamie)\\b',
  },
];
const VERDICT_HELP = 'Say what was done or left undone; the reader will judge whoever did it.';

/** Made when a text has a candidate: they take milliseconds to set up. */
let matchers:
  | readonly (Omit<LoadedList, 'words'> & { readonly expression: RegExp; readonly needs?: RegExp })[]
  | undefined;

function makeMatchers(): NonNullable<typeof matchers> {
  return [
    ...LISTS.map((list) => ({
      ...list,
      expression: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${list.words})(?![\\p{L}\\p{N}-])`, 'giu'),
    })),
    ...VERDICTS.map(({ needs, source }) => ({
      help: VERDICT_HELP,
      expression: new RegExp(source, 'giu'),
      ...(needs !== undefined && { needs: new RegExp(needs, 'iu') }),
    })),
  ];
}

/** What `loadedWords` may find something in. */
export const LOADED_CANDIDATE = new RegExp(
  `\\b(?:${[
    ...LISTS.map(({ words }) => words),
    CHARACTER_ADJECTIVES,
    CHARACTER_NOUNS,
    'piece\\s+of\\s+work|excuse\\s+for|specimen|mess|fiasco|nonsense|rubbish|hash|garbage|idiocy|folly|hypocrisy|incompetence|depth|sharpest|brightest|asleep|drunk|over|rocker|trolley|half|boots|bark|mouth|hot\\s+air|slap|organi[sz]e|run|backbone|spine|shame|scruples|clue|morals|blood|bed|weight|playing|licking|books|pockets?|hare-brained|crackpot|cockamamie|bunch|rabble|gaggle|pack|parcel|nest|den|lot',
  ].join('|')})(?![\\w-])`,
  'i',
);

export const loadedWords = remembering(findLoadedWords);

function findLoadedWords(own: string): readonly LoadedWord[] {
  matchers ??= makeMatchers();
  return matchers
    .filter(({ needs }) => needs?.test(own) ?? true)
    .flatMap(({ expression, help, isExempt }) =>
      [...own.matchAll(expression)]
        .filter(({ 0: found, index }) => !isExempt?.(own, index, index + found.length))
        .map(({ 0: found, index }) => ({ ...mentionOf(own, index, index + found.length), help })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((word, index, all) => !all.slice(0, index).some((other) => overlaps(other, word)));
}

/** What an adverb says of the whole sentence stands before it, or between commas. */
function opensClause(own: string, start: number, end: number): boolean {
  return /(?:^|[,;:–—(]|\b(?:and|but|yet))\s*$/i.test(own.slice(0, start)) && /^\s*,/.test(own.slice(end));
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
