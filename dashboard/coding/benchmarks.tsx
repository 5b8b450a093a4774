import { getBenchmarks } from '../data/requests.ts';
import { useAnswer } from '../data/use-answer.ts';
import { Status } from '../views/status.tsx';

/** What the tagger reached on texts that people coded, beside people and other systems. */
export function Benchmarks() {
  const answer = useAnswer('benchmarks', getBenchmarks);
  if (answer.problem) return <Status problem>{answer.problem}</Status>;
  if (!answer.value) return null;
  const { rows, taggerVersion } = answer.value;
  return (
    <details class="benchmarks">
      <summary>How far to trust tagger {taggerVersion} before anything here is coded</summary>
      <p class="muted">
        On texts that people coded for benchmarks, in per cent. A sample of your own corpus, above, tells more.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="data-table" tabIndex={0} aria-label="Benchmarks">
        <table>
          <thead>
            <tr>
              {['What', 'Data', 'Measure', 'Tagger', 'People', 'Best other', 'Measured'].map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ what, data, measure, value, people, peers: [best], measured }) => (
              <tr key={what + data}>
                <th scope="row">{what}</th>
                <td>{data}</td>
                <td>{measure}</td>
                <td>{value}</td>
                <td>{people ?? '–'}</td>
                <td>{best ? `${best.value} (${best.name})` : '–'}</td>
                <td>{measured}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
