import type { Assessment } from '../../model/generated/types.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';
import { usedIds } from '../used-ids.ts';

/** Every actor is assessed, or something refers to it. */
export const unusedActor: Rule = {
  id: 'unused-actor',
  category: 'sourcing',
  severity: 'warning',
  source: 'ICD 203 D.6.e(6): clear and logical argument',
  why: 'An actor that does nothing, has no relationships and is not assessed distracts from those that matter.',
  examples: {
    breaks: { assessment: { actors: [{ id: 'crew', name: 'The crew' }] } },
    keeps: { assessment: { actors: [{ id: 'crew', name: 'The crew', intent: { level: 'moderate' } }] } },
  },
  check: ({ assessment, resolved }) => {
    const used = usedIds(assessment, 'actors');
    return resolved.actors.flatMap(({ id, name, aliases = [], intent, capabilities }, index) =>
      used.has(id) || intent || capabilities || isNamed([name, ...aliases], index, assessment)
        ? []
        : {
            pointer: toPointer(['actors', index]),
            message: `Nothing refers to the actor \`${id}\` or names it, and it is not assessed.`,
            help: 'Give it intent, capabilities or a part in something, or remove it.',
          },
    );
  },
};

/** Whether any text other than the actor's own mentions it. */
function isNamed(names: readonly string[], index: number, assessment: Assessment): boolean {
  for (const { text, parts } of textsOf(assessment)) {
    const isOwn = parts[0] === 'actors' && String(parts[1]) === String(index);
    if (!isOwn && names.some((name) => text.includes(name))) return true;
  }
  return false;
}
