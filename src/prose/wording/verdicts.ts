import { memoized } from '../../model/memory/recent.ts';
import { type Mention, mentionOf } from '../reading/mention.ts';

/**
 * Colloquial verdicts on people and their work. Many of the words are harmless elsewhere (petty crime, a puppet theatre, a
 * rotten beam), so these are found where they are said of somebody: in the predicate, before a person or a body, or in a
 * turn of phrase that has no other sense.
 */
const SOMEBODY =
  '(?:leaders?|leadership|ministers?|presidents?|premiers?|officials?|bureaucrats?|(?!(?:riv|wat|bord|tow|pow|pap|weath|ord|quart|matt|numb|lett|wint|summ|answ|corn|cov|timb|rubb|leath|show|lay|lev|fev|pip|mort|vect|fact|sect|corrid|harb|doct\\s)(?:er|or)s?\\b)\\w{3,}(?:ers?|ors?|ists?|crats?|owners?|wom[ae]n|m[ae]n)|officers?|commanders?|bosses|boss|chiefs?|governors?|mayors?|politicians?|generals?|colonels?|kings?|princes?|men|man|woman|women|figures?|characters?|chairman|director|managers?|oligarchs?|mps?|judges?|prosecutors?|candidates?|ruler|rulers|regime|government|ministry|commission|committee|agency|regulators?|administration|police|board|party|outfit|lot|crew|gang|bunch|family|clan|warlords?|brothers?|sons?|deput(?:y|ies)|aides?|advis[eo]rs?|response|conduct|performance|behaviou?r|attempts?|excuses?|effort)';
const CHARACTER_ADJECTIVES =
  '(?:treacherous|ungrateful|witless|hard-hearted|greedy|lazy|vain|petty|arrogant|slippery|shifty|sleazy|smug|pompous|cocky|spiteful|vindictive|devious|crafty|cunning|sly|slimy|nasty|rotten|crooked|dodgy|shady|clueless|hapless|inept|bumbling|feckless|spineless|gutless|toothless|useless|hopeless|pathetic|pig-headed|hot-?headed|bloody-minded|power-hungry|money-grubbing|trigger-happy|brainless|mindless|gormless|two-faced|weak-willed|weak-kneed|half-baked|half-witted|dim-witted|thick-headed|loud-?mouthed|foul-mouthed|short-tempered|thin-skinned|self-serving|self-important|self-obsessed|hypocritical|deluded|delusional|paranoid|egotistical|megalomaniac(?:al)?|narcissistic|ham-fisted|cack-handed|slipshod|shoddy|laughable|dull-witted|gullible|na[iï]ve|sloppy|cynical|conniving|scheming|grasping|boorish|oafish|brutish|cruel|callous|heartless|sanctimonious|servile|sycophantic|washed-up|clownish|cartoonish|dimwitted|doddering|bungling)';
const CHARACTER_NOUNS =
  '(?:crooks?|clowns?|buffoons?|charlatans?|con\\s?m[ae]n|frauds?|fakes?|phone?ys?|loudmouths?|big-?mouths?|bull(?:y|ies)|cheats?|liars?|scoundrels?|villains?|rascals?|rogues?|hotheads?|blowhards?|windbags?|snakes?|rats?|weasels?|sleazebags?|slime-?balls?|creeps?|jerks?|losers?|bunglers?|bumblers?|dinosaurs?|dolts?|dunces?|half-?wits?|nit-?wits?|dimwits?|nutcases?|nutters?|crackpots?|cranks?|kooks?|weirdos?|yes-m[ae]n|lapdogs?|poodles?|flunk(?:y|ies|eys?)|puppets?|ego(?:maniac|ist|tist)s?|megalomaniacs?|narcissists?|control\\s+freaks?|hypocrites?|busybod(?:y|ies)|pushovers?|light-?weights?|figures?\\s+of\\s+fun|opportunists?|parasites?|leech(?:es)?|vultures?|jackals?|hyenas?|sharks?|pigs?|dogs?|worms?|disgrace|joke|laughing\\s+stock|shambles|farce|circus|embarrassment|amateurs?|oafs?|louts?|brutes?|schemers?|bigots?|menace|nonentit(?:y|ies)|relics?|has-beens?)';
const DEGREE_BEFORE =
  '(?:(?:very|quite|rather|simply|just|plainly|really|too|so|thoroughly|utterly|completely|totally|notably|famously|little\\s+more\\s+than|no\\s+better\\s+than|nothing\\s+but|nothing\\s+more\\s+than|such|merely|both|as|known\\s+to\\s+be|\\w{3,}ly)\\s+){0,2}';
