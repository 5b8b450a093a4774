import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { readEnvironments } from './environment.ts';
import { PicketlineStack } from './picketline-stack.ts';

const app = new App();
for (const environment of readEnvironments())
  new PicketlineStack(app, `Picketline-${environment.name}`, { environment });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
