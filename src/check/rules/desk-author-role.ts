import { toPointer } from '../../model/pointer.ts';
import { nearest } from '../../model/suggest.ts';
import type { Objection, Rule } from '../rule.ts';

/** Each author has one of the roles the desk defines, if it defines any. */
export const deskAuthorRole: Rule = {
  id: 'desk-author-role',
  category: 'handling',
  severity: 'error',
  source: 'The project’s own configuration, `desk`',
  why: 'Who answers for a product, and in which role, is decided by the desk, not by each author.',
  examples: {
    breaks: {
      assessment: { authors: [{ name: 'A. Analyst', role: 'Guest' }] },
      desk: { roles: ['Analyst'] },
    },
    keeps: {
      assessment: { authors: [{ name: 'A. Analyst', role: 'Analyst' }] },
      desk: { roles: ['Analyst'] },
    },
  },
  check: ({ assessment, desk }) => {
    const { roles } = desk ?? {};
    if (!roles) return [];
    return (assessment.authors ?? []).flatMap(({ name, role }, index): Objection[] => {
      if (role !== undefined && roles.includes(role)) return [];
      const meant = role === undefined ? undefined : nearest(role, roles);
      const roleText = role === undefined ? 'has no role' : `has the role \`${role}\``;
      return [
        {
          pointer: toPointer(['authors', index, ...(role === undefined ? [] : ['role'])]),
          message: `\`${name}\` ${roleText}; this desk knows ${roles.map((one) => `\`${one}\``).join(', ')}.`,
          help: meant === undefined ? 'Give the author one of them.' : `Did you mean \`${meant}\`?`,
        },
      ];
    });
  },
};
