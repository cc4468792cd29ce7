import type { Finding } from '@quorate/report';
import type { Budget, Limits } from '../budget.ts';
import type { Fault } from '../fault.ts';
import type { BrokenPathReport } from './path-report.ts';

const LIMIT_NAMES: Readonly<Record<keyof Limits, string>> = {
  signatureChecks: 'signatures verified',
  nameComparisons: 'names compared with constraints',
  policySteps: 'policies matched',
  pathSteps: 'certificates tried',
  paths: 'paths validated',
};

/**
 * What is said when there is no path: the first thing that broke each one that was tried, each once. When the search ran
 * out of budget there may be a path all the same: then these are warnings and the answer is open.
 */
export function brokenFindings(
  broken: readonly BrokenPathReport[],
  more: number,
  targetFaults: readonly Fault[],
  budget: Budget,
): Finding[] {
  const { exhausted } = budget;
  const said = new Set(targetFaults.map(keyOf));
  const findings: Finding[] = [];
  for (const { finding } of broken) {
    const key = keyOf(finding);
    if (said.has(key) || finding.id === 'path.budget') continue;
    said.add(key);
    findings.push(exhausted === null ? finding : { ...finding, outcome: 'warn' });
  }
  if (more > 0) {
    findings.push({
      id: 'path.more-broken',
      outcome: 'warn',
      where: 'path',
      message: `${more} more paths broke and are not listed`,
    });
  }
  if (exhausted === null) return findings;
  const limit: Finding = {
    id: 'path.budget',
    outcome: 'not-checked',
    where: 'path',
    message: `the search was given up: its limit of ${budget.limits[exhausted]} ${LIMIT_NAMES[exhausted]} is reached, and no path was found until then`,
    reference: 'RFC 5280 6.1',
    action: 'give only the certificates that belong to the path, or a higher limit',
  };
  return [limit, ...findings];
}

function keyOf({ id, where, object, message }: Fault): string {
  return JSON.stringify([id, where, object?.sha256, message]);
}
