import { shippedSchemes } from '../../model/conventions/shipped.ts';
import type { ConfidenceLevel, Marking } from '../../model/generated/types.ts';

/** Terms and numbers of STIX 2.1 (OASIS, 2021) and ours. */

/** The OASIS extension for TLP 2.0, whose marking definitions follow. */
export const TLP_EXTENSION = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';

export const TLP_IDS: Readonly<Record<string, string>> = Object.fromEntries(
  shippedSchemes['tlp-2'].labels.flatMap(({ label, stix }) => (stix === undefined ? [] : [[label, stix]])),
);

/**
 * TLP 1 (STIX 2.1, 7.2.1.4) and TLP 2.0 by definition id; these may be referred to without being in the bundle.
 */
export const MARKING_OF_ID: ReadonlyMap<string, Marking> = new Map<string, Marking>([
  ...Object.entries(TLP_IDS).map(([marking, id]) => [id, marking] as const),
  ['marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9', 'TLP:CLEAR'],
  ['marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da', 'TLP:GREEN'],
  ['marking-definition--f88d31f6-486f-44da-b317-01333bde0b82', 'TLP:AMBER'],
  ['marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed', 'TLP:RED'],
]);

/** Confidence of the producer, 0 to 100, for our levels (STIX 2.1, appendix A: none 0, low, medium, high). */
export const CONFIDENCE: Readonly<Record<ConfidenceLevel, number>> = { low: 15, moderate: 50, high: 85 };

/** `undefined` for 0, which means none. */
export function confidenceLevel(value: number | undefined): ConfidenceLevel | undefined {
  if (value === undefined || value < 1 || value > 100) return undefined;
  return value < 30 ? 'low' : value < 70 ? 'moderate' : 'high';
}

/** Confidence for Admiralty credibility 1 to 5 (STIX 2.1, appendix A); 6 leaves the property out. */
export function confidenceOfCredibility(credibility: number | undefined): number | undefined {
  return credibility !== undefined && credibility >= 1 && credibility <= 5
    ? 110 - credibility * 20
    : undefined;
}

/** 80 to 100 is 1, 60 to 79 is 2 … below 20 is 5. */
export function credibilityOfConfidence(value: number | undefined): number | undefined {
  if (value === undefined || value < 0 || value > 100) return undefined;
  return 5 - Math.min(4, Math.floor(value / 20));
}

/** STIX types that become actors. */
export const ACTOR_TYPES: readonly string[] = ['threat-actor', 'intrusion-set', 'identity'];

/** Types that say how something is done, or with what: they become evidence. */
export const MEANS: ReadonlyMap<string, string> = new Map([
  ['attack-pattern', 'technique'],
  ['malware', 'malware'],
  ['tool', 'tool'],
  ['infrastructure', 'infrastructure'],
  ['vulnerability', 'vulnerability'],
]);

/** Technical types: patterns and observations. A memo has no place for them; it states how many there are. */
export const TECHNICAL: ReadonlyMap<string, string> = new Map([
  ['indicator', 'indicators (patterns for detection)'],
  ['observed-data', 'observations'],
  ['malware-analysis', 'malware analyses'],
  ['artifact', 'artifacts'],
  ['autonomous-system', 'autonomous systems'],
  ['directory', 'directories'],
  ['domain-name', 'domain names'],
  ['email-addr', 'e-mail addresses'],
  ['email-message', 'e-mail messages'],
  ['file', 'files'],
  ['ipv4-addr', 'IPv4 addresses'],
  ['ipv6-addr', 'IPv6 addresses'],
  ['mac-addr', 'MAC addresses'],
  ['mutex', 'mutexes'],
  ['network-traffic', 'network connections'],
  ['process', 'processes'],
  ['software', 'software products'],
  ['url', 'URLs'],
  ['user-account', 'user accounts'],
  ['windows-registry-key', 'registry keys'],
  ['x509-certificate', 'certificates'],
]);

/** Our kinds of relationship, and the STIX word for each. */
export const RELATIONSHIPS: ReadonlyMap<string, string> = new Map([
  ...[
    'part-of',
    'affiliated-with',
    'supports',
    'supplies',
    'recruits-from',
    'splinter-of',
    'successor-of',
    'shelters',
    'directs',
    'cooperates-with',
    'rival-of',
    'hostile-to',
    'linked-to',
  ].map((type) => [type, type] as const),
  ['member-of', 'part-of'],
  ['controls', 'directs'],
  ['attacks', 'hostile-to'],
  ['targets', 'hostile-to'],
  ['compromises', 'hostile-to'],
]);
