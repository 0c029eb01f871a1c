import { uuidOf } from '../kit/ids.ts';

/** How the entries of a collection become MISP objects. */
export interface Kind {
  /** Its description in MISP. */
  readonly label: string;
  /** Properties that are prose: their lines become one text. */
  readonly prose: readonly string[];
  /**
   * Properties that a MISP user can read in the object itself, so that they are not reported as losses: names,
   * statements, what tags repeat.
   */
  readonly covered: readonly string[];
}

const kind = (label: string, main: string, prose: readonly string[], more: readonly string[] = []): Kind => ({
  label,
  prose,
  covered: ['id', 'ref', main, 'marking', ...more],
});

/** Properties not named here are exported as attributes too: a new property needs no entry. */
export const KINDS: Readonly<Record<string, Kind>> = {
  sources: kind('Source', 'csl', ['note'], ['reliability']),
  evidence: kind('Evidence', 'statement', ['statement']),
  assumptions: kind('Assumption', 'statement', ['statement', 'ifWrong']),
  actors: kind('Actor', 'name', ['summary'], ['summary']),
  relationships: kind('Relationship', 'type', ['summary'], ['from', 'to', 'summary']),
  incidents: kind('Incident', 'title', ['summary', 'dateNote'], ['summary']),
  trends: kind('Trend', 'subject', ['summary']),
  hypotheses: kind('Hypothesis', 'statement', ['statement', 'summary']),
  judgments: kind('Judgment', 'statement', ['statement', 'wouldChange']),
  scenarios: kind('Scenario', 'title', ['narrative'], ['narrative']),
  indicators: kind('Sign to watch', 'statement', ['statement']),
  gaps: kind('Gap', 'question', ['question', 'collection']),
  implications: kind('Implication', 'statement', ['statement']),
  recommendations: kind('Recommendation', 'action', ['action', 'rationale']),
  sections: kind('Section', 'heading', ['body'], ['body']),
};

/** The prefix of our object names. */
export const OUR_TEMPLATE = 'threat-memo-';

/** Name, template and description of the objects of a collection. */
export function templateOf(collection: string, { label }: Kind): Readonly<Record<string, string>> {
  const name = OUR_TEMPLATE + collection;
  return {
    name,
    'meta-category': 'misc',
    description: `${label} of a threat assessment; attributes are its properties.`,
    template_uuid: uuidOf(`misp-templates/${name}`),
    template_version: '1',
  };
}

/** The collection an object of ours stands for; `undefined` for other objects. */
export function collectionOf(name: unknown): string | undefined {
  if (typeof name !== 'string' || !name.startsWith(OUR_TEMPLATE)) return undefined;
  const collection = name.slice(OUR_TEMPLATE.length);
  return collection === 'assessment' || Object.hasOwn(KINDS, collection) ? collection : undefined;
}
