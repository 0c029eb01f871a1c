import type { LikelihoodView } from '../../derive/analysis/likelihood.ts';
import type {
  Difference,
  DifferenceType,
  HeldView,
  Matter,
  Reason,
  Values,
} from '../../derive/comparison/types.ts';
import type { LevelView } from '../../derive/entities/actors.ts';
import type { PartyView } from '../../derive/entities/resolve.ts';

/** What each type of difference is a difference about. */
export const QUESTIONS: Readonly<Record<DifferenceType, string>> = {
  'threat/greatest': 'the greatest threat',
  'incident/attribution': 'who is held responsible',
  'incident/explanation': 'which explanation leads',
  'incident/figure': 'how many',
  'incident/claim': 'who claimed it',
  'judgment/likelihood': 'what is judged of it',
  'actor/intent': 'its intent',
  'actor/capability': 'its capability',
  'actor/trend': 'where it is going',
  'actor/status': 'its status',
  'relationship/standing': 'how they are linked',
  'speaker/office': 'the office held',
  'body/people': 'who speaks for it',
};

/** A matter in words: `Crocus City Hall: who is held responsible`. */
export function matterText(type: DifferenceType, { name, aspect }: Matter): string {
  const question = aspect === undefined ? QUESTIONS[type] : `${QUESTIONS[type]} (${aspect})`;
  return name === '' ? capital(question) : `${name}: ${question}`;
}

/** What one assessment says of a matter, in a line of plain text. */
export function valueText<Type extends DifferenceType>(type: Type, given: Values[Type]): string {
  const value = given as Values[DifferenceType];
  switch (type as DifferenceType) {
    case 'threat/greatest':
      return (value as Values['threat/greatest'])
        .map(
          ({ name, intent, capability }) =>
            `${name} (intent ${intent.level}, ${capability.dimension} ${capability.level})`,
        )
        .join('; ');
    case 'incident/attribution':
      return (value as Values['incident/attribution'])
        .map(({ actor, judged, attributions }) => {
          const held = judged.length > 0 ? judged : attributions;
          const by = attributions.flatMap(({ by: parties }) => parties);
          const words = [...new Set(held.map(heldText).filter((one) => one !== ''))].join(', ');
          const who = judged.length > 0 ? 'judged' : by.length > 0 ? `by ${partiesText(by)}` : '';
          return `${actor}${[words, who].some(Boolean) ? ` (${[words, who].filter(Boolean).join('; ')})` : ''}`;
        })
        .join('; ');
    case 'incident/explanation':
      return (value as Values['incident/explanation'])
        .map(({ statement, likelihood }) => withLikelihood(statement, likelihood))
        .join('; ');
    case 'incident/figure': {
      const { min, max } = value as Values['incident/figure'];
      if (min === undefined) return max === undefined ? 'no figure' : `at most ${max}`;
      return max === undefined ? `at least ${min}` : min === max ? String(min) : `${min} to ${max}`;
    }
    case 'judgment/likelihood': {
      const { shown, more } = value as Values['judgment/likelihood'];
      const lines = shown.map(({ statement, likelihood, confidence }) =>
        withLikelihood(statement, likelihood, confidence),
      );
      return [...lines, ...(more > 0 ? [`${more} more`] : [])].join('; ');
    }
    case 'actor/intent':
    case 'actor/capability': {
      const { level, trend, confidence } = value as LevelView;
      return [level, trend, confidence && `${confidence} confidence`].filter(Boolean).join(', ');
    }
    case 'actor/trend':
      return (value as Values['actor/trend'])
        .map(({ measure, direction }) => (measure === undefined ? direction : `${measure}: ${direction}`))
        .join('; ');
    case 'relationship/standing':
      return (value as Values['relationship/standing'])
        .map(({ from, to, type: kind, standing, asserts, denies }) => {
          const sides = [
            standing,
            asserts.length > 0 && `asserted by ${partiesText(asserts)}`,
            denies.length > 0 && `denied by ${partiesText(denies)}`,
          ].filter(Boolean);
          return `${from} ${kind.replaceAll('-', ' ')} ${to}${sides.length > 0 ? ` (${sides.join(', ')})` : ''}`;
        })
        .join('; ');
    case 'body/people':
      return (value as Values['body/people'])
        .map(({ name, office }) => (office === '' ? name : `${name} (${office})`))
        .join('; ');
    case 'incident/claim':
    case 'speaker/office':
      return (value as readonly string[]).join('; ');
    case 'actor/status':
      return String(value);
  }
}

