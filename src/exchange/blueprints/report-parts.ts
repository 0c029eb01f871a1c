// The parts of a CTI Blueprints report, and what becomes of them.

/** Tables of technical indicators: what they hold, and which column names a row. */
export const TABLES: readonly {
  readonly path: readonly string[];
  readonly label: string;
  readonly name: string;
}[] = [
  { path: ['iocs', 'malware'], label: 'malware files', name: 'ioc_malware_name' },
  { path: ['iocs', 'network'], label: 'network addresses', name: 'artifact' },
  { path: ['iocs', 'system_artifacts'], label: 'traces on systems', name: 'artifact' },
  { path: ['iocs', 'cves'], label: 'vulnerabilities', name: 'cve_number' },
  { path: ['signatures'], label: 'signatures', name: 'ioc_malware_name' },
];

/** Texts of a report that become sections, with their headings. */
export const SECTIONS: readonly (readonly [string, string])[] = [
  ['assessment', 'Assessment'],
  ['indicator_analysis', 'Indicator analysis'],
  ['outlook', 'Outlook'],
];

/** Texts of a threat-actor profile that become sections, with their headings. */
export const PROFILE: readonly (readonly [string, string])[] = [
  ['ttp', 'Tactics, techniques and procedures'],
  ['infrastructure', 'Infrastructure'],
  ['victims', 'Victims'],
  ['attribution', 'Attribution'],
];

/** Why a property of a report has no place in an assessment. */
export const WHY: Readonly<Record<string, string>> = {
  defend: 'It follows from the number of the technique.',
  technique: 'The row names a sub-technique, of another technique.',
  criticality: 'It is the producer’s own scale.',
  sensitivity: 'Only labels of the Traffic Light Protocol have a place; heed this one all the same.',
};
