import type { Rule } from '../rule.ts';

/** The file is named after the assessment's id. */
export const idDiffersFromFile: Rule = {
  id: 'id-differs-from-file',
  category: 'integrity',
  severity: 'warning',
  source: 'the assessment file of threat-memo: assessments/<id>.json',
  why: 'Outputs are named after the id; a reader who looks for the file behind a memo looks under that name.',
  examples: {
    breaks: { assessment: {}, fileStem: 'sample-copy' },
    keeps: { assessment: {}, fileStem: 'sample' },
  },
  check: ({ assessment, fileStem }) =>
    assessment.id === fileStem
      ? []
      : [
          {
            pointer: '/id',
            message: `The id is \`${assessment.id}\`, but the file is called \`${fileStem}\`.`,
            help: 'Rename the one or the other.',
          },
        ],
};
