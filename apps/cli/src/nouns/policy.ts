import type { CommandMaker } from '../answer.ts';
import { policyAnalyzeCommand } from '../commands/policy-analyze.ts';
import { policyCheckCommand } from '../commands/policy-check.ts';
import { policyCompareCommand } from '../commands/policy-compare.ts';
import { policyConvertCommand } from '../commands/policy-convert.ts';
import { policyDrawCommand } from '../commands/policy-draw.ts';
import { policyEvaluateCommand } from '../commands/policy-evaluate.ts';
import { policyFmtCommand } from '../commands/policy-fmt.ts';
import { policyPlanCommand } from '../commands/policy-plan.ts';
import { policySchemaCommand } from '../commands/policy-schema.ts';
import { policyShowCommand } from '../commands/policy-show.ts';
import { policyTestCommand } from '../commands/policy-test.ts';
import { policyTimelineCommand } from '../commands/policy-timeline.ts';

/** What is done with `policy`, in the order of the help. */
export const verbs: readonly CommandMaker[] = [
  policyCheckCommand,
  policyShowCommand,
  policyEvaluateCommand,
  policyConvertCommand,
  policyAnalyzeCommand,
  policyCompareCommand,
  policyTimelineCommand,
  policyTestCommand,
  policyDrawCommand,
  policyPlanCommand,
  policyFmtCommand,
  policySchemaCommand,
];
