import { shippedTerms } from './generated/fields.ts';
import type { Config } from './generated/types.ts';

/** A term of an open vocabulary: its name, or free words in its place. */
export type Term = string | { readonly other: string };

/** Vocabularies that a project may add to, by the group of phrases that has their words. */
export type Vocabulary = keyof typeof shippedTerms;

/** Terms that a project has declared, by vocabulary; each with its words by language. */
export type OwnVocabularies = NonNullable<Config['vocabularies']>;

/** A term as views hold it: its name, or its words. Whoever prints it has words for the names. */
export function termText(term: Term): string;
export function termText(term: Term | undefined): string | undefined;
export function termText(term: Term | undefined): string | undefined {
  return typeof term === 'object' ? term.other : term;
}

/** The terms that an assessment of the project may use. */
export function termsOf(vocabulary: Vocabulary, own: OwnVocabularies | undefined): readonly string[] {
  return [...shippedTerms[vocabulary], ...Object.keys(own?.[vocabulary] ?? {})];
}

/**
 * The phrases of a project's own terms in one language, by the key that shipped terms have (`incident-type.raid`). A tag
 * takes the words of its language (`de` for `de-CH`).
 */
export function ownPhrases(own: OwnVocabularies, language: string): Record<string, string> {
  const phrases: Record<string, string> = {};
  for (const [vocabulary, terms] of Object.entries(own)) {
    for (const [term, words] of Object.entries(terms)) {
      const found = words[language] ?? words[language.split('-')[0] ?? ''];
      if (found !== undefined) phrases[`${vocabulary}.${term}`] = found;
    }
  }
  return phrases;
}

