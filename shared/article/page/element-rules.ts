const words = (text: string) => new Set(text.split(' '));

/** Elements that stand in a line of text. All others start a block. */
export const inline = words(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small ' +
    'span strike strong sub sup time tt u var wbr nobr blink',
);

/** Elements without an end tag (WHATWG HTML 13.1.2, with the obsolete ones). */
export const voids = words(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr',
);

/** Elements that hold nothing to read: left out of the tree with all they contain. */
export const unread = words('style svg template iframe object canvas map select datalist math');

/** Attributes that extraction, or a publisher's rules, ask for. */
export const kept = words(
  'class id href rel content name property itemprop itemscope itemtype type lang xml:lang datetime pubdate alt hidden ' +
    'aria-hidden style role http-equiv data-component data-testid data-link-name data-timestamp data-published ' +
    'data-datetime data-seconds data-spacefinder-role data-print-layout data-ad-unit-path',
);

const paragraph = words('p');
const cells = words('td th');

/** Open elements that the beginning of another one ends (WHATWG HTML 13.1.2.4). */
export const closedBy = new Map<string, Set<string>>([
  ...'h1 h2 h3 h4 h5 h6 p address article aside blockquote details div dl fieldset figcaption figure footer form header hr main menu nav ol pre section table ul'
    .split(' ')
    .map((name): [string, Set<string>] => [name, paragraph]),
  ['body', words('head')],
  ['li', words('li p')],
  ['dd', words('dd dt p')],
  ['dt', words('dd dt p')],
  ['tr', words('tr td th p')],
  ['td', words('td th p')],
  ['th', words('td th p')],
  ['thead', cells],
  ['tbody', words('thead tbody tr td th p')],
  ['tfoot', words('thead tbody tr td th p')],
  ['option', words('option')],
  ['optgroup', words('optgroup option')],
]);
