import { schemeOf } from '../../model/conventions/conventions.ts';
import { isPublic } from '../../model/conventions/markings.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Objection, Rule, RuleInput } from '../rule.ts';

/** In a public product, the name of a person without office is checked. */
export const privatePerson: Rule = {
  id: 'private-person',
  category: 'handling',
  severity: 'note',
  source: 'TLP 2.0 (FIRST): CLEAR may go to the world; data protection: names only where they are needed',
  why: 'A public memo stays on the web: a private person named in it is found by that name for years.',
  examples: {
    breaks: {
      assessment: {
        actors: [{ id: 'smith', name: 'Jan Smith', type: 'person', intent: { level: 'minimal' } }],
      },
    },
    keeps: {
      assessment: {
        marking: 'TLP:AMBER',
        actors: [{ id: 'smith', name: 'Jan Smith', type: 'person', intent: { level: 'minimal' } }],
      },
    },
  },
  check: (input) =>
    isPublic(schemeOf(input.assessment), input.assessment.marking)
      ? [...actors(input), ...speakers(input)]
      : [],
};

const HELP =
  'If the name is needed, give the office that makes the person a public one, or an exception that says why; else describe the person.';

/** Persons without affiliation, office, or any role elsewhere that makes them public. */
function actors({ assessment, resolved }: RuleInput): Objection[] {
  const inOffice = new Set(
    (assessment.evidence ?? []).flatMap(({ speaker }) =>
      speaker?.office !== undefined ? (speaker.actor ?? []) : [],
    ),
  );
  return resolved.actors.flatMap(({ id, name, type, parent }, index) =>
    type !== 'person' || !looksLikePerson(name) || parent !== undefined || inOffice.has(id)
      ? []
      : {
          pointer: toPointer(['actors', index]),
          message: `\`${name}\` is named in a product marked ${assessment.marking}, and holds no office in this file.`,
          help: HELP,
        },
  );
}

function speakers({ assessment, resolved }: RuleInput): Objection[] {
  return (assessment.evidence ?? []).flatMap(({ speaker }, index) => {
    if (!speaker?.name || speaker.office !== undefined || !looksLikePerson(speaker.name)) return [];
    if (speaker.actor !== undefined && resolved.knownActors.has(speaker.actor)) return [];
    return {
      pointer: toPointer(['evidence', index, 'speaker', 'name']),
      message: `\`${speaker.name}\` is named in a product marked ${assessment.marking} without an office.`,
      help: HELP,
    };
  });
}

/** Words in the names of organisations. */
const BODY =
  /\b(?:agency|agencies|army|association|authority|bank|board|brigade|bureau|cabinet|cent(?:er|re)|channel|command|commission|committee|company|corps|council|court|daily|department|directorate|embassy|forces?|foundation|front|government|group|guard|headquarters|institute|intelligence|kremlin|league|legion|media|military|ministry|mission|monitor|movement|nations|network|news|office|officials?|organi[sz]ation|parliament|party|police|post|press|programme|project|radio|report|republic|service|services|society|spokes\w+|staff|state|states|television|think[- ]tank|times|tv|union|university|witness(?:es)?)\b/i;

/** Two to four capitalised words, none of them a word for an organisation. */
function looksLikePerson(name: string): boolean {
  const words = name.trim().split(/\s+/);
  return (
    words.length >= 2 && words.length <= 4 && words.every((word) => /^\p{Lu}/u.test(word)) && !BODY.test(name)
  );
}
