// What is used of a library that brings no types. Loading a plugin is all there is to do with it.
declare module "@citation-js/core" {
  interface Register {
    has(key: string): boolean;
    get(key: string): string;
    add(key: string, data: string): void;
  }
  export const plugins: {
    readonly config: {
      get(name: "@csl"): { readonly locales: Register; readonly styles: Register };
    };
    readonly input: {
      /** Throws where the text is not of this type; never looks anything up. */
      chain(
        text: unknown,
        options: { readonly forceType: string; readonly generateGraph: false },
      ): readonly Record<string, unknown>[];
    };
    readonly output: {
      format(
        name: "bibliography",
        data: readonly unknown[],
        options: { readonly format: "text"; readonly template: string; readonly lang: string },
      ): string;
    };
  };
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-ris";
declare module "@citation-js/plugin-csl";
