import type { Judgment } from '../../model/generated/types.ts';
import { viewLikelihood } from '../analysis/likelihood.ts';
import { asList, proseText } from '../entities/resolve.ts';
import { actorMatter } from './actor-topics.ts';
import { incidentMatter } from './incident-topics.ts';
import { likelihoodKey } from './likelihood-key.ts';
import {
  actorName,
  differ,
  difference,
  gather,
  type Member,
  type StatedConfidence,
  several,
} from './member.ts';
import { subjectsOf } from './subjects.ts';
import type { JudgedSubjectView, JudgedView, Matter, Side, Topic } from './types.ts';

/** Most judgments of one memo shown on one subject: a table is read across, not down. */
const MAX_SHOWN = 3;

/**
 * Judgments on one incident, one actor, or the security services of one state. Whether two statements mean the
 * same cannot be known from the data; they agree if their likelihoods have the same bands and their confidence
 * is equal. A judgment shown under one subject is shown under another only if its memo has nothing else to say
 * there.
 */
export function judgmentTopics(members: readonly Member[]): Topic<'judgment/likelihood'>[] {
  const gathered = gather(members, (member) => {
    const judged = new Map<string, JudgedView[]>();
    for (const judgment of member.resolved.judgments) {
      const keys = subjectsOf(judgment, member).flatMap(({ collection, id }) =>
        keyOf(collection, id, member),
      );
      for (const key of new Set(keys))
        judged.set(key, [...(judged.get(key) ?? []), viewJudged(judgment, member)]);
    }
    return judged;
  });
  const printed = new Set<JudgedView['id']>();
  return several(gathered)
    .sort(
      ([a, one], [b, other]) =>
        ORDER.indexOf(kindOf(a)) - ORDER.indexOf(kindOf(b)) || other.length - one.length,
    )
    .map(([key, sides]) => {
      const { differs, onlyInConfidence } = difference(differ(sides, bandsOf), sides, surenessOf);
      const fresh = sides.map((side) => viewSubject(side, printed));
      // If only judgments already shown reveal the difference, they are shown again.
      const tells = !differs || onlyInConfidence || differ(fresh, ({ shown }) => bandsOf(shown));
      const views = tells ? fresh : sides.map((side) => viewSubject(side, new Set()));
      for (const { assessment, value } of differs ? views : [])
        for (const { id } of value.shown) printed.add(`${assessment}/${id}`);
      const matter = matterOf(key, members);
      return { type: 'judgment/likelihood' as const, matter, sides: views, differs, onlyInConfidence };
    });
}

/** Kinds of subject, the narrowest first. */
const ORDER: readonly string[] = ['incident', 'services', 'actor'];

function kindOf(key: string): string {
  return key.split(' ')[0] ?? '';
}

/** The judgments not shown yet; if all have been, the first. Key judgments come first. */
function viewSubject(
  side: Side<readonly JudgedView[]>,
  printed: ReadonlySet<string>,
): Side<JudgedSubjectView> {
  const ordered = [...side.value].sort((a, b) => Number(b.key) - Number(a.key));
  const fresh = ordered.filter(({ id }) => !printed.has(`${side.assessment}/${id}`));
  const shown = (fresh.length > 0 ? fresh : ordered.slice(0, 1)).slice(0, MAX_SHOWN);
  return { ...side, value: { shown, more: ordered.length - shown.length } };
}

function bandsOf(judged: readonly JudgedView[]): string {
  return [...new Set(judged.map(({ likelihood }) => likelihoodKey(likelihood)))].sort().join();
}

/** Confidence in judgments with a likelihood; without one, nothing shows that they judge the same thing. */
function surenessOf(judged: readonly JudgedView[]): StatedConfidence[] {
  return judged.flatMap(({ likelihood, confidence }) =>
    likelihood === undefined ? [] : { of: likelihoodKey(likelihood), confidence },
  );
}

/** The services of one state count as one subject: assessments name one or another of them. */
function keyOf(collection: string, id: string, member: Member): string[] {
  if (collection === 'incidents') return [`incident ${id}`];
  if (collection !== 'actors') return [];
  const state = stateServedBy(id, member);
  return [state === undefined ? `actor ${id}` : `services ${state}`];
}

/** The state whose security service an actor is, found through its parents; `undefined` for other actors. */
function stateServedBy(id: string, { kinds }: Member): string | undefined {
  if (kinds.get(id)?.type !== 'security-service') return undefined;
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = kinds.get(at)?.parent) {
    if (kinds.get(at)?.type === 'state') return at;
    seen.add(at);
  }
  return undefined;
}

function matterOf(key: string, members: readonly Member[]): Matter {
  const [kind = '', id = ''] = key.split(' ');
  if (kind === 'incident') return incidentMatter(id, members);
  if (kind === 'services') return { kind, id, name: actorName(id, members), aspect: undefined };
  return actorMatter(id, members);
}

function viewJudged(judgment: Judgment, { scale }: Member): JudgedView {
  return {
    id: judgment.id,
    key: judgment.key ?? false,
    statement: proseText(judgment.statement) ?? '',
    likelihood: judgment.likelihood && viewLikelihood(scale, judgment.likelihood),
    confidence: judgment.confidence?.level,
    dissents: (judgment.dissents ?? []).map(({ by, statement, likelihood }) => ({
      by: asList(by),
      statement: proseText(statement) ?? '',
      likelihood: likelihood && viewLikelihood(scale, likelihood),
    })),
  };
}
