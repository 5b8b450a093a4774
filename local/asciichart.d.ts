declare module 'asciichart' {
  /** asciichart ships no types; these are the parts used here. */
  interface Options {
    height?: number;
    min?: number;
    max?: number;
    format?: (value: number) => string;
    colors?: unknown[];
  }

  const asciichart: { plot(series: number[] | number[][], options?: Options): string };
  export default asciichart;
}
