import { shippedTerms } from './generated/fields.ts';
import type { Config } from './generated/types.ts';

/** A term of an open vocabulary: its name, or what stands in for one in words. */
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

/** What people also call shipped terms, in lower case. */
const SYNONYMS: Readonly<Record<Vocabulary, Readonly<Record<string, string>>>> = {
  'incident-type': {
    hack: 'intrusion',
    hacking: 'intrusion',
    breach: 'data-breach',
    'cyber attack': 'intrusion',
    cyberattack: 'intrusion',
    'ransomware-attack': 'ransomware',
    ddos: 'denial-of-service',
    dos: 'denial-of-service',
    phishing: 'credential-theft',
    'supply-chain-attack': 'supply-chain-compromise',
    'cable-cut': 'cable-damage',
    'cable-break': 'cable-damage',
    'cable-sabotage': 'cable-damage',
    'pipeline-sabotage': 'pipeline-damage',
    seizure: 'vessel-seizure',
    piracy: 'vessel-boarding',
    boarding: 'vessel-boarding',
    jamming: 'spoofing',
    'gps-jamming': 'spoofing',
    'gnss-spoofing': 'spoofing',
    murder: 'assassination',
    killing: 'assassination',
    explosion: 'bombing',
    shooting: 'armed-assault',
    fire: 'arson',
    detention: 'arrest',
    demonstration: 'protest',
    unrest: 'riot',
    spying: 'espionage',
    'drone-attack': 'drone-strike',
    propaganda: 'influence-operation',
    ramming: 'vehicle-attack',
    theft: 'robbery',
    'vote-buying': 'election-interference',
    'electoral-fraud': 'election-interference',
    'election-fraud': 'election-interference',
    malware: 'intrusion',
    knifing: 'stabbing',
    'hostage-taking': 'kidnapping',
    abduction: 'kidnapping',
  },
  'actor-type': {
    firm: 'company',
    business: 'company',
    corporation: 'company',
    ship: 'vessel',
    tanker: 'vessel',
    boat: 'vessel',
    sailors: 'crew',
    seafarers: 'crew',
    apt: 'hacker-group',
    hackers: 'hacker-group',
    hacktivists: 'hacker-group',
    raas: 'ransomware-service',
    'ransomware-group': 'ransomware-service',
    gang: 'criminal-group',
    mafia: 'criminal-group',
    cartel: 'criminal-group',
    country: 'state',
    government: 'state',
    ministry: 'government-body',
    agency: 'government-body',
    authority: 'government-body',
    regulator: 'government-body',
    army: 'armed-forces',
    navy: 'armed-forces',
    military: 'armed-forces',
    intelligence: 'security-service',
    police: 'government-body',
    hospital: 'operator',
    utility: 'operator',
    ngo: 'civil-society',
    charity: 'civil-society',
    'think-tank': 'research-body',
    university: 'research-body',
    newspaper: 'media',
    individual: 'person',
    'social-network': 'platform',
    militia: 'armed-group',
    terrorists: 'armed-group',
    party: 'political-party',
  },
  dimension: {
    funding: 'finance',
    money: 'finance',
    money_laundering: 'finance',
    command: 'leadership',
    personnel: 'manpower',
    members: 'manpower',
    arms: 'weapons',
    phishing: 'initial-access',
    access: 'initial-access',
    c2: 'command-and-control',
    'defence-evasion': 'defense-evasion',
    evasion: 'defense-evasion',
    'data-theft': 'exfiltration',
    encryption: 'impact',
    'destructive-effect': 'impact',
    stealth: 'deception',
    media: 'propaganda',
    supply: 'logistics',
    skills: 'training',
    range: 'reach',
  },
};

/** The term that a word probably means by what it is also called. */
export function termCalled(vocabulary: Vocabulary, word: string): string | undefined {
  const bare = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, '-');
  const calls = SYNONYMS[vocabulary];
  const found = Object.keys(calls).find((name) => bare(name) === bare(word));
  return found && calls[found];
}
