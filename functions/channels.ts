import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { addressKey, readChannels } from '../shared/report/channels.ts';
import type { WebhookSettings } from '../shared/web/post-webhook.ts';
import type { Channel } from './deliver-once.ts';

/** Stands in for a channel while no webhook is set. */
const noChannel: Channel = { name: 'none', addressKey: '', post: null };

/** The channels of a webhook setting; one that only keeps messages where it holds no address. @throws SettingError */
export function channelsOf(setting: string, settings: WebhookSettings = {}): Channel[] {
  const channels = readChannels(setting).map(({ name, address }) => ({
    name,
    addressKey: addressKey(address),
    // Most runs of a morning post nothing, and so need no HTTP client.
    async post(message: unknown) {
      const { postWebhook } = await import('../shared/web/post-webhook.ts');
      return postWebhook(address, message, settings);
    },
  }));
  return channels.length > 0 ? channels : [noChannel];
}

/** The channels that the stack's secret names, read anew at each run, so that a new address needs no deployment. */
export async function channelsOfSecret(secretId: string | undefined): Promise<Channel[]> {
  const secret = await new SecretsManagerClient().send(new GetSecretValueCommand({ SecretId: secretId }));
  return channelsOf(secret.SecretString ?? '');
}
