import type { AccuracyGroup } from '../../shared/marks/accuracy.ts';
import type { AccuracyAnswer } from '../data/answers.ts';
import { counted, issueLabel, percent } from '../shaping/format.ts';

const kindNames = { statement: 'Statements', tone: 'Tones' };

/** How often people found the tags right that they marked, with the interval; by issue and voice on demand. */
export function Accuracy({ groups, vanished }: AccuracyAnswer) {
  const whole = groups.filter(({ issue, voice }) => issue === null && voice === null);
  if (whole.length === 0)
    return (
      <p class="accuracy muted">
        No tag has been marked yet: mark some as right or wrong to see how far to trust them.
      </p>
    );
  return (
    <details class="accuracy">
      <summary>
        Marked right: {whole.map((group) => `${kindNames[group.kind]} ${shareText(group)}`).join(' · ')}
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Tags</th>
            <th scope="col">Right</th>
            <th scope="col">Marked</th>
            <th scope="col">Share (95 % interval)</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={`${group.kind} ${group.issue} ${group.voice}`}>
              <th scope="row">
                {kindNames[group.kind]}
                {group.issue && `, ${issueLabel(group.issue)}`}
                {group.voice && `, ${group.voice}`}
              </th>
              <td class="number">{group.right}</td>
              <td class="number">
                {group.marked}
                {group.disputed > 0 && ` (+ ${group.disputed} disputed)`}
              </td>
              <td>{intervalText(group)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="muted">
        People mark what they come across, so this is no random sample.
        {vanished > 0 &&
          ` ${counted(vanished, 'marked tag')} made no longer, since articles were tagged anew: not counted.`}
      </p>
    </details>
  );
}

const shareText = ({ share, low, high, marked }: AccuracyGroup) =>
  share === null ? 'disputed' : `${percent(share)} of ${marked} (${percent(low!)} to ${percent(high!)})`;

const intervalText = (group: AccuracyGroup) =>
  group.share === null
    ? counted(group.disputed, 'disputed tag')
    : `${percent(group.share)} (${percent(group.low!)} to ${percent(group.high!)})`;
