import { isEdtf } from '../model/edtf.ts';

/** The formats of the schemas, bound into the compiled validators. */
export const formats = { edtf: isEdtf };
