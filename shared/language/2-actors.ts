import type { Codebook } from '../codebook/codebook.ts';
import type { SentencePass } from './1-sentences.ts';
import { type ActorForms, actorForms, type Form } from './2-actors/forms.ts';
import { TITLES, titleContradicts } from './2-actors/titles.ts';
import { matchesAt, type PhraseMatch } from './phrase-trie.ts';
import type { Mention, MentionKind } from './tags.ts';
import { TokenKind, type Tokens } from './tokens.ts';

/** A mention with the tokens it covers, `to` exclusive, and the number of its actor in the codebook. */
export interface FoundMention {
  from: number;
  to: number;
  actor: number;
  kind: MentionKind;
  rule: string;
  confidence: number;
}

const DETERMINERS = new Set("the his her its their our my your whose this that 's '".split(' '));
const POSSESSIVES = new Set("his her its their our my own 's '".split(' '));
const FORMER = new Set('former ex previous late erstwhile one-time'.split(' '));
const NOT_THE_HOLDER = new Set(
  'then shadow deputy assistant acting welsh scottish junior shadow vice would-be next'.split(' '),
);
const NAME_BREAKERS = new Set(
  `the a an in on at by for and but or as if when while after before since so yet with from to of that who whom he she they
  it his her their its mr minister secretary chief executive chair chairman chairwoman leader president director chancellor
  premier mayor spokesman spokeswoman mp labour tory conservative lib dem democrat liberal union doctor senator governor
  even only not no yes what why how where now then today yesterday monday tuesday wednesday thursday friday saturday sunday
  is was has had says said asked does did can could will would should may might must enter poor dear boss negotiator`.split(
    /\s+/,
  ),
);
const FOLLOWING_BREAKERS = new Set(
  `and or has is was will would could should said says told i the in on at to monday tuesday
  wednesday thursday friday saturday sunday mp yesterday today last did does had may must might can`.split(/\s+/),
);

/** Finds every explicit mention of the codebook's actors, in one walk over the tokens. `date`: the article's day, YYYY-MM-DD. */
export function findMentions(
  tokens: Tokens,
  pass: SentencePass,
  codebook: Codebook,
  date: string,
  title: Tokens,
): FoundMention[] {
  const finder = new MentionFinder(tokens, pass, actorForms(codebook), date);
  finder.readTitle(title);
  return finder.run();
}

/** The mentions as tags. */
export function mentionTags(found: FoundMention[], tokens: Tokens, pass: SentencePass, codebook: Codebook): Mention[] {
  return found.map((m) => ({
    start: tokens.start[m.from]!,
    end: tokens.end[m.to - 1]!,
    actor: codebook.actors[m.actor]!.id,
    sentence: pass.sentenceOfToken[m.from]!,
    kind: m.kind,
    rule: m.rule,
    confidence: m.confidence,
  }));
}

interface Candidate {
  from: number;
  to: number;
  actor: number;
  kind: MentionKind;
  rule: string;
  confidence: number;
}

class MentionFinder {
  private readonly mentions: FoundMention[] = [];
  /** Token of the last mention of each actor, -1 if none yet. */
  private readonly last: Int32Array;
  private readonly named: Uint8Array;
  private readonly capitalsTell: boolean;
  /** Who a surname last stood for: an actor, or -1 for somebody else. */
  private readonly bearers = new Map<string, number>();

  private readonly tokens: Tokens;
  private readonly pass: SentencePass;
  private readonly forms: ActorForms;
  private readonly date: string;

  constructor(tokens: Tokens, pass: SentencePass, forms: ActorForms, date: string) {
    this.tokens = tokens;
    this.pass = pass;
    this.forms = forms;
    this.date = date;
    this.last = new Int32Array(forms.actors.length).fill(-1);
    this.named = new Uint8Array(forms.actors.length);
    this.capitalsTell = capitalsTell(tokens);
    this.markNamed(tokens, this.capitalsTell);
  }

  /** A name in the title introduces its bearer, like one in the text. */
  readTitle(title: Tokens): void {
    this.markNamed(title, capitalsTell(title));
  }

  private markNamed(tokens: Tokens, needsCapital: boolean): void {
    for (let at = 0; at < tokens.count; at++)
      for (const match of matchesAt(this.forms.trie, tokens.lower, at))
        for (const form of match.values)
          if (form.kind === 'full' && (!needsCapital || !form.capital || tokens.capital[at]))
            this.named[form.actor] = 1;
  }

