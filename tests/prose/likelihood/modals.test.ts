import { expect, test } from 'vitest';
import { isNoModal } from '../../../src/prose/likelihood/modals.ts';

/** Whether the first "may", "might" or "could" of a sentence leaves no likelihood open. */
function leavesNothingOpen(own: string): boolean {
  const found = /\b(?:may|might|could)\b/i.exec(own);
  if (!found) throw new Error(`No modal verb: ${own}`);
  return isNoModal(own, found.index, found.index + found[0].length);
}

test.each([
  ['They fled as they could; the town fell.', 'an ability'],
  ['Could the truce hold?', 'a question'],
  ['Officials said that the truce may hold.', 'somebody else’s words'],
  ['If the truce may hold, they will stay.', 'a condition'],
  ['Men who may vote have come.', 'which men'],
  ['Naval might grew.', 'strength'],
  ['Roman might is gone.', 'strength'],
  ['Might of arms decided it.', 'strength'],
  ['Anyone may enter the archive.', 'leave'],
  ['The gate could not open.', 'an inability'],
  ['The column could reach the coast and did so.', 'shown'],
  ['The team could visit 900 of 1,100 stations.', 'counted'],
  ['The crew could swim.', 'a skill'],
  ['He took the tanks he could move north.', 'a clause that hangs on a noun'],
  ['At that time the cell could strike abroad.', 'what was'],
  ['In 2019 the navy was small and could block the strait.', 'what was'],
])('%s (%s)', (own) => {
  expect(leavesNothingOpen(own)).toBe(true);
});

test.each([
  'The cell may strike abroad.',
  'The cell might strike abroad.',
  'The cell could strike abroad.',
  'We have evidence that may decide it.',
  'He took the tanks he could have sold.',
  'At that time the cell could have struck abroad.',
  'In 2029 the cell could strike abroad.',
  'The navy was small and could block the strait.',
  'In 2019 the wall was weak and could be breached.',
])('open: %s', (own) => {
  expect(leavesNothingOpen(own)).toBe(false);
});

test('in a very long text, distant words are ignored', () => {
  const far = 'and the rest of it '.repeat(60);
  expect(leavesNothingOpen(`Officials said that the truce ${far} may hold.`)).toBe(false);
  expect(leavesNothingOpen(`The truce may hold ${far}?`)).toBe(false);
});
