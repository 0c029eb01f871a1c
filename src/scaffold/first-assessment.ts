/** Name of the assessment that a new project begins with, and that the README shows. */
export const FIRST_ID = 'rail-sabotage-2025';

/**
 * A first assessment to edit: small, without findings, about an invented line, authority and fires. Its
 * forecasts have a distant horizon, so that it has no findings for years.
 *
 * @param schema The path to the schema from the folder of assessments.
 */
export function firstAssessment(schema: string): object {
  return {
    $schema: schema,
    id: FIRST_ID,
    form: 'policy-memo',
    title: 'Sabotage on the Northern Line',
    authors: [{ name: 'A. Analyst', affiliation: 'Institute for Examples' }],
    marking: 'TLP:GREEN',
    asOf: '2025-04-30',
    question:
      'Will the attacks on signal cabinets of the Northern Line go on until the last is replaced in 2035?',
    bottomLine: 'Attacks on the line are likely to go on through 2035.',
    sources: [
      {
        id: 'rail-authority',
        csl: {
          type: 'report',
          title: 'Quarterly Safety Report',
          publisher: 'Rail Safety Authority',
          issued: '2025-04-11',
        },
        reliability: 'B',
      },
    ],
    evidence: [
      {
        id: 'four-fires',
        statement: 'Four signal cabinets were set on fire between January and March 2025, all at night.',
        kind: 'report',
        citations: [{ source: 'rail-authority', locator: 'p. 4', credibility: 2 }],
      },
      {
        id: 'two-arrests',
        statement: 'Two men were arrested in April 2025.',
        kind: 'report',
        citations: [{ source: 'rail-authority', locator: 'p. 6', credibility: 2 }],
      },
    ],
    judgments: [
      {
        id: 'attacks-continue',
        statement: 'Arson against signal cabinets is likely to go on through 2035.',
        likelihood: { term: 'likely' },
        confidence: { level: 'moderate', basis: 'One official source; nothing independent confirms it.' },
        horizon: '2025-05/2035-12',
        evidence: ['four-fires'],
        contraryEvidence: ['two-arrests'],
        wouldChange: 'Half a year without an attack.',
      },
    ],
    recommendations: [
      {
        id: 'alarms',
        to: 'the Ministry of Transport',
        action: 'Fit the cabinets near stations with alarms.',
        judgments: ['attacks-continue'],
      },
    ],
    sections: [
      {
        id: 'pattern',
        heading: 'A pattern of small fires',
        body: [
          'The four fires look alike.[@four-fires]',
          'No other sabotage was counted.[@rail-authority, p. 5]',
        ],
      },
    ],
  };
}
