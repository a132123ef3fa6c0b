/** The package ships no types; this is the part used here. Pinned in package.json. */
declare module 'subset-font' {
  interface Options {
    targetFormat?: 'sfnt' | 'woff' | 'woff2';
    /** Layout features to keep, by tag; all when absent. */
    keepFeatures?: string[];
    keepAllGlyphs?: boolean;
    noHinting?: boolean;
    dropTables?: string[];
  }
  /** Refuses what is not a font. */
  function subsetFont(font: Buffer, text: string | null, options?: Options): Promise<Buffer>;
  export = subsetFont;
}
