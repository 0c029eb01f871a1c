/** Changes to an assessment that nobody would make on purpose, always the same for a seed. */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const TEXTS = [
  '',
  ' ',
  '\n',
  'a\nb\n\n- c\n- d',
  '# Heading\n\n> quoted\n\n| a | b |\n| - | - |\n| 1 | 2 |',
  '*em **strong `code [link](https://example.org/a_(b)) ![i](x.png)',
  '<script>alert(1)</script> &amp; <!-- role: marking -->',
  '[@four-fires; @nobody, p. 4] [@] [^1]: x',
  '{{title}} {{#each this}}',
  '---\ntitle: x\n---',
  'Латиница с кириллицей: Душанбе ҷ ӣ ӯ',
  'עברית עם English ו־123',
  'العربية مع English و١٢٣',
  '中文 日本語 한국어',
  'हिन्दी ไทย ქართული አማርኛ',
  '👩‍👩‍👧‍👦 🇷🇺 e\u0301 \u200d \ufeff',
  '\u202eright to left\u202c \u2066x\u2069',
  '\u0000\u0001\u001b[31m\u007f\u0085\u2028',
  '\ud800 \udc00 \ufffe',
  'very likely (80–95 %), perhaps, we judge with high confidence',
  '__proto__',
  'constructor',
  '../../../etc/passwd',
  'CON',
  '2024-02-30',
  '2024-02-29/..',
  '-0001-12-31',
  '156X-12-25?~',
  'x'.repeat(5000),
  'word '.repeat(2000),
];

const NUMBERS = [
  ...[0, -0, -1, 1, 2, 0.1, 0.95, 1.0000001, 6, 7, 100, 255, 2 ** 31, 2 ** 53, 2 ** 53 + 2, -(2 ** 53)],
  ...[1e21, 1e-7, 5e-324, 1.7976931348623157e308, -1.7976931348623157e308],
];

const KEYS = [
  '__proto__',
  'constructor',
  'id',
  'ref',
  'evidence',
  'x',
  '',
  'toString',
  'marking',
  'asOf',
  'confidence',
  'é',
  '\u0000',
];

export type Random = () => number;

const one = <Item>(items: readonly Item[], random: Random): Item =>
  items[Math.floor(random() * items.length)] as Item;

/** A value with the objects and lists that have values in them. */
function containersIn(value: Json, found: (Json[] | { [key: string]: Json })[] = []) {
  if (typeof value === 'object' && value !== null) {
    found.push(value);
    for (const child of Object.values(value)) containersIn(child, found);
  }
  return found;
}

function otherValue(value: Json, random: Random): Json {
  const choice = random();
  // Most often of its own kind: the schema lets such a value through, and then the rest of the program meets it.
  if (typeof value === 'string' && choice < 0.75) return one(TEXTS, random);
  if (typeof value === 'number' && choice < 0.75) return one(NUMBERS, random);
  if (choice < 0.8) return one([null, true, false, [], {}, [[]], [{}], { id: 'x' }], random);
  if (choice < 0.9) return one(TEXTS, random);
  return choice < 0.95 ? one(NUMBERS, random) : [structuredClone(value), structuredClone(value)];
}

function changeOnce(root: Json, random: Random): void {
  const container = one(containersIn(root), random);
  if (Array.isArray(container)) {
    const at = Math.floor(random() * Math.max(1, container.length));
    const choice = random();
    if (choice < 0.25) container.splice(at, 1);
    else if (choice < 0.5) container.push(structuredClone(container[at] ?? null));
    else if (choice < 0.6) container.reverse();
    else if (choice < 0.65) container.length = 0;
    else container[at] = otherValue(container[at] ?? null, random);
    return;
  }
  const keys = Object.keys(container);
  const key = one(keys.length > 0 ? keys : KEYS, random);
  const choice = random();
  if (choice < 0.2) delete container[key];
  else if (choice < 0.25) container[one(KEYS, random)] = otherValue(container[key] ?? null, random);
  else if (choice < 0.3) {
    const other = one(keys, random);
    [container[key], container[other]] = [container[other] ?? null, container[key] ?? null];
  } else if (container[key] !== null && typeof container[key] === 'object')
    changeOnce(container[key], random);
  else container[key] = otherValue(container[key] ?? null, random);
}

/** An assessment's bytes with one to four changes: in its data, and at times in its bytes. The id is given. */
export function mutated(text: string, id: string, random: Random): Buffer {
  const data = JSON.parse(text) as { [key: string]: Json };
  data.id = id;
  for (let left = 1 + Math.floor(random() * 3); left > 0; left -= 1) changeOnce(data, random);
  const bytes = Buffer.from(JSON.stringify(data, null, random() < 0.9 ? 2 : 0));
  const choice = random();
  if (choice < 0.06) return bytes.subarray(0, Math.floor(random() * bytes.length));
  if (choice < 0.12) {
    for (let left = 1 + Math.floor(random() * 4); left > 0; left -= 1) {
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    }
  }
  if (choice > 0.98) return Buffer.from(bytes.toString('utf8').replaceAll('\n', '\r\n'));
  return choice > 0.96 ? Buffer.concat([Buffer.from('\ufeff'), bytes]) : bytes;
}
