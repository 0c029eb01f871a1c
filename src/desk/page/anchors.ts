/**
 * Maps sentences of the memo to the fields they come from, and back. A memo prints the words of fields among
 * words of its own; so a block belongs to the field whose words it contains, compared by letters and digits
 * only: quotation marks, notes and line ends differ.
 */

/** A text of the file. */
export interface FieldText {
  /** JSON pointer of the field; for a list of lines, of the list. */
  readonly pointer: string;
  /** Its sentences, as letters. */
  readonly sentences: readonly string[];
}

/** Shortest text searched for inside a longer one, in letters: `Police` occurs everywhere. */
const MIN_INSIDE = 14;

/** Letters and digits only. */
export function lettersAndDigits(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** An id, or a reference to an entry of any collection: the memo prints what it stands for. */
const ID = /^(?:[a-z]+\/)?[a-z0-9]+(?:-[a-z0-9]+)+$/;

/**
 * The texts of a file, in order, with their sentences: not ids, nor terms of likelihood, which stand in many
 * sentences. Other terms and dates are too short to be recognised.
 */
export function fieldTexts(data: unknown): FieldText[] {
  const found: FieldText[] = [];
  walk(data, '', found);
  return found;
}

function walk(value: unknown, pointer: string, found: FieldText[]): void {
  if (typeof value === 'string' && !ID.test(value)) push(found, pointer, value);
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value) && value.length > 0 && value.every((line) => typeof line === 'string')) {
    if (value.every((line) => ID.test(line))) return;
    push(found, pointer, value.join('\n'));
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'term') continue;
    walk(inner, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, found);
  }
}

function push(found: FieldText[], pointer: string, text: string): void {
  const sentences = sentencesOf(text);
  if (sentences.length > 0) found.push({ pointer, sentences });
}

/** The sentences of prose as a memo prints it: without citations and link targets. */
function sentencesOf(text: string): string[] {
  const printed = text
    .replace(/\[@[^\]]*\]/g, '')
    .replace(/\]\([^)]*\)/g, '')
    .replace(/\[\^[^\]]*\]/g, '');
  return printed
    .split(/(?<=[.!?…:;])\s+|\n+/)
    .map(lettersAndDigits)
    .filter((sentence) => sentence.length > 3);
}

/**
 * The field a place in a block comes from.
 *
 * @param text The text of the block as it is printed, without note numbers.
 * @param offset Where in the text; the whole block if left out.
 */
export function fieldAt(fields: readonly FieldText[], text: string, offset?: number): string | undefined {
  const block = lettersAndDigits(text);
  const at = offset === undefined ? undefined : lettersAndDigits(text.slice(0, offset)).length;
  let best: { pointer: string; score: number } | undefined;
  for (const { pointer, sentences } of fields) {
    for (const sentence of sentences) {
      const isWhole = sentence === block;
      if (!isWhole && sentence.length < MIN_INSIDE) continue;
      const start = block.indexOf(sentence);
      if (start < 0) continue;
      const isHere = at === undefined || (start <= at && at <= start + sentence.length);
      const score = sentence.length + (isHere ? 100_000 : 0);
      if (!best || score > best.score) best = { pointer, score };
    }
  }
  return best?.pointer;
}

/** The blocks of a memo that contain a field, or anything below it. */
export function blocksOf(
  fields: readonly FieldText[],
  pointer: string,
  blocks: readonly string[],
): readonly number[] {
  const wanted = fields
    .filter((field) => field.pointer === pointer || field.pointer.startsWith(`${pointer}/`))
    .flatMap(({ sentences }) => sentences);
  return blocks.flatMap((block, index) =>
    wanted.some(
      (sentence) => sentence === block || (sentence.length >= MIN_INSIDE && block.includes(sentence)),
    )
      ? [index]
      : [],
  );
}
