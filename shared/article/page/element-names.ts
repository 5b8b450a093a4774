import {
  bodyNames,
  clutterNames,
  dateNames,
  noticeNames,
  notWriterNames,
  paywallNames,
  weakClutterNames,
  writerNames,
} from './names.ts';

/** What an element's class and id say of it. */
export interface ElementNames {
  /** As words in lower case, joined and enclosed by hyphens: `-article-body-main-`; empty where it has none. */
  words: string;
  clutter: boolean;
  /** Clutter, if the block is short. */
  weakClutter: boolean;
  notice: boolean;
  body: boolean;
  paywall: boolean;
  writer: boolean;
  date: boolean;
}

const nameless = judge('');
const longestNames = 300;

/** Verdicts on the classes met lately: a site's pages, and a page's blocks, repeat theirs. */
const known = new Map<string, ElementNames>();
const maximumKnown = 20_000;

/** Reads an element's class, id and component name. */
export function elementNames(attribs: Record<string, string>): ElementNames {
  const written = attribs.id === undefined ? attribs.class : `${attribs.class ?? ''} ${attribs.id}`;
  const component = attribs['data-component'];
  if (written === undefined && component === undefined) return nameless;
  return namesOf(component === undefined ? written! : `${written ?? ''} ${component}`);
}

function namesOf(written: string): ElementNames {
  let names = known.get(written);
  if (names === undefined) {
    if (known.size >= maximumKnown) known.clear();
    names = judge(wordsOf(written.slice(0, longestNames)));
    known.set(written, names);
  }
  return names;
}

function wordsOf(written: string): string {
  const words = written.replace(/([a-z])([A-Z])/g, '$1-$2').replace(/[^a-zA-Z]+/g, '-');
  return `-${words.toLowerCase()}-`.replace(/--+/g, '-');
}

function judge(words: string): ElementNames {
  return {
    words,
    clutter: clutterNames.test(words),
    weakClutter: weakClutterNames.test(words),
    notice: noticeNames.test(words),
    body: bodyNames.test(words),
    paywall: paywallNames.test(words),
    writer: writerNames.test(words) && !notWriterNames.test(words),
    date: dateNames.test(words),
  };
}
