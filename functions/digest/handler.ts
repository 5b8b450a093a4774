import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { readConfig } from '../../shared/config.ts';
import { postWebhook } from '../../shared/web/post-webhook.ts';
import { cloudRuntime } from '../cloud-runtime.ts';
import { sendDigest } from './digest.ts';

const runtimeOf = cloudRuntime('digest');

/** Woken by the morning schedule: sends the digest of every dispute. Throws when one failed, so that it is retried. */
export const handler = async (): Promise<{ sent: number }> => {
  const runtime = runtimeOf();
  const config = readConfig('digest', process.env);
  const secret = await new SecretsManagerClient().send(new GetSecretValueCommand({ SecretId: config.webhookSecret }));
  const webhook = secret.SecretString ?? '';
  // A new stack's secret holds a random word until somebody puts the webhook's address there.
  const isAddress = webhook.startsWith('https://');
  if (!isAddress)
    runtime.log({ level: 'warn', message: 'no webhook address in the secret: the digest is kept, not posted' });
  const post = isAddress ? (message: unknown) => postWebhook(webhook, message) : undefined;
  const ports = { store: runtime.store, now: runtime.now, post, dashboardUrl: config.dashboardUrl ?? null };
  const published = await runtime.codebooks();
  const results = await Promise.allSettled(published.map((each) => sendDigest(each, ports)));
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
  return { sent: results.filter((result) => result.status === 'fulfilled' && result.value !== null).length };
};
