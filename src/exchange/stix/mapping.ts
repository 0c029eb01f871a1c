/** Which collection becomes which kind of object, and which of its texts stand in properties of STIX. */
export interface Mapping {
  /** STIX type; actors choose between two. */
  readonly type: string;
  /** Our properties that STIX holds unchanged, by the name of its property. Prose is joined by line ends. */
  readonly carries: Readonly<
    Record<string, { readonly as: string; readonly is: 'line' | 'prose' | 'lines' }>
  >;
  /** Our properties that STIX says in a way of its own, as exactly: nothing is to be said of them. */
  readonly covered?: readonly string[];
  /** What it is called where nothing else names it. */
  readonly label: string;
}

const prose = (as: string) => ({ as, is: 'prose' }) as const;
const line = (as: string) => ({ as, is: 'line' }) as const;
const note = (label: string, carries: Mapping['carries']): Mapping => ({ type: 'note', label, carries });

/**
 * Properties that are not named here travel in our extension: a new one needs nothing. The same for collections: what
 * is not named stands with the report.
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
