import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { SettingError } from '../../shared/errors.ts';

/**
 * Makes a folder whose content appears at once or not at all: the work is done beside it, under another name.
 * @returns what `fill` returns
 * @throws SettingError when there is something under the name already
 */
export async function newFolder<T>(path: string, fill: (folder: string) => Promise<T>): Promise<T> {
  const standing = await readdir(path).catch(() => null);
  if (standing !== null) {
    throw new SettingError(`${path} is there already.`, 'Name a new folder, or remove the old one.');
  }
  const unfinished = `${path}.unfinished-${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  try {
    const filled = await fill(unfinished);
    await rename(unfinished, path);
    return filled;
  } catch (thrown) {
    await rm(unfinished, { recursive: true, force: true });
    throw thrown;
  }
}
