/** What a verb, noun or adjective, or a phrase of them, says of those who stand around it. */
export type Effect =
  | 'hit'
  | 'charge'
  | 'press'
  | 'lift'
  | 'clear'
  | 'wrong'
  | 'help'
  | 'pander'
  | 'beat'
  | 'fail'
  | 'shine'
  | 'defend'
  | 'suffer'
  | 'vice'
  | 'virtue'
  | 'bad'
  | 'good';

/**
 * Words and phrases of news English by effect, written for this project after the plan of connotation frames (Rashkin, Singh
 * & Choi 2016) and effect lexicons (Choi & Wiebe 2014). Verbs stand in their base form; articles and possessives are left out.
 */
export const EFFECT_WORDS: Record<Effect, string> = {
  // The subject speaks or acts against the object.
  hit: `accuse|admonish|anger at|anger with|assail|attack|attack on|attacker of|backlash against|bash|bash away at|belittle|berate|blame|blame on|blast|boo|boycott|brand|broadside against|broadside at|cast aspersions on|cast doubt on|
    castigate|censure|chastise|chide|complain about|complaint about|complaint against|condemn|condemnation of|contempt for|contemptuous of|critic of|critical of|criticise|criticism of|criticism against|criticize|critique of|curse|
    damn|decry|demean|demolish|demonise|demonize|denigrate|denounce|denunciation of|deplore|deride|derision of|despise|detest|diatribe against|disagree with|disapproval of|disapprove of|discredit|disdain for|disgust at|
    disgust with|dismiss as|disillusion with|disown|disparage|dispute claim|dissatisfied with|dissatisfaction with|distance oneself from|distance himself from|distance herself from|distance themselves from|distance itself from|
    distrust|distrust of|doubt|embarrass|enemy of|excoriate|expose|fault|fed up with|find fault with|flay|frown on|frown upon|frustrate with|frustration with|fulminate against|fume at|fume about|furious with|furious at|fury at|
    fury over|fury with|go after|grumble about|grill|hammer|harangue|hate|hatred of|hatred for|hit back at|hit out at|hostile to|hostility to|hostility towards|hostility toward|humiliate|impatient with|impatience with|impugn|
    indict for|insult|jeer|jeer at|jibe at|joke about|lambast|lambaste|lament|lampoon|lash|lash out at|laugh at|laughing stock|lay blame|lay into|lecture|light into|liken to hitler|loathe|lose confidence in|lose faith in|
    lose patience with|lose trust in|loss of confidence in|malign|mistrust|mistrust of|mock|mockery of|no confidence in|oppose|opponent of|opposition to|outrage at|outrage over|pan|parody|pick apart|pillory|point finger at|
    poke fun at|poke hole in|pour scorn on|pour cold water on|pounce on|protest against|protest at|question|question mark over|question over|question about|rage against|rage at|rail against|rail at|rebel against|rebellion against|
    rebuff|rebuke|rebuke to|rebuke of|rebut|refute|reject|repudiate|reprimand|reproach|resent|resentment of|resentment at|revile|revolt against|ridicule|rip|rip into|roast|round on|row with|rubbish|rue|satirise|satirize|savage|
    scathing about|scathing of|sceptical of|skeptical of|scepticism about|skepticism about|scoff at|scold|scorn|scorn for|shame|shout down|single out for blame|skewer|slag off|slam|slander|slap down|slate|slight|smear|snap at|
    sneer at|snipe at|snub|speak out against|speak against|stigmatise|stigmatize|swipe at|swear at|take aim at|take issue with|take potshot at|take shot at|take swipe at|take dig at|take to task|tarnish|taunt|tear apart|tear into|
    threat to sue|thunder against|tirade against|tired of|sick of|trash|troll|turn against|turn fire on|turn on|unhappy with|unimpressed by|unleash on|upbraid|vent at|vilify|vote against|vote down|warn|weary of|wary of|
    worry about|fear of|afraid of|alarm at|wring neck|write off|cry foul|call out|call for head|call for resignation|call for removal|call for impeachment|demand apology from|demand answer from|demand resignation|demand removal|
    demand head|rap over knuckle|deal blow to|blow to|blow for|setback for|defeat for|bad news for|embarrassment for|embarrassment to|humiliation for|disaster for|headache for|problem for|trouble for|damage to|dent|damage|hurt|
    harm|weaken|undermine|undercut|sabotage|jeopardise|jeopardize|imperil|threaten|thwart|foil|frustrate|derail|stymie|hamstring|hobble|cripple|scupper|torpedo|wreck|ruin|case against|evidence against|allegation against|
    allegation about|allegation of|accusation against|charge against|claim against|lawsuit against|suit against|complaint with|grievance against|campaign against|vendetta against|crusade against|fight against|battle against|
    war on|war against|stand against|stand up to|strike against|rally against|march against|demonstrate against|demonstration against|ammunition against|fodder for|liken|compare unfavourably|compare unfavorably|dub|label|
    labelled as|tell to go|turn back on|turn nose up at|wash hand of|wary about|at odds with|clash with|spar with|feud with|quarrel with|fall out with|break with|break rank with|part company with|sour on|cool on|despair of|
    despair at|dismay at|exasperate with|appal by|appall by|disgust by|horrify by`,
  // Law, employers or voters act against the object.
  charge: `arrest|detain|handcuff|apprehend|charge|charge with|indict|prosecute|convict|find guilty|sentence|jail|imprison|incarcerate|lock up|put behind bar|penalise|penalize|punish|sanction|sue|subpoena|summon|investigate|
    investigation into|investigation of|inquiry into|probe|probe into|raid|search warrant|scrutinise|scrutinize|scrutiny of|audit|impeach|impeachment of|oust|ouster of|remove from office|dismiss from|dismiss|sack|fire|suspend|
    expel|ban|blacklist|strip of|demote|depose|topple|overthrow|unseat|vote out|kick out|throw out|force out|drive out|chase out|boot|boot out|drop from|disqualify|deport|extradite|banish|exile|evict|court-martial|deselect|disbar|
    strike off|censor|gag|hold in contempt|hold responsible|hold accountable|hold to account|bring to justice|bring to book|catch|catch red-handed|catch lying|implicate|incriminate|name as suspect|suspect of|suspect|finger|
    testify against|press charge against|file charge against|file suit against|file complaint against|take to court|take legal action against|rule against|find against|issue warrant|wanted for|wanted by|hunt|hunt for|manhunt for|
    blame for|convicted of|conviction of|arrest of|trial of|guilty of|crack down on|crackdown on|clamp down on|rein in|curb|curtail|discipline|reprimand for|regulate|shut down|close down|break up|dismantle|seize|confiscate|
    freeze asset|revoke licence|revoke license|rescind|ambush|corner|confront|defeat|beat|drub|trounce|rout|humble|shock defeat`,
  // The subject asks something of the object, who has not done it.
  press: `urge|call on|call upon|appeal to|plead with|beg|implore|entreat|exhort|pressure|pressure on|put pressure on|pile pressure on|heap pressure on|ramp up pressure on|keep up pressure on|lean on|lobby|petition|push|prod|goad|nudge|
    prompt|compel|oblige|coerce|demand of|demand that|demand from|insist that|require|tell|instruct|ask|want|challenge|challenge to|dare|demand|ultimatum to|warn|warning to|remind|advise|caution|call for|should|must|ought to|
    need to|have to|had better|it is time for|time for|high time|expect|wait for|look to|hope that|wish that|open letter to|message to|plea to|request to`,
  // The subject speaks or acts for the object.
  lift: `acclaim|admire|admiration for|adore|adulation for|affection for|agree with|applaud|applause for|appreciate|appreciation of|appreciation for|approve of|approval of|backing for|backing of|believe in|belief in|bless|boast of|
    boost|boost for|boost to|bouquet for|bow to|campaign for|celebrate|celebration of|champion|cheer|cheer for|cheer on|cherish|commend|compliment|confidence in|congratulate|congratulation to|credit|credit to|cite as example|
    decorate|dedicate to|defend|defence of|defense of|delight with|delighted with|devoted to|doff cap to|embrace|eulogise|eulogize|endear to|endorse|endorsement of|enthuse about|enthusiasm for|enthusiastic about|envy|esteem|extol|
    express confidence in|express support for|express gratitude to|fall for|fall in love with|fan of|fawn over|favour|favor|fond of|full confidence in|full of praise for|gain for|give credit to|give nod to|give thumbs up|
    give standing ovation|glad of|glorify|glowing about|good news for|good day for|grateful to|grateful for|gratitude to|gratitude for|gush about|gush over|hail|hail as|heap praise on|high opinion of|honour|honor|hold up as|
    hope in|idolise|idolize|impress by|impress with|induct into|invest faith in|keep faith with|laud|lavish praise on|line up behind|lionise|lionize|look up to|love|love for|loyal to|loyalty to|marvel at|name person of year|
    nod to|nominate|ode to|offer support to|ovation for|pay homage to|pay tribute to|pin hope on|praise|praise for|pray for|prefer|pride in|prop up|proud of|put faith in|put trust in|raise glass to|raise hat to|rally behind|
    rally around|rally round|rally to|rate highly|rave about|recommend|rely on|respect|respect for|reward|reward for|romanticise|root for|salute|saviour of|savior of|send condolence to|shower with praise|side with|sing praise of|
    solidarity with|smitten with|speak highly of|speak up for|speak warmly of|stand behind|stand by|stand up for|stand with|stick by|stick up for|stump for|support|support for|support of|supporter of|supportive of|swear by|
    sympathise with|sympathize with|sympathetic to|sympathy for|sympathy with|take hat off to|take side of|thank|thank to|thankful to|thankful for|throw support behind|throw weight behind|tip hat to|tout|tribute to|triumph for|
    trust|trust in|venerate|victory for|vote for|vote of confidence in|vote of thanks to|vouch for|warm to|welcome|well disposed towards|win for|wish luck|wish well|worship|praise as|describe as hero|reunite|crown|knight|promote|
    promote to|appoint|re-elect|reelect|award|award to|honour with|honor with|bestow on|confer on|present with award|name best|rank first|rank among best|admirer of|ally of|friend of|backer of|follower of|devotee of|defender of|
    lucky to have|indebted to|owe debt to|inspire by|moved by|touched by|charmed by|dazzle by|enamoured with|enamored of|enthral by|impressed with|relief for|windfall for|lifeline for|lifeline to|breakthrough for|credit with|
    credit for`,
  // The object is freed of a suspicion or burden.
  clear: `acquit|absolve|clear|clear of|clear name of|exonerate|vindicate|exculpate|find not guilty|pardon|forgive|excuse|let off|let off hook|release|free|bail|reinstate|restore|rehabilitate|spare|overturn conviction of|
    drop charge against|dismiss charge against|throw out case against|rule in favour of|rule in favor of|rule for|find for|side in court with|give reprieve|reprieve for|compensate|reimburse|apologise to|apologize to|apology to|
    make amends to|offer apology to|say sorry to|make peace with|reconcile with|invite|invite back|bring back|take back|excuse from|exempt|shield`,
  // The subject does the object a wrong or an injury.
  wrong: `abandon|abuse|abduct|assassinate|assault|beat up|betray|blackmail|bludgeon|bomb|browbeat|brutalise|brutalize|bully|butcher|cheat|choke|coerce into|con|deceive|defame|defraud|deport|deprive|desert|discriminate against|
    disenfranchise|disrespect|double-cross|dupe|endanger|enslave|execute|exploit|extort|fail|fleece|fool|forsake|gaslight|gouge|grope|harass|hang out to dry|hoodwink|humiliate|hurt|ignore|ill-treat|impoverish|injure|intimidate|
    kidnap|kill|knife|lie to|leave in lurch|leave behind|let down|manipulate|marginalise|marginalize|massacre|mislead|mistreat|molest|mug|murder|neglect|oppress|overlook|patronise|patronize|persecute|pick on|poison|prey on|rape|
    renege on|rip off|rob|scam|scapegoat|sell down river|sell out|sell short|shaft|shortchange|short-change|shoot|shove|slaughter|slap|spit on|spit at|spy on|stab|stab in back|stalk|starve|steal from|stiff|stonewall|strangle|
    string along|swindle|take advantage of|take for ride|take for fool|take for granted|terrorise|terrorize|throw under bus|torment|torture|trample|trample on|traumatise|traumatize|treat badly|treat unfairly|treat like dirt|
    treat with contempt|trick|turn away|tyrannise|underpay|use as pawn|victimise|victimize|victim of|violate|wound|wrong|walk all over|walk out on|ride roughshod over|punch|kick|beat to death|hack|drown|run over|pepper-spray|
    tear-gas|tase|hold hostage|take hostage|hold to ransom|overwork|scare|frighten|hound|ostracise|ostracize|silence|snoop on|squeeze|bleed dry|cut off|dump|dump on|jilt|cheat on|break promise to|backstab`,
  // The subject does the object good.
  help: `aid|assist|bail out|befriend|care for|champion of|comfort|console|cure|defend from|donate to|do good for|empower|encourage|enrich|feed|fight for|give hope to|give back to|give voice to|guide|heal|help|inspire|inspiration to|
    keep safe|lend hand to|lend support to|liberate|lift out of poverty|listen to|look after|mentor|motivate|nurse|nurture|offer help to|protect|raise money for|reassure|rescue|revive|serve|shelter|shield from|sponsor|
    stand up for|strengthen|support with|teach|tend to|treat well|treat with respect|uplift|visit|volunteer for|watch over|work for|reach out to|advocate for|speak for|give to|bring joy to|bring hope to|cheer up|entertain|delight|
    charm|win over|impress|wow|dazzle|energise|energize|engage with|bring together|heal wound|deliver for|provide for|come to aid of|come to rescue of|come to defence of|come to defense of|leap to defence of|spring to defense of|
    go to bat for`,
  // The subject is weak or false towards the object.
  pander: `appease|beholden to|bow to|bow down to|buckle to|cave in to|cave to|capitulate to|cater to|cosy up to|cozy up to|cover for|cover up for|cower before|crawl to|cuddle up to|curry favour with|curry favor with|defer to|
    do bidding of|enable|fawn on|give in to|give way to|grovel to|go soft on|in pocket of|in thrall to|in bed with|in cahoots with|collude with|conspire with|consort with|kowtow to|pander to|play into hand of|puppet of|stooge of|
    lackey of|mouthpiece for|mouthpiece of|apologist for|shill for|soft on|suck up to|surrender to|sycophantic|toady to|turn blind eye to|whitewash|wink at|yield to|knuckle under|bend knee to|kiss ring of|kiss up to|
    carry water for|rubber stamp for|tie to|link to|linked with|associate with|entangled with|embroiled with|too close to|lap up|parrot|sell soul to`,
  // The subject gets the better of the object.
  beat: `beat|defeat|edge out|eclipse|get better of|get one over|knock out|lead over|maul|outclass|outdo|outflank|outfox|outmanoeuvre|outmaneuver|outperform|outplay|outpoll|outraise|outscore|outshine|outsmart|outsell|outstrip|outwit|
    overcome|overhaul|overpower|overtake|pip|prevail over|run rings round|run rings around|see off|sweep aside|thrash|thump|triumph over|upset|upstage|vanquish|victory over|win over|win against|crush|dominate|hammer in|surpass|
    leapfrog|catch up with|steal march on|steal thunder from|call bluff|put in place|put in shade|wipe floor with|win argument against|rout|stun|dethrone|oust from|hold off|fend off|stave off|repel`,
  // The wording speaks against the subject.
  fail: `abandon promise|abuse power|abuse of power|accept bribe|act in bad faith|act unlawfully|act illegally|add fuel to fire|add insult to injury|adrift|alienate|all over place|all talk|anger|antagonise|antagonize|annoy|appal|
    appall|at fault|at rock bottom|at sea|back away|back down|backpedal|backslide|backtrack|backfire|be behind bar|be disgrace|be disgraced|be wrong|be unable to|be forced to|be made to|be found wanting|be guilty|be in denial|
    be in trouble|be in hot water|be in mess|be lie|be lying|be loser|be no friend|be no hero|be out of control|be out of line|be part of problem|be problem|be threat|be danger|be tone deaf|be to blame|bear blame|bear brunt|
    bear responsibility for|become liability|beg forgiveness|behave badly|behind closed doors|bend rule|bicker|bleed money|blink first|blow chance|blow it|blow lead|blow up in face|blunder|blunder into|bluff|bluster|
    bluntly refuse|boast|bogged down|botch|bottle it|bottle out|brag|break law|break promise|break pledge|break rule|break word|break vow|bribe|bring down|bring into disrepute|bring to brink|broke|bungle|burn bridge|bury head|
    bury bad news|bury report|buy time|call shot badly|can't be trusted|cannot be trusted|care little|care only about|cash in on|cast shadow|catch cold|catch flat-footed|catch napping|catch off guard|cause chaos|cause offence|
    cause offense|cause outrage|cause misery|cause uproar|cave|cave in|change tune|cheat|cherry-pick|choke|chicken out|cling to|cling to power|clueless|clumsily|cock up|come a cropper|come across as|come in for criticism|
    come in for|come off worse|come off worst|come short|come to grief|come unstuck|come undone|come under attack|come under criticism|come under fire|come under pressure|come under scrutiny|come under investigation|commit crime|
    commit fraud|commit perjury|concoct|conceal|concede|conceded defeat|conspire to|contradict|contradict oneself|contradict himself|contradict herself|contradict themselves|cook book|court controversy|cover up|cover tracks|covet|
    cower|crack|crash|crash and burn|crash out|create chaos|create mess|creep back|cross line|crumble|crow|cut corner|cynically|dabble in|damage credibility|damage reputation|dangerously|deceive|deepen crisis|default on|defraud|
    defy court|defy will|delay|deliberately|demonise|deny existence of|desperate|desperately|destroy|destroy evidence|destabilise|destabilize|dig hole|dig in heel|dig deeper|disappoint|disgrace|disgust|dishonestly|disregard|
    disrupt|distort|dither|divide|divide and rule|do about-face|do dirty work|do nothing|do little|do nothing to|do too little|do harm|do u-turn|dodge|dodge question|dodge tax|double down|double down on|double standard|drag feet|
    drag heel|drag out|drag through|drag through mud|draw criticism|draw fire|draw flak|draw ire|draw wrath|drop ball|drop clanger|drum up fear|duck|duck question|duck responsibility|dump waste|dwindle|eat humble pie|eat words|
    embarrass|embarrass oneself|embarrassingly|embezzle|embroiled in|encourage hatred|endanger|engage in smear|engineer crisis|enrage|escape justice|escape punishment|evade|evade question|evade tax|exacerbate|exaggerate|
    exceed authority|exploit|explode in face|fabricate|face backlash|face ballot of no confidence|face call|face call to|face charge|face claim|face court|face criticism|face defeat|face demand|face fine|face fury|face jail|
    face humiliation|face lawsuit|face mutiny|face prison|face pressure|face prosecution|face punishment|face question|face rebellion|face revolt|face ruin|face scandal|face scrutiny|face wrath|face accusation|face allegation|
    face investigation|face inquiry|face impeachment|face music|fail|fail to|fail in|fail at|failed|fake|fall apart|fall behind|fall flat|fall foul of|fall from grace|fall into disrepute|fall into trap|fall on deaf ear|
    fall on sword|fall out of favour|fall out of favor|fall short|fall to pieces|falsely|falsely claim|falsify|falter|fan flame|fan fear|fearmonger|feather nest|feed misinformation|fiddle|fiddle expense|fiddle figure|
    fight for life|fight for survival|fix price|flail|flee|flip-flop|flop|flounder|flout|flout law|fluff|foment|forced to|forced into|forced out|fool nobody|fool no one|forget|forget to|forfeit|forge|foot in mouth|foul up|
    fritter away|frighten|fudge|fumble|fuel|fuel fear|fuel hatred|game system|gain notoriety|get away with|get caught|get cold feet|get comeuppance|get facts wrong|get it wrong|get more than|get nowhere|get rich|get wrong|give in|
    give up|give ground|give false|gloat|go against word|go back on|go back on word|go bankrupt|go bust|go into hiding|go into meltdown|go missing|go off rail|go off deep end|go on defensive|go too far|go wrong|goose-step|gouge|
    grandstand|grasp at straw|grope|grovel|guess wrong|hang by thread|hang on|harm|has-been|have blood on hand|have case to answer|have conflict of interest|have egg on face|have explaining to do|have failed|have itself to blame|
    have himself to blame|have herself to blame|have themselves to blame|have no answer|have no clue|have no excuse|have no idea|have no intention of|have no plan|have no regard for|have no right to|have no shame|
    have nothing to say|have only himself to blame|have only themselves to blame|have only itself to blame|have lot to answer for|have temper|have thin skin|have trouble|hedge|hem and haw|hide|hide behind|hide from|hide truth|
    hide fact|hoard|hold country to ransom|hold public to ransom|hold to ransom|hold back|hold up|humiliate oneself|hurl abuse|hurl insult|hurt chance|hush up|hypocritically|ignore|ignore advice|ignore law|ignore plea|
    ignore science|ignore warning|ignite|impede|impose will|imposition of|in bad taste|in bind|in crisis|in deep trouble|in denial|in disarray|in disgrace|in dock|in doghouse|in free fall|in full retreat|in freefall|in hot water|
    in meltdown|in over head|in shamble|in tatter|in trouble|in turmoil|in wrong|incapable of|incite|inflame|inflame tension|inflict|insult intelligence|intent on|interfere|intimidate|invent|invite ridicule|isolate|jeopardise|
    jeopardize|jump gun|jump ship|jump bandwagon|jump on bandwagon|keep dark|keep in dark|keep quiet about|kick can|kill off|knew about|knowingly|know nothing about|lack|lack courage|lack credibility|lack guts|lack leadership|
    lack of|lack vision|lag|lag behind|lag in poll|languish|lapse|lash out|launder|launder money|leak|leave trail of|lie|lie about|lie under oath|lied about|lied under oath|limp|line pocket|live in dreamland|live in fantasy|
    live in past|lose|lose argument|lose battle|lose bid|lose bottle|lose case|lose cool|lose control|lose credibility|lose election|lose face|lose ground|lose grip|lose hold|lose it|lose marble|lose mind|lose money|lose moral|
    lose nerve|lose plot|lose popularity|lose race|lose seat|lose shirt|lose support|lose temper|lose touch|lose trust of|lose confidence of|lose vote|lose way|lose will|lurch|lurch from crisis|lurch from|make blunder|
    make fool of|make hash of|make history for wrong|make matters worse|make mess of|make mistake|make mockery of|make scapegoat of|make situation worse|make threat|make things worse|make up|make worse|malfunction|manipulate|
    manufacture|mar|meddle|meddle in|misbehave|miscalculate|misfire|misguided|mishandle|misinform|misjudge|mislead|mismanage|misread|misrepresent|miss|miss boat|miss chance|miss deadline|miss mark|miss opportunity|miss point|
    miss target|missing in action|misspeak|misstate|misstep|mistake|mistakenly|misunderstand|misuse|mock suffering|move goalpost|muddle|muddle through|muddy water|muff|muzzle|nail|navel-gaze|need to get grip|neglect|neglect duty|
    never learn|nosedive|not fit for|not fit to|not fit for purpose|not up to|not up to job|nowhere to be seen|nurse grudge|obfuscate|obsess over|obsessed with|obstruct|obstruct justice|offend|on back foot|on brink|on defensive|
    on hook|on rack|on rope|on run|on shaky ground|on skid|on thin ice|on trial|on wane|on way out|on wrong side of|on wrong side of history|open to charge of|open to ridicule|orchestrate|out of control|out of date|out of depth|
    out of favour|out of favor|out of idea|out of line|out of mind|out of order|out of touch|out to get|outrage|over barrel|overcharge|overestimate|overpay oneself|overpromise|overplay|overplay hand|overreach|overreact|
    oversee decline|overspend|overstate|overstep|overstep mark|own goal|panic|paper over|paper over crack|past sell-by date|pass buck|pass off|pay bribe|pay lip service|pay price|pay price for|peddle|peddle lie|peddle myth|
    penny-pinch|perjure|perpetrate|perpetuate|perpetuate myth|pick fight|pile misery|play blame game|play catch-up|play dirty|play dumb|play fast and loose|play fool|play game|play god|play political game|play politics|
    play race card|play victim|play with fire|play with life|plead guilty|plot|plot to|plummet|plunder|plunge|plunge into|plunge in poll|pocket|point gun|poison|polarise|polarize|pollute|pontificate|posture|posturing|preside over|
    pretend|pretend to|prevaricate|procrastinate|profess ignorance|profit from|profit from misery|promise and fail|provoke|provoke anger|provoke fury|provoke outrage|pull wool|pull plug|push agenda|push over edge|put foot in|
    put foot in mouth|put head in sand|put lives at risk|put at risk|put in danger|put party before|put profit before|put profits before|put self before|put politics before|quibble|rack up debt|ramble|rant|react badly|reap what|
    rearrange deckchair|recant|recklessly|reek|reek of|refuse|refuse to|refuse to answer|refuse to budge|refuse to listen|refuse to say|regret|relapse|relent|remain silent|remain silent on|renege|renege on|reopen wound|
    repeat mistake|repeatedly fail|resist|resort to|resort to threat|retreat|rewrite history|rig|rig election|ring hollow|risk|risk backlash|risk chaos|risk looking|roll over|rot|row back|rub salt|rub wound|ruin|rule roost|
    run amok|run away|run away from|run from|run into ground|run into trouble|run out of excuse|run out of idea|run out of road|run out of steam|run roughshod over|run scared|ruthlessly|sabotage|scam|scapegoat|scare|scaremonger|
    scheme|scramble|scramble to|scrape barrel|scrape through|screw up|scupper|seek scapegoat|seek to silence|sell out|set bad example|set back|set match to|shaken|shame|shamelessly|shed support|shift blame|shirk|
    shirk responsibility|shock|shoot oneself in foot|shoot himself in foot|shoot itself in foot|shoot down|shortchange|show contempt|show contempt for|show disregard|show ignorance|show little interest|show no remorse|
    show no respect|show no sign of|show true colour|show true color|shrink|shrink from|shrug off|shun|shut door|shy away|shy away from|sidestep|sideline|sink to new low|sink low|sink|sit idly by|sit on fence|sit on hand|
    skate over|skirt|skulk|slacken|sleepwalk|sleepwalk into|slide|slide in poll|slink|slip up|slip|slump|slow to|smack of|smack of desperation|smuggle|sneak|sneer|snooze|soft-pedal|sow|sow chaos|sow confusion|sow division|
    sow discord|sow fear|sow seed of|spark anger|spark fury|spark outrage|spew|spin|spin out of control|spin story|split|spoil|spoil for fight|spout|spread fear|spread hate|spread lie|spread misinformation|spread rumour|
    spread rumor|spread false|squabble|squander|squirm|stagnate|stain|stall|stand accused|stand accused of|stand idly by|stare at defeat|stare down barrel|stay silent|steal|steal credit|stifle|stir trouble|stir up|stir up hatred|
    stoke|stoke division|stoke fear|stoop|stoop low|stoop to|storm off|storm out|stray|struggle|struggle to|stubbornly|stuck in past|stuff pocket|stumble|subvert|suffer defeat|suffer setback|suffer blow|suffer humiliation|
    suffer loss|suffer revolt|sulk|sully|suppress|surrender|sweep under carpet|sweep under rug|swindle|take backhander|take beating|take bribe|take credit for|take easy way out|take eye off ball|take gamble|take hammering|
    take leave of sense|take liberty|take low road|take money from|talk rubbish|talk nonsense|talk out of both sides|talk down|talk tough|tamper with|tank|tarnish|tear up promise|tear up rule|teeter|teeter on brink|tell lie|
    threaten|throw in towel|throw money at|throw tantrum|throw toy|tie in knot|tone-deaf|too late|too little too late|too slow to|too weak to|touch raw nerve|tough to defend|treat like|trigger anger|trigger outrage|trip over|
    trip up|trivialise|trivialize|trouble|try to bury|try to hide|try to silence|turn blind eye|turn deaf ear|turn tail|twist|twist fact|twist truth|unable to|unable to control|unable to explain|uncaring|under a cloud|under cloud|
    under attack|under fire|under investigation|under pressure|under scrutiny|under siege|under suspicion|under microscope|under arrest|undermine|underestimate|unfit for|unfit to|unleash|unlawfully|unravel|unwilling to|
    unwilling to listen|unworthy of|up creek|up to neck in|use as cover|use as excuse|vacillate|vandalise|violate|violate law|violate rule|vulnerable|waffle|wage war on|walk away from promise|walk into trap|wallow|wane|warmonger|
    wash hand|waste|waste chance|waste money|waste time|water down|waver|weaken|weaponise|weaponize|whine|whinge|whip up|whip up fear|whip up hatred|wield axe|wilt|without evidence|without shame|wobble|worsen|wreak|wreak havoc|
    wreck|wriggle|wriggle out of|wring hand|wrong-headed|wrong-foot|wrongly|yield`,
  // The wording speaks for the subject.
  shine: `achieve|achieve success|acquit oneself well|acquit himself well|act in good faith|act responsibly|act swiftly|against odds|ahead of curve|ahead of game|ahead of pack|ahead of time|all credit|answer call|answer critic|
    be beloved|be credit|be favourite|be favorite|be first to|be force for good|be godsend|be hero|be inspiration|be legend|be listening|be model|be natural|be pioneer|be rewarded|be right|be right to|be role model|be saint|
    be second to none|be star|be success|be treasure|be winner|be worthy|bear fruit|beat odds|blaze trail|bloom|blossom|bounce back|brave|brave storm|break barrier|break deadlock|break mould|break mold|break new ground|
    break record|break through|breathe new life|brighten|bring calm|bring hope|bring home|bring peace|bring relief|bring stability|broker|broker deal|broker peace|build bridge|build on success|buck trend|calm|calm nerve|
    capture heart|capture imagination|care about|care deeply|carry day|carve niche|celebrate|champion|charm|claim victory|clean up|clinch|climb in poll|close gap|coast to victory|come good|come into own|come off best|come of age|
    come out on top|come through|come up trump|command respect|comfortably win|compassionately|conquer|conquer fear|consolidate lead|contribute to|courageously|cruise to|cruise to victory|crack case|create job|crush it|
    cut through|dare to|dazzle|defend title|defuse|defy expectation|defy odds|delight|deliver|deliver on|deliver on promise|deserve|deserve credit|deserve medal|deserve praise|deserve thanks|deserve better|deserve respect|
    deservedly|devote life|diligently|distinguish oneself|distinguish himself|distinguish herself|do best|do good job|do great job|do good work|do great work|do right thing|do us proud|do well|do wonders|donate|donate money|
    draw applause|draw praise|draw acclaim|draw crowd|earn applause|earn credit|earn medal|earn place|earn praise|earn respect|earn right|earn stripe|ease fear|ease tension|electrify|emerge stronger|emerge victorious|
    emerge as winner|emerge triumphant|enjoy lead|enjoy popularity|enjoy success|enjoy support|excel|excel at|excel in|exceed expectation|exude confidence|face down|fairly|fight back|fight bravely|fight corner|fight injustice|
    fight on|find solution|finish first|fire imagination|flourish|fly flag|forge ahead|forge peace|for good of|from strength to strength|fulfil promise|fulfill promise|fulfil dream|fulfill dream|full of life|gain in poll|
    gain ground|gain momentum|gain recognition|gain respect|gain support|gain upper hand|galvanise|galvanize|get applause|get boost|get credit|get job done|get it right|get praise|get result|get right|get standing ovation|
    get support|give all|give back|give generously|give hope|give life for|give speech of|go above and beyond|go down in history|go extra mile|go from strength|go on to win|gracefully|graciously|graduate with honour|
    greet with cheer|grow in stature|grow in strength|hail from|handle well|have backing of|have courage|have cause to celebrate|have confidence of|have good reason|have last laugh|have moral authority|have public support|
    have right to|have support of|have track record|have upper hand|have way with|have what it takes|head and shoulder above|headline act|heal rift|help|help people|heroically|hit home run|hit jackpot|hit nail on head|
    hit right note|hit target|hold fast|hold firm|hold head high|hold line|hold nerve|hold own|honestly|honour pledge|honor pledge|honour commitment|impress|improve|improve on|in ascendancy|in clear|in good hand|in good shape|
    in high spirit|in lead|in pole position|in right|in running for award|in tune with|innovate|inspire|inspire confidence|jump in poll|keep alive|keep calm|keep cool|keep dream alive|keep promise|keep word|keep head|kindly|
    know what they are doing|land blow|land deal|land job|land on feet|land role|laugh last|lay foundation|lead by example|lead charge|lead field|lead poll|lead race|lead way|leap to rescue|learn lesson|leave legacy|leave mark|
    lend support|lift cup|lift gloom|lift spirit|lift trophy|light up|live up to|live up to promise|love by|make amends|make breakthrough|make comeback|make contribution|make difference|make good|make good on|make good progress|
    make great|make headway|make history|make impact|make mark|make name for|make peace|make progress|make proud|make right decision|make sacrifice|make sense|make smile|make stand|make stride|make waves|meet challenge|
    meet expectation|meet target|mend fence|nail it|notch|notch up|on course|on course for|on form|on mend|on rise|on roll|on side of angel|on target|on track|on top|on top form|on top of world|on up|open door to|open heart|
    outperform|outstanding|overcome|overcome adversity|overcome odds|overjoyed|own up|pass test|pass with flying colours|pass with flying colors|pave way|pave way for|perform miracle|perform well|persevere|pick up award|pioneer|
    play blinder|play vital role|play key role|pledge support|poll well|power ahead|power to victory|prevail|promise relief|promote peace|prosper|prove critic wrong|prove doubter wrong|prove worth|prove right|prove point|
    pull ahead|pull off|pull together|pull weight|punch above weight|push for peace|put best foot forward|put country first|put life on line|put others first|put patient first|put people first|put smile on face|quick to help|
    rack up win|raise bar|raise awareness|raise money|raise spirit|reach milestone|reach out|reach peace|reap benefit|reap reward|rebound|rebuild|receive acclaim|receive applause|receive award|receive honour|receive honor|
    receive praise|receive medal|receive standing ovation|recover|regain|regain lead|regain trust|rejoice|relish|remain calm|remain popular|renew hope|rescue|resolve|resolve crisis|resonate|resonate with|resound|restore|
    restore calm|restore confidence|restore faith|restore order|restore pride|reveal courage|revitalise|revitalize|revolutionise|revolutionize|ride high|ride to rescue|ride wave|right wrong|rise above|rise from ash|
    rise through ranks|rise to challenge|rise to fame|rise to occasion|risk life|roll up sleeve|romp home|romp to victory|rule out cut|rush to help|sacrifice|sail through|salvage|save|save day|save life|save lives|savour victory|
    say all right things|scale height|scoop award|score goal|score point|score victory|seal|seal deal|secure deal|secure future|secure nomination|secure place|secure release|secure victory|secure win|see light|seize opportunity|
    set example|set good example|set record|set record straight|set standard|set world alight|shatter glass ceiling|shatter record|shine|shine light on|show class|show compassion|show courage|show dignity|show grit|show kindness|
    show leadership|show promise|show resilience|show restraint|show respect|show respect for|show solidarity|show strength|show the way|show way|show true leadership|sing from same hymn sheet|smash record|soar|soar in poll|
    soothe|sparkle|speak from heart|speak truth|speak truth to power|sprint to victory|stabilise|stabilize|stand for what is right|stand head and shoulder|stand out|stand out from|stand tall|stand up for|stand test of time|
    stand to gain|star in|stay calm|stay strong|steady nerve|steady ship|steal show|steal heart|step in to help|step up|step up to plate|stick to gun|stick to principle|stick to word|storm to victory|strike chord|strike gold|
    strike right note|strike right balance|succeed|succeed in|surge|surge ahead|surge in poll|surpass|survive|sweep|sweep board|sweep to power|sweep to victory|tackle|take care of|take charge|take gold|take gold medal|
    take high road|take initiative|take lead|take moral high ground|take principled stand|take responsibility|take stand|take stand against|take step in right direction|take stock|take the time to|take title|talk sense|
    team up to help|tell truth|test mettle|thrill|thrive|tirelessly|top chart|top list|top poll|touch heart|touch life|transform|tread carefully|triumph|triumph over adversity|trounce|turn around|turn corner|turn over new leaf|
    turn round|turn things around|turn tide|unbeaten|undefeated|undaunted|unify|unscathed|unveil plan to help|uphold|uphold law|uphold value|vault to|vindicate|walk tall|warm heart|weather storm|well on way|well placed|
    well placed to|well received|wholeheartedly|win|win acclaim|win admirer|win applause|win argument|win award|win back|win backing|win battle|win by landslide|win case|win concession|win confidence|win election|win fan|
    win first|win friend|win gold|win handily|win heart|win heart and mind|win hand down|win lottery|win majority|win medal|win nomination|win plaudit|win praise|win prize|win race|win respect|win right|win round|win seat|
    win support|win title|win trust|win vote|winner of|wisely|withstand|work hard|work hard to|work miracle|work tirelessly|work well|work wonder|worth every penny|wow|wow crowd`,
  // The subject answers a reproach.
  defend: `deny|denial|deny allegation|deny any wrongdoing|deny accusation|deny claim|deny wrongdoing|deny charge|deny involvement|deny knowledge|deny lying|defend oneself|defend himself|defend herself|defend themselves|defend itself|
    defend decision|defend record|defend handling|defend move|defend use|defend against|fight charge|protest innocence|plead not guilty|insist innocent|claim not to|claim ignorance|claim to|claim credit|maintain innocence|
    apologise|apologize|apology for|apologise for|apologize for|issue apology|offer apology|say sorry|admit|admit to|admit defeat|admit error|admit failing|admit failure|admit fault|admit guilt|admit lying|admit mistake|
    admit wrong|acknowledge|acknowledge failure|acknowledge mistake|confess|confess to|own up to|come clean|explain away|explain oneself|justify|rationalise|rationalize|excuse|make excuse|play down|downplay|brush aside|brush off|
    laugh off|shrug off|wave away|dismiss allegation|dismiss claim|dismiss concern|dismiss criticism|dismiss suggestion|reject accusation|reject allegation|reject claim|reject criticism|reject suggestion|refute allegation|
    refute claim|resign|resign over|resign amid|resignation|resignation of|step down|step aside|stand down|stand aside|quit over|quit amid|walk the plank|tender resignation|offer resignation|recuse|withdraw remark|
    withdraw from race|retract|take back comment|climb down|do climbdown|climbdown|change course|change mind|perform u-turn|reverse course|reverse decision|reverse position|eat word|clarify|walk back|walk back comment|
    seek to explain|respond to criticism|respond to allegation|hit back|fire back|shoot back|clap back|push back|push back against|counter|counterattack|struggle to explain|survive vote|survive vote of no confidence|
    survive no-confidence vote|cling on|hang on to job|refuse to apologise|refuse to apologize|refuse to resign|refuse to quit|vow to stay|vow to fight on|vow to clear name|settle lawsuit|settle claim|pay settlement|pay fine|
    plead for forgiveness|ask for forgiveness|beg for forgiveness|seek forgiveness|express regret|express remorse|voice regret|rethink|be left to explain|damage control|damage limitation|firefighting`,
  // The subject has something bad happen to it.
  suffer: `agonise|agonize|ail|anguish|be in agony|be in coma|be in hospital|be in intensive care|be in mourning|be in pain|be in tears|be orphaned|be sick|be stranded|be trapped|be ill|be homeless|be hungry|be out of work|be laid off|
    be made redundant|be left homeless|be left stranded|be left without|bear burden|beg for help|bereaved|bleed|bleed to death|burn out|burnt out|burned out|break down in tears|break leg|break heart|brokenhearted|bury son|
    bury daughter|bury child|collapse|contract virus|cope with loss|cope without|cry|cry out for help|despair|die|die of|die from|die in|disabled|displaced|drown|endure|exhausted|face abuse|face danger|face deportation|
    face discrimination|face eviction|face hardship|face hunger|face job loss|face pay cut|face persecution|face poverty|face racism|face redundancy|face sack|face threat|face uncertainty|faint|fall ill|fall victim|fall victim to|
    fear for|fear for future|fear for job|fear for life|fear for safety|fight cancer|fight for life|flee home|flee violence|flee war|forced to flee|go hungry|go unpaid|go without|go without pay|grieve|grieve for|grapple with|
    have cancer|have heart attack|have no home|have no food|have stroke|hospitalised|hospitalized|hurting|in agony|in distress|in fear|in grief|in harm's way|in misery|in mourning|in need|in need of help|in pain|in peril|
    in poverty|in shock|in tears|innocent|injured|lament loss|languish in jail|languish in prison|lay off|lie dying|live in fear|live in poverty|lose child|lose daughter|lose father|lose home|lose husband|lose job|lose leg|
    lose life|lose limb|lose lives|lose livelihood|lose loved one|lose mother|lose pay|lose pension|lose sight|lose son|lose wife|made homeless|maimed|mourn|mourn death of|mourn loss of|need help|need surgery|on breadline|
    on receiving end|out of pocket|overworked|pass away|pay with life|perish|plead for help|put on brave face|rush to hospital|sacrifice life|scarred|shed tear|shiver|sob|starve|stranded|struggle to cope|struggle to feed|
    struggle to make ends meet|struggle with|suffer|suffer abuse|suffer injury|suffer from|suffer heart attack|suffer loss|suffer stroke|suffering|succumb to|survivor of|survivor|take own life|taken ill|terrified|trapped|
    traumatised|traumatized|unconscious|underpaid|undergo surgery|unpaid|victim|weep|weep for|widow|widowed|worry about job|wounded|wrongly accused|wrongly convicted|wrongly imprisoned|unfairly treated|unfairly dismissed|
    unfairly targeted|falsely accused|targeted by|hit by|hit hard|hard hit|hit hardest|worst affected|bear brunt of|caught in crossfire|caught in middle`,
  // Nouns that speak against who has them: "X's arrogance", "the arrogance of X".
  vice: `about-face|about-turn|absurdity|abuse|act of vandalism|addiction|aggression|ambition|amateurism|anger|animosity|antics|antisemitism|apathy|appeasement|arrogance|assault|atrocity|attack|authoritarianism|bad behaviour|
    bad behavior|bad faith|bad judgment|bad judgement|bad temper|baggage|bankruptcy|behaviour|behavior|belligerence|betrayal|bias|bigotry|blunder|bluff|bluster|boast|boorishness|bravado|bribe|bribery|broken promise|brutality|
    bullying|bungling|callousness|carelessness|censorship|chaos|charade|cheating|cheek|chicanery|climbdown|collapse|collusion|complacency|complicity|conceit|condescension|confusion|conflict of interest|conspiracy|
    conspiracy theory|con trick|contempt|contortion|contradiction|controversy|corruption|cover-up|cowardice|crackdown|credibility gap|credibility problem|crime|crony|cronyism|cruelty|culpability|cynicism|damage|deceit|deception|
    debacle|decline|defeat|deficit|delay|delaying tactic|delusion|demagoguery|demagogy|demise|denial|dereliction of duty|desperation|despotism|dictatorship|dirty laundry|dirty trick|disarray|disaster|disdain|disgrace|dishonesty|
    disloyalty|disregard|disrespect|dithering|divisiveness|divisive rhetoric|dogmatism|double dealing|double standard|double-dealing|downfall|drunkenness|duplicity|egotism|egoism|ego|embarrassment|empty promise|empty rhetoric|
    error|error of judgment|evasion|evasiveness|excess|excuse|extravagance|extremism|fabrication|fading popularity|failing|failings|failure|failure to|fall from grace|falsehood|fanaticism|farce|favouritism|favoritism|fear|
    fear-mongering|fecklessness|fiasco|fixation|flaw|flip-flop|flop|flub|folly|foolishness|foot-dragging|fraud|fury|gaffe|gamble|game-playing|gamesmanship|gerrymandering|gimmick|grab|greed|gross negligence|grudge|guilt|
    gullibility|half-truth|hatred|hate|high-handedness|homophobia|hostility|hot temper|hubris|humiliation|hush money|hypocrisy|hysteria|ignorance|immaturity|immorality|impatience|impotence|impropriety|impulsiveness|inaccuracy|
    inaction|inadequacy|incompetence|inconsistency|indecency|indecision|indifference|indiscretion|inertia|infamy|infighting|inflexibility|influence peddling|inhumanity|injustice|insensitivity|insult|intemperance|interference|
    intimidation|intolerance|intransigence|invective|irresponsibility|islamophobia|isolation|jealousy|lack of|laziness|lapse|lapse of judgment|lavish lifestyle|lavish spending|lawlessness|legal trouble|legal woe|lie|loss|
    low approval|lunacy|machination|madness|malice|malpractice|manipulation|meddling|megalomania|meltdown|mendacity|mess|militarism|misbehaviour|misbehavior|miscalculation|misconduct|misdeed|misery|misguided policy|mishandling|
    misinformation|misjudgment|misjudgement|mismanagement|misogyny|misstatement|misstep|mistake|mistreatment|misuse|money laundering|monopoly|naivety|narcissism|nastiness|nationalism|negligence|nepotism|nervousness|nonsense|
    notoriety|obfuscation|obsession|obstinacy|obstruction|obstruction of justice|obstructionism|offence|offense|opportunism|oppression|outburst|outrage|overconfidence|overreach|oversight|own goal|pandering|panic|paralysis|
    paranoia|partisanship|past sin|paternalism|pay-off|payoff|perfidy|perjury|persecution|pettiness|pig-headedness|plight|plot|plunder|political correctness|political theatre|political theater|poor handling|poor judgment|
    poor judgement|poor performance|populism|posturing|power grab|prejudice|pretence|pretense|prevarication|profiteering|propaganda|provocation|pusillanimity|quackery|quid pro quo|racism|racist remark|rage|rant|rap sheet|
    recklessness|refusal|refusal to|regime|reign of terror|rigidity|rip-off|rivalry|rudeness|ruse|ruthlessness|sabotage|scam|scandal|scaremongering|scheme|scheming|secrecy|self-interest|selfishness|self-pity|self-righteousness|
    setback|sexism|sexual misconduct|shakedown|sham|shamble|shame|shamelessness|shenanigans|shoddiness|shortcoming|short-sightedness|shortsightedness|silence|silence on|sin|skulduggery|slander|slaughter|sleaze|slip-up|sloppiness|
    slowness|slump|smear|smear campaign|smugness|snobbery|spin|spinelessness|spite|squabble|stinginess|stonewalling|stranglehold|strong-arm tactic|stubbornness|stunt|stupidity|subterfuge|supremacy|tactic|tantrum|tax avoidance|
    tax evasion|temper|temper tantrum|terror|theft|thin skin|threat|thuggery|timidity|tin ear|tirade|tone-deafness|torture|transgression|treachery|treason|trickery|troubles|turmoil|tweetstorm|tyranny|u-turn|ugliness|ultimatum|
    unaccountability|unfairness|unpopularity|unreliability|unwillingness|unwillingness to|vacillation|vagueness|vanity|vandalism|vendetta|venom|vicious attack|vindictiveness|violation|violence|volatility|vulgarity|warmongering|
    waste|weakness|white supremacy|wickedness|wilful ignorance|willful ignorance|witch hunt|woe|woes|wrath|wrongdoing|xenophobia|zealotry|zeal`,
  // Nouns that speak for who has them.
  virtue: `acclaim|accomplishment|accolade|achievement|acumen|adaptability|adroitness|altruism|amiability|authenticity|award|backbone|beauty|benevolence|best work|bravery|breakthrough|brilliance|brilliant career|calm|calmness|candour|
    candor|career best|caution|charisma|charitable work|charity|charity work|charm|clarity|class act|cleverness|coherence|comeback|commitment|commitment to|common sense|common touch|compassion|competence|composure|concern for|
    confidence|conscience|conscientiousness|consideration|consistency|constancy|contribution|contribution to|conviction|cooperation|courage|courtesy|creativity|credential|credibility|credit|cunning|decency|decisiveness|dedication|
    dedication to|defiance|deftness|determination|devotion|devotion to|dignity|diligence|diplomacy|discipline|distinguished career|distinguished record|dynamism|effectiveness|efficiency|effort to help|efforts to help|eloquence|
    empathy|endurance|energy|enterprise|enthusiasm|equanimity|excellence|excitement|expertise|fairness|faithfulness|fame|far-sightedness|fearlessness|fidelity|fine work|finesse|firmness|flair|flexibility|foresight|forgiveness|
    forthrightness|fortitude|fortune|friendliness|friendship|frugality|generosity|genius|genius for|gentleness|gift for|glory|good deed|good deeds|good faith|good humour|good humor|good judgment|good judgement|good name|
    good reputation|good sense|good work|goodness|goodwill|grace|graciousness|grasp of|greatness|grit|gumption|guts|happiness|hard work|heart|heroic effort|heroics|heroism|high approval|high standard|high standing|honesty|honour|
    honor|hospitality|humanity|humility|humour|humor|idealism|imagination|impartiality|improvement|ingenuity|initiative|innovation|insight|inspiration|inspiration to|integrity|intellect|intelligence|inventiveness|joy|kindness|
    knack for|knowledge|landmark achievement|landslide|largesse|leadership|legacy|legendary status|level-headedness|longevity|love|love of|loyalty|lucidity|magnanimity|magnetism|majesty|mandate|maturity|mercy|merit|meticulousness|
    moderation|modesty|momentum|moral authority|moral compass|moral courage|nerve|nobility|objectivity|open-mindedness|openness|optimism|originality|passion|passion for|patience|patriotism|perceptiveness|perfection|perseverance|
    persistence|personal best|philanthropy|pluck|poise|popularity|potential|power of persuasion|pragmatism|praise|prescience|presence|prestige|pride|principle|professionalism|progress|promise|prosperity|prowess|prudence|
    public service|punctuality|purity|purpose|quick thinking|quick wit|rapport|readiness|readiness to|realism|reassurance|record of achievement|recovery|reliability|renown|rescue|resilience|resolve|resoluteness|resourcefulness|
    respect|respect for|responsibility|restraint|resurgence|revival|rigour|rigor|sacrifice|safety record|sagacity|savvy|self-belief|self-control|self-discipline|self-respect|self-sacrifice|selflessness|sense of duty|
    sense of fairness|sense of humour|sense of humor|sensitivity|serenity|service to|shrewdness|simplicity|sincerity|skill|smile|sobriety|solidarity|spirit|sportsmanship|stamina|stature|star power|staying power|steadfastness|
    strength|strong performance|stunning victory|success|success in|support for|surefootedness|swift action|sympathy|tact|talent|talent for|teamwork|tenacity|thoroughness|thoughtfulness|tirelessness|tolerance|toughness|
    track record|transparency|triumph|trust|trustworthiness|truthfulness|understanding|understanding of|unity|unselfishness|uprightness|valour|valor|versatility|victory|vigilance|vigour|vigor|virtue|virtuosity|vision|vitality|
    warmth|wealth of experience|willingness to|willpower|win|winning streak|wisdom|wit|zest`,
  // Adjectives and nouns for persons and bodies: "the embattled X", "X is a liar".
  bad: `abominable|abrasive|absurd|abusive|accomplice|addict|aggressive|agitator|alcoholic|alleged|aloof|amateurish|anti-semite|antisemitic|appeaser|arrogant|ashamed|asinine|assassin|atrocious|authoritarian|autocrat|autocratic|awful|
    backward|bad|baffled|bandit|bankrupt|barbaric|barbarian|beleaguered|belligerent|besieged|biased|bigot|bigoted|bitter|blackmailer|bland|bloated|bloodthirsty|boastful|boorish|boring|bossy|brash|brazen|brutal|brute|buffoon|bully|
    bumbling|bungler|bureaucratic|butcher|cack-handed|callous|calculating|captive|careless|caricature|cartoonish|chaotic|charlatan|cheap|cheat|chicken|childish|chump|clown|clownish|clueless|clumsy|coarse|cold-hearted|combative|
    complacent|complicit|compromised|con artist|con man|conman|conceited|condescending|confused|conniving|conspirator|contemptible|controversial|contradictory|convict|corrupt|coward|cowardly|crass|crazed|crazy|creep|creepy|
    criminal|criminally|cronies|crook|crooked|crony|cruel|culprit|cult|cynical|dangerous|deadbeat|deadlocked|deaf to|deceitful|deceptive|defiant|deficient|defunct|degenerate|delinquent|delusional|demagogue|demagogic|demented|
    deplorable|deranged|despicable|despot|despotic|destructive|devious|devil|dictator|dictatorial|dim|dinosaur|dire|dirty|disastrous|discriminatory|disgraceful|disgruntled|dishonest|dishonourable|dishonorable|disloyal|dismal|
    dismissive|disorganised|disorganized|disreputable|disrespectful|distant|distasteful|distracted|disturbed|disturbing|divisive|dodgy|dogmatic|domineering|doomed|dope|double-dealing|draconian|dreadful|drunk|drunken|dubious|dud|
    duff|dumb|dummy|dunce|duplicitous|dysfunctional|egoist|egomaniac|egotistical|elitist|embattled|emperor with no clothes|enabler|enemy|enfeebled|entitled|erratic|establishment stooge|evasive|evil|evil-doer|ex-convict|
    exploitative|extortionate|extreme|extremist|faceless|facetious|failure|fake|faker|fanatic|fanatical|fantasist|far-right|farcical|fascist|fat cat|fat-cat|fatally flawed|faulty|feckless|feeble|felon|feral|fiend|fiery|
    figure of fun|filthy|flagging|flaky|flashy|flat-footed|flawed|flip-flopper|flippant|foe|fool|foolhardy|foolish|foul-mouthed|fragile|frail|fraud|fraudster|fraudulent|freak|frivolous|fruitless|fugitive|gang|gang leader|gangster|
    gauche|genocidal|ghastly|glib|gloomy|gold-digger|goon|goons|grasping|gratuitous|greedy|gross|grotesque|grubby|guilty|gullible|gunman|gutless|hack|hapless|hard-headed|hard-line|hardline|hardliner|harebrained|harsh|hateful|
    hateful figure|haughty|heartless|heavy-handed|heinous|henchman|hidebound|high-handed|hoaxer|homophobe|homophobic|hooligan|hopeless|horrendous|horrible|horrid|hostile|hot-headed|hothead|hubristic|humourless|hypocrite|
    hypocritical|hysterical|ideologue|idiot|idiotic|idle|ignorant|ill-advised|ill-conceived|ill-equipped|ill-informed|ill-judged|ill-prepared|ill-qualified|ill-tempered|illegal|illegitimate|illiterate|imbecile|immature|immoral|
    impatient|imperious|impetuous|impotent|imposter|impostor|imprudent|impulsive|inaccurate|inadequate|inappropriate|incendiary|incapable|incoherent|incompetent|inconsiderate|inconsistent|incorrect|incorrigible|indecent|
    indecisive|indefensible|indifferent|indifferent to|ineffective|ineffectual|inept|inexcusable|inexperienced|infamous|inferior|infiltrator|inflammatory|inflexible|inhuman|inhumane|insane|insensitive|insincere|insolent|insolvent|
    insufferable|insurgent|intemperate|intolerable|intolerant|intransigent|invader|irascible|irate|irrational|irrelevant|irresponsible|jealous|jerk|jihadist|joke|judgmental|junta|kingpin|kleptocrat|lackey|lacklustre|lackluster|
    lame|lame duck|lame-duck|laughable|laughing stock|lawbreaker|lawless|lax|lazy|leaderless|leech|liability|liar|lightweight|limp|little-known|loathsome|lobbyist|loony|loose cannon|looter|loser|lousy|lowlife|ludicrous|lukewarm|
    lunatic|lynch mob|machiavellian|mad|madman|malevolent|malicious|malignant|maniac|manipulative|marauder|meddlesome|mediocre|megalomaniac|menace|mendacious|mercenary|merciless|messy|militant|miscreant|miserable|misogynist|
    misogynistic|mistaken|mob|mobster|molester|monster|monstrous|moron|moronic|mouthpiece|much-criticised|much-criticized|muddle-headed|mudslinger|murderer|murderous|murky|naive|narcissist|narcissistic|narrow-minded|nasty|
    nationalist|naughty|nazi|neglectful|negligent|nefarious|nemesis|neo-nazi|nervous|nihilist|nincompoop|nonsensical|notorious|nuisance|nutcase|nuts|nutty|obdurate|obnoxious|obsequious|obsolete|obstinate|obstructive|odious|
    offender|offensive|oligarch|opportunist|opportunistic|oppressive|oppressor|outcast|outdated|outlaw|outrageous|overbearing|overconfident|overpaid|overrated|overweening|paedophile|pedophile|panicky|paralysed|paralyzed|paranoid|
    pariah|parasite|partisan|pathetic|pathological|paymaster|perjurer|perpetrator|persona non grata|pervert|perverse|petty|petulant|philanderer|phoney|phony|pig-headed|pirate|plotter|poisonous|politically motivated|pompous|poor|
    power-hungry|power-mad|powerless|predator|predatory|preening|prejudiced|preposterous|pretender|prickly|profiteer|profligate|pugnacious|puppet|pushover|quack|quarrelsome|quisling|quitter|racist|radical|raging|rapist|rash|
    reactionary|reckless|recalcitrant|redundant|regime|reluctant|remiss|reprehensible|reprobate|repellent|repressive|repulsive|ridiculous|ringleader|robber|rogue|rotten|rubbish|rude|ruthless|sadist|sadistic|sanctimonious|
    sarcastic|savage|scab|scandal-hit|scandal-plagued|scandal-ridden|scandalous|scapegoat|scary|scofflaw|scoundrel|scourge|scrounger|scruffy|scum|secretive|self-absorbed|self-centred|self-centered|self-dealing|self-defeating|
    self-important|self-indulgent|self-interested|self-obsessed|self-righteous|self-serving|self-styled|selfish|senile|senseless|serial killer|serial liar|shabby|shady|shaky|shallow|shambolic|shameful|shameless|sham|shell of|
    shifty|shoddy|short-sighted|shortsighted|short-tempered|shrill|shyster|sick|sickening|silly|simplistic|sinister|slacker|slapdash|sleazy|slick|slimy|slippery|sloppy|sluggish|smarmy|smug|smuggler|snake|sneaky|snob|snobbish|
    so-called|soft|sordid|sore loser|spendthrift|spineless|spiteful|spoilt|stale|stalker|stingy|stooge|straggler|stubborn|stupid|subversive|sulky|sullen|supremacist|suspect|suspicious|swaggering|swindler|sycophant|tainted|tawdry|
    tax dodger|tax-dodging|terrible|terrorist|thief|thin-skinned|thoughtless|thug|thuggish|tight-fisted|tight-lipped|timid|tired|toady|tone deaf|tone-deaf|toothless|torturer|totalitarian|toxic|trafficker|traitor|traitorous|
    treacherous|treasonous|tricky|trigger-happy|troll|troublemaker|troublesome|truculent|turncoat|two-faced|tyrannical|tyrant|ugly|unaccountable|unacceptable|unapologetic|unashamed|unbalanced|unbearable|unbecoming|uncivil|
    uncivilised|uncompromising|uncooperative|uncouth|undemocratic|underhand|underhanded|underwhelming|undignified|undisciplined|unelected|uneducated|unethical|unfair|unfaithful|unfeeling|unfit|unfocused|unforgivable|unfriendly|
    ungrateful|unhappy|unhelpful|unhinged|uninformed|uninspired|uninspiring|uninterested|unjust|unkind|unlawful|unlikable|unlikeable|unloved|unmoved|unpatriotic|unpleasant|unpopular|unpredictable|unprepared|unprincipled|
    unprofessional|unqualified|unreasonable|unreliable|unremarkable|unrepentant|unresponsive|unruly|unsafe|unsavoury|unsavory|unscrupulous|unsound|unstable|unsteady|unsuccessful|unsuited|unsure|untrained|untrustworthy|untruthful|
    unwanted|unwelcome|unwise|unworthy|upstart|useless|usurper|vacuous|vain|vandal|vapid|vengeful|venal|vicious|vile|villain|villainous|vindictive|violent|vitriolic|volatile|vulgar|vulture|warlord|warmonger|washed-up|wasteful|
    wayward|weak|weak-kneed|weakling|weird|wicked|wild-eyed|wimp|witless|woeful|worst|worthless|wretched|wrong|wrongdoer|xenophobe|xenophobic|zealot`,
  good: `able|ablest|accomplished|ace|admirable|adroit|affable|agile|amazing|ambitious|amiable|appealing|approachable|ardent|articulate|assured|astute|authentic|award-winning|awesome|balanced|beautiful|beloved|benefactor|best|
    best-loved|best-selling|bestselling|big-hearted|blameless|bold|brave|bravest|bright|brightest|brilliant|broad-minded|bulwark against|calm|candid|capable|captivating|careful|caring|champion|charismatic|charitable|cheerful|
    clean|clear-eyed|clear-headed|clear-sighted|clever|coherent|committed|compassionate|compelling|competent|composed|confident|conscientious|consensus-builder|considerate|consistent|constructive|convincing|cool-headed|
    cooperative|courageous|courteous|creative|credible|cultured|cute|dashing|decent|decisive|dedicated|deft|dependable|determined|devoted|dignified|diligent|diplomatic|discreet|distinguished|dogged|doyen|dutiful|dynamic|eager|
    earnest|easy-going|ebullient|effective|efficient|eloquent|eminent|empathetic|energetic|engaging|enlightened|enterprising|enthusiastic|ethical|even-handed|evergreen|exceptional|exciting|exemplar|exemplary|experienced|expert|
    extraordinary|fabulous|fair|fair-minded|faithful|famous|fantastic|far-sighted|farsighted|favourite|favorite|fearless|fine|finest|firm|first-class|flawless|focused|force for good|formidable|forthright|forward-looking|friend|
    friendly|front-runner|frontrunner|frugal|funny|gallant|game-changer|generous|genial|genius|gentle|gentleman|gentlemanly|gentlest|genuine|gifted|gigantic|glamorous|glorious|golden boy|good|good guy|good-hearted|good-humoured|
    good-natured|gorgeous|graceful|gracious|great|greatest|guardian|guiding light|handsome|happy|hard-working|hardworking|harmless|healthy|heavyweight|hero|heroic|heroine|high-calibre|high-minded|high-performing|highly regarded|
    highly respected|honest|honourable|honorable|hospitable|humane|humanitarian|humble|icon|iconic|ideal|illustrious|imaginative|immaculate|impartial|impeccable|impressive|incomparable|incorruptible|incredible|independent-minded|
    indefatigable|indispensable|indomitable|industrious|influential|ingenious|innovative|innovator|inspirational|intelligent|intrepid|inventive|invincible|jovial|joyful|kind|kind-hearted|kindest|kindly|knowledgeable|laudable|
    law-abiding|leading light|legend|legendary|level-headed|likable|likeable|lion|lively|long-suffering|long-serving|lovable|lovely|loyal|lucid|lucky|luminary|magnanimous|magnificent|magnetic|marvellous|marvelous|masterful|mature|
    measured|memorable|merciful|meticulous|mighty|miracle worker|model citizen|moderate|modest|moral|most admired|most popular|much-loved|much-admired|national treasure|natural leader|neighbourly|nice|nicest|nimble|noble|
    nonpareil|objective|open-minded|optimistic|outspoken champion|paragon|passionate|patient|patriot|patriotic|peace-loving|peaceful|peacemaker|perceptive|perfect|perfectionist|personable|persuasive|philanthropic|philanthropist|
    phenomenal|pillar of community|pioneer|plucky|poised|polished|polite|popular|powerful|pragmatic|prescient|prestigious|principled|prodigy|professional|proficient|prolific|promising|prosperous|proud|proven|prudent|
    public-spirited|qualified|quick-thinking|quick-witted|rational|realistic|reasonable|record-breaking|redoubtable|refreshing|reliable|remarkable|renowned|reputable|resilient|resolute|resourceful|respectable|respectful|
    responsible|revered|revolutionary thinker|righteous|rising star|robust|role model|romantic|sage|saint|saintly|sane|saviour|savior|savvy|scrupulous|seasoned|self-assured|self-made|self-sacrificing|selfless|sensational|sensible|
    sensitive|serene|serious|sharp|shrewd|sincere|skilful|skillful|skilled|smart|smiling|sober|solid|sophisticated|soulful|spectacular|spirited|splendid|spotless|stalwart|standard-bearer|star|statesman|statesmanlike|stateswoman|
    staunch|steadfast|steady|stellar|sterling|straight-talking|straightforward|strong|strong-minded|stylish|suave|sublime|successful|superb|superhero|superior|superlative|superstar|supportive|sure-footed|survivor|sympathetic|
    talent|talented|tactful|tenacious|terrific|thorough|thoughtful|tireless|titan|tolerant|top-class|top-notch|top-rated|torchbearer|tough|towering figure|trailblazer|trailblazing|transparent|treasured|triumphant|trojan|
    trustworthy|truthful|tycoon with heart|unassuming|unbeatable|unbiased|unblemished|undeterred|unfailing|unflappable|unflinching|unforgettable|unifier|unimpeachable|unique|unmatched|unparalleled|unpretentious|unrivalled|
    unrivaled|unselfish|unstoppable|unsung|unswerving|unwavering|upbeat|upright|upstanding|valiant|valuable|valued|venerable|versatile|vibrant|victor|victorious|vigilant|vigorous|virtuous|visionary|vital|warm|warm-hearted|
    well-connected|well-educated|well-informed|well-intentioned|well-known|well-liked|well-loved|well-meaning|well-prepared|well-qualified|well-respected|well-run|well-spoken|whistleblower|whistle-blower|wholesome|winner|winsome|
    wise|wisest|witty|wonderful|world-class|world-renowned|worthy|youthful`,
};

