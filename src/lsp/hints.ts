import { type CodeLens, type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver';
import type { EvidenceChain } from '../derive/analysis/chain.ts';
import { bandOfTerm } from '../derive/analysis/likelihood.ts';
import { nodeAt, type PlacedNode } from '../load/placed-node.ts';
import { count } from '../writing/hover.ts';
import type { Entity } from '../writing/ids.ts';
import { bandText, scalesOf, sourcesText } from '../writing/words.ts';
import type { WrittenFile } from '../writing/written-file.ts';
import { documentOf, rangeOf } from './positions.ts';

/** The band after each likelihood term, and the number of sources of each judgment, within a range. */
export function hintsOf(
  file: WrittenFile,
  entities: readonly Entity[],
  chains: ReadonlyMap<string, EvidenceChain>,
  range: Range,
): InlayHint[] {
  const { read } = file;
  if (!read) return [];
  const document = documentOf(file);
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const scale = scalesOf(read.data, file.conventions).likelihood;
  const hints: InlayHint[] = [];
  const hint = (node: PlacedNode | undefined, label: string) => {
    if (node && from <= node.end && node.end <= to)
      hints.push({
        position: document.positionAt(node.end),
        label,
        kind: InlayHintKind.Type,
        paddingLeft: true,
      });
  };
  for (const { collection, id, pointer, value } of entities) {
    const { term } = (value.likelihood ?? {}) as { readonly term?: unknown };
    const band = typeof term === 'string' ? bandOfTerm(scale, term) : undefined;
    if (band) hint(nodeAt(read.root, `${pointer}/likelihood/term`), bandText(scale, band));
    const chain = collection === 'judgments' ? chains.get(id) : undefined;
    if (chain && chain.evidence > 0) hint(nodeAt(read.root, `${pointer}/id`), sourcesText(chain));
  }
  return hints;
}

/** Above each judgment, how much evidence there is for it and against it. */
export function lensesOf(
  file: WrittenFile,
  entities: readonly Entity[],
  chains: ReadonlyMap<string, EvidenceChain>,
): CodeLens[] {
  const { read } = file;
  if (!read) return [];
  return entities.flatMap(({ collection, id, pointer }) => {
    const chain = collection === 'judgments' ? chains.get(id) : undefined;
    const node = chain && nodeAt(read.root, `${pointer}/id`);
    if (!node) return [];
    const range = rangeOf(file, node);
    const title = `evidence: ${count(chain.evidence, 'item')} for, ${chain.against} against`;
    return [{ range, command: { title, command: '' } }]; // only shows text, runs nothing
  });
}
