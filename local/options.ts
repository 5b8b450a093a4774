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

/** A whole number above 0 from the command line. @throws InvalidArgumentError when it isn't one */
export function positive(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('a whole number above 0');
  return number;
}
