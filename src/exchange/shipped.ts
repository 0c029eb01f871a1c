import { type Formats, registerFormats } from './registry.ts';

/** The formats that come with the program. Each folder of this room adds its own list here. */
export const shippedFormats: Formats = registerFormats();
