import { createHash } from 'node:crypto';
import { SettingError } from '../errors.ts';

/** Where messages go: a name that logs and tables may show, and the webhook's address, which is a secret. */
export interface ChannelSetting {
  name: string;
  address: string;
}

/** The name of a channel that is given by its address alone. */
const soleName = 'slack';

/**
 * Reads the webhook setting: one address, or one channel a line as `name address`. Empty without any address; a new
 * stack's secret holds a random word until somebody puts the webhook's address there.
 * @throws SettingError for a line that is neither, or a name that stands twice; addresses are never in the message
 */
export function readChannels(setting: string): ChannelSetting[] {
  const lines = setting
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (!setting.includes('://')) return [];
  const channels = lines.map((line, index) => {
    const parts = line.split(/\s+/);
    const [name, address] = parts.length === 1 ? [soleName, parts[0]!] : [parts[0]!, parts[1]!];
    const isRight = parts.length <= 2 && /^[\w-]{1,40}$/.test(name) && /^https?:\/\/\S+$/.test(address);
    if (!isRight) throw wrong(`Line ${index + 1} of the webhook setting is no channel.`);
    return { name, address };
  });
  const repeated = channels.find(({ name }, index) => channels.findIndex((other) => other.name === name) !== index);
  if (repeated) throw wrong(`The channel "${repeated.name}" stands twice in the webhook setting.`);
  return channels;
}

const wrong = (message: string) =>
  new SettingError(message, 'Write one https address, or one channel a line: a name, a space, its https address.');

/** Tells addresses apart without showing them: a new address is worth a new try. */
export const addressKey = (address: string): string => createHash('sha256').update(address).digest('hex').slice(0, 12);
