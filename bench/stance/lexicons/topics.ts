import type { Kind } from '../../../shared/language/4-statements/issue-kinds.ts';

/** Words of each kind of question that a codebook needn't list. */
export const TOPIC: Record<Kind, string> = {
  strike: `strike|strikes|striking|struck|walkout|walk out|walked out|walking out|stoppage|stoppages|industrial action|picket|pickets|picket line|ballot|balloted|
    ballot papers|overtime ban|work to rule|down tools|downed tools|come out|came out|out again|stayed out|days of action|strike dates|mandate|withdraw their labour|withdrawal of labour|action|
    on strike|go on strike|went on strike|strike action|strike ballot|strike day|strike days|stop work|stopped work|stay out|downing tools|lay down tools|work stoppage|lightning strike|wildcat|all-out|go-slow|
    sit-in|blockade|lockout|lock-out|strikebreak|scab|blackleg|placard|placards|brazier|march|rally|demonstration|militant|militancy|industrial dispute|industrial relations|show of hands|ballot box|turnout|voted to strike|
    back to work|return to work|return to their posts|called out|bring out|brought out|withdrawn labour|boycott|disruption|escalate|escalation|further action|more dates|fresh dates|call it off|called it off|
    strike fund|strike pay|truce|ceasefire|suspend the action`,
  talks: `talks|talk|negotiate|negotiating|negotiations|negotiating table|the table|round the table|arbitration|arbitrator|conciliation|conciliator|mediation|mediator|third party|
    someone independent|somebody independent|independent|dialogue|settlement|compromise|sit down|sat down|meet|meeting|deal|get in a room|one room|referee|olive branch|broker|
    arbiter|arbitrate|conciliate|mediate|go-between|intermediary|honest broker|third-party|outside party|outsider|neutral chair|neutral chairman|impartial|panel|tribunal|inquiry|review|commission|discuss|discussed|
    discussions|discussion|bargain|bargaining|bargaining table|haggle|haggling|back to the table|come to the table|around the table|across the table|in the same room|bang heads together|
    get together|come together|face to face|reopen|restart|resume|resumed|breakthrough|deadlock|stalemate|impasse|stand-off|standoff|end the dispute|settle the dispute|settle it|settle this|resolve|resolved|resolution|
    middle ground|common ground|halfway|meet us halfway|concession|concessions|pick up the phone|phone call|invitation|invite|invited|summit|peace|peacemaker|truce|way out|way through|way forward|agreement|agree terms|jaw-jaw|listen to each other`,
  imposition: `impose|imposed|imposing|imposition|force through|forced through|forcing|unilateral|unilaterally|without agreement|agreement or not|without consent|with or without|regardless|
    ram through|railroad|diktat|over the heads|whether they like it|press ahead|bulldoze|bully|bullied|bullying|foist|threat|
    imposes|by force|by decree|decree|dictate|dictated|edict|order|ordered|compel|compelled|compulsory|compulsion|coerce|coerced|coercion|ultimatum|deadline|take it or leave it|without asking|without a vote|
    without their say|without our say|without talking|no say|no choice|against their will|against our will|against the wishes|over our heads|behind our backs|ride roughshod|steamroll|steamroller|strong-arm|
    high-handed|gun to our heads|gun to the head|sign or|sign up or|sign it or|dismissal notices|dismiss and|sack and rehire|fire-and-rehire|new contracts of employment|go it alone|regardless of|no matter what|come what may|
    bring in|bring it in|brought in|push through|pushed through|pushing through|shove|shoved|rammed|veto|consent|mutual agreement|agreed or not|like it or not|whether or not|anyway`,
  'risk-of-action': `patients|passengers|public|harm|at risk|safe|safety|danger|operations|cancelled|postponed|appointments|emergency|cover|lives|suffer|suffering|delays|hurt|die|deaths|
    stranded|disrupted|disruption|closed|closure|queue|queues|wait|waiting|vulnerable|elderly|sick|children|families|customers|commuters|residents|ransom|hostage|hostages|pawns|suffers|hardship|misery|
    misery for|cost lives|put lives|lives at risk|endanger|endangered|jeopardise|jeopardy|hazard|peril|casualty|casualties|contingency|contingency plans|cope|coped|coping|safely|unsafe|unharmed|skeleton staff|minimum cover|
    essential services|life and limb|rescheduled|put off|turned away|backlog|emergencies|stricken|ambulance|nobody was hurt|no one was hurt|came to harm`,
  'risk-of-plan': `tired|exhausted|fatigue|unsafe|safe|safer|safety|dangerous|danger|risk|hours|rota|rotas|sleep|rest|mistakes|mistake|accident|accidents|harm|limits|safeguards|injuries|overworked|stretched|nights|lives|
    weary|weariness|exhaustion|worn out|dog-tired|dead on their feet|drowsy|asleep|fall asleep|fell asleep|awake|alert|overtired|overstretched|understaffed|short-staffed|alone|lone|single-handed|eyes|attention|
    blind spot|error|errors|slip|slips|near miss|near misses|collision|crash|crashes|death|deaths|kill|killed|injury|injured|injure|hurt|die|dies|endanger|hazard|hazards|hazardous|peril|perilous|risky|at risk|safely|unsafe|unsafely|
    rest periods|breaks|shift|shifts|twelve-hour|long hours|hours of rest|back-to-back|consecutive|cut corners|corners|margin|margins|standards|inspectorate|inspector|regulator|burnout|burnt out|stress|stressed|workload|pressure`,
  confidence: `confidence|trust|resign|resignation|job|handling|handled|mishandled|blame|leadership|sack|sacked|competence|credibility|faith|respect|minister|support|behind|listen|listened|apologise|apology|honest|morale|
    no confidence|vote of confidence|trusts|trusted|distrust|mistrust|goodwill|good faith|bad faith|word|his word|her word|honesty|dishonest|integrity|lied|liar|misled|arrogant|arrogance|stubborn|intransigent|
    intransigence|incompetent|incompetence|bungle|bungled|botched|shambles|mess|fiasco|debacle|fault|at fault|responsible|own making|to blame|blamed|blames|blaming|failed|failure|failing|out of touch|out of depth|out of his depth|
    out of her depth|tin ear|deaf|refuses to listen|provoked|inflamed|stoked|picked a fight|spoiling for a fight|contempt|insulted|insult|alienated|demoralised|reputation|authority|credit|praise|praised|tribute|applaud|patience|
    judgment|judgement|grip|stewardship|record|performance|conduct|behaviour|step down|step aside|stand down|stand aside|stay on|quit|go|gone|must go|replaced|removed|dismissed|his position|her position|full support|right man|right woman|safe pair`,
  plan: `plan|plans|proposal|proposals|offer|deal|terms|changes|reform|scheme|new|
    proposed|proposes|propose|change|overhaul|shake-up|restructuring|reorganisation|restructure|modernise|modernisation|reforms|blueprint|package|arrangement|arrangements|system|model|pattern|rota|roster|timetable|schedule|
    pilot|trial|roll out|rollout|introduce|introduction|bring in|adopt|scrap|abandon|withdraw|replace|replacement|technology|machine|machines|close|closure|merge|merger|move|relocation|efficient|efficiency|savings|costs|workable|unworkable|deliver`,
  pay: `pay|money|offer|wages|per cent|rise|cut|cuts|pension|pensions|afford|affordable|cost|
    paid|pays|wage|salary|salaries|earn|earns|earning|earnings|take-home|pay packet|pay packets|pocket|pockets|pounds|percentage|inflation|cost of living|real terms|increase|increases|award|settlement|freeze|frozen|bonus|
    bonuses|overtime|premium|premiums|rate|rates|worse off|better off|out of pocket|poverty|low-paid|underpaid|well paid|generous|derisory|insulting|afford it|pay for it|budget|budgets|deficit|savings|redundancy|redundancies|retire|retirement|
    retirement age|contributions|final-salary|back pay|lump sum|parity|fair pay|pay rise|pay cut|pay deal|pay claim|subsidy|fares|funding|funded`,
  powers: `order|powers|law|sign|signed|court|take over|run|hand over|contract|legal|emergency|
    legislation|legislate|bill|act|statute|statutory|ban|banned|outlaw|injunction|judge|judges|ruling|ruled|appeal|tribunal|licence|license|licences|franchise|concession|strip|stripped|nationalise|nationalised|
    nationalisation|public ownership|public hands|private hands|privatise|privatised|privatisation|take back|taken back|in-house|municipal|council-run|owner|owners|ownership|sell|sold|sale|buy|bought|terminate|revoke|revoked|
    enforce|enforcement|regulate|regulation|agency staff|agency workers|replacement workers|troops|army|soldiers|conscript|step in|intervene|intervention|intervened|run it|runs it|running it|control|seize|seized`,
};
