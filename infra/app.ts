import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { PicketlineStack } from './picketline-stack.ts';
import { readSettings } from './settings.ts';

const app = new App();
new PicketlineStack(app, 'Picketline', { settings: readSettings(app.node) });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
