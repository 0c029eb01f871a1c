import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { isSoak, SOAK_TIMEOUT, seeded } from './support/soak.ts';

const src = fileURLToPath(new URL('../src/', import.meta.url));
const worker = fileURLToPath(new URL('support/regex-worker.mjs', import.meta.url));

/**
 * How much text an expression is tried on, by room or file. Elsewhere a text has at most some thousand characters, which may
 * take time that grows with their square, but no more; a whole file or memo has to be gone through in one go.
 */
const LENGTHS: Readonly<Record<string, number>> = {
  load: 500_000,
  html: 200_000,
  'prose/wording/acronyms.ts': 160, // looks at what stands around an acronym
};
const OTHERWISE = 5_000;

/** Longer than any of them takes that comes to an end, in milliseconds. */
const HANGS = 20_000;

const PUMPS = [
  ...[
    'a',
    'A',
    '0',
    ' ',
    '\n',
    '\t',
    '\\',
    '*',
    '_',
    '`',
    '[',
    ']',
    '(',
    '<',
    '>',
    '|',
    '-',
    '.',
    ',',
    ':',
    '&',
    '@',
    '~',
    '#',
  ],
  ...[
    'a ',
    'a.',
    'a-',
    'a,',
    'A.',
    '0,',
    '0 ',
    '0-',
    '\n ',
    ' \n',
    '[@a] ',
    '[@a',
    '](',
    '[^a]',
    '<a ',
    '&a;',
    '“a',
    '"a" ',
    'é',
    'а',
    'א',
  ],
  ...[
    'not ',
    'also ',
    'the ',
    'an ',
    'ably ',
    'no longer ',
    'likely ',
    'very ',
    'and 1',
    '\\|',
    '%',
    '1 0 obj ',
    '<</A ',
  ],
];
const BEFORE = ['', '(', 'with a ', 'members may ', 'we ', 'No. 1', '[@', 'a', '\n', '<'];
const texts = BEFORE.flatMap((before) => PUMPS.map((pump) => ({ before, pump, after: '\u0001' })));

interface Expression {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
  readonly length: number;
  readonly tried: readonly number[];
}

/** The regular expressions in a file. */
function expressionsIn(file: string): { source: string; flags: string }[] {
  const { code } = transformSync(readFileSync(join(src, file), 'utf8'), { loader: 'ts' });
  const found: { source: string; flags: string }[] = [];
  const search = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('regex' in node) {
      const { pattern, flags } = node.regex as { pattern: string; flags: string };
      found.push({ source: pattern, flags });
    }
    for (const child of Object.values(node)) search(child);
  };
  search(parseAst(code));
  return found;
}

function allExpressions(): Expression[] {
  const random = seeded(3);
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.includes('generated'),
  );
  return files.sort().flatMap((file) => {
    const where = file.replaceAll('\\', '/');
    const length = LENGTHS[where] ?? LENGTHS[where.split('/')[0] ?? ''] ?? OTHERWISE;
    return expressionsIn(file).map((expression) => ({
      where,
      ...expression,
      length,
      tried: texts.flatMap((_, number) => (isSoak || random() < 0.008 ? [number] : [])),
    }));
  });
}

/** The last place that the worker reported; `undefined` if it finished. */
function stuckAt(file: string, from: number): Promise<{ expression: number; text: number } | undefined> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [worker, file, String(from)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let last = '';
    let timer: NodeJS.Timeout | undefined;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => child.kill('SIGKILL'), HANGS);
    };
    let rest = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n'); // a line may come in two pieces
      rest = lines.pop() ?? '';
      last = lines.at(-1) ?? last;
      wait();
    });
    wait();
    child.once('close', () => {
      clearTimeout(timer);
      const [expression = 0, text = 0] = last.split(' ').map(Number);
      resolve(last === 'done' ? undefined : { expression, text });
    });
  });
}

/** The expressions and texts that do not come to an end. */
async function stuckOf(expressions: readonly Expression[]): Promise<unknown[]> {
  const folder = mkdtempSync(join(tmpdir(), 'threat-memo-test-'));
  const file = join(folder, 'expressions.json');
  writeFileSync(file, JSON.stringify({ expressions, texts }));
  const stuck: unknown[] = [];
  try {
    for (let from = 0; from < expressions.length; ) {
      const found = await stuckAt(file, from);
      if (!found) break;
      const { where, source } = expressions[found.expression] ?? {};
      stuck.push({ where, source, ...texts[found.text] });
      from = found.expression + 1;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return stuck;
}

test('no regular expression of ours hangs on text written to hang it', {
  timeout: SOAK_TIMEOUT,
}, async () => {
  const expressions = allExpressions();
  expect(expressions.length).toBeGreaterThan(300);
  for (const place of Object.keys(LENGTHS)) expect(existsSync(join(src, place)), place).toBe(true);
  // An ordinary run has other tests for the other processors.
  const shares = isSoak ? availableParallelism() : 1;
  const shareOf = (share: number) => expressions.filter((_, index) => index % shares === share);
  const stuck = await Promise.all(Array.from({ length: shares }, (_, share) => stuckOf(shareOf(share))));
  expect(stuck.flat()).toEqual([]);
});
