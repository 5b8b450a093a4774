/** Where the body's extraction draws its lines; shares of characters. Chosen on the development pages. */
export interface BodyThresholds {
  /** Share of a block's prose that a child must hold for the search to go on inside it. */
  descend: number;
  /** The same where the child holds the headline. */
  descendTitled: number;
  /** The same where it is an `article` or `main` element that holds the headline. */
  descendArticle: number;
  /** Share of the search's block from which one named as the article's text is believed. */
  named: number;
  /** Share of the page's prose from which a block is its text, whatever it is called. */
  main: number;
  /** Share of link text from which a line is a link. */
  linkLine: number;
  /** Share of link text from which a list is navigation. */
  linkList: number;
  /** Share of the page's prose below which the result is doubted and a laxer one tried. */
  doubt: number;
  /** How many times the text the laxer result must hold to be preferred. */
  laxGain: number;
}

export const bodyThresholds: BodyThresholds = {
  descend: 0.85,
  descendTitled: 0.6,
  descendArticle: 0.2,
  named: 0.4,
  main: 0.4,
  linkLine: 0.75,
  linkList: 0.6,
  doubt: 0.45,
  laxGain: 1.6,
};