/** What people also call shipped terms, by term. A word is listed only if the term says no more than the word does. */
const ALSO_CALLED: Readonly<Record<Vocabulary, Readonly<Record<string, readonly string[]>>>> = {
  'incident-type': {
    intrusion: ['hack', 'hacking', 'cyber attack', 'cyberattack', 'malware', 'account takeover', 'zero day'],
    ransomware: ['ransomware attack'],
    'data-breach': ['breach', 'data leak', 'data theft'],
    'denial-of-service': ['ddos', 'dos', 'website takedown'],
    'credential-theft': ['phishing', 'spear phishing'],
    'supply-chain-compromise': ['supply chain attack'],
    outage: ['blackout', 'power cut'],
    'cable-damage': ['cable cut', 'cable break', 'cable sabotage'],
    'pipeline-damage': ['pipeline sabotage'],
    'vessel-seizure': ['seizure', 'tanker seizure'],
    'vessel-boarding': ['piracy', 'boarding'],
    'sea-mining': ['mine', 'naval mine', 'minelaying'],
    jamming: ['gps jamming', 'gnss jamming', 'interference with signals'],
    spoofing: ['gps spoofing', 'gnss spoofing', 'ais spoofing'],
    accident: ['collision', 'grounding', 'derailment', 'crash'],
    assassination: ['assassination attempt', 'targeted killing'],
    killing: ['murder', 'homicide', 'lynching'],
    bombing: ['ied', 'car bomb', 'suicide bombing', 'letter bomb', 'parcel bomb', 'blast'],
    'armed-assault': ['shooting', 'mass shooting', 'ambush', 'gunfire'],
    stabbing: ['knifing', 'knife attack'],
    'vehicle-attack': ['ramming', 'vehicle ramming'],
    kidnapping: ['hostage taking', 'abduction', 'kidnap'],
    arrest: ['detention'],
    'air-strike': ['airstrike'],
    'missile-strike': ['missile attack', 'rocket attack'],
    shelling: ['artillery', 'mortar attack'],
    'drone-strike': ['drone attack'],
    'airspace-violation': ['drone incursion', 'overflight', 'drone sighting', 'drone overflight'],
    coup: ['coup attempt', 'putsch'],
    protest: ['demonstration', 'rally', 'march', 'sit in', 'occupation'],
    riot: ['looting', 'pogrom'],
    'labour-strike': ['strike action', 'walkout', 'general strike', 'labor strike'],
    vandalism: ['criminal damage', 'graffiti', 'desecration'],
    'break-in': ['burglary', 'trespass', 'forced entry'],
    theft: ['stealing', 'cargo theft', 'cryptocurrency theft'],
    espionage: ['spying', 'cyber espionage', 'wiretapping'],
    surveillance: ['reconnaissance', 'stalking', 'tailing'],
    intimidation: ['harassment', 'threat', 'threats', 'bomb threat', 'voter intimidation', 'doxing'],
    extortion: ['blackmail', 'sextortion', 'protection money'],
    bribery: ['corruption', 'bribe'],
    fraud: ['scam', 'embezzlement'],
    smuggling: ['drug smuggling', 'arms smuggling', 'drug trafficking', 'arms trafficking'],
    trafficking: ['human trafficking'],
    'illicit-procurement': ['procurement', 'export control violation', 'illegal export'],
    'sanctions-evasion': ['sanctions busting', 'embargo breach'],
    proliferation: ['enrichment', 'diversion', 'transfer of technology'],
    'weapons-test': ['nuclear test', 'missile test', 'missile launch', 'test launch'],
    'influence-operation': [
      'propaganda',
      'foreign interference',
      'influence campaign',
      'troll campaign',
      'bot campaign',
      'coordinated inauthentic behaviour',
      'coordinated inauthentic behavior',
    ],
    disinformation: ['deepfake', 'fake news'],
    'election-interference': ['vote buying', 'electoral fraud', 'election fraud', 'ballot tampering'],
    leak: ['hack and leak', 'leaked documents'],
  },
  'actor-type': {
    company: [
      'firm',
      'business',
      'corporation',
      'bank',
      'supplier',
      'contractor',
      'insurer',
      'airline',
      'shipowner',
    ],
    'front-company': ['front', 'shell company', 'shell', 'letterbox company'],
    'military-company': ['private military company', 'pmc', 'mercenaries', 'mercenary group'],
    vessel: ['ship', 'tanker', 'boat'],
    crew: ['sailors', 'seafarers'],
    'hacker-group': [
      'apt',
      'apt group',
      'hackers',
      'hacktivists',
      'hacktivist',
      'threat group',
      'intrusion set',
    ],
    'ransomware-service': ['raas', 'ransomware group', 'ransomware gang'],
    'criminal-group': ['gang', 'mafia', 'cartel', 'smugglers', 'traffickers'],
    network: ['troll farm', 'influence network', 'bot network', 'botnet', 'procurement network'],
    state: ['country', 'government'],
    'government-body': [
      'ministry',
      'agency',
      'authority',
      'regulator',
      'police',
      'coast guard',
      'election commission',
      'electoral commission',
      'parliament',
      'prosecutor',
      'region',
      'province',
      'city',
    ],
    'international-body': [
      'alliance',
      'international organisation',
      'international organization',
      'coalition',
    ],
    'armed-forces': ['army', 'navy', 'military', 'air force'],
    'security-service': ['intelligence', 'intelligence service', 'secret service', 'spy agency'],
    operator: ['hospital', 'utility', 'port', 'airport', 'grid operator'],
    'civil-society': ['ngo', 'charity', 'association', 'foundation'],
    'trade-union': ['union', 'labour union', 'labor union'],
    'religious-body': ['church', 'mosque', 'religious group'],
    'research-body': ['think tank', 'university', 'laboratory', 'research institute'],
    media: ['newspaper', 'broadcaster', 'state media', 'channel', 'television', 'news agency'],
    person: [
      'individual',
      'leader',
      'politician',
      'candidate',
      'official',
      'journalist',
      'influencer',
      'broker',
    ],
    platform: ['social network', 'social media platform', 'messenger', 'app', 'website', 'forum'],
    'armed-group': [
      'militia',
      'terrorists',
      'terrorist group',
      'insurgents',
      'paramilitary',
      'separatists',
      'rebels',
    ],
    movement: ['protest movement', 'political movement', 'opposition', 'extremist group'],
    community: ['diaspora', 'tribe', 'clan', 'students', 'workers', 'minority'],
    'political-party': ['party'],
    court: ['tribunal'],
  },
  dimension: {
    finance: ['funding', 'money', 'money laundering', 'budget'],
    leadership: ['command'],
    manpower: ['personnel', 'members', 'staff'],
    weapons: ['arms', 'explosives'],
    'initial-access': ['phishing', 'access'],
    'command-and-control': ['c2'],
    'defense-evasion': ['defence evasion', 'evasion'],
    exfiltration: ['data theft'],
    impact: ['encryption', 'destructive effect'],
    deception: ['stealth', 'impersonation', 'forgery'],
    propaganda: ['media', 'messaging', 'amplification'],
    logistics: ['supply', 'transport'],
    training: ['skills', 'expertise'],
    reach: ['range', 'audience'],
    technology: ['infrastructure', 'tooling', 'engineering'],
    'support-base': ['popular support', 'sympathisers'],
  },
};

const bare = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, '-');

const TERM_CALLED = new Map(
  Object.entries(ALSO_CALLED).map(([vocabulary, terms]) => [
    vocabulary,
    new Map(
      Object.entries(terms).flatMap(([term, calls]) => calls.map((call) => [bare(call), term] as const)),
    ),
  ]),
);

/** The term that a word probably means by what it is also called; the word may be in the plural. */
export function termCalled(vocabulary: Vocabulary, word: string): string | undefined {
  const calls = TERM_CALLED.get(vocabulary);
  return calls?.get(bare(word)) ?? calls?.get(bare(word).replace(/s$/, ''));
}
