/** What we use of citation-js 0.8.2, which ships no types. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      /** Runs one parser, chosen by name, without guessing what the data is. */
      data(input: unknown, format: string): unknown;
    };
    readonly output: {
      format(format: string, data: readonly unknown[], options?: Readonly<Record<string, unknown>>): unknown;
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
