/** A template that does not compile or asks for something that is not there: a fault of the form. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}