/** Irregular verbs: each base form with its others. */
export const IRREGULAR_VERBS = `be is are was were been being am|beat beaten|become became|begin began begun|bear bore borne|bend bent|bind bound|bite bit bitten biting|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|
    buy bought|catch caught|choose chose chosen|cling clung|come came coming|creep crept|deal dealt|dig dug|do does did done|draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|
    find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|forsake forsook forsaken|freeze froze frozen|get got gotten|give gave given giving|go goes went gone|
    grind ground|grow grew grown|hang hung|have has had having|hide hid hidden hiding|hold held|keep kept|know knew known|lead led|leave left|lend lent|lie lied lies lying|light lit|lose lost losing|make made making|mean meant|
    meet met|mislead misled|mistake mistook mistaken|misunderstand misunderstood|overcome overcame|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|pay paid|prove proven|ride rode ridden riding|
    ring rang rung|rise rose risen rising|run ran|say said|see saw seen|seek sought|sell sold|send sent|shake shook shaken|shine shone|shoot shot|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|slay slew slain|
    slide slid|sling slung|slink slunk|sow sown|speak spoke spoken|spend spent|spin spun|spit spat|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|stink stank stunk|strike struck stricken|
    strive strove striven|swear swore sworn|sweep swept|swing swung|take took taken taking|teach taught|tear tore torn|tell told|think thought|throw threw thrown|undergo underwent undergone|understand understood|undo undid undone|
    uphold upheld|wake woke woken waking|wear wore worn|weave wove woven|weep wept|win won|withdraw withdrew withdrawn|withstand withstood|wring wrung|write wrote written|outdo outdid outdone|slap slapped`;