  run(): FoundMention[] {
    for (let at = 0; at < this.tokens.count; ) {
      const found = this.candidateAt(at);
      if (found) this.accept(found);
      at = found ? Math.max(found.to, at + 1) : at + 1;
    }
    return this.mentions;
  }

  private accept(found: Candidate): void {
    // "the BMA's council chair" is one mention, of the chair.
    while (this.mentions.length > 0 && this.mentions.at(-1)!.to > found.from) this.mentions.pop();
    this.mentions.push(found);
    this.last[found.actor] = found.from;
    const surname = this.forms.surname[found.actor];
    if (surname) this.bearers.set(surname, found.actor);
  }

  private candidateAt(at: number): Candidate | null {
    return this.byPhrase(at) ?? this.bySuccession(at);
  }

  /** "her successor", "his predecessor": the next or last holder of an office of the person spoken of. */
  private bySuccession(at: number): Candidate | null {
    const word = this.tokens.lower[at]!;
    if ((word !== 'successor' && word !== 'predecessor') || !PERSONAL.has(this.tokens.lower[at - 1] ?? '')) return null;
    for (let i = this.mentions.length - 1; i >= Math.max(0, this.mentions.length - 6); i--) {
      const other = this.neighbourInOffice(this.mentions[i]!.actor, word === 'successor');
      if (other >= 0) return this.candidate(at - 1, at + 1, other, 'descriptor', `actor.${word}`, 0.75);
    }
    return null;
  }

  private neighbourInOffice(actor: number, later: boolean): number {
    const { actors } = this.forms;
    for (const role of actors[actor]!.roles)
      for (const [other, candidate] of actors.entries()) {
        if (other === actor) continue;
        const follows = candidate.roles.some(
          (next) =>
            next.title === role.title &&
            (later ? (next.from ?? '') >= (role.to ?? '9') : (next.to ?? '9') <= (role.from ?? '')),
        );
        if (follows) return other;
      }
    return -1;
  }

  private byPhrase(at: number): Candidate | null {
    const matches = matchesAt(this.forms.trie, this.tokens.lower, at);
    for (let i = matches.length - 1; i >= 0; i--) {
      const found = this.resolve(at, matches[i]!);
      if (found) return found;
    }
    return null;
  }

  private resolve(at: number, match: PhraseMatch<Form>): Candidate | null {
    const usable = match.values.filter((form) => this.looksRight(form, at, match.length));
    if (usable.length === 0) return null;
    return (
      this.byName(at, match.length, usable) ??
      this.byOffice(at, match.length, usable) ??
      this.byDescriptor(at, match.length, usable) ??
      this.byHead(at, match.length, usable) ??
      this.byNoun(at, match.length, usable)
    );
  }

  private looksRight(form: Form, at: number, length: number): boolean {
    const { surface, capital } = this.tokens;
    if (!this.capitalsTell) return !form.capital || length > 1 || form.acronym;
    if (form.acronym) return surface[at] === surface[at]!.toUpperCase();
    return !form.capital || capital[at] === 1;
  }

  private candidate(
    from: number,
    to: number,
    actor: number,
    kind: MentionKind,
    rule: string,
    confidence: number,
  ): Candidate {
    return { from, to, actor, kind, rule, confidence };
  }

  // --- names -------------------------------------------------------------------------------------------------------

  private byName(at: number, length: number, forms: Form[]): Candidate | null {
    const to = at + length;
    const whole = forms.find((form) => form.kind === 'full' || form.kind === 'alias');
    if (whole) return this.byWholeName(at, to, whole);
    const surname = forms.find((form) => form.kind === 'surname');
    if (surname) return this.bySurname(at, to, surname, forms);
    return this.byFirstName(
      at,
      to,
      forms.filter((form) => form.kind === 'first'),
    );
  }

  private byWholeName(at: number, to: number, form: Form): Candidate | null {
    const actor = this.forms.actors[form.actor]!;
    if (form.definite && !this.isUnmodified(at)) return null;
    if (actor.kind === 'person' && to - at === 1 && this.partOfLongerName(at, to)) return null;
    if (actor.kind === 'organisation' && form.acronym && this.partOfOtherBody(at, to)) return null;
    const kind = form.kind === 'full' ? 'name' : 'alias';
    return this.candidate(this.withTitle(at), to, form.actor, kind, `actor.${kind}`, 0.98);
  }

