/**
 * Runs each regular expression of a file over each test text, and reports before it begins the next.
 * A separate process, because nothing else can stop an expression that does not end.
 */
import { readFileSync } from 'node:fs';

/** Tells the parent, and waits until that has left: without it, nothing does before the last expression is done. */
const tell = (line) => new Promise((resolve) => process.stdout.write(`${line}\n`, resolve));

const [file = '', from = '0'] = process.argv.slice(2);
const { expressions, texts } = JSON.parse(readFileSync(file, 'utf8'));
for (let index = Number(from); index < expressions.length; index += 1) {
  const { source, flags, length, tried } = expressions[index];
  for (const number of tried) {
    await tell(`${index} ${number}`);
    const { before, pump, after } = texts[number];
    const text = before + pump.repeat(Math.ceil(length / pump.length)) + after;
    const expression = new RegExp(source, flags);
    if (expression.global) for (const _ of text.matchAll(expression));
    else expression.exec(text);
  }
}
await tell('done');
