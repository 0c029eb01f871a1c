/** What a text begins with that asks for its own contents: skeletons consist of such texts, and the rule `unwritten-text` finds them. */
export const TO_BE_WRITTEN = 'To be written:';
