import { UsageFault } from '../model/fault.ts';
import type { Effects } from '../project/effects.ts';
import { diff } from '../review/diff/diff.ts';
import type { HeadState } from './protocol.ts';

/**
 * What an assessment says that its edition in git's HEAD does not; `undefined` where there is none to compare with: no
 * repository, no commit, a file that is new or cannot be read.
 *
 * @param effects With unsaved texts, so that what is being written is compared.
 */
export async function sinceHead(id: string, effects: Effects): Promise<HeadState | undefined> {
  try {
    const { compared, added } = await diff({ old: 'HEAD', assessments: [id] }, effects);
    if (added.length > 0) return undefined;
    const changes = compared.flatMap((one) => one.diff.changes);
    return {
      changes: changes.map(({ summary, class: kind, weight, pointers, origin }) => ({
        summary,
        kind,
        weight,
        pointer: origin === 'assessment' ? (pointers.after ?? undefined) : undefined,
      })),
      moved: changes.filter(({ type }) => type === 'likelihood-moved' || type === 'confidence-moved').length,
    };
  } catch (error) {
    if (error instanceof UsageFault) return undefined;
    throw error;
  }
}
