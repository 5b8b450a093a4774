import * as z from 'zod';
import { readConfig } from '../../shared/config.ts';
import { channelsOfSecret } from '../channels.ts';
import { deployedStage } from '../cloud-runtime.ts';
import { sendDigests } from './send-digests.ts';

/** By hand a day may be named: its digest is sent whatever the hour, unless it was. */
const eventSchema = z.object({ day: z.iso.date().optional() });

const { runtimeOf, observe } = deployedStage('digest');

/** Woken by the morning schedule: sends the digests that are due. Throws when one failed, so that the alarm rings. */
export const handler = observe(async (event: unknown): Promise<{ sent: number }> => {
  const runtime = runtimeOf();
  const config = readConfig('digest', process.env);
  const channels = await channelsOfSecret(config.webhookSecret);
  const { day } = eventSchema.parse(event ?? {});
  const ports = { ...runtime, dashboardUrl: config.dashboardUrl ?? null };
  const { sent, failures } = await sendDigests(channels, ports, day);
  if (failures.length > 0) throw failures[0];
  return { sent: sent.length };
});