  /** "the pilots", "pilots said"; not "relief pilots". */
  private isUnmodified(at: number): boolean {
    const before = at > 0 && this.adjacent(at) && !this.startsSentence(at) ? this.tokens.lower[at - 1]! : 'the';
    return BEFORE_NOUNS.has(before) || this.tokens.kind[at - 1] === TokenKind.punctuation;
  }

  private partOfOtherBody(at: number, to: number): boolean {
    return this.tokens.surface[to] === '-' && at > 0 && this.tokens.surface[at - 1] === '-';
  }

  private withTitle(at: number): number {
    const first = this.pass.first[this.pass.sentenceOfToken[at]!]!;
    let from = at;
    for (let step = 0; step < 3 && from > first; step++) {
      const stop = this.tokens.surface[from - 1] === '.' ? 1 : 0;
      if (from - 1 - stop < first || !TITLES.has(this.tokens.lower[from - 1 - stop]!)) break;
      from -= 1 + stop;
    }
    return from;
  }

  private bySurname(at: number, to: number, form: Form, forms: Form[]): Candidate | null {
    const word = this.tokens.lower[at]!;
    const from = this.withTitle(at);
    const title = from < at ? this.tokens.lower[from]! : '';
    if (this.partOfLongerName(at, to)) {
      if (from === at && this.namesSomebodyElse(at)) this.bearers.set(word, -1);
      return null;
    }
    const actor = this.bearerOf(word, forms, form);
    if (actor < 0) return null;
    if (title && (titleContradicts(title, this.forms.titles[actor]!) || this.isIndefinite(from))) return null;
    if (RANKS.has(title) && !this.titleKnown(actor, title)) return null;
    if (!title && from > 0 && CALLED.has(this.tokens.lower[from - 1]!)) return null;
    if (this.tokens.lower[to] === "'s" && this.tokens.capital[to + 1] === 1 && !this.startsNamedOffice(to + 1))
      return null;
    if (!title && !this.capitalsTell) return null;
    if (!this.named[actor] && !title && this.startsSentence(at) && !this.listed(actor, word)) return null;
    if (!this.named[actor] && !this.listed(actor, word) && !this.titleKnown(actor, title)) return null;
    return this.candidate(
      from,
      to,
      actor,
      'alias',
      title ? 'actor.title-surname' : 'actor.surname',
      this.named[actor] ? 0.95 : 0.8,
    );
  }

  private titleKnown(actor: number, title: string): boolean {
    return title !== '' && this.forms.titles[actor]!.has(title);
  }

  private listed(actor: number, word: string): boolean {
    return this.forms.actors[actor]!.aliases.some((alias) => alias.toLowerCase() === word);
  }

  /** "Hunt's Department of Health" speaks of him, "Bailey's Café" doesn't. */
  private startsNamedOffice(at: number): boolean {
    return matchesAt(this.forms.trie, this.tokens.lower, at).length > 0;
  }

  private isIndefinite(from: number): boolean {
    const before = this.tokens.lower[from - 1];
    return before === 'a' || before === 'one' || before === 'another';
  }

  /** The last person of that surname the text spoke of; several actors may share one. */
  private bearerOf(word: string, forms: Form[], form: Form): number {
    const known = this.bearers.get(word);
    if (known !== undefined) return known;
    const named = forms.find((other) => other.kind === 'surname' && this.named[other.actor]);
    return named ? named.actor : form.actor;
  }

  private byFirstName(at: number, to: number, forms: Form[]): Candidate | null {
    const from = this.withTitle(at);
    const title = from < at ? this.tokens.lower[from]! : '';
    const titled = title ? forms.filter((other) => this.forms.titles[other.actor]!.has(title)) : forms;
    const given = `${title} ${this.tokens.lower[at]}`;
    const form =
      titled.find((other) => this.last[other.actor]! >= 0) ??
      titled.find((other) => this.named[other.actor] || this.listed(other.actor, given));
    if (!form) return null;
    const follows =
      this.tokens.capital[to] === 1 && this.adjacent(to) && !FOLLOWING_BREAKERS.has(this.tokens.lower[to]!);
    if (follows || this.partOfLongerName(at, to)) return null;
    if (this.listed(form.actor, given)) return this.candidate(from, to, form.actor, 'alias', 'actor.alias', 0.98);
    if (!this.named[form.actor] || (this.last[form.actor]! < 0 && from === at) || !this.capitalsTell) return null;
    return this.candidate(from, to, form.actor, 'alias', 'actor.first-name', 0.8);
  }

