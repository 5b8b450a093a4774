/**
 * Sentences invented for testing, each labelled by hand with the line it carries, or none. They were written before the
 * matcher was measured on them: some say the line in other words (which near wording can't see), and many speak of the
 * same things without saying it.
 */
export const lines = {
  tired: ['The new rota leaves crews too tired to sail safely.', 'Exhausted crews make mistakes.'],
  talks: ['Gannet Line must come back to the negotiating table.'],
  fair: ['The rota is fair and has worked well on other routes.'],
  jobs: ['Every strike day puts island jobs at risk.'],
};

export const labelled: [sentence: string, line: keyof typeof lines | null][] = [
  ['The new rota leaves crews too tired to sail safely, the union said.', 'tired'],
  ['“This rota will leave our crews too tired to sail safely in winter,” said its secretary.', 'tired'],
  ['Exhausted crews make mistakes, and mistakes at sea cost lives, she added.', 'tired'],
  ['Crews who are exhausted will make mistakes, a retired master told the inquiry.', 'tired'],
  ['The union warned that crews were left too tired to sail safely under the rota.', 'tired'],
  ['Men who have not slept cannot keep a proper lookout, he said.', 'tired'],
  ['The rota does not leave crews too tired to sail safely, the company insisted.', null],
  ['Tired passengers waited at the terminal until the crews were ready to sail.', null],
  ['Crews voted on the new rota in a hall above the ticket office.', null],
  ['The company published the new rota for winter crews on Friday.', null],
  ['Safety checks on the ferry were made on Monday, and it will sail on Tuesday.', null],
  ['A mistake in the timetable left two crews on one ship.', null],
  ['Gannet Line must come back to the negotiating table, the union said.', 'talks'],
  ['“Come back to the negotiating table,” the secretary told Gannet Line.', 'talks'],
  ['She urged Gannet Line to return to the negotiating table before Christmas.', 'talks'],
  ['The union wants fresh talks with the company at once.', 'talks'],
  ['Gannet Line must not come back to the negotiating table with the same offer, he said.', null],
  ['The table in the negotiating room was set for eight.', null],
  ['Gannet Line will come back to the harbour board with a new plan in June.', null],
  ['Gannet Line said its ferries must come back into service by Friday.', null],
  ['The rota is fair and has worked well on our other routes, the company said.', 'fair'],
  ['A spokesman said the rota was fair, and worked well on other routes for years.', 'fair'],
  ['“It is a fair rota; it works well on every other route,” said the managing director.', 'fair'],
  ['Nobody has complained of these hours anywhere else, the company said.', 'fair'],
  ['The rota is not fair and has never worked well on other routes, the union replied.', null],
  ['Fares on other routes rose by a tenth, and the company said they were fair.', null],
  ['The fair opened on Saturday, and extra ferries worked the route.', null],
  ['Well over a thousand people travel on the other routes each day.', null],
  ['Every strike day puts jobs on the island at risk, the hoteliers said.', 'jobs'],
  ['“Each day of this strike puts island jobs at risk,” the mayor said.', 'jobs'],
  ['The company said that island jobs were put at risk by every day of the strike.', 'jobs'],
  ['Shops will close for good if the boats stay tied up, traders fear.', 'jobs'],
  ['On the third strike day the island paper printed a list of jobs to be had.', null],
  ['The strike does not put island jobs at risk, an economist wrote.', null],
  ['Jobs at the terminal are advertised every day.', null],
  ['Risk assessors visited the island on the day of the strike.', null],
  ['The strike entered its second day.', null],
  ['Weather put the morning crossing at risk.', null],
  ['Passengers said they hoped both sides would talk again soon.', null],
  ['The ferry had carried a million passengers by the end of the year.', null],
];
