import { ruleUrl } from '../model/described-rule.ts';
import type { SourceDocument } from '../model/document.ts';
import { FILE_START, type Finding } from '../model/finding.ts';
import { decodeUtf8 } from './decode.ts';
import { findLongText } from './edit/long-texts.ts';
import { excerptOf } from './excerpt.ts';
import { type Reading, readJson } from './json/read-json.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import { indexLines, type LineIndex } from './line-index.ts';
import { findSpan, type PlacedValue } from './placed-node.ts';
import { emptyFile, type Problem } from './problem.ts';
import { readYaml } from './yaml/read-yaml.ts';

const READERS = new Map([
  ['.json', readJson],
  ['.yaml', readYaml],
  ['.yml', readYaml],
]);

/** The reader for a file name; `undefined` if its extension is unknown. */
export function readerOf(file: string): ((text: string, lines: LineIndex) => Reading) | undefined {
  return READERS.get(endingOf(file).toLowerCase());
}

/**
 * Reads a file (JSON or YAML, by its extension) as plain data with places. `file` is shown in findings.
 *
 * There is no document if the file could not be read as data; then exactly one finding says why. A document
 * comes with findings if single things in it are wrong: a duplicate key (its last value is kept), a number that
 * cannot be represented, a key that is not text. All findings are errors, except those about YAML that means
 * something else than it seems to.
 */
export function readDocument(
  file: string,
  bytes: Uint8Array,
): { document?: SourceDocument; findings: Finding[] } {
  const wholeFile = (rule: string, message: string, help: string, place = FILE_START): Finding => ({
    rule,
    severity: 'error',
    file,
    ...place,
    pointer: '',
    message,
    help,
    url: ruleUrl(rule),
  });
  const ending = endingOf(file);
  const read = readerOf(file);
  if (read === undefined) {
    const what = ending === '' ? 'has no ending' : `ends in \`${ending}\``;
    const message = `The file ${what}; an assessment is read from \`.json\`, \`.yaml\` or \`.yml\`.`;
    return { findings: [wholeFile('unknown-file-type', message, 'Rename the file to what it holds.')] };
  }
  if (bytes.length > MAX_FILE_BYTES) {
    const size = (count: number) => count.toLocaleString('en');
    const message = `The file has ${size(bytes.length)} bytes; at most ${size(MAX_FILE_BYTES)} are read.`;
    return { findings: [wholeFile('file-too-large', message, 'Is it an assessment? Otherwise divide it.')] };
  }
  const decoded = decodeUtf8(bytes);
  if (decoded.text === undefined) {
    const found = decoded.utf16
      ? 'The file is written in UTF-16'
      : decoded.byte === undefined
        ? 'The file ends in the middle of a character'
        : `The byte 0x${decoded.byte.toString(16).padStart(2, '0').toUpperCase()} here is not UTF-8`;
    const message = `${found}; files are read as UTF-8.`;
    return { findings: [wholeFile('invalid-utf8', message, 'Save the file as UTF-8.', decoded.place)] };
  }
  const { text } = decoded;
  const lines = indexLines(text);
  const reading = text.trim() === '' ? { problems: [emptyFile(0)] } : read(text, lines);
  const long = reading.value && findLongText(reading.value);
  const { value, problems } = long ? { problems: [long] } : reading;
  return {
    ...(value && { document: toDocument(file, text, lines, value) }),
    findings: problems.map((problem) => toFinding(file, lines, problem)),
  };
}

/** `.json` of `a/b.json`; empty when the name has no ending. */
function endingOf(file: string): string {
  return /[^\\/](\.[^.\\/]*)$/.exec(file)?.[1] ?? '';
}

function toDocument(file: string, text: string, lines: LineIndex, value: PlacedValue): SourceDocument {
  return {
    file,
    text,
    data: value.data,
    locate(pointer, on = 'value') {
      const { start, end } = findSpan(value.node, pointer, on);
      return lines.place(start, end);
    },
    lineText: lines.lineText,
  };
}

function toFinding(file: string, lines: LineIndex, problem: Problem): Finding {
  const place = lines.place(problem.start, problem.end);
  return {
    rule: problem.rule,
    severity: problem.severity ?? 'error',
    file,
    ...place,
    pointer: problem.pointer ?? '',
    message: problem.message,
    ...(problem.help !== undefined && { help: problem.help }),
    ...excerptOf(lines.lineText(place.line), place.column),
    url: ruleUrl(problem.rule),
  };
}
