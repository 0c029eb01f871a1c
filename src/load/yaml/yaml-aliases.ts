import { type PointerPart, toPointer } from '../../model/pointer.ts';
import { MAX_ALIASED_VALUES, MAX_NESTING } from '../limits.ts';
import type { PlacedNode, PlacedValue } from '../placed-node.ts';
import { nestingTooDeep, type Problem, quote } from '../problem.ts';

interface Anchored {
  readonly value: PlacedValue;
  /** Values inside it, those that its own aliases stand for included. */
  readonly size: number;
  /** Levels of objects and lists inside it, itself included. */
  readonly height: number;
}

/**
 * The values that aliases of a YAML document refer to. An alias shares the data it points to; code that walks
 * the data visits it again each time, so repeated values are counted and limited.
 */
export class AliasBook {
  private readonly anchors = new Map<string, Anchored | 'open'>();
  private repeated = 0;

  constructor(private readonly problems: Problem[]) {}

  /** Called before a node is built; the returned function registers the node once it is built. */
  begin(anchor: string | undefined): (value: PlacedValue) => void {
    if (anchor === undefined) return () => undefined;
    this.anchors.set(anchor, 'open');
    return (value) => this.anchors.set(anchor, { value, ...measure(value.node) });
  }

  /** The value of an alias. Its place is the alias; the places of its content are at the anchor. */
  resolve(name: string, span: PlacedNode, path: readonly PointerPart[]): PlacedValue {
    const target = this.anchors.get(name);
    if (target === undefined || target === 'open') {
      const why = target ? 'it stands inside what it repeats' : `nothing before it is marked \`&${name}\``;
      this.report('yaml-alias', `The alias ${quote(`*${name}`)} leads nowhere: ${why}.`, span, path);
      return { data: null, node: span };
    }
    this.repeated += target.size;
    if (this.repeated > MAX_ALIASED_VALUES) {
      const limit = MAX_ALIASED_VALUES.toLocaleString('en');
      this.report(
        'too-many-aliases',
        `With this alias, aliases repeat more than ${limit} values.`,
        span,
        path,
      );
      return { data: null, node: span };
    }
    if (path.length + target.height > MAX_NESTING) {
      this.problems.push(nestingTooDeep(span.start));
      return { data: null, node: span };
    }
    return { data: target.value.data, node: { ...target.value.node, start: span.start, end: span.end } };
  }

  private report(rule: string, message: string, span: PlacedNode, path: readonly PointerPart[]): void {
    this.problems.push({
      rule,
      message,
      help: 'Write the value out instead of the alias.',
      start: span.start,
      end: span.end,
      pointer: toPointer(path),
    });
  }
}

function measure(node: PlacedNode): { size: number; height: number } {
  const children = node.items ?? (node.members ? [...node.members.values()] : undefined);
  if (children === undefined) return { size: 1, height: 0 };
  let size = 1;
  let height = 0;
  for (const child of children) {
    const inside = measure(child);
    size += inside.size;
    height = Math.max(height, inside.height);
  }
  return { size, height: height + 1 };
}
