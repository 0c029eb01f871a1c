/**
 * The possible changes of one token in a source text: an operator reversed, a condition negated, a limit moved by one, a step
 * such as a sort left out. Texts, regular expressions and types are not changed.
 */
import { parseSync } from 'vite';

/** Replacements of operators. */
const OPERATORS = new Map(
  Object.entries({
    '===': '!==',
    '!==': '===',
    '<': '<=',
    '<=': '<',
    '>': '>=',
    '>=': '>',
    '+': '-',
    '-': '+',
    '*': '/',
    '/': '*',
    '%': '*',
    '&&': '||',
    '||': '&&',
    '+=': '-=',
    '-=': '+=',
  }),
);

/** Replacements of methods. */
const METHODS = new Map(
  Object.entries({
    some: 'every',
    every: 'some',
    find: 'findLast',
    findLast: 'find',
    findIndex: 'findLastIndex',
    indexOf: 'lastIndexOf',
    lastIndexOf: 'indexOf',
    startsWith: 'endsWith',
    endsWith: 'startsWith',
    min: 'max',
    max: 'min',
    floor: 'ceil',
    ceil: 'floor',
    padStart: 'padEnd',
  }),
);

/** Steps that are left out: the value passes unchanged. */
const STEPS = new Set(
  'sort toSorted reverse toReversed filter slice trim trimStart trimEnd flat toLowerCase normalize'.split(
    ' ',
  ),
);

/**
 * @typedef {object} Mutant
 * @property {number} start Where the replaced text begins.
 * @property {number} end
 * @property {string} text The replacement.
 * @property {string} change For people: `=== → !==`.
 */

/**
 * @param {string} file
 * @param {string} code
 * @returns {Mutant[]} In the order of the text.
 */
export function mutantsOf(file, code) {
  const found = [];
  const add = (start, end, text, change) => found.push({ start, end, text, change });
  visit(parseSync(file, code).program, undefined, (node, parent) => {
    switch (node.type) {
      case 'BinaryExpression':
      case 'LogicalExpression':
      case 'AssignmentExpression':
        operator(node, code, add);
        break;
      case 'UnaryExpression':
        if (node.operator === '!') add(node.start, node.start + 1, '', '! left out');
        break;
      case 'Literal':
        literal(node, parent, add);
        break;
      case 'IfStatement':
      case 'ConditionalExpression':
        condition(node.test, code, add);
        break;
      case 'CallExpression':
        call(node, code, add);
        break;
      case 'ExpressionStatement':
        if (node.expression.type === 'CallExpression') {
          add(node.start, node.end, ';', `${shortened(code.slice(node.start, node.end))} left out`);
        }
        break;
      default:
    }
  });
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

function operator(node, code, add) {
  const other = OPERATORS.get(node.operator);
  const [left, right] = [node.left, node.right];
  if (other !== undefined) {
    // Texts are concatenated: nobody subtracts them by mistake.
    if (node.operator.startsWith('+') && [left, right].some(isText)) return;
    const at = code.indexOf(node.operator, left.end);
    add(at, at + node.operator.length, other, `${node.operator} → ${other}`);
  } else if (node.operator === '??' && !isFiller(right)) {
    add(left.end, right.end, '', `${shortened(code.slice(left.end, right.end).trim())} left out`);
  }
}

function isText(node) {
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string');
}

/** `?? ''`, `?? []`: usually only for the compiler, which knows less than the author. */
function isFiller(node) {
  return (
    node.type === 'Literal' ||
    (node.type === 'ArrayExpression' && node.elements.length === 0) ||
    (node.type === 'ObjectExpression' && node.properties.length === 0) ||
    (node.type === 'Identifier' && node.name === 'undefined')
  );
}

function literal(node, parent, add) {
  if (typeof node.value === 'boolean')
    add(node.start, node.end, String(!node.value), `${node.value} → ${!node.value}`);
  if (typeof node.value !== 'number' || parent?.type === 'Property') return;
  const other = String(node.value + 1);
  add(node.start, node.end, other, `${node.value} → ${other}`);
}

/** Comparisons, conjunctions and negations are changed at their operator. */
function condition(test, code, add) {
  if (['BinaryExpression', 'LogicalExpression', 'UnaryExpression'].includes(test.type)) return;
  const text = code.slice(test.start, test.end);
  add(test.start, test.end, `!(${text})`, `${shortened(text)} negated`);
}

function call({ callee, end }, code, add) {
  if (callee.type !== 'MemberExpression' || callee.computed) return;
  const { name, start: from, end: to } = callee.property;
  const other = METHODS.get(name);
  if (other !== undefined) add(from, to, other, `${name} → ${other}`);
  if (!STEPS.has(name)) return;
  const { object } = callee;
  add(object.end, end, '', `${shortened(code.slice(object.end, end).trim())} left out`);
}

function visit(node, parent, see) {
  if (node.type === 'ImportDeclaration' || /^TS(?!AsExpression|NonNull|Satisfies)/.test(node.type)) return;
  see(node, parent);
  for (const [key, value] of Object.entries(node)) {
    if (key === 'typeAnnotation' || key === 'typeArguments' || key === 'typeParameters') continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === 'string' && typeof child.start === 'number') visit(child, node, see);
    }
  }
}

function shortened(text) {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 57)}…`;
}
