import { allNamed, type Conventions, named, shippedConventions } from '../model/conventions/conventions.ts';
import {
  shippedConfidenceScales,
  shippedLikelihoodScales,
  shippedSchemes,
} from '../model/conventions/shipped.ts';
import type { Remark } from '../model/finding.ts';
import type { Config, LikelihoodScale } from '../model/generated/types.ts';
import { type PointerPart, toPointer } from '../model/pointer.ts';
import { nearest } from '../model/suggest.ts';

/** The markings and scales of a configuration, and what is wrong with them; invalid ones are left out. */
export function readConventions(config: Config): { conventions: Conventions; remarks: Remark[] } {
  const { markingSchemes = {}, likelihoodScales = {}, confidenceScales = {}, scales = {}, marking } = config;
  const { vocabularies } = config;
  const isPlain = !marking && !config.scales && !config.likelihoodScales && !config.confidenceScales;
  if (isPlain && !vocabularies)
    return { conventions: shippedConventions, remarks: schemeRemarks(markingSchemes) };
  const schemes = { ...shippedSchemes, ...markingSchemes };
  const likelihood = allNamed(shippedLikelihoodScales, likelihoodScales);
  const confidence = allNamed(shippedConfidenceScales, confidenceScales);
  const standard = shippedConventions.standards;
  const choose = (written: string | undefined, usual: string, known: object) =>
    written !== undefined && Object.hasOwn(known, written) ? written : usual;
  const schemeId = choose(marking, 'tlp-2', schemes) as keyof typeof shippedSchemes;
  return {
    conventions: {
      scheme: named(schemeId, schemes[schemeId], Object.hasOwn(markingSchemes, schemeId)),
      likelihood,
      confidence,
      ...(vocabularies && { vocabularies }),
      standards: {
        likelihood: choose(scales.likelihood, standard.likelihood, likelihood),
        confidence: choose(scales.confidence, standard.confidence, confidence),
      },
    },
    remarks: [
      ...unknownName(['marking'], marking, schemes, 'marking scheme', 'markingSchemes'),
      ...unknownName(['scales', 'likelihood'], scales.likelihood, likelihood, 'scale', 'likelihoodScales'),
      ...unknownName(['scales', 'confidence'], scales.confidence, confidence, 'scale', 'confidenceScales'),
      ...schemeRemarks(markingSchemes),
      ...Object.entries(likelihoodScales).flatMap(([id, scale]) => scaleRemarks(id, scale)),
      ...Object.entries(confidenceScales).flatMap(([id, { levels }]) =>
        repeated(
          levels.map(({ level }) => level),
          (index) => ['confidenceScales', id, 'levels', index, 'level'],
        ),
      ),
    ],
  };
}

const RULE = 'faulty-convention';

function unknownName(
  parts: readonly PointerPart[],
  written: string | undefined,
  known: object,
  what: string,
  where: string,
): Remark[] {
  if (written === undefined || Object.hasOwn(known, written)) return [];
  const names = Object.keys(known);
  const meant = nearest(written, names);
  return [
    {
      rule: RULE,
      severity: 'error',
      pointer: toPointer(parts),
      message: `There is no ${what} \`${written}\`.`,
      help: `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}There are ${names.map((name) => `\`${name}\``).join(', ')}; a project declares its own under \`${where}\`.`,
    },
  ];
}

function schemeRemarks(schemes: NonNullable<Config['markingSchemes']>): Remark[] {
  return Object.entries(schemes).flatMap(([id, { labels }]) =>
    repeated(
      labels.map(({ label }) => label),
      (index) => ['markingSchemes', id, 'labels', index, 'label'],
    ),
  );
}

/** Checks that bands are in order and do not overlap, and that terms are unique. */
function scaleRemarks(id: string, { bands, words = {} }: LikelihoodScale): Remark[] {
  const at = (...rest: PointerPart[]) => ['likelihoodScales', id, ...rest];
  const order = bands.flatMap(({ low, high }, index): Remark[] => {
    const before = bands[index - 1];
    const fault =
      low >= high
        ? `The band ends at ${high} %, where it has not yet begun.`
        : before && low < before.high
          ? `The band begins at ${low} %, within the one before, which ends at ${before.high} %.`
          : undefined;
    return fault === undefined
      ? []
      : [
          {
            rule: RULE,
            severity: 'error',
            pointer: toPointer(at('bands', index, 'low')),
            message: fault,
            help: 'Write the bands from the least to the most likely; neighbours may share an edge or leave a gap.',
          },
        ];
  });
  const all = bands.flatMap(({ terms, forms = [] }, band) => [
    ...terms.map((term, index) => ({ term, place: at('bands', band, 'terms', index) })),
    ...forms.map((term, index) => ({ term, place: at('bands', band, 'forms', index) })),
  ]);
  const known = all.map(({ term }) => term);
  const idle = Object.keys(words)
    .filter((term) => !known.includes(term))
    .map(
      (term): Remark => ({
        rule: RULE,
        severity: 'error',
        pointer: toPointer(at('words', term)),
        on: 'key',
        message: `\`${term}\` is not a term of this scale.`,
        help: `The terms are ${known.map((one) => `\`${one}\``).join(', ')}.`,
      }),
    );
  return [...order, ...repeated(known, (index) => all[index]?.place ?? at()), ...idle];
}

function repeated(names: readonly string[], placeOf: (index: number) => readonly PointerPart[]): Remark[] {
  return names.flatMap((name, index) =>
    names.indexOf(name) === index
      ? []
      : [
          {
            rule: RULE,
            severity: 'error' as const,
            pointer: toPointer(placeOf(index)),
            message: `\`${name}\` appears a second time.`,
            help: 'Each has one place in the order.',
          },
        ],
  );
}
