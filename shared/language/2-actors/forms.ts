import type { Actor, Codebook } from '../../codebook/codebook.ts';
import { addWords, emptyTrie, type PhraseTrie, phraseWords } from '../phrase-trie.ts';
import { TITLES } from './titles.ts';

/**
 * How a form denotes its actor.
 * `full`: by itself. `surname`, `first`: once the actor has been named. `office`: its holder on the day.
 * `head`: the bare noun of an office ("chair"). `descriptor`: "the union". `noun`: the last word of an organisation's name.
 */
export type FormKind = 'full' | 'alias' | 'surname' | 'first' | 'office' | 'head' | 'descriptor' | 'noun';

/** One way in which one actor may be written. */
export interface Form {
  actor: number;
  kind: FormKind;
  /** The text must begin it with a capital (names; never descriptions). */
  capital: boolean;
  /** All its letters must be capitals (BMA). */
  acronym: boolean;
  from: string | null;
  to: string | null;
  /** Written with its article in the codebook ("the drivers"): stands without a modifier. */
  definite: boolean;
  /** The office, the same string for all its holders. */
  office: string;
}

/** What the actor pass needs of a codebook, made once. */
export interface ActorForms {
  actors: Actor[];
  index: Map<string, number>;
  trie: PhraseTrie<Form>;
  surname: string[];
  /** Titles written before the actor's surname in the codebook ("ms", "captain"). */
  titles: Set<string>[];
  /** Index of the actor it is part of, or -1. */
  whole: Int32Array;
}

const CHAIRS = ['chair', 'chairman', 'chairwoman', 'chairperson'];
const ARTICLES = new Set(['the', 'a', 'an', 'his', 'her', 'its', 'their', 'our', 'my']);
// Too common to denote an office alone.
const VAGUE_HEADS = new Set(
  'spokesman spokeswoman spokesperson secretary candidate member head negotiator officer mp'.split(' '),
);
const BODY_NOUNS = new Set(
  `committee council association union department ministry bureau party college agency authority board guild federation
  forum trust company commission office institute society league chamber inspectorate trustees foundation campaign club
  branch alliance network panel watchdog regulator corporation congress coalition`.split(/\s+/),
);

const formsByCodebook = new WeakMap<Codebook, ActorForms>();

/** All forms of all actors of a codebook, as one tree. Made once for each codebook. */
export function actorForms(codebook: Codebook): ActorForms {
  const known = formsByCodebook.get(codebook);
  if (known) return known;
  const forms = compile(codebook);
  formsByCodebook.set(codebook, forms);
  return forms;
}

function compile(codebook: Codebook): ActorForms {
  const index = new Map(codebook.actors.map((actor, i) => [actor.id, i]));
  const whole = Int32Array.from(codebook.actors, (actor) => index.get(actor.partOf ?? '') ?? -1);
  const forms: ActorForms = { actors: codebook.actors, index, trie: emptyTrie(), surname: [], titles: [], whole };
  for (const [i, actor] of codebook.actors.entries()) {
    forms.titles.push(titlesOf(actor));
    forms.surname.push('');
    addNames(forms, actor, i);
    for (const descriptor of actor.descriptors)
      add(forms, stripArticle(phraseWords(descriptor)), { actor: i, kind: 'descriptor' });
    addOffices(forms, actor, i);
  }
  return forms;
}

function titlesOf(actor: Actor): Set<string> {
  const words = [actor.name, ...actor.aliases].map((name) => phraseWords(name)[0] ?? '');
  return new Set(words.filter((word) => TITLES.has(word)));
}

function add(forms: ActorForms, words: string[], form: Partial<Form> & { actor: number; kind: FormKind }): void {
  if (words.length === 0) return;
  const whole = { capital: false, definite: false, acronym: false, from: null, to: null, office: '', ...form };
  addWords(forms.trie, words, whole);
  const plain = words.filter((word) => word !== "'");
  if (plain.length < words.length) addWords(forms.trie, plain, whole);
}

