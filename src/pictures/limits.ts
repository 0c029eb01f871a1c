/** Most bytes of a picture's file. */
export const MAX_BYTES = 10_000_000;
/** Most pixels of a picture: 50 megapixels. */
export const MAX_PIXELS = 50_000_000;
/** Pixels of the longer side as a memo holds it: 300 to the inch over the width of the text of a page of A4. */
export const MAX_SIDE = 2000;

/** Why a file is not taken as a picture, in a sentence, and what would help. All of it is data. */
export interface PictureRefusal {
  readonly message: string;
  readonly help: string;
}

export function isRefused(answer: object): answer is PictureRefusal {
  return 'message' in answer;
}

export function refused(message: string, help: string): PictureRefusal {
  return { message, help };
}
