import { readConfig } from '../../shared/config.ts';
import { channelsOfSecret } from '../channels.ts';
import { deployedStage } from '../cloud-runtime.ts';
import { sendAlerts } from './send-alerts.ts';

const { runtimeOf, observe } = deployedStage('alert');

/** Woken by its schedule: sends the alerts there are. Throws when one could not be sent, so that the alarm rings. */
export const handler = observe(async (): Promise<{ sent: number }> => {
  const runtime = runtimeOf();
  const config = readConfig('alert', process.env);
  const channels = await channelsOfSecret(config.webhookSecret);
  const { sent, failures } = await sendAlerts(channels, { ...runtime, dashboardUrl: config.dashboardUrl ?? null });
  if (failures.length > 0) throw failures[0];
  return { sent: sent.length };
});
