import type { StanceClassName } from '../../../shared/language/4-statements/stance-words.ts';

/** Words and phrases of each class. */
export const WORDS: Record<StanceClassName, string> = {
  support: `back|backs|backed|backing|support|supports|supported|welcome|welcomed|endorse|endorsed|favour|favours|favoured|in favour|for it|accept|accepted|agree|agreed|approve|approved|
    recommend|recommended|defend|defended|champion|championed|praise|praised|stand by|stands by|stood by|behind|sided with|vote for|voted for|vote yes|voted yes|said yes|sign|signed|adopt|embrace|
    persuaded|convinced|committed to|press ahead|go ahead|proceed|glad|delighted|pleased|applaud|hail|hailed|thank|thanked|right to|solidarity|stand with|join|joined|deliver|believes in|open to|willing|ready to|happy to|prepared to|keen|named|set out|confirmed|announced|will|begin|introduce|launch|
    laud|lauded|salute|saluted|cheer|cheered|vindicated|signed up|sign up|come out for|came out for|rally behind|rallied behind|swung behind|weight behind|lend support|lent support|gave his blessing|gave her blessing|blessing|
    green light|thumbs up|ratify|ratified|content with|comfortable with|satisfied with|relaxed about|stick with|stuck by|stand firm|stood firm|determined to|vow|vowed|vows|pledge|pledged|pledges|plough on|push on|push ahead|pushing ahead|
    carry on|carrying on|see it through|resume|enthusiastic|advocate|advocated|advocates|argue for|argued for|argues for|case for|speak up for|spoke up for|in support of|in defence of|live with|settle for|admire|admired|credit|credited`,
  oppose: `reject|rejected|rejects|oppose|opposed|opposes|against|condemn|condemned|criticise|criticised|attack|attacked|refuse|refused|refusing|refusal|rule out|ruled out|dismiss|dismissed|resist|denounce|denounced|
    deplore|deplored|vote against|voted against|vote no|voted no|said no|say no|block|fight|blast|blasted|object|objected|objection|turned down|turn down|turned her down|threw out|thrown out|walked away|walk away|cannot support|
    protest|warn against|disown|disowned|quarrel|unwilling|never|nothing to discuss|no need|no case|no reason|no point|not accept|not the way|disagree|dispute|disputed|disputes|deny|denied|denies|
    slam|slammed|slams|savaged|rubbished|ridiculed|mocked|scorn|scorned|cold water|rebuff|rebuffed|spurn|spurned|veto|vetoed|challenge|challenged|contest|contested|fight|fought|fighting|resisted|balked|baulked|hostile|
    opponent|opponents|critic|critics|came out against|come out against|dead against|no truck|having none|have none of|shun|shunned|snub|snubbed|boycott|boycotted|defy|defied|repudiate|repudiated|decry|decried|lambast|lambasted|
    castigated|take issue|took issue|differ|out of the question|unthinkable|off the table|hands off|sue|sued|appeal against|quash|quashed|no deal|stormed out|stand for|tolerate|recoil|recoiled|accuse|accused|accuses|blame|blamed|blames`,
  neutral: `no view|no position|takes no view|takes no position|taking no position|neither|either way|would not say|will not say|won't say|wouldn't say|declined to|declines to|decline|declined|undecided|open mind|
    reserve judgment|reserved judgment|reserve judgement|reserve its judgment|stopped short|stops short|stop short|not be drawn|won't be drawn|would not be drawn|be drawn|drawn on|no opinion|too early|yet to decide|not decided|
    made up her mind|made up his mind|make up its mind|no decision|on the fence|divided|right or wrong|one way or the other|yes or no|not for us|not for him|not for her|matter for|non-committal|neutral|sides|take sides|taking sides|
    form a view|has not said|have not said|silent|said nothing|say nothing|nothing to say|haven't let on|cannot judge|can't judge|no comment|wait and see|await|awaiting|whether|dodged|ducked|sidestepped|not saying|isn't saying|for or against|remains to be seen|consider|considering|premature|nor|
    takes a side|take a side|took no side|yet to make up|made up our mind|made up their mind|made up its mind|weighing up|weighs up|mulling|in two minds|torn|
    agnostic|even-handed|noncommittal|hedged|equivocal|evaded|deflected|not commit|without committing|refused to be drawn|refused to say|refuses to say|pinned down|counsel|open minded|remain neutral|stay neutral|
    stay out of|staying out of|keep out of|steer clear|abstain|abstained|others to decide|others to judge|a question for|up to them|up to members|for members to decide|has yet to|
    have yet to|no settled view|no formal view|no formal position|no official position|jury is out|both sides|sees both sides|too soon|pass judgment|pass judgement|neither confirm|nor deny|ambivalent|mixed feelings|split on|
    hedge its bets|hedged her bets|hedging|impartial|not our role|not its role|no line|gave no view|offered no opinion|expressed no view|leave that to|left that to`,
  good: `fair|fairer|fairly|good|better|best|safe|safer|safely|right|necessary|sensible|reasonable|generous|modern|modest|proportionate|justified|legitimate|workable|achievable|affordable|sustainable|simple|simpler|proven|excellent|
    progress|improvement|improve|improved|benefit|bargain|overdue|needed|vital|essential|proper|decent|tremendous|success|opportunity|future|protect|protects|protected|stronger|strong|help|helps|valuable|responsible|honest|patient|reassured|reassure|proud`,
  bad: `unfair|bad|worse|worst|unsafe|dangerous|danger|wrong|reckless|irresponsible|unnecessary|needless|unreasonable|unjustified|unworkable|impossible|unaffordable|disgrace|disgraceful|disaster|disastrous|insult|insulting|threat|
    threatens|harm|harmful|hurt|damage|damaging|blow|raid|con|gimmick|fantasy|betrayal|broken|flawed|failure|failed|failing|fail|cut|cuts|regrettable|regret|disappointing|disappointed|disappointment|unforgivable|unacceptable|cynical|
    ransom|strike-breaking|draconian|scaremongering|nonsense|mistake|mistakes|tired|exhausted|risk|risks|risky|suffer|worried|worry|worrying|alarm|concern|concerned|fear|fears|afraid|bullying|bully|misleading|misused|lost|crisis|chaos|sham|farce|shameful|political|politically|pawns|unlawful|illegal|poisoned|provocative|provoked|lied|lies|untested|coffin|gamble`,
  demand: `call for|calls for|called for|calling for|urge|urged|urges|demand|demanded|demands|want|wants|wanted|ask|asked|asks|asking|plead|pleaded|beg|begged|appeal|appealed|propose|proposed|suggest|suggested|press|pressed|insist|insisted|
    should|must|ought to|need to|needs to|let us|let's|time to|offer|offered|offers|invite|invited|seek|sought|push for|pushed for|prefer|would rather|would sooner|hope|hopes|look forward|
    implore|implored|entreat|exhort|exhorted|lobby|lobbied|petition|petitioned|insists|deserve|deserves|deserved|requires|had better|require|request|requested|ultimatum|advise|advised|counselled|beseech|campaign for|campaigned for|crave|long for`,
  stop: `call off|called off|calling off|suspend|suspended|suspends|withdraw|withdrawn|withdrew|drop|dropped|scrap|scrapped|abandon|abandoned|halt|halted|stop|stopped|end|ended|tear up|torn up|lift|lifted|cancel|cancelled|delay|delayed|pause|paused|postpone|postponed|
    put off|stand down|stood down|think again|shelve|shelved|rip up|bin|take back|back down|backed down|climb down|revoke|overturn|quit|get rid|remove|removed|keep|without|
    shut down|ditch|ditched|junk|junked|axe|axed|discard|jettison|row back|rowed back|u-turn|reverse|reversed|rescind|rescinded|repeal|defer|deferred|on hold|on ice|ceasefire|truce|hold off|held off|freeze|frozen|cease|ceased|
    return to work|back to work|desist|pull the plug|pulled out|pull out|back out|backed out|step back|stepped back|retreat|retreated|wind down|give up|gave up`,
  negation: `not|no|can't|won't|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|wouldn't|couldn't|shouldn't|haven't|hasn't|hadn't|mustn't|needn't|never|none|nobody|nothing|neither|nor|without|cannot|hardly|unless|lack|lacks|failed to|refused to|anything but|far from|rather than|instead of|free of`,
  hedge: `might|may|could|perhaps|possibly|if|unless|would|some|although|however|but|though|while|yet`,
  doubt: `doubt|doubts|doubted|question|questioned|sceptical|unclear|uncertain|unsure|unconvinced|no evidence|wonder|wondered|not sure|not convinced|scepticism|
    dubious|queried|query|wary|cautious|caution|cautioned|misgiving|misgivings|reservations|reservation|not persuaded|unpersuaded|yet to see|hard to believe|suspicious|sceptic|sceptics|implausible`,
  urge: `return to|back to|come back|get back|get round|go to|sit down|open the door|door is open|door remains open|think again|reconsider|table`,
};
