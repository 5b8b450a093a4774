declare module 'jstat' {
  /** jstat ships no types; these are the functions used here. */
  const jstat: {
    jStat: {
      /** Regularised incomplete beta function I_x(a, b). */
      ibeta(x: number, a: number, b: number): number;
      /** Logarithm of the beta function. */
      betaln(a: number, b: number): number;
      studentt: { cdf(x: number, degrees: number): number };
    };
  };
  export default jstat;
}
