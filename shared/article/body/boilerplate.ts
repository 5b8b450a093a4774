/** What a line must match to be thrown away, and how long such a line may be. */
interface LineRule {
  pattern: RegExp;
  longest: number;
  /** Only among the first or the last lines of the text. */
  at?: 'start' | 'end';
  /** A list of links right below it goes with it. */
  heads?: true;
}

/** Lines that stand between an article's paragraphs and are not of it. Matched from the line's start. */
export const lineRules: readonly LineRule[] = [
  // Neighbouring stories.
  {
    pattern: /^(?:read|see|watch|find out|learn|explore|discover) (?:more|also|next|now)\b(?! than| about)/i,
    longest: 200,
  },
  {
    pattern:
      /^(?:related|more|also|recommended|trending|don['’]t miss|must read|watch|insight|video|in pictures|pictures|gallery|analysis|live|podcast|listen|quiz|poll)\s*(?:[:|»>]|articles?\b|stories\b|coverage\b|reading\b|content\b|news\b|links?\b|topics?\b|posts?\b|$)/i,
    longest: 160,
    heads: true,
  },
  {
    pattern:
      /^(?:also read|see also|up next|next up|you (?:may|might) (?:also )?(?:like|be interested)|more (?:from|on|stories|great|about)\b|most (?:read|popular|viewed|shared)|top stories|latest (?:news|stories)|recommended for you|what to read next|keep reading|continue reading|read (?:this|the full|our|it)\b|view (?:gallery|all|more|comments)|show (?:more|all)|load more|scroll (?:down|to)|story continues|article continues)/i,
    longest: 200,
    heads: true,
  },
  {
    pattern:
      /^this (?:page|(?:live ?)?blog|story|article) (?:updates|refreshes|is (?:being )?updated|will (?:be )?update)/i,
    longest: 120,
  },
  // Promotion.
  {
    pattern: /^(?:advert(?:isement|ising)?s?|ad|sponsored|promoted|paid content|affiliate)\b[\s:.-]*(?:feedback)?$/i,
    longest: 60,
  },
  {
    pattern:
      /^(?:sign up|subscribe|register|join|log in|sign in|download|get (?:our|the|your|all|more|access)|start your|try|support|become a|donate|order|buy|shop)\b.*\b(?:newsletters?|e-?mails?|inbox|alerts?|app|updates|daily|subscri\w+|free trial|membership|account|today|journalism|edition|issue)\b/i,
    longest: 400,
  },
  {
    pattern:
      /^.{0,120}\b(?:sign up (?:for|to) (?:our|the|your|[A-Z])|subscribe (?:to|now|today|for)\b|delivered (?:straight |directly )?to your inbox|newsletter\b.{0,40}\binbox)/i,
    longest: 320,
  },
  {
    pattern:
      /^(?:follow|like|find|join|connect with|contact|email|e-mail|tweet|message|reach|write to)\b.{0,90}(?:@|\b(?:on|at|via) (?:twitter|facebook|instagram|linkedin|youtube|x|google|telegram|whatsapp|threads|bluesky)\b|\btwitter\b|\bfacebook\b)/i,
    longest: 260,
  },
  {
    pattern:
      /\b(?:follow (?:us|him|her|them|me)|reach(?:ed)? the (?:author|reporter|writer)s?|(?:may|can) be (?:reached|contacted) at|on twitter (?:at|@))\b/i,
    longest: 320,
    at: 'end',
  },
  {
    pattern: /^(?:have|got|do you have) (?:a|any|an) (?:tip|story|news|question|comment|correction|views?)\b/i,
    longest: 260,
  },
  // Pictures.
  {
    pattern:
      /^(?:(?:main |lead |top |header |featured )?(?:photo(?:graph)?s?|images?|pictures?|pics?|credits?|illustration|graphic|video|screenshot|cover|caption)(?: credits?| by| via| from| courtesy)?\s*[:/|©(]|(?:photo|image|picture|video)s? (?:credit|by|via|courtesy|\d+ of \d+)|©|\(c\)|file photo|getty images|(?:ap|afp|pa|epa|reuters) (?:photo|images?)|image \d)/i,
    longest: 220,
  },
  {
    pattern:
      /^.{0,60}\b(?:getty images|shutterstock|istock|afp\/|reuters\/|ap photo|\/ap|\/afp|\/reuters|\/getty|unsplash|alamy)\)?\.?$/i,
    longest: 120,
  },
  {
    pattern:
      /[([](?:(?:photo|image|picture|video|file photo)s?(?: credit)?|credits?|courtesy)(?: by| of|:|\/)[^)\]]{2,80}[)\]]\.?$/i,
    longest: 400,
  },
  { pattern: /^[^.!?]{3,90}\b(?:photos?|photographs?|images?|pictures?) ?(?:©|\(c\)|courtesy|by)/i, longest: 120 },
  { pattern: /[.,;] (?:pictures?|photos?|photographs?|images?|pics?|credits?): ?[^.]{2,60}$/i, longest: 250 },
  // Datelines, bylines, labels.
  {
    pattern:
      /^.{0,70}\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{4},? (?:at )?\d{1,2}[.:]\d\d\b.{0,60}[^.!?]$/i,
    longest: 150,
    at: 'start',
  },
  { pattern: /^\d{1,2}[.:]\d{2} ?(?:[ap]\.?m\.?)?(?: ?(?:GMT|BST))?$/i, longest: 14 },
  {
    pattern:
      /^(?:by|words by|written by|posted by|published by|author|von|por|par|di)[: ]+(?:\p{Lu}[\p{L}.'’-]*,? ?(?:and |& |de |van |von )?){1,6}(?:\|.*|, .*| - .*)?$/u,
    longest: 110,
  },
  {
    pattern:
      /^(?:(?:first |originally |last )?(?:published|posted|updated|modified|created|edited|aired|uploaded)|date|time|publicado|veröffentlicht|aktualisiert|publié|pubblicato|actualizado)\b[^.!?]{0,40}\d[^!?]{0,50}$/i,
    longest: 110,
  },
  {
    pattern:
      /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado|domingo),? \d{1,2}[^.!?]{0,40}$/i,
    longest: 60,
  },
  {
    pattern:
      /^(?:\d{1,2}(?:st|nd|rd|th)?[ /.-])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d{1,4}[^.!?]{0,40}$/i,
    longest: 50,
  },
  { pattern: /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[ ,-].{0,100})?$/, longest: 120 },
  { pattern: /^\d+ (?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?) (?:ago|read)\b/i, longest: 60 },
  {
    pattern:
      /^(?:tags?|topics?|categor(?:y|ies)|filed under|posted in|keywords?|labels?|sections?|share(?: this| on| via| article)?|shares?|print|email this|comments?|leave a comment|reply|advert|tell us what|save|copy link|facebook|twitter|whatsapp|linkedin|pinterest|reddit|loading)\b[^.]{0,90}$/i,
    longest: 120,
    at: 'end',
  },
  {
    pattern:
      /^(?:tags?|topics?|categor(?:y|ies)|filed under|posted in|keywords?|share(?: this| on| via| article)?|shares?|comments?|leave a (?:comment|reply)|copy link|loading)\s*(?:[:.…(\d]|$)/i,
    longest: 300,
  },
  // Whose work it is.
  {
    pattern:
      /^\(?(?:additional |further )?(?:reporting|writing|editing|compiled|translated|edited|written|produced|fact-checked)(?: and (?:writing|editing|reporting))? by\b/i,
    longest: 300,
    at: 'end',
  },
  {
    pattern: /^.{0,120}\b(?:contributed (?:to|reporting)|contributed to this (?:report|story|article))\b/i,
    longest: 240,
    at: 'end',
  },
  { pattern: /^(?:copyright|©|\(c\)|all rights reserved)\b/i, longest: 320 },
  // Markup that a system printed as text.
  { pattern: /^<\/?[a-z]+[ >]/i, longest: 600 },
];