const BEING =
  '(?:is|are|was|were|remains?|remained|seems?|seemed|be|been|being|proved|looks?|looked|acted\\s+like|acts?\\s+like|behaved\\s+like|behaves?\\s+like)';

const HAS_NOUN = new RegExp(`\\b${CHARACTER_NOUNS}\\b`, 'i');
const HAS_ADJECTIVE = new RegExp(`\\b${CHARACTER_ADJECTIVES}\\b`, 'i');

/**
 * `needs` is what a text must have for `source` to find anything. It is looked for first: most texts have none of it, and an
 * expression as long as `source` costs milliseconds before it is used.
 */
const VERDICTS: readonly { readonly needs: RegExp; readonly source: string }[] = [
  // is a crook; were nothing but puppets; is no better than a petty bully
  {
    needs: HAS_NOUN,
    source: `\\b${BEING}\\s+${DEGREE_BEFORE}(?:an?\\s+|the\\s+)?(?:[\\w-]+\\s+){0,2}?${CHARACTER_NOUNS}\\b(?!['’-]|\\s+(?:theatres?|shows?|accounts?|species|fever|farms?|bones?|cas(?:e|es)|charges?|squads?|investigations?|units?|prevention|detection|offences?|tail|bites?|handlers?|on\\s+the\\s+grounds|of\\s+(?:war|dogs)))`,
  },
  // a greedy and slippery minister; the regulator's spineless response
  {
    needs: HAS_ADJECTIVE,
    source: `\\b(?:an?|the|its|their|his|her|these|those|this|that|some|most|such|no|\\w+['’]s?)\\s+(?:[\\w-]+(?:,\\s+|\\s+(?:and|but)\\s+|\\s+)){0,2}?${CHARACTER_ADJECTIVES}\\s+(?:and\\s+)?(?:[\\w-]+\\s+){0,2}?${SOMEBODY}\\b`,
  },
  // lazy and vain, of whomever
  {
    needs: HAS_ADJECTIVE,
    source: `\\b${BEING}\\s+${DEGREE_BEFORE}${CHARACTER_ADJECTIVES}\\s+(?:and|but|or)\\s+${DEGREE_BEFORE}${CHARACTER_ADJECTIVES}\\b`,
  },
  // is greedy; was vain and vindictive
  {
    needs: HAS_ADJECTIVE,
    source: `\\b(?:he|she|they|who|${SOMEBODY})\\s+${BEING}\\s+${DEGREE_BEFORE}${CHARACTER_ADJECTIVES}\\b(?!\\s+(?:to|than)\\b)`,
  },
  // these vultures; such parasites: people named as animals
  {
    needs:
      /vultures|hyenas|leeches|parasites|jackals|snakes|cockroaches|bloodsuckers|vampires|swine|rats|wolves/i,
    source:
      '\\b(?:these|those|such|the\\s+(?:same|other))\\s+(?:[\\w-]+\\s+)?(?:vultures|hyenas|leeches|parasites|jackals|snakes|cockroaches|bloodsuckers|vampires|swine|rats|wolves)\\s+(?!(?:are|were)\\s+(?:found|common|native|protected|hunted|bred))(?:who|in\\s+(?:suits|uniform)|of|bought|sold|took|take|live|feed|rule|run|want|wanted|have|had|were|are)\\b',
  },
  // a flood of migrants: people as water or vermin; these butchers
  {
    needs: /\bof\s.*(?:migrants|refugees|foreigners|seekers|settlers|infiltrators|newcomers)\b/i,
    source:
      '\\b(?:floods?|tides?|swarms?|deluge|torrents?|tsunami|invasion|plague|avalanche|onslaught|stampede)\\s+of\\s+(?:[\\w-]+\\s+){0,2}?(?:im)?(?:migrants|refugees|foreigners|asylum[\\s-]seekers|settlers|infiltrators|newcomers)\\b',
  },
  {
    needs: /butchers/i,
    source:
      '\\b(?:these|those|such|are|were|as|his|its|their)\\s+(?:\\w+\\s+)?butchers\\b|\\bbutchers\\s+(?:of\\s+(?!meat)|who\\s+(?:kill|murder|order))',
  },
  // the mob howled; not who is called so among criminals
  {
    needs: /\bmobs?\b/i,
    source:
      "\\b(?:the|an?|angry|armed|frenzied|this|that)\\s+(?:[\\w-]+\\s+)?mobs?\\b(?![’'-]|\\s+(?:boss|bosses|family|families|figure|figures|trial|trials|killing|money|lawyer|lawyers)\\b)",
  },
  // a nasty piece of work; a bunch of clowns; a complete mess; out of his depth
  {
    needs: /piece\s+of\s+work|excuse\s+for|specimen|bunch|lot/i,
    source: '\\b(?:nasty|sorry|sad|poor)\\s+(?:piece\\s+of\\s+work|excuse\\s+for|specimen|bunch|lot)\\b',
  },
  {
    needs: /(?:bunch|pack|parcel|rabble|gaggle|cabal|coterie|clique|shower|collection|nest|den)\s+of\s/i,
    source: `\\b(?:bunch|pack|parcel|rabble|gaggle|cabal|coterie|clique|shower|collection|nest|den)\\s+of\\s+(?:[\\w-]+\\s+){0,2}?(?:${CHARACTER_NOUNS}|thieves|thugs|idiots|fools|amateurs|criminals|misfits|mediocrit(?:y|ies)|chancers|vipers)\\b`,
  },
  {
    needs:
      /mess|shambles|farce|disgrace|joke|fiasco|nonsense|rubbish|hash|garbage|idiocy|folly|hypocrisy|incompetence|amateur|fool|circus|clown/i,
    source:
      '\\b(?:utter|complete|total|absolute|sheer|downright|outright|unholy|hopeless|right|real|perfect)\\s+(?:mess|shambles|farce|disgrace|joke|fiasco|nonsense|rubbish|hash|garbage|idiocy|folly|hypocrisy|incompetence|amateurs?|fools?|circus|clown\\s+show)\\b',
  },
  {
    needs:
      /\b(?:hash|ear|mockery|fool)\s+of\b|\bdepth|sharpest|brightest|wheel|\b(?:his|her|their)\s+(?:heads?|rocker|trolley|boots)\b|too\s+(?:clever|big)\s|bark\s|all\s+mouth|hot\s+air|slap\s|could\s+not\s+(?:run|organi[sz]e)\s|backbone|spine|shame|scruples|clue|morals|blood\s+on|in\s+bed\s+with|weight\s+about|playing\s+the|licking|cooking|pocket/i,
    source:
      "\\b(?:ma(?:kes?|de)\\s+(?:an?\\s+)?(?:complete\\s+|utter\\s+)?(?:hash|pig[’']s\\s+ear|mockery|fool)\\s+of|out\\s+of\\s+(?:his|her|their|its)\\s+depth|not\\s+the\\s+(?:sharpest|brightest)|(?:asleep|drunk)\\s+at\\s+the\\s+wheel|in\\s+over\\s+(?:his|her|their)\\s+heads?|off\\s+(?:his|her|their)\\s+(?:head|rocker|trolley)|too\\s+(?:clever|big)\\s+(?:by\\s+half|for\\s+(?:his|her|their)\\s+boots)|(?:all\\s+)?bark\\s+and\\s+no\\s+bite|all\\s+mouth|hot\\s+air|a\\s+slap\\s+in\\s+the\\s+face|could\\s+not\\s+(?:run|organi[sz]e)\\s+a\\s+\\w+|(?:has|have|had)\\s+no\\s+(?:backbone|spine|shame|scruples|clue|morals)|(?:has|have|had)\\s+blood\\s+on\\s+(?:its|his|her|their)\\s+hands|in\\s+bed\\s+with|throws?\\s+(?:his|her|their)\\s+weight\\s+about|playing\\s+the\\s+(?:fool|victim)|licking\\s+(?:his|her|their|its)\\s+(?:wounds|lips)|cooking\\s+the\\s+books|line[ds]?\\s+(?:his|her|their)\\s+(?:own\\s+)?pockets?)\\b",
  },
];

const HELP = 'Say what was done or left undone; the reader will judge whoever did it.';

/** Each once: several verdicts need the same. */
const NEEDED = [...new Set(VERDICTS.map(({ needs }) => needs))];

/** Whether `verdictsIn` may find something in a text. */
export function mayBeVerdict(text: string): boolean {
  return NEEDED.some((needs) => needs.test(text));
}

/** The verdicts of a sentence, each with what to do instead. */
export function verdictsIn(own: string): (Mention & { readonly help: string })[] {
  return VERDICTS.filter(({ needs }) => needs.test(own)).flatMap((verdict) =>
    [...own.matchAll(expressionOf(verdict.source))].map(({ 0: found, index }) => ({
      ...mentionOf(own, index, index + found.length),
      help: HELP,
    })),
  );
}

/** Made when it is needed first. */
const expressionOf = memoized((source) => new RegExp(source, 'giu'));
