import { countedThing } from '../../derive/entities/counted-things.ts';
import { referencesOf } from '../../derive/entities/references.ts';
import type { ResolvedAssessment } from '../../derive/entities/resolve.ts';
import type { Assessment } from '../../model/generated/types.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Objection, Rule } from '../rule.ts';

/** An entry appears in a list only once. */
export const countedTwice: Rule = {
  id: 'counted-twice',
  category: 'sourcing',
  severity: 'warning',
  source:
    'ICD 203 D.6.e(1): quality and credibility of the sources, which one does not double by naming it twice',
  why: 'Evidence, estimates and figures are counted: what is entered twice weighs twice, or contradicts itself.',
  examples: {
    breaks: {
      assessment: {
        judgments: [
          { id: 'fires-continue', statement: 'Fires will go on.', evidence: ['four-fires', 'four-fires'] },
        ],
      },
    },
    keeps: {
      assessment: {
        judgments: [
          { id: 'fires-continue', statement: 'Fires will go on.', evidence: ['four-fires', 'two-arrests'] },
        ],
      },
    },
  },
  check: ({ assessment, resolved }) => [
    ...sourcesTwice(resolved),
    ...actorsTwice(resolved),
    ...idsNamedTwice(assessment),
    ...judgmentsTwice(assessment),
    ...figuresTwice(assessment),
    ...valuesTwice(assessment),
  ],
};

/** Two sources with one address or DOI: they would count as independent of each other. */
function sourcesTwice({ sources }: ResolvedAssessment): Objection[] {
  const first = new Map<string, string>();
  return sources.flatMap(({ id, csl: { DOI, URL } }, index) => {
    const key = DOI?.toLowerCase() ?? URL?.replace(/^https?:\/\/(?:www\.)?|[/#]+$/g, '');
    const known = key === undefined ? undefined : first.get(key);
    if (key !== undefined && known === undefined) first.set(key, id);
    if (known === undefined) return [];
    return {
      pointer: toPointer(['sources', index]),
      message: `The sources \`${known}\` and \`${id}\` have the same ${DOI === undefined ? 'address' : 'DOI'}.`,
      help: 'Make one of them, and say with a `locator` where in it something stands.',
    };
  });
}

/** Two actors with one name. */
function actorsTwice({ actors }: ResolvedAssessment): Objection[] {
  return repeated(actors, ({ name }) => name.toLowerCase()).map(
    ([index, { id, name }]): Objection => ({
      pointer: toPointer(['actors', index]),
      message: `Another actor is called “${name}” too.`,
      help: `Make one of them, or give \`${id}\` a name that tells them apart.`,
    }),
  );
}

/** The same id twice in one list of ids. */
function idsNamedTwice(assessment: Assessment): Objection[] {
  const listed = referencesOf(assessment).filter(
    ({ kind, pointer }) => kind !== 'citation' && /\/\d+$/.test(pointer),
  );
  return repeated(listed, ({ id, pointer }) => `${pointer.replace(/\/\d+$/, '')} ${id}`).map(
    ([, { id, pointer, on }]): Objection => ({
      pointer,
      on,
      message: `\`${id}\` appears twice.`,
      help: 'Name it once.',
    }),
  );
}

/** Evidence on both sides of a judgment, and an analyst with two estimates for it. */
function judgmentsTwice({ judgments }: Assessment): Objection[] {
  return judgments.flatMap(({ evidence = [], contraryEvidence = [], estimates = [] }, index) => [
    ...contraryEvidence.flatMap((id, at): Objection[] =>
      evidence.includes(id)
        ? [
            {
              pointer: toPointer(['judgments', index, 'contraryEvidence', at]),
              message: `\`${id}\` stands for the judgment and against it.`,
              help: 'Name it on the side that it supports more; where two things in it point different ways, make two items of it.',
            },
          ]
        : [],
    ),
    ...repeated(estimates, ({ by }) => by).map(
      ([at, { by }]): Objection => ({
        pointer: toPointer(['judgments', index, 'estimates', at]),
        message: `\`${by}\` has two estimates of this judgment, and the aggregates count both.`,
        help: 'Keep the one that is held now; give blind estimates of several people different names (`A`, `B`).',
      }),
    ),
  ]);
}

/** Repeated counts of an incident, and repeated reports of a figure. */
function figuresTwice({ incidents = [] }: Assessment): Objection[] {
  return incidents.flatMap((incident, index) => {
    const { counts = [], killed, injured, arrested, perpetrators } = incident;
    const quantities = [
      ...Object.entries({ killed, injured, arrested, perpetrators }).map(([name, quantity]) => ({
        parts: [name],
        reports: quantity?.reports ?? [],
      })),
      ...counts.map(({ reports }, at) => ({ parts: ['counts', at], reports })),
    ];
    return [
      ...repeated(
        counts,
        ({ across = [], ...count }) => `${countedThing(count)} ${across.toSorted().join(' ')}`,
      ).map(
        ([at, { of }]): Objection => ({
          pointer: toPointer(['incidents', index, 'counts', at, 'of']),
          message: `\`${of}\` has two counts here.`,
          help: 'Put all figures of it into `reports` of one.',
        }),
      ),
      ...quantities.flatMap(({ parts, reports }) =>
        repeated<object>(reports, (report) => JSON.stringify(Object.entries(report).sort())).map(
          ([at]): Objection => ({
            pointer: toPointer(['incidents', index, ...parts, 'reports', at]),
            message: 'This report appears twice.',
            help: 'Keep one; where two sources give the same figure, name the source of each.',
          }),
        ),
      ),
    ];
  });
}

/** Two values of one period from the same source. */
function valuesTwice({ trends = [] }: Assessment): Objection[] {
  return trends.flatMap(({ series = [] }, index) =>
    repeated(series, ({ at, source = '' }) => `${at} ${source}`).map(
      ([at, { at: period }]): Objection => ({
        pointer: toPointer(['trends', index, 'series', at, 'at']),
        message: `\`${period}\` has two values in this series.`,
        help: 'Keep one; where sources differ, name the `source` of each.',
      }),
    ),
  );
}

/** Items with the same key as an earlier item, with their index. */
function repeated<Item>(items: readonly Item[], keyOf: (item: Item) => string): [number, Item][] {
  const seen = new Set<string>();
  return items.flatMap((item, index): [number, Item][] => {
    const key = keyOf(item);
    if (seen.has(key)) return [[index, item]];
    seen.add(key);
    return [];
  });
}
