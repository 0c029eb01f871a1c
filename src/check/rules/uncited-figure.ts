import { citationsIn } from '../../model/citation.ts';
import type { Assessment } from '../../model/generated/types.ts';
import { toPointer } from '../../model/pointer.ts';
import { splitSentences } from '../../model/sentences.ts';
import { shortened } from '../../model/shown-text.ts';
import { type Paragraph, paragraphsOf } from '../paragraphs.ts';
import { pointerTo } from '../prose-fields.ts';
import type { Objection, Rule } from '../rule.ts';

/** A claim with figures says where they come from. */
export const uncitedFigure: Rule = {
  id: 'uncited-figure',
  category: 'sourcing',
  severity: 'warning',
  source: 'ICD 206: a source reference where information comes from a source',
  why: 'A figure without a source cannot be checked, and gets quoted all the same.',
  examples: {
    breaks: {
      assessment: {
        sections: [{ id: 'pattern', heading: 'A pattern', body: 'The fires cost 4.2 million crowns.' }],
      },
    },
    keeps: {
      assessment: {
        sections: [
          {
            id: 'pattern',
            heading: 'A pattern',
            body: 'The fires cost 4.2 million crowns [@rail-authority].',
          },
        ],
      },
    },
  },
  check: ({ assessment }) => [...inNarrative(assessment), ...inEvidence(assessment)],
};

/**
 * Figures that are not counts: numbers of a list, years, days, times, ordinals, names with numbers, web, network and street
 * addresses, telephone numbers, and references to the memo itself.
 */
const NO_COUNT = [
  /^[ \t>]{0,20}\d{1,9}[.)](?=\s)/gmu, // numbers of a list
  /\[\^[^\]\s]{1,80}\]|\$[^$\n]{1,200}\$|\]\([^()\s]{0,1000}\)/gu, // note references, mathematics, link targets
  /\b(?:https?:\/\/|www\.)[^\s<>]{1,2000}|[^\s@<>]{1,64}@[^\s@<>]{1,255}/giu, // web and mail addresses
  /\b\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2}|:\d{1,5})?\b/gu, // network addresses
  /(?<![\d\p{L}])\+\d[\d ()-]{6,20}\d/gu, // telephone numbers
  /\b\d{1,4}\p{L}?\s+\p{Lu}\p{Ll}+\s+(?:Street|St|Road|Rd|Avenue|Ave|Lane|Square|Boulevard)\b/gu, // street addresses
  /\b(?:1[5-9]|20)\d\d(?:s|[–-](?:\d{2}|\d{4}))?(?![\d.,]*\d)/gu, // years and spans of years
  /\b\d{1,2}(?:st|nd|rd|th)?(?:[–-]\d{1,2})?\.?\s+(?:of\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|янв|фев|март|апр|ма[йя]|июн|июл|авг|сент|окт|ноя|дек)\p{L}*/giu,
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:[–-]\d{1,2})?\b/gu,
  /\b\d{4}-\d\d(?:-\d\d)?\b/gu,
  /\b\d{1,2}[:.]\d\d(?=\s*(?:h\b|a\.?m|p\.?m|hours|UTC|local))/giu,
  /\b\d+(?:st|nd|rd|th)\b/gu,
  /\b\d{1,2}\/\d{1,2}(?:\/\d{2,4})?\b/gu, // 9/11
  /(?:\b(?:No|no|Nos|nos|Art|art|para|p|pp|ch)\.|№|§|\b(?:number|article|section|chapter|page|paragraph|judgments?|scenarios?|hypothes[ei]s|tables?|figures?|notes?|versions?|level|phase|part|resolution|edition|category|type|route|highway|platform|terminal|unit|brigade|division|regiment|port|street|avenue|building|block|flat|room|gate|berth|pier|school|hospital|sura)s?)\s*\d+(?:(?:,|\s+and|[–-])\s*\d+)*/giu,
  /(?<!\p{L})\p{L}[\p{L}\d]*-?\d[\p{L}\d-]*/gu, // MH17, G7, S-300
];

/** Whether a text, apart from its citations, gives a count in figures. */
function countsSomething(text: string): boolean {
  let rest = text;
  for (const { start, end } of citationsIn(text).toReversed()) rest = rest.slice(0, start) + rest.slice(end);
  for (const pattern of NO_COUNT) rest = rest.replace(pattern, ' ');
  return /\d/.test(rest);
}

/** A citation covers the text before it in its paragraph. */
function inNarrative(assessment: Assessment): Objection[] {
  const paragraphs = paragraphsOf(assessment);
  return paragraphs
    .filter(
      ({ field, text }, index) =>
        field.kind === 'narrative' &&
        hasFigureBehindCitations(text) &&
        !(isTable(text) && isCitedBeside(paragraphs, index)),
    )
    .flatMap(({ field, text, offset }) => {
      const lastCitation = text.lastIndexOf('[@');
      return splitSentences(text, assessment.language)
        .filter((sentence) => sentence.end > lastCitation && !sentence.text.includes('[@'))
        .filter((sentence) => countsSomething(sentence.text))
        .map((sentence) => ({
          pointer: pointerTo(field, offset + sentence.start),
          message: `This sentence gives figures and no source: \`${shorten(sentence.text)}\`.`,
          help: 'Cite the source or the evidence they come from: `[@id]`.',
        }));
    });
}

/** Whether a text is a Markdown table: its second line, or the one after a caption, separates head and body. */
function isTable(text: string): boolean {
  return (
    /^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*){0,40}\|?[ \t]*$/m.test(text) &&
    text.includes('|')
  );
}

/** The source of a table is cited in the line before it, or in the one after it. */
function isCitedBeside(paragraphs: readonly Paragraph[], index: number): boolean {
  const field = paragraphs[index]?.field;
  return [index - 1, index + 1].some((beside) => {
    const paragraph = paragraphs[beside];
    return paragraph?.field === field && paragraph?.text.includes('[@') === true;
  });
}

/** Whether a figure may have no citation after it: a quick test. */
function hasFigureBehindCitations(text: string): boolean {
  const last = text.lastIndexOf('[@');
  return /\d/.test(last === -1 ? text : text.slice(text.indexOf(']', last) + 1));
}

function inEvidence(assessment: Assessment): Objection[] {
  return (assessment.evidence ?? []).flatMap(({ id, statement, citations }, index) => {
    const text = [statement].flat().join('\n');
    if (citations || text.includes('[@') || !countsSomething(text)) return [];
    return {
      pointer: toPointer(['evidence', index]),
      message: `The evidence \`${id}\` gives figures and no source.`,
      help: 'Name the source under `citations`.',
    };
  });
}

function shorten(text: string): string {
  return shortened(text.replace(/\s+/g, ' '), 80);
}
