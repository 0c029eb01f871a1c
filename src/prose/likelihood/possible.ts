import { textBefore, wordAfter } from '../reading/mention.ts';

/** Nouns that name what happens: a possible one of these is an event whose likelihood is left open. */
const EVENT =
  /^(?:\p{L}+-)?(?:attacks?|assaults?|strikes?|counterstrikes?|escalations?|de-escalations?|assassinations?|bombings?|coups?|collapses?|wars?|invasions?|withdrawals?|ceasefires?|truces?|offensives?|counteroffensives?|incursions?|raids?|retaliations?|reprisals?|uprisings?|protests?|unrest|riots?|clashes|splits?|splintering|mergers?|returns?|resurgence|re-?emergence|spread|spillover|resumptions?|renewal|expansions?|defeats?|victor(?:y|ies)|failures?|sabotage|kidnappings?|hijackings?|operations?|intervention|crackdowns?|mobili[sz]ations?|annexation|confrontations?|conflicts?|violence|disruptions?|outbreaks?|revolts?|mutiny|mutinies|defections?|breakthroughs?|breakdowns?|deployments?|launch|launches|blockades?|shortages?|outages?|exodus|purges?|elections?|deals?|agreements?|negotiations?)$/u;
/** Words that may stand between "possible" and its noun. */
const FIXED_BEFORE =
  /(?:\bas\s+[\p{L}-]+(?:\s+[\p{L}-]+){0,3}?\s+as|\b(?:if|where|wherever|when|whenever|unless|where-?ever|insofar\s+as|so\s+far\s+as|than|at\s+all|all|every|each|any|only|best|worst|earliest|latest|fullest|greatest|highest|lowest|largest|smallest|widest|shortest|quickest|simplest|strongest|first|last|many|several|various|other|two|three|four|\d+|most|whatever|what|technically|physically|humanly|of\s+the|not|no\s+longer|made?|makes?|making|made?\s+it|makes?\s+it|making\s+it|became|become|becomes))\s+$/iu;

/**
 * Whether "possible" says nothing about an event's likelihood: "as soon as possible", "made possible",
 * "possible to reach", "possible explanations". What remains is "it is possible that" and "a possible attack".
 */
export function isPossibleOfNoEvent(own: string, start: number, end: number): boolean {
  const head = textBefore(own, start);
  const tail = own.slice(end);
  const after = wordAfter(own, end);
  if (
    after === 'that' ||
    (/\bit(?:\s+is|['’]s)\s+(?:\p{L}+ly\s+|also\s+|still\s+)?$/iu.test(head) && !ABLE.test(after))
  )
    return false;
  if (FIXED_BEFORE.test(head) || ABLE.test(after)) return true;
  const isPredicate = PREDICATE.test(head);
  if (after === '' || CLAUSE_GOES_ON.test(after)) return !isPredicate;
  return !isBeforeEvent(tail);
}

/** "Possible to reach", "possible only by road", "possible thanks to a loan": something can be done. */
const ABLE = /^(?:to|for|through|thanks|because|only|by|with|without|even|under)$/;
const CLAUSE_GOES_ON =
  /^(?:in|within|before|after|this|next|over|during|at|and|but|or|as|if|when|again|until|from|though|although|later|soon|once|while|given|should|towards?|between|on)$/;
const PREDICATE =
  /(?:\b(?:it|that|this|all)['’]s|\b(?:is|are|remains?|seems?|appears?|be|thus|therefore|also|still|always|becomes?|considered|judged|assessed\s+as|deemed|looks?))\s+$/i;
const GROUP_ENDS =
  /^(?:of|in|on|for|to|by|with|from|at|and|or|but|is|are|was|were|that|which|who|against|the|an?|after|before|between|over|into|would|will|can|could|may|might|must|should|has|have|had)$/i;
/** "A possible attack route": the route is possible. */
const OTHER_HEAD =
  /^(?:routes?|targets?|sites?|plans?|vectors?|methods?|dates?|locations?|planners?|planning|warnings?|preparations?|scenarios?|options?|sequences?|zones?|areas?|crimes?|leaders?|veterans?)$/;

/** Whether the noun group that follows names an event: "possible Russian drone attacks". */
export function isBeforeEvent(tail: string): boolean {
  const [group = ''] = /^(?:\s+[\p{L}'’-]+){1,4}/u.exec(tail) ?? [];
  const words = group.trim().split(/\s+/);
  const stop = words.findIndex((word) => GROUP_ENDS.test(word));
  const nouns = (stop < 0 ? words : words.slice(0, stop)).map((word) => word.toLowerCase());
  return EVENT.test(nouns.at(-1) ?? '') || (EVENT.test(nouns[0] ?? '') && !OTHER_HEAD.test(nouns[1] ?? ''));
}
