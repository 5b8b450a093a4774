import { digestDocument } from '../../shared/report/digest-document.ts';
import { dueDay } from '../../shared/report/digest-schedule.ts';
import { plainText } from '../../shared/report/plain-text.ts';
import { slackMessage } from '../../shared/report/slack-message.ts';
import type { Published } from '../../shared/store/published-codebooks.ts';
import { type Channel, type DeliveryPorts, deliverOnce } from '../deliver-once.ts';
import { digestTime } from './digest-time.ts';
import { type DigestPorts, reportFor } from './report-for.ts';

export interface SendPorts extends DigestPorts, DeliveryPorts {
  store: DigestPorts['store'];
  codebooks(): Promise<Published[]>;
}

/** What became of a run: texts that were delivered by it, and what went wrong with the others. */
export interface SendResults {
  sent: string[];
  failures: unknown[];
}

/**
 * Sends every digest that is due and not yet delivered, to every channel, each on its own: a channel that fails holds up
 * no other. Run it as often as you like.
 * @param day the day to report on, whatever the hour; where left out, yesterday of each dispute whose hour has come
 */
export async function sendDigests(channels: Channel[], ports: SendPorts, day?: string): Promise<SendResults> {
  const published = await ports.codebooks();
  const orders = published.flatMap((each) => {
    const reported = day ?? dueDay(ports.now(), each.codebook.timeZone, digestTime());
    return reported === null ? [] : channels.map((channel) => ({ published: each, day: reported, channel }));
  });
  const results = await Promise.allSettled(orders.map((order) => sendDigest(order, ports)));
  for (const result of results) {
    if (result.status === 'rejected')
      ports.log({ level: 'error', stage: 'digest', error: result.reason.message, reason: result.reason.reason });
  }
  return {
    sent: results.flatMap((result) => (result.status === 'fulfilled' && result.value !== null ? [result.value] : [])),
    failures: results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : [])),
  };
}

function sendDigest(
  { published, day, channel }: { published: Published; day: string; channel: Channel },
  ports: SendPorts,
): Promise<string | null> {
  const compose = async () => {
    const document = digestDocument(await reportFor(published, day, ports));
    return { text: plainText(document), posted: slackMessage(document) };
  };
  return deliverOnce({ dispute: published.codebook.id, message: `digest#${day}`, channel, compose }, ports);
}
