import { spawn } from 'node:child_process';

/**
 * Runs a training script in Python, its output shown.
 * @throws {Error} when it fails, naming what to install
 */
export function runPython(python: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(python, args, { stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else
        reject(new Error(`${python} failed: install bench/sentiment/requirements.txt and name its python by --python`));
    });
  });
}
