/** The part of bidi-js that is used; the package brings no types. */
declare module 'bidi-js' {
  type Levels = {
    readonly levels: Uint8Array;
    readonly paragraphs: readonly { readonly start: number; readonly end: number; readonly level: number }[];
  };
  // biome-ignore lint/style/noDefaultExport: this is what the package exports.
  export default function bidiFactory(): {
    getEmbeddingLevels(text: string, direction?: 'ltr' | 'rtl' | 'auto'): Levels;
  };
}
