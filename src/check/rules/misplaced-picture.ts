import { pictureLine } from '../../model/citation.ts';
import { nearest } from '../../model/suggest.ts';
import { withoutCode } from '../../prose/reading/own-text.ts';
import { type ProseField, pointerTo, proseFieldsOf } from '../prose-fields.ts';
import type { Objection, Rule } from '../rule.ts';
import { soundPicture } from '../sound-assessment.ts';

/** A picture is shown where a memo can print it: on a line of its own in the text of a section. */
export const misplacedPicture: Rule = {
  id: 'misplaced-picture',
  category: 'integrity',
  severity: 'error',
  source: 'the assessment file of threat-memo: `![](media:id)` in prose',
  why: 'For a picture inside a sentence, list or table, or one not declared under `media`, the source text is printed.',
  examples: {
    breaks: {
      assessment: {
        sections: [
          { id: 'pattern', heading: 'A pattern', body: 'The cabinet ![](media:burnt-cabinet) burned.' },
        ],
      },
    },
    keeps: {
      assessment: {
        media: [soundPicture],
        sections: [
          {
            id: 'pattern',
            heading: 'A pattern',
            body: ['The cabinet burned, as [@fig-burnt-cabinet] shows.', '![](media:burnt-cabinet)'],
          },
        ],
      },
    },
  },
  check: ({ assessment, lostIds }) => {
    const ids = (assessment.media ?? []).map(({ id }) => id);
    return proseFieldsOf(assessment).flatMap((field) => {
      if (!field.text.includes('](media:')) return [];
      return [...withoutCode(field.text).matchAll(SHOWN)].flatMap((found) => {
        const [shown, description = '', id = ''] = found;
        if (lostIds?.has(id)) return [];
        const objection = objectionTo({ shown, description, id, at: found.index }, field, ids);
        return objection ? [{ pointer: pointerTo(field, found.index), ...objection }] : [];
      });
    });
  },
};

const SHOWN = /!\[([^\]\n]{0,300})\]\(media:([^()\s]{0,100})\)/g;

interface Shown {
  /** As written in the text. */
  readonly shown: string;
  /** The text between the brackets. */
  readonly description: string;
  readonly id: string;
  readonly at: number;
}

function objectionTo(
  { shown, description, id, at }: Shown,
  { parts, text }: ProseField,
  ids: readonly string[],
): Omit<Objection, 'pointer'> | undefined {
  if (!ids.includes(id)) {
    const meant = nearest(id, ids);
    return {
      message: `There is no picture \`${id}\` in \`media\`.`,
      help:
        meant === undefined
          ? 'Describe it there, with file, `alt`, `caption` and `credit`.'
          : `Did you mean \`${meant}\`?`,
    };
  }
  if (parts[0] !== 'sections' || parts[2] !== 'body') {
    return {
      message: `\`${shown}\` stands where no picture is printed.`,
      help: `Put it into the text of a section, and refer to it from here: \`[@fig-${id}]\`.`,
    };
  }
  if (description !== '') {
    return {
      message: `\`${shown}\` has a description of its own.`,
      help: `Write \`![](media:${id})\`: what is to be seen on it stands in \`alt\`.`,
    };
  }
  const line = text.slice(text.lastIndexOf('\n', at) + 1).split('\n', 1)[0] ?? '';
  return pictureLine.test(line)
    ? undefined
    : {
        message: `\`${shown}\` stands within a text.`,
        help: `Put it on a line of its own, and refer to it in the sentence: \`[@fig-${id}]\`.`,
      };
}