  /** "Alexander Street", "Cameron Price", "R. Stevens", "Sam Teague". */
  private partOfLongerName(at: number, to: number): boolean {
    if (this.namesSomebodyElse(at)) return true;
    const { capital, lower, surface, kind } = this.tokens;
    if (to >= this.tokens.count || !this.adjacent(to)) return false;
    if (kind[to] === TokenKind.punctuation) return surface[to] === '-' || surface[to] === '&';
    if (!this.capitalsTell || !capital[to]) return false;
    return !FOLLOWING_BREAKERS.has(lower[to]!) && surface[to] !== 'I' && !surface[to]!.startsWith("'");
  }

  private namesSomebodyElse(at: number): boolean {
    const { capital, lower, surface } = this.tokens;
    const before = at - 1;
    if (before < 0 || !this.capitalsTell) return false;
    if (surface[before] === '.' && before > 0 && surface[before - 1]!.length === 1 && surface[before - 1] !== 'I')
      return capital[before - 1] === 1;
    if (this.pass.sentenceOfToken[before] !== this.pass.sentenceOfToken[at]) return false;
    while (before >= 0 && TITLES.has(lower[before]!)) return false;
    return (
      capital[before] === 1 &&
      this.adjacent(at) &&
      !NAME_BREAKERS.has(lower[before]!) &&
      !this.endsMention(at) &&
      surface[before] !== "I'm"
    );
  }

  private endsMention(at: number): boolean {
    return this.mentions.at(-1)?.to === at;
  }

  /** No line break before token `at`. */
  private adjacent(at: number): boolean {
    return at > 0 && this.tokens.start[at]! - this.tokens.end[at - 1]! <= 1;
  }

  private startsSentence(at: number): boolean {
    return at === 0 || this.pass.sentenceOfToken[at - 1] !== this.pass.sentenceOfToken[at];
  }

  // --- offices -----------------------------------------------------------------------------------------------------

  private heldOn(form: Form): boolean {
    return (form.from === null || form.from <= this.date) && (form.to === null || this.date < form.to);
  }

  private byOffice(at: number, length: number, all: Form[]): Candidate | null {
    const forms = all.filter((form) => form.kind === 'office');
    if (forms.length === 0) return null;
    const before = this.tokens.lower[at - 1] ?? '';
    if (NOT_THE_HOLDER.has(before)) return null;
    const to = at + length;
    if (this.tokens.lower[to] === "'s" && CONTEXT_NOUNS.has(this.tokens.lower[to + 1] ?? '')) return null;
    if (FORMER.has(before) || (before === '-' && this.tokens.lower[at - 2] === 'ex'))
      return this.formerHolder(at, to, forms);
    if (this.isIndefiniteOffice(at, to)) return null;
    const holder = forms.find((form) => this.heldOn(form));
    if (!holder) return null;
    const head = this.headEnd(at, to);
    if (head < to && this.followsOwnName(at, holder.actor)) return null;
    return this.candidate(this.withDeterminer(at), head, holder.actor, 'office', 'actor.office', 0.95);
  }

  /** "a former Conservative health minister", "no health secretary", "the Health Secretary of the day", "was Health Secretary". */
  private isIndefiniteOffice(at: number, to: number): boolean {
    const { lower } = this.tokens;
    for (let from = at - 1; from >= Math.max(0, at - 3) && this.tokens.kind[from] === TokenKind.word; from--) {
      if (INDEFINITE.has(lower[from]!) || (FORMER.has(lower[from]!) && from < at - 1)) return true;
      if (DETERMINERS.has(lower[from]!)) break;
    }
    if (lower[at - 1] === 'was' || lower[at - 1] === 'were') return true;
    return (lower[to] === 'of' && lower[to + 1] === 'the' && lower[to + 2] === 'day') || this.continuesAsName(to);
  }

  /** "chair of the BMA council" names two: the chair, and the organisation that the walk finds next. */
  private headEnd(at: number, to: number): number {
    for (let of = at + 1; of < to; of++) {
      if (this.tokens.lower[of] !== 'of' && this.tokens.lower[of] !== 'for') continue;
      for (let next = of + 1; next < to; next++) if (this.namesBody(next, to)) return of;
    }
    return to;
  }

