import { type PointerPart, toPointer } from '../../model/pointer.ts';
import type { LineIndex } from '../line-index.ts';
import type { PlacedNode, PlacedValue, Span } from '../placed-node.ts';
import { type Problem, quote } from '../problem.ts';

/** Collects the members of one object; a key that comes twice is a problem, and its last value stands. */
export class ObjectBuilder {
  readonly data: Record<string, unknown> = {};
  readonly members = new Map<string, PlacedNode>();
  private readonly firstKeys = new Map<string, Span>();

  constructor(
    private readonly lines: LineIndex,
    private readonly problems: Problem[],
    private readonly path: readonly PointerPart[],
  ) {}

  add(name: string, key: Span, value: PlacedValue): void {
    const first = this.firstKeys.get(name);
    if (first) {
      const at = this.lines.place(first.start, first.end);
      this.problems.push({
        rule: 'duplicate-key',
        message: `The key ${quote(name)} appears again; it first appears at line ${at.line}, column ${at.column}.`,
        help: 'Keep one of the two, or rename one.',
        ...key,
        pointer: toPointer([...this.path, name]),
      });
    }
    if (!first) this.firstKeys.set(name, key);
    // Assigning to `__proto__` would change the object's prototype instead of adding a member.
    Object.defineProperty(this.data, name, {
      value: value.data,
      enumerable: true,
      configurable: true,
      writable: true,
    });
    this.members.set(name, { ...value.node, key });
  }
}
