import { addWords, emptyTrie, type PhraseTrie, phraseWords } from '../phrase-trie.ts';
import { stem } from '../stem.ts';
import { KINDS, type Kind } from './issue-kinds.ts';

/** A phrase that takes a side on a kind of question, whatever the dispute. */
export interface KindSide {
  /** Number in `KINDS`. */
  kind: number;
  side: 'for' | 'against';
}

/** What people say for and against each kind of question in any dispute: what a codebook needn't list. */
const SIDES: Record<Kind, { for: string; against: string }> = {
  strike: {
    for: `last resort|no choice|no option|no alternative|nothing left but|left us no|left with no|forced to strike|driven to strike|forced into|had enough|had no choice but to|prepared to strike|ready to strike|ready to walk out|
      will strike|vote to strike|voted to strike|voted for industrial action|voted for action|yes vote|backed strike action|back the strike|backs the strike|backing the strike|support the strike|supports the strike|behind the strike|
      support the strikers|stand with the|stands with the|stand by the|solidarity|shoulder to shoulder|joined the picket line|on the picket line|right to strike|fully justified|every right to|with a heavy heart|proud to|
      strike will go ahead|strikes will go ahead|action will go ahead|goes ahead|press on with|step up the action|further strikes|more strikes|announced strikes|strike dates|called a strike|call a strike|called strikes|walk out again|
      stay out|will not go back|hold the line|stand firm|all-out strike|escalate the action|name more dates|named dates|withdraw our labour|
      downed tools|down tools|walked out|walking out|walk out on|came out|come out|out on strike|gone on strike|go on strike|going on strike|went on strike|gave notice of|given notice of|served notice|notice of a strike|fresh strikes|new strikes|another strike|
      second strike|further stoppages|further action|more action|indefinite strike|indefinite action|round of strikes|wave of strikes|programme of strikes|mandate for|strong mandate|clear mandate|overwhelming vote|voted overwhelmingly|urged members to vote|
      support for the strike|public support|proud of|fight on|fighting back|fight back|make a stand|take a stand|taking a stand|stood up|refuse to cross|would not cross|won't cross|respect the picket|hardship fund|donated|wish them well|right behind|
      reluctantly|not taken lightly|no one wants to strike|nobody wants to strike|only language|only way to be heard|not backing down|will not back down|keep going|see it through|as long as it takes|however long`,
    against: `call off the strike|called off the strike|call off the action|call it off|called it off|calls off|cancel the strike|cancelled the strike|strike is off|strikes are off|suspend the strike|suspended the strike|suspend the action|
      suspend industrial action|lift the action|postpone the strike|abandon the strike|stand down|go back to work|back to work|return to work|should not strike|must not strike|should not walk out|not the answer|irresponsible|unjustified|
      unjustifiable|no justification|cannot be justified|unnecessary|needless|wrong to strike|strike is wrong|reckless|selfish|greedy|political strike|politically motivated|playing politics|ransom|hostage|bully boys|militants|
      cannot support the strike|does not support the strike|do not support the strike|cannot condone|condemn the strike|condemned the strike|deplore the strike|against the strike|oppose the strike|vote against striking|no strike|
      voted against action|strike-breaking|cross the picket line|crossed the picket line|holding the public|inflicting|disproportionate|premature|shameful|avoidable|
      called the strike off|strike has been called off|strike was called off|strikes called off|stood down the strike|dates withdrawn|withdraw the notice|withdrew the notice|withdrawn the dates|put the strike on hold|strike on hold|averted|avert the strike|
      truce|won't be striking|will not be striking|will not strike|would not strike|not join the strike|not joining the strike|stayed at work|turned up for work|went to work|came to work|worked through|cross picket lines|abandon the action|drop the action|
      end the strike|end the action|end the dispute|stop the strike|stop striking|stop this strike|think again about striking|reconsider the strike|sabotage|wrecking|vandalism|blackmail|damaging strike|futile|pointless|self-defeating|own goal|
      tarnish|betray|betraying|let down|abandoning|turning their backs|unforgivable|inexcusable|no excuse|ban the strike|unlawful strike|illegal strike|injunction against|minority of members|only a minority|low turnout|outdated`,
  },
  talks: {
    for: `return to talks|back to talks|resume talks|reopen talks|reopen negotiations|resume negotiations|return to negotiations|back to the table|return to the table|come to the table|round the table|around the table|sit down with|sit down together|
      sit down and talk|ready to talk|willing to talk|happy to talk|open to talks|want to talk|prepared to talk|ready to meet|willing to meet|offered to meet|offer to meet|agreed to meet|agreed to talks|agree to talks|agreed to conciliation|
      agreed to mediation|accept arbitration|accepted arbitration|accepts mediation|accepted the invitation|accept the invitation|call for talks|called for talks|calls for talks|urged both sides|urges both sides|both sides to|two sides to|
      get in a room|somebody independent|someone independent|independent person|independent arbiter|independent mediator|neutral chair|bring in a mediator|let an arbitrator|appoint a mediator|go to arbitration|went to arbitration|
      door is open|door remains open|open door|olive branch|start talking|keep talking|keep the talks|talk to us|pick up the phone|negotiated settlement|negotiated agreement|settle by|meet halfway|meet us halfway|constructive talks|productive talks|jaw-jaw|
      went back to|gone back to the table|agreed to return|agrees to talks|agreed to sit down|agreed to a meeting|accepted mediation|accepts arbitration|accept mediation|accept conciliation|welcomed the talks|welcomes the talks|welcome the talks|welcomed the invitation|
      glad of talks|talks to resume|talks will resume|talks resumed|talks are to|new round of talks|fresh round of talks|wrote to invite|invited both|invitation to|offers to mediate|offered to mediate|offered to chair|offered to broker|ready to broker|willing to mediate|
      should talk|must talk|need to talk|ought to talk|should sit down|must sit down|should meet|should be settled|be settled by|settled by talking|find a way|find a settlement|reach a settlement|reach agreement|reach an agreement|come to terms|compromise|
      give and take|both have to move|both must move|cool heads|cooling-off|breathing space|good offices|independent inquiry|independent review|independent panel|abide by|be bound by|binding arbitration|long talk|talk it through|talk things over|dialogue`,
    against: `refuse to talk|refused to talk|refuses to talk|refuse to meet|refused to meet|refuses to meet|refuse to negotiate|refused to negotiate|refuses to negotiate|will not negotiate|would not negotiate|won't negotiate|will not meet|would not meet|
      not be reopened|will not reopen|no further talks|no more talks|no point in talking|no point in talks|nothing to discuss|nothing left to discuss|nothing to negotiate|nothing left to negotiate|no need for|
      time for talking is over|talks are over|talking is over|walked out of talks|walked out of the talks|walk away from talks|walked away from|left the table|quit the talks|pulled out of talks|broke off talks|broken off talks|boycott the talks|
      rejected arbitration|rejected mediation|rejected conciliation|rejected talks|reject arbitration|turned down mediation|turned down arbitration|turned down conciliation|declined the invitation|ruled out arbitration|ruled out talks|ruled out mediation|
      no outsider|outsiders|not for an outsider|shut the door|slammed the door|sham talks|talking shop|waste of time|stalling|delaying tactic|split the difference|unelected|not bound by|
      not sit down|won't sit down|will not sit down|refused to sit down|refuses to sit down|would not sit down|refused arbitration|refused mediation|refused conciliation|refuses arbitration|refuses mediation|rejects arbitration|rejects mediation|rejects talks|
      dismissed mediation|dismissed arbitration|dismissed calls for talks|dismissed the idea of|spurned the|rebuffed|snubbed|ignored the invitation|did not reply|did not turn up|failed to turn up|stayed away|empty chair|cancelled the meeting|called off talks|
      suspended talks|ended talks|end to talks|collapse of talks|no compromise|no concessions|will not compromise|not budge|won't budge|not an inch|not negotiable|non-negotiable|nothing to talk about|no use talking|sick of talking|enough talking|done talking|
      not up for discussion|not for discussion|take it or leave it|final offer|no need of a referee|not need a mediator|no role for|not for arbitration|strangers|while the threat`,
  },
  imposition: {
    for: `no choice but to impose|no option but to|no alternative but to|must be introduced|will be introduced|will be brought in|will go ahead|press ahead|pressing ahead|go ahead regardless|go ahead with or without|with or without agreement|whether or not they agree|
      end the uncertainty|time to act|cannot wait|could not wait|no veto|cannot have a veto|right to manage|right to impose|managers must manage|entitled to|within our rights|acted lawfully|within his powers|within its powers|necessary step|
      bring it in anyway|introduce it anyway|proceed with|get on with it|move ahead|sign or go|sign or leave|start on the date|takes effect|in force from|not back down|will not back down|had their chance|talked long enough|years of talks|
      decision is final|decision stands|has to be done|must be done|had to act|has to act|had to decide|clock has run out|run out of time|out of patience|cannot be held up|cannot hold up|held hostage by|one union|not for the union|employer's right|owner's right|
      will start on|begins on|begin on|come into force|comes into force|came into force|take effect|impose it|impose the|imposed the|imposes the|would impose|will impose|shall impose|bring in the|introduce the new|letters of dismissal|dismiss and rehire|
      sign by|new terms by|unless they sign|those who do not sign|exercise the power|used its powers|entitled under|lawful|legally entitled`,
    against: `drop the threat|lift the threat|withdraw the threat|remove the threat|drop imposition|cannot be imposed|must not be imposed|should not be imposed|wrong to impose|never be imposed|not be imposed|cannot impose|no right to impose|
      negotiate not impose|agreement not|by agreement|with our agreement|without our agreement|without our consent|over our heads|behind our backs|forced on us|forced upon|force on us|rammed down|ram down our throats|bully|bullied|bullying|blackmail|
      gun to our head|gun to our heads|under duress|under threat|ultimatum|dictate to|diktat|decree|high-handed|heavy-handed|provocation|provocative|act of war|declaration of war|think again|step back|pause the|halt the|reverse the decision|
      unlawful|illegal|breach of|tear up the agreement|tore up the agreement|betrayal|bad faith|without asking|without a word|should have asked|not the way to|poison|poisoned|
      no imposition|stop the imposition|end the imposition|against imposition|opposed to imposition|oppose imposition|opposes imposition|refuse to be|not by force|not by decree|not at gunpoint|at gunpoint|pistol|strong-arm|strong-arm tactics|railroaded|steamrollered|
      bulldozed|trampled|ride roughshod|rode roughshod|foisted|imposed from above|without so much as|without consulting|no consultation|not consulted|nobody asked|never asked|were not asked|consent|must be agreed|has to be agreed|only by agreement|
      a contract needs two|legal challenge|challenge in court|take them to court|go to court|see them in court|judicial review|null and void|not worth the paper|revoke|rescind|withdraw the letters|rip up|climb down|take it off the table|off the table`,
  },
  'risk-of-action': {
    for: `people will suffer|will suffer|people will die|could die|will be hurt|will be harmed|cost lives|lives at risk|put lives|puts lives|risk to life|danger to life|endanger the public|endangers|endangering|in danger|at risk|put at risk|puts at risk|
      dangerous strike|cannot be made safe|cannot be safe|not be safe|unsafe|cannot guarantee|cannot be guaranteed|cannot promise|pay the price|bear the brunt|in the firing line|caught in the middle|caught in the crossfire|left waiting|
      left stranded|turned away|the vulnerable|fear for|fears for|worried for|deeply worried|worrying|grave risk|real harm|serious harm|no slack|stretched to the limit|tragedy|somebody will get hurt|someone will get hurt|playing with lives|gamble with lives|
      life-threatening|matter of life and death|people could be hurt|somebody could die|someone could die|will cost lives|could cost lives|already suffering|suffering|endured|misery|chaos|havoc|crippled|paralysed|brought to a standstill|standstill|
      elderly people|sick people|disabled people|children will|families will|nowhere to go|no way of getting|unable to get|cut off|without cover|no cover|nobody on duty|no one on duty|too few|skeleton|bare minimum|not enough cover|overwhelmed|swamped|
      safety cannot|public safety|safety of the public|threat to life|threat to the public|threat to safety|serious risk|unacceptable risk|needless risk|dangerous|alarmed|alarm|grave concern|gravely concerned|dread`,
    against: `nobody was harmed|no one was harmed|nobody was hurt|no one was hurt|no harm|came to no harm|nobody will be harmed|no one will be harmed|nobody will be put at risk|no one will be put at risk|
      not at risk|no risk|never at risk|entirely safe|as safe as|safe hands|safe cover|cover is in place|cover was in place|cover will be|will be covered|fully covered|well covered|coped well|coping well|coped|coping|ran smoothly|
      running smoothly|emergency cover|emergencies will|emergencies are|urgent cases|life and limb cover|quieter than usual|well prepared|plans are in place|plenty of notice|given notice|scaremongering|scare stories|no evidence of harm|made sure|would never put|safe throughout|
      safe and well|is safe|are safe|were safe|was safe|stays safe|kept safe|keep people safe|will be safe|safely|no danger|not in danger|no threat|no lives|nobody died|no one died|no deaths|nobody suffered|no one suffered|little disruption|minimal disruption|
      barely noticed|hardly noticed|business as usual|normal service|ran normally|running normally|without incident|passed off|went smoothly|cover agreed|agreed cover|exempt|exemptions|emergency crews|volunteers stayed|on call throughout|would leave at once|
      called back|contingency plans|plans worked|exaggerated|exaggerate|alarmist|overblown|project fear|nonsense|cynical|emotional blackmail|smear|the real danger|the real risk`,
  },
  'risk-of-plan': {
    for: `accidents will happen|mistakes will be made|mistakes happen|make mistakes|will make mistakes|too tired|tired people|dead on their feet|fall asleep|fell asleep|falling asleep|asleep at|exhausted|worn out|run ragged|burn out|
      longer hours|long hours|no rest|not enough rest|without rest|not enough sleep|cannot be safe|not safe|is unsafe|are unsafe|would be unsafe|unsafe for|danger to|dangerous for|dangerous|a danger|puts lives|lives at risk|put at risk|at risk|somebody will die|
      someone will die|will kill|could kill|get somebody killed|get someone killed|near miss|near misses|collision|crash|trapped|injured|hurt|spread too thin|spread thinly|stretched thin|stretched too far|cutting corners|cut corners|strip out safeguards|
      remove the safeguards|weaken safeguards|loss of safeguards|on your own|on their own|alone with|nobody to help|no second pair of eyes|fear for safety|fears for safety|concerns about safety|grave concerns|warned of|accidents rose|incidents rose|standards will slip|
      will lead to accidents|lead to accidents|lead to mistakes|cause accidents|cost lives|lives will be lost|people will be hurt|people will die|risk to life|risk to the public|public at risk|risk lives|gamble with safety|gambling with|playing with|reckless|recipe for disaster|
      disaster waiting|tragedy waiting|time bomb|no margin for error|one mistake|a single mistake|lapse of attention|lapses|eyes closing|nodding off|nodded off|microsleep|bleary|shattered|drained|weary|knackered|overwork|overworked|overstretched|understaffed|short-handed|
      too few|too much for one|too much for any|cannot see|cannot watch|cannot cope|nobody to|no one to|no backup|no back-up|inadequate|insufficient|untested|unproven|never been tested|alarm bells|red flag|serious doubts|not convinced it is safe|evidence shows|research shows|study found|would not want my`,
    against: `perfectly safe|entirely safe|completely safe|quite safe|is safe|are safe|as safe as|safer than|safer|no less safe|safety will improve|improve safety|improves safety|good for safety|no extra risk|no greater risk|no evidence|no risk|not a risk|
      within the limits|inside the law|within the law|within the rules|fewer hours|shorter hours|fewer long shifts|fewer nights|more rest|better rested|ample rest|guaranteed rest|rest is guaranteed|no one will work longer|nobody will work longer|no longer than|
      tougher safeguards|stronger safeguards|new safeguards|robust safeguards|safeguards in place|safety comes first|safety is our|safety is paramount|never compromise|would not compromise|passed every test|every test|approved by|signed off|certified|proven|tested|
      scaremongering|scare story|scare stories|used elsewhere|without incident|without an accident|not one accident|record speaks|
      just as safe|every bit as safe|safer than ever|safest|good safety record|safety record|excellent record|spotless|no increase in|no rise in|fewer accidents|fewer mistakes|reduce accidents|cut accidents|reduce fatigue|less tired|less tiring|better rest|rested|
      meets every|meets all|complies with|in line with|regulator has|regulator approved|inspectors have|cleared by|given a clean bill|independently assessed|risk assessment|assessed|fully tested|thoroughly tested|trials showed|trial showed|studies show|experience elsewhere|
      other countries|for years without|same hours|no more hours|not longer|limit of|cap on|capped at|maximum of|alarmist|exaggerated|red herring|smokescreen|nothing to do with safety|excuse|pretext`,
  },
  confidence: {
    for: `full confidence|every confidence|complete confidence|has my confidence|has our confidence|have confidence in|full support|full backing|has the backing|has the support|stands by|stood by|stand by|right man for the job|right woman for the job|
      right person|best person|doing a good job|good job|fine job|excellent job|handled it well|handled well|steady hand|safe pair of hands|shown patience|with patience|patient and|great patience|listened|has listened|a listening|willing to listen|bent over backwards|
      gone the extra mile|courage|courageous|brave|honest broker|honest man|honest woman|decent man|decent woman|straight dealer|kept his word|kept her word|true to his word|as good as his word|should stay|will stay|not going anywhere|paid tribute|pays tribute|
      praised his|praised her|credit to|deserves credit|to his credit|to her credit|behind him|behind her|no reason to go|not to blame|not his fault|not her fault|reappointed|won the vote|
      trusts him|trusts her|trust him|trust her|trust in him|trust in her|faith in him|faith in her|faith in the|believes in him|believes in her|support for him|support for her|solid support|unanimous support|backing him|backing her|rallied round|stands behind|four-square|
      right to stay|earned the right|earned respect|respected|well respected|held in high regard|admired|popular|straight|fair-minded|approachable|reasonable man|reasonable woman|sensible|wise|calm|cool head|good faith|integrity|honourable|has delivered|delivered for|
      a good leader|strong leader|strong leadership|doing her best|doing his best|doing what he can|doing what she can|in charge|in control|grip on|no intention of resigning|won't resign|will not resign|refused to resign|re-elected|survived`,
    against: `no confidence|lost confidence|lost the confidence|lost all confidence|lost the trust|lost trust|lost faith|no faith|do not trust|does not trust|cannot trust|can't trust|never trust|no longer trust|trust has gone|trust is gone|should resign|must resign|
      ought to resign|called on him to resign|called on her to resign|calls for his resignation|calls for her resignation|should go|must go|has to go|time to go|time he went|time she went|step aside|stand down|stand aside|step down|be sacked|should be sacked|
      sack him|sack her|get rid of him|get rid of her|replace him|replace her|out of his depth|out of her depth|not up to|not fit|unfit|bungled|botched|mishandled|badly handled|handled badly|made a mess|shambles|fiasco|made things worse|made it worse|
      own making|his making|her making|to blame|is to blame|his fault|her fault|has failed|failed us|failure of leadership|no leadership|refuses to listen|will not listen|does not listen|never listens|not listening|tin ear|misled|lied|lies|broke his word|
      broke her word|broken promises|insulted|contempt|arrogant|arrogance|stubborn|picked a fight|spoiling for a fight|provoked|stoked|inflamed|part of the problem|poisoned|embarrassment|disgrace|
      distrust|mistrust|no trust|little trust|lost patience|run out of patience|lost respect|no respect|lost control|no control|no grip|asleep at the wheel|absent|invisible|nowhere to be seen|hiding|silent|out of touch|out of ideas|no idea|clueless|incompetent|
      incompetence|inept|useless|hopeless|weak|weakness|dithering|dither|indecisive|reckless|high-handed|bully|bullying|liar|dishonest|deceit|deceived|two-faced|u-turn|flip-flop|evasive|dodged|blamed for|responsible for the mess|brought this on|brought it on|
      to answer for|a lot to answer|questions to answer|position untenable|untenable|days are numbered|on borrowed time|writing on the wall|petition to remove|demanded his|demanded her|vote him out|vote her out|booed|jeered|heckled|laughed at|joke|laughing stock|humiliated|humiliation|disowned|
      disappointed in|let us down|let down by|ashamed of|mess he|mess she|worst`,
  },
  plan: {
    for: `good plan|right plan|sensible plan|fair plan|best plan|fair and|fair deal|good deal|best offer|generous offer|good for|better for|worked elsewhere|works well|proven|long overdue|overdue|step forward|way forward|the future|
      modern|modernise|brings us up to date|simpler|more efficient|saves money|value for money|affordable|sustainable|the only way|has to change|must change|cannot go on as|accept the|accept it|back the plan|backs the plan|support the plan|supports the plan|
      recommend|recommended acceptance|vote yes|vote for it|sign it|take it|more services|better service|improvement|protects jobs|secure the future|
      good idea|right thing|right move|right decision|makes sense|common sense|commonsense|sound plan|fair offer|fair terms|decent terms|decent offer|reasonable offer|best we could|best available|best there is|welcome change|welcome the change|in favour of the|for the better|
      better than the old|better than before|brought into line|catch up|up to date|efficient|efficiency|cheaper|quicker|faster|flexible|flexibility|investment|invest in|grow|protect the future|safeguard|viable|keep it alive|no alternative|needs to change|reform|necessary reform|
      adopt it|adopt the|approve it|approved it|introduce it|introduced|go ahead|goes ahead|on schedule|will be better`,
    against: `scrap the plan|scrap it|withdraw the plan|withdraw it|drop the plan|abandon the plan|bin it|tear it up|rip it up|back to the drawing board|think again|unworkable|cannot work|will not work|won't work|never work|does not work|impossible to|pipe dream|
      not fit for purpose|ill thought out|half-baked|cost-cutting|cost cutting|penny-pinching|done on the cheap|on the cheap|cuts dressed up|unfair|unjust|bad deal|rotten deal|raw deal|poor deal|worse off|lose out|losing out|slap in the face|insult|
      reject the|rejected the|turn it down|turned it down|vote no|vote against|threw out|thrown out|refuse to sign|would not sign|will not sign|oppose the plan|opposes the plan|against the plan|not acceptable|unacceptable|cannot accept|end of the|kill off|destroy|wreck|gimmick|vanity project|no money for|not enough staff|
      bad idea|wrong move|wrong decision|wrong plan|makes no sense|madness|mad|crazy|absurd|folly|foolish|short-sighted|rushed|botched|muddled|flawed|deeply flawed|a mistake|huge mistake|disaster|disastrous|catastrophe|catastrophic|ruin|ruinous|cripple|tear the heart out|
      rip the heart out|death knell|death of|thin end of the wedge|slippery slope|back door|by the back door|stealth|con|con trick|swindle|sham|window dressing|broken promise|betrayal|job losses|jobs will go|redundancies|closures|close it|shut it|lose the|save our|save the|
      keep the|leave it alone|leave well alone|not broke|no case for|no need for it|nobody wants|no one wants|not wanted|shelve|shelved|postpone|delay it|put it off|fight it|fight the plan|resist the plan`,
  },
  pay: {
    for: `fair pay|deserve|deserves|deserved|pay rise|a raise|decent wage|decent pay|living wage|cost of living|fallen behind|years of cuts|years of restraint|low pay|underpaid|cannot make ends meet|make ends meet|food bank|food banks|pay what|fully funded|affordable|can afford|
      fair to|sustainable|responsible|generous|better off|good offer|best offer|accept the offer|improved offer|fair offer|
      worth more|worth every|fair share|share of the profits|profits|record profits|bosses' pay|executive pay|bonuses for|catch-up|catch up with inflation|keep up with inflation|keep pace|match inflation|above inflation rise|improved pay|better pay|proper pay|full restoration|
      restore pay|going rate|rate for the job|skilled work|hard-working|long hours for|in-work poverty|struggling|can't pay|cannot pay the rent|rent|bills`,
    against: `unaffordable|cannot afford|can't afford|no money|not affordable|no more money|money is not there|greedy|inflationary|above inflation|out of reach|unreasonable demand|unrealistic|pay cut|cut in pay|real-terms cut|derisory|insulting|insult|paltry|crumbs|peanuts|
      worse off|out of pocket|raid|robbery|steal|stolen|reject the offer|rejected the offer|not enough|nowhere near|
      no more in the pot|pot is empty|no magic money|purse|taxpayer|taxpayers|fare-payers|ratepayers|bankrupt|bankruptcy|deficit|black hole|in the red|unsustainable|too expensive|too costly|jobs at risk|price us out|already well paid|well paid already|among the best paid|
      pay freeze|frozen pay|real terms|below inflation|less than inflation|in effect a cut|cut in all but name|penny-pinching|mean|miserly|stingy|paltry offer|two-tier|claw back|clawback|theft|daylight robbery`,
  },
  powers: {
    for: `take over|take it over|take back|taken back|bring in-house|bring it in-house|public hands|public ownership|public control|strip them of|strip the company|run it ourselves|run by the|step in|should intervene|must intervene|use the powers|use its powers|
      use his powers|use her powers|right to use|necessary powers|enforce|protect the public|keep services running|keep the service|minimum service|no alternative but|had to act|obtained an injunction|granted an injunction|lawful|legitimate|
      in the public interest|public interest|safeguard the public|public good|belongs to the public|belongs to us all|people's|accountable|accountability|run for people|run for the public|end the contract|end the franchise|terminate the|remove the licence|revoke the licence|
      hand back|handed back|give us the|call in the|send in the|deploy|deployed|emergency powers|court order|order against|won an injunction|upheld|court backed|ruled in favour|right to order|must be stopped|ban on|should be banned|make it illegal`,
    against: `waste of money|cannot run|could not run|run a|no powers|beyond its powers|beyond his powers|abuse of power|draconian|attack on the right|undemocratic|sledgehammer|strike-breaking|strikebreaking|
      scabs|unlawful|illegal|overturn|repeal|revoke|scrap the order|withdraw the order|keep out of|stay out of|interference|meddling|not the job of|not for the state|not for the council|heavy-handed|intimidation|intimidate|criminalise|will not be used|
      state control|back to the seventies|bureaucrats|politicians running|no experience|no expertise|cost the taxpayer|bill for|burden on|expensive mistake|overreach|power grab|land grab|exceeded|court struck down|struck down|ruled against|quashed|dismissed the claim|lost in court|
      defeated in court|attack on workers|attack on unions|anti-union|union-busting|forced labour|conscription|military|soldiers are not|not trained|untrained|unqualified|drafted in|scab labour|replace strikers|replacement workers|not a substitute|would resist|will resist|never accept`,
  },
};

let sides: PhraseTrie<KindSide> | null = null;

/** All those phrases, as stems. */
export function kindSides(): PhraseTrie<KindSide> {
  if (sides) return sides;
  sides = emptyTrie();
  for (const [kind, name] of KINDS.entries())
    for (const side of ['for', 'against'] as const)
      for (const phrase of new Set(SIDES[name][side].split('|').map((p) => phraseWords(p.trim()).map(stem).join(' '))))
        addWords(sides, phrase.split(' '), { kind, side });
  return sides;
}
