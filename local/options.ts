import { InvalidArgumentError } from 'commander';

/** A port number from the command line. @throws InvalidArgumentError when it isn't one */
export function readPort(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('a port is a number from 0 to 65535');
  return port;
}

/** A day from the command line. @throws InvalidArgumentError when it isn't one */
export function readDay(value: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(value) || Number.isNaN(Date.parse(value)))
    throw new InvalidArgumentError('a day is written YYYY-MM-DD');
  return value;
}

/** Reads a whole number within bounds from the command line; what it returns throws InvalidArgumentError for another. */
export const wholeNumber =
  (least: number, most = Number.MAX_SAFE_INTEGER) =>
  (value: string): number => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < least || number > most)
      throw new InvalidArgumentError(
        most === Number.MAX_SAFE_INTEGER
          ? `a whole number from ${least} on`
          : `a whole number from ${least} to ${most}`,
      );
    return number;
  };

/** A share from 0 to 1 from the command line. @throws InvalidArgumentError for anything else */
export function readShare(value: string): number {
  const share = Number(value);
  if (!(share >= 0 && share <= 1) || value.trim() === '') throw new InvalidArgumentError('a share is from 0 to 1');
  return share;
}