  private namesBody(at: number, to: number): boolean {
    return matchesAt(this.forms.trie, this.tokens.lower, at).some(
      (match) =>
        at + match.length <= to &&
        match.values.some(
          (form) =>
            (form.kind === 'full' || form.kind === 'alias' || form.kind === 'descriptor') &&
            this.forms.actors[form.actor]!.kind !== 'person',
        ),
    );
  }

  /** "Danny Mortimer, chief executive of NHS Employers": the office only says who he is. */
  private followsOwnName(at: number, actor: number): boolean {
    const previous = this.mentions.at(-1);
    if (!previous || previous.actor !== actor) return false;
    const from = DETERMINERS.has(this.tokens.lower[at - 1]!) ? at - 1 : at;
    return (previous.to === from - 1 && this.tokens.surface[from - 1] === ',') || previous.to === from - 2;
  }

  /** "the former Health Secretary": the last holder before the day, unless another name follows. */
  private formerHolder(at: number, to: number, forms: Form[]): Candidate | null {
    const past = forms
      .filter((form) => form.to !== null && form.to <= this.date)
      .sort((a, b) => (a.to! < b.to! ? 1 : -1))[0];
    if (!past || this.introducesName(to, past.actor)) return null;
    return this.candidate(at - 1, to, past.actor, 'office', 'actor.former-office', 0.7);
  }

  private introducesName(to: number, actor: number): boolean {
    const next = this.tokens.surface[to] === ',' ? to + 1 : to;
    if (this.tokens.capital[next] !== 1) return false;
    return !matchesAt(this.forms.trie, this.tokens.lower, next).some((match) =>
      match.values.some((form) => form.actor === actor),
    );
  }

  private withDeterminer(at: number): number {
    return at > 0 &&
      DETERMINERS.has(this.tokens.lower[at - 1]!) &&
      this.tokens.kind[at - 1] === TokenKind.word &&
      this.tokens.lower[at - 1] !== "'s"
      ? at - 1
      : at;
  }

  // --- descriptions ------------------------------------------------------------------------------------------------

  /** Start of the noun phrase: determiner and up to two adjectives before the description, -1 when there's no determiner. */
  private phraseStart(at: number): number {
    for (let from = at - 1; from >= Math.max(0, at - 3); from--) {
      const word = this.tokens.lower[from]!;
      if (word === "'s" || word === "'")
        return this.mentions.at(-1)?.to === from || from === at - 1
          ? word === "'" && this.mentions.at(-1)?.to !== from
            ? -1
            : from
          : -1;
      if (DETERMINERS.has(word)) return from;
      if (this.tokens.kind[from] !== TokenKind.word || !this.adjacent(from + 1)) return -1;
      if (this.tokens.lower[from]!.length < 3 || NOT_ADJECTIVES.has(this.tokens.lower[from]!)) return -1;
    }
    return -1;
  }

  private byDescriptor(at: number, length: number, all: Form[]): Candidate | null {
    const forms = all.filter((form) => form.kind === 'descriptor');
    if (forms.length === 0 || this.otherTime(at)) return null;
    const to = at + length;
    const from = this.phraseStart(at);
    if (from < 0 || this.continuesAsName(to) || this.coveredByMention(from, at)) return null;
    const actor = this.choose(forms.map((form) => form.actor));
    if (PERSONAL.has(this.tokens.lower[from]!) && this.inThisSentence(actor, at)) return null;
    if (length === 1 && from < at - 2 && this.tokens.capital[at] === 0) return null;
    if (this.tokens.capital[at] === 1 && this.tokens.capital[at - 1] === 1 && from < at - 1) return null;
    const common = length === 1 && forms.length > 1;
    if (actor < 0 || (common && this.last[actor]! < 0)) return null;
    return this.candidate(
      this.keepPossessor(from, at),
      to,
      actor,
      'descriptor',
      'actor.descriptor',
      forms.length === 1 ? 0.9 : 0.75,
    );
  }

  private inThisSentence(actor: number, at: number): boolean {
    const last = this.last[actor] ?? -1;
    return last >= 0 && this.pass.sentenceOfToken[last] === this.pass.sentenceOfToken[at];
  }

