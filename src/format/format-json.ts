import { jsonText } from '../load/json/json-text.ts';
import { readJson } from '../load/json/read-json.ts';
import { indexLines } from '../load/line-index.ts';
import type { PlacedNode, PlacedValue } from '../load/placed-node.ts';
import type { Guide } from './guide.ts';
import { type Layout, printJson } from './layout.ts';
import { type Rewriting, writtenOrder } from './rewriting.ts';

/** A well-formed JSON text in its canonical form. Numbers keep their digits as they are written. */
export function formatJson(text: string, root: Guide, rewriting: Rewriting): string {
  const { value } = readJson(text, indexLines(text));
  if (value === undefined) throw new TypeError('The text has been read before: it is JSON.');
  return printJson(new JsonArranger(text, rewriting).arrange(value, root));
}

class JsonArranger {
  constructor(
    private readonly text: string,
    private readonly rewriting: Rewriting,
  ) {}

  arrange({ data, node }: PlacedValue, guide: Guide): Layout {
    if (guide.kind === 'prose') {
      const lines = this.rewriting.prose(data);
      if (lines !== undefined) return proseLayout(lines);
    }
    if (typeof data === 'string') {
      return scalar(jsonText(guide.kind === 'date' ? this.rewriting.date(data) : data));
    }
    if (node.members) return this.object(data as Readonly<Record<string, unknown>>, node.members, guide);
    if (node.items) return this.list(data as readonly unknown[], node.items, guide);
    return scalar(this.text.slice(node.start, node.end));
  }

  private object(
    data: Readonly<Record<string, unknown>>,
    members: ReadonlyMap<string, PlacedNode>,
    guide: Guide,
  ): Layout {
    const keys = this.rewriting.order([...members.keys()], guide);
    return {
      kind: 'object',
      members: keys.flatMap((key) => {
        const node = members.get(key);
        return node ? [[key, this.arrange({ data: data[key], node }, guide.within(key))] as const] : [];
      }),
    };
  }

  private list(data: readonly unknown[], nodes: readonly PlacedNode[], guide: Guide): Layout {
    const item = guide.item();
    return {
      kind: 'list',
      lines: false,
      items: writtenOrder(data, guide).flatMap((index) => {
        const node = nodes[index];
        return node ? [this.arrange({ data: data[index], node }, item)] : [];
      }),
    };
  }
}

/** One line is a text, more are a list of lines. */
function proseLayout(lines: readonly string[]): Layout {
  const [only = ''] = lines;
  if (lines.length < 2) return scalar(jsonText(only));
  return { kind: 'list', lines: true, items: lines.map((line) => scalar(jsonText(line))) };
}

function scalar(text: string): Layout {
  return { kind: 'scalar', text };
}
