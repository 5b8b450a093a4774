/** Irregular verbs: each base form with its others. */
const IRREGULAR_VERBS = `be is are was were been being am|beat beaten|become became|begin began begun|bear bore borne|bend bent|bind bound|bite bit bitten biting|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|
    buy bought|catch caught|choose chose chosen|cling clung|come came coming|creep crept|deal dealt|dig dug|do does did done|draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|
    find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|forsake forsook forsaken|freeze froze frozen|get got gotten|give gave given giving|go goes went gone|
    grind ground|grow grew grown|hang hung|have has had having|hide hid hidden hiding|hold held|keep kept|know knew known|lead led|leave left|lend lent|lie lied lies lying|light lit|lose lost losing|make made making|mean meant|
    meet met|mislead misled|mistake mistook mistaken|misunderstand misunderstood|overcome overcame|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|pay paid|prove proven|ride rode ridden riding|
    ring rang rung|rise rose risen rising|run ran|say said|see saw seen|seek sought|sell sold|send sent|shake shook shaken|shine shone|shoot shot|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|slay slew slain|
    slide slid|sling slung|slink slunk|sow sown|speak spoke spoken|spend spent|spin spun|spit spat|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|stink stank stunk|strike struck stricken|
    strive strove striven|swear swore sworn|sweep swept|swing swung|take took taken taking|teach taught|tear tore torn|tell told|think thought|throw threw thrown|undergo underwent undergone|understand understood|undo undid undone|
    uphold upheld|wake woke woken waking|wear wore worn|weave wove woven|weep wept|win won|withdraw withdrew withdrawn|withstand withstood|wring wrung|write wrote written|outdo outdid outdone|slap slapped`;

let irregular: Map<string, string> | null = null;

function irregularVerbs(): Map<string, string> {
  if (irregular) return irregular;
  irregular = new Map();
  for (const forms of IRREGULAR_VERBS.split('|')) {
    const [base, ...others] = forms.trim().split(' ') as [string, ...string[]];
    for (const other of others) irregular.set(other, base);
  }
  return irregular;
}

/** No word with endings is longer; what is costs no search for them. */
const LONGEST = 40;

/**
 * A lower-case word without the endings of number, tense and participle; derivations stay apart, which stems would join.
 * @param isWhole whether a word keeps its endings
 */
export function baseForm(word: string, isWhole: (word: string) => boolean): string {
  const known = irregularVerbs().get(word);
  if (known) return known;
  if (word.length < 4 || word.length > LONGEST || isWhole(word)) return word;
  const singular = word.replace(/ies$/, 'y').replace(/(ch|sh|ss|x|z)es$|(?<![su'])s$/, '$1');
  if (isWhole(singular)) return singular;
  const ended = singular.replace(/ied$/, 'y').replace(/(?<=[aeiouy].*)(?:ed|ing)$/, '');
  if (ended.length < singular.length && /^[^aeiou][aeiou][^aeiouwxy]$/.test(ended)) return `${ended}e`;
  return ended.replace(/([bdgmnprt])\1$/, '$1').replace(/(?<=.{4})e$/, '');
}
