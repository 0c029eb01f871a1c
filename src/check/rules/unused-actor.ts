import { toPointer } from '../../model/pointer.ts';
import type { Rule } from '../rule.ts';
import { usedIds } from '../used-ids.ts';

/** Every actor is assessed, or something refers to it. */
export const unusedActor: Rule = {
  id: 'unused-actor',
  category: 'sourcing',
  severity: 'warning',
  source: 'ICD 203 D.6.e(6): clear and logical argument',
  why: 'An actor that does nothing, stands in no relation and is not assessed distracts from those that matter.',
  examples: {
    breaks: { assessment: { actors: [{ id: 'crew', name: 'The crew' }] } },
    keeps: { assessment: { actors: [{ id: 'crew', name: 'The crew', intent: { level: 'moderate' } }] } },
  },
  check: ({ assessment }) => {
    const used = usedIds(assessment, 'actors');
    return (assessment.actors ?? []).flatMap(({ id, ref, intent, capabilities }, index) =>
      used.has(id ?? ref ?? '') || intent || capabilities
        ? []
        : {
            pointer: toPointer(['actors', index]),
            message: `Nothing refers to the actor \`${id ?? ref}\`, and it is not assessed.`,
            help: 'Give it intent, capabilities or a part in something, or remove it.',
          },
    );
  },
};
