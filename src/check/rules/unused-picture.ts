import { picturesShownIn } from '../../model/citation.ts';
import { toPointer } from '../../model/pointer.ts';
import { proseFieldsOf } from '../prose-fields.ts';
import type { Rule } from '../rule.ts';
import { soundPicture } from '../sound-assessment.ts';

/** Each picture is shown, once. */
export const unusedPicture: Rule = {
  id: 'unused-picture',
  category: 'integrity',
  severity: 'warning',
  source: 'a principle of threat-memo: what cannot be shown is said, never silently dropped',
  why: 'A picture that no text shows is not printed; one shown twice has two numbers, and a reference could mean either.',
  examples: {
    breaks: {
      assessment: {
        media: [soundPicture],
      },
    },
    keeps: {
      assessment: {
        media: [soundPicture],
        sections: [
          { id: 'pattern', heading: 'A pattern', body: ['All four look alike.', '![](media:burnt-cabinet)'] },
        ],
      },
    },
  },
  check: ({ assessment }) => {
    const { media = [] } = assessment;
    if (media.length === 0) return [];
    const shown = proseFieldsOf(assessment).flatMap(({ text }) => picturesShownIn(text).map(({ id }) => id));
    return media.flatMap(({ id }, index) => {
      const times = shown.filter((other) => other === id).length;
      if (times === 1) return [];
      return {
        pointer: toPointer(['media', index]),
        message:
          times === 0
            ? `No text shows the picture \`${id}\`.`
            : `The picture \`${id}\` is shown ${times} times.`,
        help:
          times === 0
            ? `Put \`![](media:${id})\` on a line of its own in the text of a section, or remove it.`
            : `Show it once, and refer to it elsewhere: \`[@fig-${id}]\`.`,
      };
    });
  },
};