  /** "the then chair", "a previous union". */
  private otherTime(at: number): boolean {
    const before = this.tokens.lower[at - 1] ?? '';
    return NOT_THE_HOLDER.has(before) || FORMER.has(before) || OTHERS.has(before);
  }

  /** "the union jack", "the Forum Hotel": a longer name. */
  private continuesAsName(to: number): boolean {
    return (
      this.capitalsTell &&
      this.tokens.capital[to] === 1 &&
      this.tokens.capital[to - 1] === 1 &&
      this.adjacent(to) &&
      !FOLLOWING_BREAKERS.has(this.tokens.lower[to]!)
    );
  }

  /** "the BMA's union": the possessor is another mention, which stays. */
  private keepPossessor(from: number, at: number): number {
    const word = this.tokens.lower[from]!;
    return word === "'s" || word === "'" ? at : from;
  }

  private coveredByMention(from: number, at: number): boolean {
    const lastTo = this.mentions.at(-1)?.to ?? 0;
    return lastTo > from + 1 && lastTo <= at && this.tokens.lower[from] !== "'s" && this.tokens.lower[from] !== "'";
  }

  /** Of several actors: those in office on the day, then the one spoken of last. */
  private choose(actors: number[]): number {
    if (actors.length === 1) return actors[0]!;
    const serving = actors.filter((actor) => {
      const roles = this.forms.actors[actor]!.roles;
      return (
        roles.length === 0 ||
        roles.some((role) => (role.from ?? '') <= this.date && (role.to === null || this.date < role.to))
      );
    });
    const among = serving.length > 0 ? serving : actors;
    return among.reduce((best, actor) => (this.last[actor]! > this.last[best]! ? actor : best), among[0] ?? -1);
  }

  /** "its chairman", "the BMA's council chair", "NHS England chief executive", "the managing director". */
  private byHead(at: number, length: number, all: Form[]): Candidate | null {
    const forms = all.filter((form) => form.kind === 'head' && this.heldOn(form));
    if (forms.length === 0 || this.otherTime(at) || this.succession(at)) return null;
    const to = at + length;
    const owner = this.ownerBefore(at);
    if (owner) {
      const held = forms.find((form) => this.belongs(form, owner.actor));
      if (held && this.followsOwnNameBefore(owner, held.actor)) return null;
      return held ? this.candidate(owner.from, to, held.actor, 'office', 'actor.head-of', 0.9) : null;
    }
    if (this.tokens.lower[to] === 'of' || this.tokens.lower[to] === 'for') return null;
    return this.headAlone(at, to, forms);
  }

  private followsOwnNameBefore(owner: FoundMention, actor: number): boolean {
    const before = this.mentions.at(-2);
    return (
      before !== undefined &&
      before.actor === actor &&
      owner.from - before.to <= 2 &&
      this.tokens.surface[before.to] === ','
    );
  }

  private headAlone(at: number, to: number, forms: Form[]): Candidate | null {
    const named = forms.find((form) => this.nameFollows(to, form.actor));
    if (named) return this.candidate(this.withDeterminer(at), to, named.actor, 'office', 'actor.head-name', 0.9);
    const from = this.phraseStart(at);
    if (from < 0 || from < at - 2) return null;
    const determiner = this.tokens.lower[from]!;
    if (determiner === 'its' || determiner === 'their' || determiner === 'whose') {
      const whole = this.lastOrganisation(at);
      const held = forms.find((form) => this.belongs(form, whole));
      if (held && this.followsOwnName(at, held.actor)) return null;
      return held ? this.candidate(from, to, held.actor, 'office', 'actor.its-head', 0.85) : null;
    }
    const known = [...new Set(forms.map((form) => form.actor))].filter(
      (actor) => this.last[actor]! >= 0 || this.wholeMentioned(actor),
    );
    if (known.length === 0) return null;
    return this.candidate(
      this.keepPossessor(from, at),
      to,
      this.choose(known),
      'office',
      'actor.head',
      known.length === 1 ? 0.85 : 0.7,
    );
  }

  private nameFollows(to: number, actor: number): boolean {
    for (let at = to; at < to + 3 && at < this.tokens.count; at++)
      for (const match of matchesAt(this.forms.trie, this.tokens.lower, at))
        if (
          match.length > 1 &&
          this.tokens.capital[at] &&
          match.values.some((form) => form.actor === actor && form.kind === 'full')
        )
          return true;
    return false;
  }

