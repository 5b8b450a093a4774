import type { Command } from 'commander';
import { comprehendThousand, costOfThousand, costReport, fixedMonth } from '../../shared/cost/cost.ts';
import prices from '../../shared/cost/prices.json' with { type: 'json' };
import usage from '../../shared/cost/usage.json' with { type: 'json' };
import { print } from '../open-store.ts';

/** Adds `cost`: what running in the cloud costs. */
export function addCost(program: Command): void {
  program
    .command('cost')
    .description('what 1,000 articles and a month cost in the cloud, from measured usage and public prices')
    .option('--json', 'print JSON', false)
    .action(({ json }: { json: boolean }) => {
      const account = {
        ...{ usage, prices, perThousand: costOfThousand(usage, prices), fixedMonth: fixedMonth(prices) },
        comprehendPerThousand: comprehendThousand(usage, prices),
      };
      print(account, json, () => costReport(usage, prices));
    });
}
