import { countedThing, thing } from '../../derive/entities/counted-things.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Objection, Rule } from '../rule.ts';

/** A thing counted has one name, and people killed, injured or arrested are counted in their own fields. */
export const countByTwoNames: Rule = {
  id: 'count-by-two-names',
  category: 'sourcing',
  severity: 'note',
  source: 'the assessment file of threat-memo: quantities of anything; a comparison matches them by name',
  why: 'A reader takes two names for two things, and a count under another name is not added up or compared with the rest.',
  examples: {
    breaks: {
      assessment: {
        incidents: [
          { id: 'a', title: 'A', counts: [{ of: 'vessels seized', reports: [{ value: 2 }] }] },
          { id: 'b', title: 'B', counts: [{ of: 'seized ships', reports: [{ value: 3 }] }] },
        ],
      },
    },
    keeps: {
      assessment: {
        incidents: [
          { id: 'a', title: 'A', counts: [{ of: 'vessels seized', reports: [{ value: 2 }] }] },
          { id: 'b', title: 'B', counts: [{ of: 'vessels seized', reports: [{ value: 3 }] }] },
        ],
      },
    },
  },
  check: ({ assessment: { incidents = [] } }) => {
    const first = new Map<string, string>();
    return incidents.flatMap(({ counts = [] }, index) =>
      counts.flatMap((count, at): Objection[] => {
        const { of } = count;
        const key = countedThing(count);
        const known = first.get(key) ?? of;
        first.set(key, known);
        const pointer = toPointer(['incidents', index, 'counts', at, 'of']);
        const own = OWN_FIELDS[thing(of)];
        if (own !== undefined && count.money === undefined && count.unit === undefined) {
          return [
            {
              pointer,
              message: `\`${of}\` has a field of its own, \`${own}\`.`,
              help: `Move the reports to \`${own}\` of the incident: there they are compared and drawn with those of others.`,
            },
          ];
        }
        return known.toLowerCase() === of.toLowerCase()
          ? []
          : [
              {
                pointer,
                message: `\`${of}\` and \`${known}\` look like one thing under two names.`,
                help: `If they are, write \`${known}\` here too; otherwise say in \`of\` what sets them apart.`,
              },
            ];
      }),
    );
  },
};

/** Fields of an incident that count people, by the names that authors use for them. */
const OWN_FIELDS: Readonly<Record<string, 'killed' | 'injured' | 'arrested' | 'perpetrators'>> =
  Object.fromEntries(
    (
      [
        ['killed', ['killed', 'people killed', 'deaths', 'dead', 'fatalities', 'people dead', 'lives lost']],
        ['injured', ['injured', 'people injured', 'wounded', 'people wounded', 'injuries']],
        ['arrested', ['arrested', 'people arrested', 'arrests', 'detained', 'people detained']],
        ['perpetrators', ['perpetrators', 'attackers', 'assailants']],
      ] as const
    ).flatMap(([field, names]) => names.map((name) => [thing(name), field])),
  );
