/** Most bytes of a picture's file. */
export const MAX_BYTES = 10_000_000;
/** Most pixels of a picture: 50 megapixels. */
export const MAX_PIXELS = 50_000_000;
/** Longest side of a picture in a memo, in pixels: 300 dpi over the text width of an A4 page. */
export const MAX_SIDE = 2000;

/** Why a file is not accepted as a picture, in a sentence, and advice. Plain data. */
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
