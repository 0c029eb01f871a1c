/**
 * Whether a regular expression is fast on any short text: characters, escapes and classes, each with at most
 * one quantifier, at most four quantifiers, two of them without upper bound. Without groups, alternatives and
 * backreferences, the time grows with a small power of the length, and texts are short (200 characters).
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > 200) return false;
  const atom = String.raw`(?:\\[dDwWsS.^$*+?()[\]{}|\\/-]|\[\^?(?:\\[dDwWsS\]\\^/-]|[^\]\\])+\]|[^\\[\](){}|*+?^$])`;
  const quantity = String.raw`(?:[*+?]|\{\d{1,2}(?:,\d{0,2})?\})`;
  if (!new RegExp(`^\\^?(?:${atom}${quantity}?)*\\$?$`, 'u').test(pattern)) return false;
  const quantities =
    pattern
      .replace(/\\./gu, 'a')
      .replace(/\[[^\]]*\]/gu, 'a')
      .match(/[*+?]|\{[^}]*\}/gu) ?? [];
  const open = quantities.filter((one) => one === '*' || one === '+' || one.endsWith(',}'));
  try {
    new RegExp(pattern, 'u');
  } catch {
    return false;
  }
  return quantities.length <= 4 && open.length <= 2;
}
