import { mend } from './mend.ts';
import { adviseOnNothing, type Explanation, type Mistake, nameOf } from './mistake.ts';
import { nameTypes, nameValue, titleInWords } from './words.ts';

/** A value of the wrong type; says both types and, where it is obvious, how to write what was meant. */
export function explainType(mistake: Mistake): Explanation {
  const types: unknown = mistake.error.params.type;
  const wanted = Array.isArray(types) ? types.map(String) : String(types);
  const title = mistake.path.length === 0 ? mistake.here?.schema.title : undefined;
  const subject = title ? `The ${titleInWords(title)}` : nameOf(mistake.path, true);
  const help =
    mistake.value === null ? adviseOnNothing(mistake) : mistake.here && mend(mistake.value, mistake.here);
  return {
    rule: 'wrong-type',
    message: `${subject} must be ${nameTypes(wanted)}, but ${nameValue(mistake.value)} stands here.`,
    ...(help && { help }),
  };
}
