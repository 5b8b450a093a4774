import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';
import type { Environment } from '../environment.ts';

/** The tag that all resources of an environment carry, by which the budget knows their costs. */
export const costTag = 'picketline';

/** The month's costs against the budget; told at four fifths, and when the forecast is above it. */
export class Budget extends Construct {
  constructor(scope: Construct, id: string, { name, monthlyBudget, alarmAddress }: Environment) {
    super(scope, id);
    const told = alarmAddress ? [{ subscriptionType: 'EMAIL', address: alarmAddress }] : [];
    const notify = (notificationType: string, threshold: number) => ({
      notification: { notificationType, threshold, thresholdType: 'PERCENTAGE', comparisonOperator: 'GREATER_THAN' },
      subscribers: told,
    });
    new CfnBudget(this, 'Monthly', {
      budget: {
        // The name is all that the message shows, so it says where to read on.
        budgetName: `Picketline ${name}, see "The month costs more than planned" in RUNBOOK.md`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: monthlyBudget, unit: 'USD' },
        costFilters: { TagKeyValue: [`user:${costTag}$${name}`] },
      },
      ...(told.length > 0 && { notificationsWithSubscribers: [notify('ACTUAL', 80), notify('FORECASTED', 100)] }),
    });
  }
}
