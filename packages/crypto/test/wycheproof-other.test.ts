import { describeWycheproof } from './support/wycheproof-run.ts';

describeWycheproof('other');