/** What a difference hangs on, in a sentence; `nameOf` gives the name of a memo by its number. */
export function reasonText(reason: Reason, nameOf: (memo: number) => string): string {
  switch (reason.kind) {
    case 'sources': {
      const { shared, all, alone } = reason;
      const cited = alone
        .slice(0, 4)
        .map(({ memo, titles }) => `${nameOf(memo)} alone cites ${listText(titles, 3)}`)
        .join('; ');
      const opening =
        shared === 0 ? 'They cite no source in common' : `They share ${shared} of ${all} sources`;
      return `Different sources. ${opening}${cited === '' ? '' : `: ${cited}${alone.length > 4 ? '; others too' : ''}`}.`;
    }
    case 'dates': {
      const { earliest, latest, since } = reason;
      const told = since.length === 0 ? '' : `; since then came out ${listText(since, 3)}`;
      return `Different dates. ${nameOf(earliest.memo)} was closed on ${earliest.asOf.text}, ${nameOf(latest.memo)} on ${latest.asOf.text}${told}.`;
    }
    case 'reading': {
      const { shared, read } = reason;
      const sources = `${shared} source${shared === 1 ? '' : 's'}`;
      if (read.length === 0)
        return `Different readings. They share ${sources}, and conclude otherwise from the same.`;
      const told = read.slice(0, 3).map(({ title, by }) => {
        const ways = by.slice(0, 4).map(({ memo, role, reliability, credibility }) => {
          const grade = `${reliability ?? ''}${credibility.join('/')}`;
          const word = role === 'both' ? 'for and against' : role;
          return `${nameOf(memo)} ${word}${grade === '' ? '' : `, graded ${grade}`}`;
        });
        return `“${title}” (${ways.join('; ')})`;
      });
      return `Different readings of the same evidence. Of ${sources} in common, ${read.length} ${read.length === 1 ? 'is' : 'are'} read otherwise: ${told.join(', ')}.`;
    }
    case 'horizon':
      return `Different times. ${reason.spans
        .slice(0, 4)
        .map(({ memo, first, last }) => `${nameOf(memo)} speaks of ${first} to ${last}`)
        .join(', ')}.`;
    case 'question':
      return 'Perhaps different questions: their sentences have hardly a word in common.';
    case 'unsourced':
      return `Not to be told in full: ${listText(reason.memos.map(nameOf), 4)} name${reason.memos.length === 1 ? 's' : ''} nothing that it rests on.`;
  }
}

/** Sides that say the same, together: the most numerous first. */
export function groupedSides({ type, sides }: Pick<Difference, 'type' | 'sides'>): readonly {
  readonly text: string;
  readonly memos: readonly number[];
}[] {
  const groups = new Map<string, number[]>();
  for (const { memo, value } of sides) {
    const text = valueText(type, value);
    groups.set(text, [...(groups.get(text) ?? []), memo]);
  }
  return [...groups]
    .map(([text, memos]) => ({ text, memos }))
    .sort((a, b) => b.memos.length - a.memos.length);
}

/** Some of a list, and how many more there are. */
export function listText(all: readonly string[], most: number): string {
  const unique = [...new Set(all)];
  const more = unique.length - most;
  return `${unique.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function withLikelihood(statement: string, likelihood?: LikelihoodView, confidence?: string): string {
  const held = heldText({ likelihood, confidence: confidence as HeldView['confidence'] });
  const line = statement
    .replace(/\[@[^\]]*\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const short = line.length > 220 ? `${line.slice(0, 219).trimEnd()}…` : line;
  return held === '' ? short : `${short} (${held})`;
}

function heldText({ likelihood, confidence }: HeldView): string {
  const percent = likelihood && `${round(likelihood.low)}–${round(likelihood.high)} %`;
  const term = likelihood && (likelihood.term === undefined ? percent : `${likelihood.term}, ${percent}`);
  return [term, confidence && `${confidence} confidence`].filter(Boolean).join(', ');
}

function round(percent: number): number {
  return Math.round(percent * 10) / 10;
}

function partiesText(parties: readonly PartyView[]): string {
  return listText(
    parties.map(({ name }) => name),
    4,
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
