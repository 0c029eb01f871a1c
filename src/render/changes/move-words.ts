import type { Messages } from '../wording/messages.ts';

/** How far a value moved on its scale: see `Move` of the comparison. */
export interface MoveFacts {
  readonly direction: string;
  /** Bands or levels; absent if they cannot be counted. */
  readonly steps?: number | undefined;
  /** Whether the two editions use different likelihood scales. */
  readonly crossing: boolean;
}

/** Phrases for a move, by direction; those of `COUNTED` say how many bands or levels. */
const MOVES: Readonly<Record<string, string>> = {
  up: 'redline.up',
  down: 'redline.down',
  same: 'redline.move-same',
  wider: 'redline.move-wider',
  narrower: 'redline.move-narrower',
  stated: 'redline.move-stated',
  dropped: 'redline.move-dropped',
};
const COUNTED = {
  likelihood: { up: 'redline.likelihood-up', down: 'redline.likelihood-down' },
  confidence: { up: 'redline.confidence-up', down: 'redline.confidence-down' },
} as const;

/** "↑ up by 1 band": bands of likelihood are counted, or levels (of confidence, of capability). */
export function moveText(
  what: 'likelihood' | 'confidence',
  { direction, steps, crossing }: MoveFacts,
  messages: Messages,
): string {
  if (steps !== undefined && steps > 0 && (direction === 'up' || direction === 'down')) {
    return messages.text(COUNTED[what][direction], { count: steps });
  }
  const key = MOVES[direction];
  return [key && messages.text(key), crossing && messages.text('redline.other-scale')]
    .filter(Boolean)
    .join(', ');
}