const stripArticle = (words: string[]) => (words.length > 1 && ARTICLES.has(words[0]!) ? words.slice(1) : words);
const withoutArticle = (name: string) => name.replace(/^(?:the|a|an)\s+/i, '');

function addNames(forms: ActorForms, actor: Actor, i: number): void {
  if (actor.kind === 'person') addPerson(forms, actor, i);
  else
    for (const [n, name] of [actor.name, ...actor.aliases].entries()) {
      const bare = withoutArticle(name);
      const capital = /^\p{Lu}/u.test(bare) && actor.kind !== 'group';
      const acronym = /^\p{Lu}[\p{Lu}&]+$/u.test(bare);
      // "the Council", "the Guild": a common noun that names only with its article.
      const common = bare !== name && !bare.includes(' ');
      const kind = common && actor.kind === 'organisation' ? 'descriptor' : n === 0 ? 'full' : 'alias';
      const definite = bare !== name && actor.kind === 'group';
      add(forms, phraseWords(bare), { actor: i, kind, capital: capital && kind !== 'descriptor', acronym, definite });
      if (actor.kind === 'organisation') addNoun(forms, bare, i);
    }
}

function addNoun(forms: ActorForms, name: string, i: number): void {
  const words = phraseWords(name.replace(/\s+(?:of|for)\s.*/, ''));
  const noun = words.at(-1) ?? '';
  if (words.length > 1 && BODY_NOUNS.has(noun)) add(forms, [noun], { actor: i, kind: 'noun' });
}

function addPerson(forms: ActorForms, actor: Actor, i: number): void {
  const bare = phraseWords(actor.name).filter((word) => !TITLES.has(word));
  const surname = bare.at(-1) ?? '';
  forms.surname[i] = surname;
  add(forms, bare, { actor: i, kind: bare.length > 1 ? 'full' : 'surname', capital: true });
  for (const alias of actor.aliases) {
    const words = phraseWords(alias).filter((word) => !TITLES.has(word));
    const single = words.length === 1;
    const kind = !single ? 'alias' : words[0] === surname ? 'surname' : 'first';
    add(forms, words, { actor: i, kind, capital: true });
  }
  if (bare.length > 1) {
    add(forms, [surname], { actor: i, kind: 'surname', capital: true });
    add(forms, [bare[0]!], { actor: i, kind: 'first', capital: true });
  }
}

function addOffices(forms: ActorForms, actor: Actor, i: number): void {
  for (const role of actor.roles) {
    const office = role.title.toLowerCase();
    const held = { actor: i, from: role.from, to: role.to, office };
    for (const title of [role.title, ...role.aliases]) {
      for (const words of titleVariants(title)) add(forms, words, { ...held, kind: 'office' });
    }
    for (const words of headVariants(role.title)) add(forms, words, { ...held, kind: 'head' });
  }
}

const chairVariants = (words: string[]) => {
  const at = words.findIndex((word) => CHAIRS.includes(word));
  return at < 0 ? [words] : CHAIRS.map((chair) => words.with(at, chair));
};

/** "Chair of the X": with and without "the", and with each word for a chair. */
function titleVariants(title: string): string[][] {
  const words = stripArticle(phraseWords(title));
  const shorter = words.filter((word, at) => !(word === 'the' && words[at - 1] === 'of'));
  return [...chairVariants(words), ...(shorter.length < words.length ? chairVariants(shorter) : [])];
}

/** "Chair of the BMA council": "chair" and "council chair"; "Transport Minister": "minister". */
function headVariants(title: string): string[][] {
  const words = stripArticle(phraseWords(title));
  const of = words.findIndex((word) => word === 'of' || word === 'for');
  const head = of > 0 ? words.slice(0, of) : words.slice(-1);
  if (head.length === 1 && VAGUE_HEADS.has(head[0]!)) return [];
  const heads = chairVariants(head);
  return of > 0 && words.length - of > 2 ? [...heads, ...heads.map((h) => [words.at(-1)!, ...h])] : heads;
}