  /** An office of no codebook body ("the mayor", "the minister") is the dispute's own; one of a body needs the body named. */
  private wholeMentioned(actor: number): boolean {
    const whole = this.forms.whole[actor]!;
    return whole < 0 || this.last[whole]! >= 0;
  }

  /** An organisation named right before, with or without "'s". */
  private ownerBefore(at: number): FoundMention | null {
    const previous = this.mentions.at(-1);
    if (!previous) return null;
    const mark = this.tokens.lower[at - 1]!;
    const owns = previous.to === at || (previous.to === at - 1 && (mark === "'s" || mark === "'"));
    return owns && this.forms.actors[previous.actor]!.kind !== 'person' ? previous : null;
  }

  private belongs(form: Form, organisation: number): boolean {
    if (organisation < 0) return false;
    if (this.forms.whole[form.actor] === organisation) return true;
    const names = [this.forms.actors[organisation]!.name, ...this.forms.actors[organisation]!.aliases];
    return names.some((name) => form.office.includes(name.toLowerCase()));
  }

  private lastOrganisation(at: number): number {
    for (let i = this.mentions.length - 1; i >= 0; i--) {
      const mention = this.mentions[i]!;
      if (this.pass.sentenceOfToken[at]! - this.pass.sentenceOfToken[mention.from]! > 2) return -1;
      if (this.forms.actors[mention.actor]!.kind === 'organisation') return mention.actor;
    }
    return -1;
  }

  private succession(at: number): boolean {
    return this.tokens.lower[at - 1] === 'new' && this.tokens.lower[at - 2] === 'a';
  }

  /** "the association", "his committee": the last word of an organisation's name, once that has been named. */
  private byNoun(at: number, length: number, all: Form[]): Candidate | null {
    const forms = all.filter((form) => form.kind === 'noun' && this.last[form.actor]! >= 0);
    if (forms.length === 0 || this.otherTime(at)) return null;
    const from = this.phraseStart(at);
    if (from < 0 || from < at - 2 || this.continuesAsName(at + length)) return null;
    if (from === at - 2 && !POSSESSIVES.has(this.tokens.lower[from]!)) return null;
    if (this.tokens.capital[at] === 1 && this.tokens.capital[at - 1] === 1 && this.tokens.lower[at - 1] !== 'the')
      return null;
    const actor = this.choose([...new Set(forms.map((form) => form.actor))]);
    const near = this.pass.sentenceOfToken[at]! - this.pass.sentenceOfToken[this.last[actor]!]! < 8;
    return near
      ? this.candidate(this.keepPossessor(from, at), at + length, actor, 'descriptor', 'actor.noun', 0.7)
      : null;
  }
}

const PERSONAL = new Set(['his', 'her']);
const BEFORE_NOUNS = new Set(
  `the his her its their our my your these those fellow all both many most some of and or but for to from with by that
  if when as than on in at where while because striking`.split(/\s+/),
);
const RANKS = new Set(
  'lord lady baroness sir dame major colonel col judge justice captain capt superintendent inspector sergeant'.split(
    ' ',
  ),
);
const INDEFINITE = new Set('a an no any every another'.split(' '));
const CALLED = new Set('called named the a'.split(' '));
const OTHERS = new Set('another other rival different any every each some most many other sister'.split(' '));
const NOT_ADJECTIVES = new Set(
  'and but for with from into that which who was were has have are when while because'.split(' '),
);
const CONTEXT_NOUNS = new Set('questions office'.split(' '));

/** Most words end in a small letter, which spares them the making of capitals. */
function isShouted(word: string): boolean {
  const last = word.charCodeAt(word.length - 1);
  return !(last >= SMALL_A && last <= SMALL_Z) && word === word.toUpperCase();
}

const SMALL_A = 97;
const SMALL_Z = 122;

/** False for a text all in capitals or without any: then capitals tell nothing. */
function capitalsTell(tokens: Tokens): boolean {
  let words = 0;
  let capitals = 0;
  let shouted = 0;
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kind[at] !== TokenKind.word || tokens.surface[at]!.length < 2) continue;
    words++;
    capitals += tokens.capital[at]!;
    if (isShouted(tokens.surface[at]!)) shouted++;
  }
  return capitals > 0 && shouted < words * 0.7;
}
