import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { type Command, Option } from 'commander';
import { type ApiKey, apiKeyOf, hashOfSecret, parseApiKey } from '../../shared/access/api-key.ts';
import { keyState } from '../../shared/access/key-life.ts';
import { type Role, roles, withImplied } from '../../shared/access/roles.ts';
import { SettingError } from '../../shared/errors.ts';
import type { Store } from '../../shared/store/store.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { type DataOptions, print, withData, withPipeline } from '../open-store.ts';
import { wholeNumber } from '../options.ts';

interface CreateOptions extends DataOptions {
  role: Role;
  days: number;
  perMinute: number;
  by: string;
}

/** Adds `key create`, `list` and `revoke`: API keys for scripts. */
export function addKey(program: Command): void {
  const command = program.command('key').description('API keys, by which scripts read and mark where people sign in');
  withData(command.command('create'))
    .description('make a key and print it, once: only its hash is kept')
    .argument('<name>', 'what it is for, e.g. "weekly export"')
    .addOption(new Option('--role <role>', 'what it may do; who may mark may read').choices(roles).default('read'))
    .option('--days <days>', 'how long it is good for', wholeNumber(1, 366), 90)
    .option('--per-minute <requests>', 'how often it may ask', wholeNumber(1, 6_000), 60)
    .option('--by <person>', 'who makes it', userInfo().username)
    .action((name: string, options: CreateOptions) =>
      withPipeline(options, async ({ runtime }) => {
        const { key, text } = await createKey(name, options, runtime);
        print({ key: text, ...withoutHash(key) }, options.json, () =>
          [
            text,
            `Keep it now: it is not shown again. It may ${key.roles.join(' and ')} until ${key.expiresAt.slice(0, 10)}, ${key.perMinute} times a minute.`,
            'Send it as the header `Authorization: Bearer KEY`.',
          ].join('\n'),
        );
      }),
    );
  withData(command.command('list'))
    .description('all keys, who made them, and when each was last used')
    .action((options: DataOptions) =>
      withPipeline(options, async ({ runtime }) => {
        const keys = await listKeys(runtime.store, new Date(runtime.now()).toISOString());
        print(keys, options.json, () => keys.map(lineOf).join('\n') || 'No key was made.');
      }),
    );
  withData(command.command('revoke'))
    .description('refuse a key from its next request on')
    .argument('<id>', 'as `key list` shows it; the key itself will do')
    .option('--by <person>', 'who revokes it', userInfo().username)
    .action((given: string, options: DataOptions & { by: string }) =>
      withPipeline(options, async ({ runtime }) => {
        const key = await revokeKey(given, options.by, runtime);
        print(withoutHash(key), options.json, () => `The key ${key.id} (${key.name}) is revoked.`);
      }),
    );
}

interface KeyPorts {
  store: Pick<Store, 'keys'>;
  now(): number;
}

/** Makes a key and keeps what recognises it. The text is nowhere but in the answer. */
export async function createKey(
  name: string,
  { role, days, perMinute, by }: Pick<CreateOptions, 'role' | 'days' | 'perMinute' | 'by'>,
  { store, now }: KeyPorts,
): Promise<{ key: ApiKey; text: string }> {
  const { id, secret, text } = apiKeyOf(randomBytes(40));
  const key: ApiKey = {
    ...{ id, name, perMinute, hash: hashOfSecret(secret), roles: withImplied([role]) },
    ...{ createdAt: new Date(now()).toISOString(), createdBy: by },
    expiresAt: new Date(now() + days * 86_400_000).toISOString(),
  };
  await store.keys.putIf(key, { text: 'attribute_not_exists(id)' });
  return { key, text };
}

/** All keys without their hashes, the newest first, each with the minute it was last used in. */
export async function listKeys(store: Pick<Store, 'keys' | 'keyUses'>, now: string) {
  const keys = await toArray(store.keys.scan());
  keys.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  return Promise.all(
    keys.map(async (key) => {
      const [use] = await toArray(store.keyUses.query({ id: key.id }, 'minute', { descending: true, limit: 1 }));
      return { ...withoutHash(key), state: keyState(key, now), lastUsed: use?.minute ?? null };
    }),
  );
}

/** @throws SettingError when there is no such key */
export async function revokeKey(given: string, by: string, { store, now }: KeyPorts): Promise<ApiKey> {
  const id = parseApiKey(given)?.id ?? given;
  const changes = { revokedAt: new Date(now()).toISOString(), revokedBy: by };
  // Revoked twice, the first record stands.
  const isGood = { text: 'attribute_exists(id) AND attribute_not_exists(revokedAt)' };
  await store.keys.updateIf({ id }, changes, isGood);
  const key = await store.keys.get({ id });
  if (!key) throw new SettingError(`There is no API key ${id}.`, '`picketline key list` shows those there are.');
  return key;
}

const withoutHash = ({ hash: _, ...key }: ApiKey) => key;

function lineOf(key: Awaited<ReturnType<typeof listKeys>>[number]): string {
  const end = key.revokedAt ? `${key.revokedAt.slice(0, 10)} by ${key.revokedBy}` : key.expiresAt.slice(0, 10);
  const until = { good: 'until', expired: 'on', revoked: 'on' }[key.state];
  const used = key.lastUsed ? `last used ${key.lastUsed}` : 'not used in 35 days';
  return `${key.id}  ${key.state} ${until} ${end}  ${key.roles.join('+')}  ${key.name} (by ${key.createdBy}), ${used}`;
}
