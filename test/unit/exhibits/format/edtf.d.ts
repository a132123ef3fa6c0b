/** What the tests use of the package, which ships no types: an independent reader of EDTF to compare ours with. */
declare module 'edtf' {
  function edtf(text: string, constraints?: { level: 0 | 1 | 2 }): { min: number; max: number; type: string };
  export { edtf as default };
}
