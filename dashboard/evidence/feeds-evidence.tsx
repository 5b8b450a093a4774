import { hearingOf, hearings } from '../../shared/trend/hearing.ts';
import type { FeedDay, FeedsOfDay } from '../data/answers.ts';
import { getFeeds } from '../data/requests.ts';
import { useAnswer } from '../data/use-answer.ts';
import { count, dayText, stepText } from '../shaping/format.ts';
import { Status } from '../views/status.tsx';
import type { EvidenceProps } from './evidence-panel.tsx';

const meaning = {
  heard: 'answered',
  late: 'brought far less than its own history lets expect',
  silent: 'brought nothing where something was due',
  dead: 'could not be read: its silence says nothing about the news',
};

/** What every feed was asked and brought on the days of a step, worst first. */
export function FeedsEvidence({ pick, dispute }: EvidenceProps<'feeds'>) {
  const { from, to } = pick;
  const answer = useAnswer(JSON.stringify([dispute.id, from, to]), () => getFeeds({ dispute: dispute.id, from, to }));
  const days = answer.value?.coverage ?? [];
  return (
    <>
      <h2>Feeds</h2>
      <p class="subtitle">{stepText(pick)}</p>
      {answer.problem && <Status problem>{answer.problem}</Status>}
      {answer.value && days.length === 0 && <Status>No record of the feeds is kept of these days.</Status>}
      {days.map((day) => (
        <FeedTable key={day.day} day={day} isOnly={days.length === 1} />
      ))}
    </>
  );
}

function FeedTable({ day: { day, feeds }, isOnly }: { day: FeedsOfDay; isOnly: boolean }) {
  const rank = (feed: FeedDay) => hearings.indexOf(hearingOf(feed));
  const sorted = [...feeds].sort((a, b) => rank(b) - rank(a) || b.heard - a.heard);
  return (
    <>
      {!isOnly && <h3>{dayText(day)}</h3>}
      <table class="feeds-table">
        <thead>
          <tr>
            <th scope="col">Feed</th>
            <th scope="col">State</th>
            <th scope="col">New entries</th>
            <th scope="col">Polls failed</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((feed) => (
            <tr key={feed.url}>
              <th scope="row">{feed.outlet}</th>
              <td title={meaning[hearingOf(feed)]}>
                <span class={`key ${hearingOf(feed)}`}>{hearingOf(feed)}</span>
              </td>
              <td class="number">{count(feed.heard)}</td>
              <td class="number">
                {feed.failedPolls} of {feed.polls}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
