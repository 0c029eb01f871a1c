import { toPointer } from '../../model/pointer.ts';
import type { Rule } from '../rule.ts';
import { soundPicture } from '../sound-assessment.ts';

/** The alternative text of a picture describes what it shows. */
export const poorAlternativeText: Rule = {
  id: 'poor-alternative-text',
  category: 'language',
  severity: 'warning',
  source: 'WCAG 2.2, 1.1.1: non-text content has an alternative that serves the same purpose',
  why: 'A reader who cannot see the picture learns nothing from its file name, from its caption repeated, or from “Photo”.',
  examples: {
    breaks: {
      assessment: {
        media: [{ ...soundPicture, alt: 'burnt-cabinet.jpg' }],
        sections: [{ id: 'pattern', heading: 'A pattern', body: '![](media:burnt-cabinet)' }],
      },
    },
    keeps: {
      assessment: {
        media: [soundPicture],
        sections: [{ id: 'pattern', heading: 'A pattern', body: '![](media:burnt-cabinet)' }],
      },
    },
  },
  check: ({ assessment }) =>
    (assessment.media ?? []).flatMap(({ file, alt, caption }, index) => {
      const reason = reasonAgainst(alt, [caption].flat().join(' '), file);
      if (reason === undefined) return [];
      return {
        pointer: toPointer(['media', index, 'alt']),
        message: `The alternative text ${reason}.`,
        help: 'Say what is to be seen, as you would on the telephone: who or what, where, in what state.',
      };
    }),
};

/** Two words say little more than that there is a picture. */
const FEWEST_WORDS = 3;
const OF_A_PICTURE = /^(?:an?\s+|the\s+)?(?:picture|photo(?:graph)?|image|screenshot)(?:\s+of\b|\s*[:–-])/i;

function reasonAgainst(alt: string, caption: string, file: string): string | undefined {
  const plain = (text: string) =>
    text
      .replace(/\[@[^\]]*\]/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .toLowerCase();
  const words = plain(alt);
  if (words === plain(caption)) return 'repeats the caption';
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (words === plain(name) || words === plain(name.replace(/\.[a-z]+$/i, '')))
    return 'is the name of the file';
  if (OF_A_PICTURE.test(alt)) return 'begins by saying that it is a picture, which readers are told anyway';
  return words.split(' ').length < FEWEST_WORDS ? 'is too short to say what is to be seen' : undefined;
}
