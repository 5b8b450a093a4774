import { coolDownMs, defaultThresholds } from '../../shared/alerts/alert.ts';
import { alertDocument } from '../../shared/alerts/alert-document.ts';
import { type Alert, findAlerts } from '../../shared/alerts/find-alerts.ts';
import { dayLink } from '../../shared/report/day-link.ts';
import { plainText } from '../../shared/report/plain-text.ts';
import { slackMessage } from '../../shared/report/slack-message.ts';
import type { Published } from '../../shared/store/published-codebooks.ts';
import type { Store } from '../../shared/store/store.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { dayOf } from '../../shared/trend/day.ts';
import { type Channel, type Composed, type DeliveryPorts, deliverOnce } from '../deliver-once.ts';
import { gatherAlertMaterial } from './gather.ts';
import { openEvidence } from './open-evidence.ts';

export interface AlertPorts extends DeliveryPorts {
  store: Store;
  codebooks(): Promise<Published[]>;
  dashboardUrl: string | null;
}

export interface AlertResults {
  sent: string[];
  failures: unknown[];
}

/**
 * Looks at every dispute and sends what its rules have to say, each alert once a cool-down and channel. Alerts that could
 * not be delivered earlier go first. Run it as often as you like.
 */
export async function sendAlerts(channels: Channel[], ports: AlertPorts): Promise<AlertResults> {
  const published = await ports.codebooks();
  const runs = await Promise.allSettled(
    published.map(async (each) => [
      ...(await redeliver(each, channels, ports)),
      ...(await alertOn(each, channels, ports)),
    ]),
  );
  const deliveries = runs.flatMap((run) => (run.status === 'fulfilled' ? run.value : [run]));
  const failures = deliveries.flatMap((delivery) => (delivery.status === 'rejected' ? [delivery.reason] : []));
  for (const failure of failures)
    ports.log({ level: 'error', stage: 'alert', error: failure.message, reason: failure.reason });
  const sent = deliveries.flatMap((delivery) =>
    delivery.status === 'fulfilled' && delivery.value !== null ? [delivery.value] : [],
  );
  return { sent, failures };
}

type Deliveries = PromiseSettledResult<string | null>[];

async function alertOn({ codebook }: Published, channels: Channel[], ports: AlertPorts): Promise<Deliveries> {
  const material = await gatherAlertMaterial(codebook, ports.now(), ports.store);
  const alerts = findAlerts(material, { ...defaultThresholds, ...codebook.alerts });
  for (const { rule, subject, heldFor } of alerts.filter((alert) => alert.heldFor !== null))
    ports.log({ level: 'info', stage: 'alert', held: `${rule} ${subject}`, while: `${heldFor} is not heard` });
  const orders = alerts
    .filter(({ heldFor }) => heldFor === null)
    .flatMap((alert) => channels.map((channel) => ({ alert, channel })));
  return Promise.allSettled(
    orders.map(({ alert, channel }) =>
      deliverOnce(
        {
          dispute: codebook.id,
          message: `alert#${alert.rule}#${alert.subject}`,
          channel,
          coolDownMs: coolDownMs[alert.rule],
          compose: () => compose(alert, codebook, ports),
        },
        ports,
      ),
    ),
  );
}

async function compose(alert: Alert, codebook: Published['codebook'], ports: AlertPorts): Promise<Composed> {
  const today = dayOf(new Date(ports.now()).toISOString(), codebook.timeZone);
  const document = alertDocument(alert, {
    title: codebook.title,
    sentences: await openEvidence(alert.evidence, codebook, ports.store),
    link: dayLink(ports.dashboardUrl, codebook.id, today),
  });
  return { text: plainText(document), posted: slackMessage(document) };
}

/** An alert whose cause has passed is still worth telling: what waits is sent in the words it was composed in. */
async function redeliver({ codebook }: Published, channels: Channel[], ports: AlertPorts): Promise<Deliveries> {
  const dispute = codebook.id;
  const rows = await toArray(ports.store.deliveries.query({ dispute }, 'message', { prefix: 'alert#' }));
  const open = rows.filter(({ state }) => state === 'waiting' || state === 'refused' || state === 'posting');
  const orders = open.flatMap((row) => {
    const channel = channels.find(({ name }) => row.message.endsWith(`#${name}`));
    return channel ? [{ row, channel }] : [];
  });
  return Promise.allSettled(
    orders.map(({ row, channel }) =>
      deliverOnce(
        {
          ...{ dispute, channel },
          message: row.message.slice(0, -(channel.name.length + 1)),
          compose: async () => ({ text: row.text, posted: JSON.parse(row.posted) }),
        },
        ports,
      ),
    ),
  );
}
