import { isRecord } from '../model/json.ts';
import { toPointer } from '../model/pointer.ts';
import { withArticle } from '../model/shown-text.ts';
import { nearest, sameWord } from '../model/suggest.ts';
import { propertyCalled } from './meant/also-called.ts';
import { idsIn } from './meant/known-ids.ts';
import { type Explanation, isPlain, type Mistake, membersOf, nameObject } from './mistake.ts';
import { childOf, itemOf, type Located, titlesWith } from './schema-map.ts';
import { code, joinOr, quote, titleInWords, write } from './words.ts';

/** More definitions than this share the name: naming them all would help nobody. */
const MAX_OWNERS = 3;
const MAX_NAMES = 12;

/**
 * A property that the schema does not know. `meant` is a missing property with nearly its name; otherwise the
 * name is looked for in this object, inside its members, around it and in the other definitions, and only then
 * taken for a misspelling.
 */
export function explainUnknown(mistake: Mistake, name: string, meant?: string): Explanation {
  if (isRestOfText(mistake, name)) {
    return {
      rule: 'unknown-property',
      message: `The text ${quote(name)} was read as a property of ${nameObject(mistake)}.`,
      help: 'Within `{ }`, a comma ends the text before it: put the whole text in double quotes.',
      pointer: `${mistake.pointer}${toPointer([name])}`,
      on: 'key',
    };
  }
  return {
    rule: 'unknown-property',
    message: `${quote(name)} is not a property of ${nameObject(mistake)}${meant ? `, which lacks ${code(meant)}` : ''}.`,
    help:
      meant && meant !== calledHere(mistake, name) ? `Did you mean ${code(meant)}?` : advise(mistake, name),
    pointer: `${mistake.pointer}${toPointer([name])}`,
    on: 'key',
  };
}

/** Text after a comma within a text of YAML's `{ }` has no value, and is not a name. */
function isRestOfText(mistake: Mistake, name: string): boolean {
  return membersOf(mistake.value)[name] === null && !/^[\w-]+$/.test(name.trim());
}

function advise(mistake: Mistake, name: string): string {
  const allowed = propertiesOf(mistake.here);
  const present = membersOf(mistake.value);
  const free = allowed.filter((property) => !Object.hasOwn(present, property));
  const same = sameWord(name, free);
  if (same) return `Did you mean ${code(same)}?`;
  const called = calledHere(mistake, name);
  if (called && free.includes(called)) return introduce(mistake, called);
  if (called) return `${code(called)} says that, and is here already: keep one of the two.`;
  const counted = allowed.includes('counts') && quantityOf(mistake, name);
  if (counted) return counted;
  const rating = ratingOf(mistake, name);
  if (rating) return rating;
  const inner = inside(mistake, allowed, name);
  if (inner) return inner;
  const outer = around(mistake, name);
  if (outer) return outer;
  const owners = titlesWith(name);
  if (owners.length > 0 && owners.length <= MAX_OWNERS) {
    const nouns = owners.map((title) => withArticle(titleInWords(title)));
    return `${code(name)} is a property of ${joinOr(nouns)}. ${known(free)}`;
  }
  const near = nearest(name, free);
  if (near) return `Did you mean ${code(near)}?`;
  const twin = nearest(name, allowed);
  if (twin) return `${code(twin)} is here already: keep one of the two.`;
  return known(free);
}

/** The property of this object that analysts also call by this name. */
export function calledHere({ here, path }: Mistake, name: string): string | undefined {
  const holder = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
  const called = here && propertyCalled(here.schema.title ?? holder, name);
  return called !== undefined && propertiesOf(here).includes(called) ? called : undefined;
}

/** A property by its name, what it holds, and an example, as the schema has them. */
function introduce({ here }: Mistake, property: string): string {
  const { description, examples: [example] = [] } = {
    ...childOf(here, property)?.schema,
    ...here?.schema.properties?.[property],
  };
  const shown = example === undefined ? '' : ` Example: ${write(example)}.`;
  return `Here it is called ${code(property)}${description ? `. ${description}` : '.'}${shown}`;
}

/** What is a number, or has reports as a number has, is a quantity that no property is named after. */
function quantityOf({ value }: Mistake, name: string): string | undefined {
  const written = membersOf(value)[name];
  const isQuantity = typeof written === 'number' || Object.hasOwn(membersOf(written), 'reports');
  if (!isQuantity) return undefined;
  const of = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return `Any other quantity stands under \`counts\`: \`{"of": ${JSON.stringify(of)}, "reports": [ … ]}\`, where \`of\` says what is counted.`;
}

/** A rating beside the ratings of its row, under the id of its hypothesis. */
function ratingOf({ here, value, file }: Mistake, name: string): string | undefined {
  const isHypothesis = () => idsIn(file, 'hypotheses').includes(name);
  if (here?.schema.title !== 'MatrixRow' || !isHypothesis()) return undefined;
  return `Ratings stand together: ${write({ ratings: { [name]: membersOf(value)[name] } })}.`;
}

function known(free: readonly string[]): string {
  if (free.length === 0) return 'Remove it: everything that is allowed here is already there.';
  return `Remove it, or use what is allowed here: ${joinOr(free.map(code), MAX_NAMES)}.`;
}

/** One level down: `basis` beside `confidence` instead of inside it. */
function inside(mistake: Mistake, allowed: readonly string[], name: string): string | undefined {
  const owners = allowed.flatMap((property) => {
    const child = childOf(mistake.here, property);
    const found = sameWord(name, propertiesOf(child)) ?? sameWord(name, propertiesOf(itemOf(child)));
    return found ? { property, found } : [];
  });
  const [home] = owners;
  if (home === undefined || owners.length > 1) return undefined;
  const { property, found } = home;
  const value = membersOf(mistake.value)[name];
  const isItem = childOf(mistake.here, property)?.schema.properties === undefined;
  const shown = isPlain(value)
    ? `: ${write({ [property]: isItem ? [{ [found]: value }] : { [found]: value } })}`
    : '';
  return `${code(found)} belongs inside ${code(property)}${shown}.`;
}

/** One level up: `confidence` inside `likelihood` instead of beside it. */
function around(mistake: Mistake, name: string): string | undefined {
  const ancestors = mistake.along.slice(0, mistake.path.length).reverse();
  const [outer] = ancestors.filter((ancestor) => ancestor.schema.properties);
  if (outer === undefined || !propertiesOf(outer).includes(name)) return undefined;
  // Ids are no entries: `evidence` of a hypothesis is not that of the assessment.
  const entries = itemOf(childOf(outer, name))?.schema.properties;
  const value = membersOf(mistake.value)[name];
  if (entries && Array.isArray(value) && !value.some(isRecord)) return undefined;
  const { title } = outer.schema;
  const where = title ? `in the ${titleInWords(title)}` : 'beside this object';
  return `${code(name)} belongs one level up, ${where}.`;
}

function propertiesOf(located: Located | undefined): string[] {
  return Object.keys(located?.schema.properties ?? {});
}
