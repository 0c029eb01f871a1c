/** How a collection is exported: as which STIX objects, and which of its texts go into STIX properties. */
export interface Mapping {
  /** STIX type of its objects; actors choose between two. */
  readonly type: string;
  /** Our properties that a STIX property holds unchanged, by its name. Prose is joined by line ends. */
  readonly carries: Readonly<
    Record<string, { readonly as: string; readonly is: 'line' | 'prose' | 'lines' }>
  >;
  /** Our properties that STIX expresses exactly in its own way: not reported as losses. */
  readonly covered?: readonly string[];
  /** The name of an entry that has no name of its own. */
  readonly label: string;
}

const prose = (as: string) => ({ as, is: 'prose' }) as const;
const line = (as: string) => ({ as, is: 'line' }) as const;
const note = (label: string, carries: Mapping['carries']): Mapping => ({ type: 'note', label, carries });

/**
 * Properties and collections not named here are kept in our extension: properties with their entry, collections
 * with the report. A new one needs no change here.
 */
export const MAPPINGS: Readonly<Record<string, Mapping>> = {
  actors: {
    type: 'threat-actor',
    label: 'Actor',
    carries: { name: line('name'), summary: prose('description'), aliases: { as: 'aliases', is: 'lines' } },
  },
  incidents: {
    type: 'incident',
    label: 'Incident',
    carries: { title: line('name'), summary: prose('description') },
  },
  relationships: {
    type: 'relationship',
    label: 'Relationship',
    carries: { summary: prose('description') },
    covered: ['from', 'to', 'type', 'marking'],
  },
  evidence: note('Evidence', { statement: prose('content') }),
  assumptions: note('Assumption', { statement: prose('content') }),
  trends: note('Trend', { summary: prose('content') }),
  hypotheses: { type: 'grouping', label: 'Hypothesis', carries: { statement: prose('description') } },
  judgments: note('Judgment', { statement: prose('content') }),
  scenarios: note('Scenario', { title: line('abstract'), narrative: prose('content') }),
  indicators: note('Sign to watch', { statement: prose('content') }),
  gaps: note('Gap', { question: prose('content') }),
  implications: note('Implication', { statement: prose('content') }),
  recommendations: {
    type: 'course-of-action',
    label: 'Recommendation',
    carries: { action: prose('description') },
  },
  sections: note('Section', { heading: line('abstract'), body: prose('content') }),
};

/** The assessment itself. */
export const REPORT: Mapping = {
  type: 'report',
  label: 'Assessment',
  carries: { title: line('name'), bottomLine: prose('description') },
};
