import { strFromU8, unzipSync } from 'fflate';
import type { Remark } from '../../model/finding.ts';
import type { Parts } from '../package.ts';

/**
 * Limits for what a stranger's file may decompress to. A memo of 100 kB decompresses to some 5 MB, most of it
 * pictures.
 */
const MAX_PARTS = 2000;
const MAX_PART_BYTES = 48_000_000;
const MAX_BYTES = 96_000_000;

/** The only parts that are decompressed. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|docProps\/custom\.xml|_rels\/\.rels|word\/[^/]*\.xml|word\/_rels\/[^/]*\.rels)$/;
const MORE_OF_TEMPLATES = /^word\/(?:theme\/theme1\.xml|media\/[\w.-]+\.(?:png|jpe?g|gif))$/i;

export interface OpenedDocx {
  readonly parts?: Parts;
  readonly remarks: readonly Remark[];
}

/**
 * Opens a Word document that may be malicious: decompression is limited; macros, references to anything outside
 * of the file, document types and entities are rejected. Nothing is fetched, run or written.
 */
export function openDocx(bytes: Uint8Array, { isTemplate = false } = {}): OpenedDocx {
  let total = 0;
  let count = 0;
  let excess = false;
  let hasMacros = false;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count += 1;
        hasMacros ||= /vba(?:Project|Data)|\.bin$/i.test(name) && /vba/i.test(name);
        if (!WANTED.test(name) && !(isTemplate && MORE_OF_TEMPLATES.test(name))) return false;
        total += originalSize;
        excess ||= count > MAX_PARTS || originalSize > MAX_PART_BYTES || total > MAX_BYTES;
        return !excess;
      },
    });
  } catch {
    return refused(
      'word-unreadable',
      'The file is not a Word document: it cannot be unpacked.',
      'Save it again as .docx.',
    );
  }
  if (excess) {
    return refused(
      'word-too-large',
      'The file unpacks to more than a Word document of a memo can have.',
      'Was it made to do harm? Save its text in a new document.',
    );
  }
  const parts: Parts = new Map(Object.entries(files));
  const types = parts.get('[Content_Types].xml');
  if (!types || !parts.has('word/document.xml')) {
    return refused(
      'word-unreadable',
      'The file is not a Word document: its text is missing.',
      'Save it again as .docx.',
    );
  }
  if (hasMacros || /macroEnabled/i.test(strFromU8(types))) {
    return refused('word-macros', 'The document carries macros.', 'Save it as .docx without them.');
  }
  for (const [name, content] of parts) {
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    const text = strFromU8(content);
    if (/<!DOCTYPE|<!ENTITY/i.test(text)) {
      return refused(
        'word-entities',
        `The part ${name} declares a document type or entities.`,
        'No word processor writes that: was it made to do harm?',
      );
    }
    const outside = name.endsWith('.rels') ? outsideIn(text) : undefined;
    if (outside !== undefined) {
      return refused(
        'word-external',
        `The document refers to something outside of it (${outside}), which opening it would fetch.`,
        'Remove the linked template, picture or object, and save it again.',
      );
    }
  }
  return { parts, remarks: [] };
}

/** The kind of a relationship that leads out of the package, except for hyperlinks. */
function outsideIn(rels: string): string | undefined {
  for (const [tag] of rels.matchAll(/<Relationship\b[^>]*>/g)) {
    if (!/TargetMode\s*=\s*["']External["']/i.test(tag)) continue;
    const kind = /\bType\s*=\s*["'][^"']*\/([^"'/]*)["']/.exec(tag)?.[1] ?? 'unknown';
    if (kind !== 'hyperlink') return kind;
  }
  return undefined;
}

function refused(rule: string, message: string, help: string): OpenedDocx {
  return { remarks: [{ rule, severity: 'error', pointer: '', message, help }] };
}
