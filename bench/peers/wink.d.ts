/** What the bench uses of two packages that come without types. */
declare module 'wink-bm25-text-search' {
  interface Engine {
    defineConfig(config: {
      fldWeights: Readonly<Record<string, number>>;
      bm25Params?: { readonly k1?: number; readonly b?: number; readonly k?: number };
    }): void;
    definePrepTasks(
      tasks: readonly [
        (text: string) => string,
        (text: string) => readonly string[],
        (tokens: readonly string[]) => readonly string[],
      ],
    ): number;
    addDoc(doc: Readonly<Record<string, string>>, id: number): void;
    consolidate(): void;
    search(text: string, limit: number): readonly (readonly [id: string, score: number])[];
  }
  export default function bm25(): Engine;
}

declare module 'wink-nlp-utils' {
  const utils: {
    readonly string: {
      lowerCase(text: string): string;
      tokenize0(text: string): readonly string[];
    };
    readonly tokens: { stem(tokens: readonly string[]): readonly string[] };
  };
  export default utils;
}
