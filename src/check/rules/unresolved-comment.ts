import type { ReviewNote } from '../../model/generated/types.ts';
import { placeById } from '../../model/pointer.ts';
import { unresolvedNote } from '../../model/unfinished.ts';
import type { Rule } from '../rule.ts';

const comment: ReviewNote = {
  pointer: '/judgments/fires-continue/statement',
  quoted: 'go on',
  text: 'Until when?',
  author: 'N. Colleague',
  date: '2025-05-01T09:30:00Z',
  resolved: false,
};

/** Colleagues' comments are answered. */
export const unresolvedComment: Rule = {
  id: 'unresolved-comment',
  category: 'change',
  severity: 'note',
  source:
    'ICD 203 D.6.e: analysis is reviewed; a comment of a colleague is answered before the memo goes out',
  why: 'A comment that came back with the memo is easily forgotten once the memo is built again.',
  examples: {
    breaks: { assessment: {}, reviews: [comment] },
    keeps: { assessment: {}, reviews: [{ ...comment, resolved: true }] },
  },
  check: ({ assessment, reviews = [] }) =>
    reviews
      .filter(({ resolved }) => !resolved)
      .map((note) => ({
        pointer: note.pointer === undefined ? '' : placeById(note.pointer, assessment),
        message: unresolvedNote(note),
        help: `Answer it, then set its \`resolved\` to true in reviews/${assessment.id}.json.`,
      })),
};
