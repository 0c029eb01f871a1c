import { type ObjectNode, parse, type ValueNode } from '@humanwhocodes/momoa';
import { type PointerPart, toPointer } from '../../model/pointer.ts';
import type { LineIndex } from '../line-index.ts';
import type { PlacedNode, PlacedValue, Span } from '../placed-node.ts';
import { type Problem, quote } from '../problem.ts';
import { findJsonMistake } from './json-grammar.ts';
import { jsonPlaces } from './json-places.ts';
import { ObjectBuilder } from './object-builder.ts';
import { plainJson } from './plain-json.ts';

/** What a text was read into; without a value where it could not be read as data. */
export interface Reading {
  readonly value?: PlacedValue;
  readonly problems: readonly Problem[];
}

/** JSON (RFC 8259) to plain data with places. Of syntax errors only the first is reported: the rest follow from it. */
export function readJson(text: string, lines: LineIndex): Reading {
  const plain = plainJson(text);
  // Most files have nothing wrong with them: where things stand is found out when somebody asks.
  if (plain) return { value: placedOnDemand(plain.data, text), problems: [] };
  const mistake = findJsonMistake(text, lines);
  if (mistake) return { problems: [mistake] };
  const problems: Problem[] = [];
  const { body } = parse(text, { mode: 'json' });
  return { value: new JsonWalk(text, lines, problems).value(body, []), problems };
}

function placedOnDemand(data: unknown, text: string): PlacedValue {
  let node: PlacedNode | undefined;
  return {
    data,
    get node() {
      node ??= jsonPlaces(text);
      return node;
    },
  };
}

class JsonWalk {
  constructor(
    private readonly text: string,
    private readonly lines: LineIndex,
    private readonly problems: Problem[],
  ) {}

  value(node: ValueNode, path: readonly PointerPart[]): PlacedValue {
    const { start, end } = spanOf(node);
    switch (node.type) {
      case 'Object':
        return this.object(node, path);
      case 'Array': {
        const items = node.elements.map((element, index) => this.value(element.value, [...path, index]));
        return {
          data: items.map((item) => item.data),
          node: { start, end, items: items.map((item) => item.node) },
        };
      }
      case 'String':
      case 'Boolean':
        return { data: node.value, node: { start, end } };
      case 'Number':
        if (!Number.isFinite(node.value)) this.tooLarge(start, end, path);
        return { data: node.value, node: { start, end } };
      default:
        return { data: null, node: { start, end } };
    }
  }

  private object(node: ObjectNode, path: readonly PointerPart[]): PlacedValue {
    const builder = new ObjectBuilder(this.lines, this.problems, path);
    for (const member of node.members) {
      const name = member.name.type === 'String' ? member.name.value : member.name.name;
      builder.add(name, spanOf(member.name), this.value(member.value, [...path, name]));
    }
    return { data: builder.data, node: { ...spanOf(node), members: builder.members } };
  }

  private tooLarge(start: number, end: number, path: readonly PointerPart[]): void {
    this.problems.push({
      rule: 'non-finite-number',
      message: `The number ${quote(this.text.slice(start, end))} is too large to be kept.`,
      help: 'Write it as text, in double quotes, if it belongs here.',
      start,
      end,
      pointer: toPointer(path),
    });
  }
}

function spanOf(node: { loc: { start: { offset: number }; end: { offset: number } } }): Span {
  return { start: node.loc.start.offset, end: node.loc.end.offset };
}
