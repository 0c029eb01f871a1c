import { nearest } from '../../model/suggest.ts';
import type { Rule } from '../rule.ts';

/** `form` names a folder of `templates/`. */
export const unknownForm: Rule = {
  id: 'unknown-form',
  category: 'integrity',
  severity: 'error',
  source: 'forms of threat-memo: a form is a folder of templates',
  why: 'Without its form an assessment cannot become a memo.',
  examples: {
    breaks: { assessment: { form: 'policy-meno' } },
    keeps: { assessment: { form: 'policy-memo' } },
  },
  check: ({ assessment, forms }) => {
    if (!forms || forms.includes(assessment.form)) return [];
    const meant = nearest(assessment.form, forms);
    const help = meant === undefined ? '' : `Did you mean \`${meant}\`? `;
    return [
      {
        pointer: '/form',
        message: `There is no form \`${assessment.form}\`.`,
        help: `${help}Available forms: ${forms.join(', ')}.`,
      },
    ];
  },
};
