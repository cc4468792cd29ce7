import { digest } from '@quorate/crypto';
import { hexOf, sameBytes } from '@quorate/der';
import { type Finding, verdictOf } from '@quorate/report';
import type { Budget } from '../budget.ts';
import { displayName } from '../display-name.ts';
import { type Fault, faultFinding } from '../fault.ts';
import { brokenFindings } from './broken-findings.ts';
import { foundFindings } from './found-findings.ts';
import type { Member } from './member.ts';
import type { BrokenPathReport, PathReport, PathStep } from './path-report.ts';
import type { PathRequest } from './request.ts';
import type { CertificateStatus } from './revocation.ts';
import type { BrokenPath, ValidPath } from './search.ts';
import type { Anchor } from './trust-anchor.ts';
import { withDigest } from './with-digest.ts';

/** All that a report is made of. */
export interface PathOutcome {
  readonly request: PathRequest;
  /** What is wrong with the target whatever the path. */
  readonly targetFaults: readonly Fault[];
  /** What was given and cannot be used. */
  readonly unusable: readonly Fault[];
  readonly found: ValidPath | null;
  readonly broken: readonly BrokenPath[];
  /** Of the path found; `null` when revocation was not looked at. */
  readonly statuses: readonly CertificateStatus[] | null;
  readonly budget: Budget;
}

const MAX_BROKEN = 20;
const MAX_UNUSABLE = 20;

/** The report of a search. */
export function pathReport(outcome: PathOutcome): PathReport {
  const { found, budget, request, statuses, targetFaults } = outcome;
  const broken = found === null ? outcome.broken.slice(0, MAX_BROKEN).map(brokenReport) : [];
  const more = outcome.broken.length - broken.length;
  const findings: Finding[] = [
    ...targetFaults.map((fault) => faultFinding(fault, 'fail')),
    ...(found === null
      ? brokenFindings(broken, more, targetFaults, budget)
      : foundFindings(found, request, statuses, targetFaults)),
    ...outcome.unusable.slice(0, MAX_UNUSABLE).map((fault) => faultFinding(fault, 'warn')),
  ];
  return {
    verdict: verdictOf(findings),
    path: found === null ? [] : stepsOf(found.certificates.map(({ member }) => member).reverse(), found.anchor),
    policies: found?.policies ?? [],
    findings,
    broken,
    spent: { ...budget.spent },
  };
}

function brokenReport({ members, anchor, at, fault }: BrokenPath): BrokenPathReport {
  const finding = faultFinding(fault(), 'fail');
  return { path: stepsOf(members, anchor), reachedAnchor: anchor !== null, at: stepOf(at), finding };
}

function stepsOf(members: readonly Member[], anchor: Anchor | null): PathStep[] {
  const steps = members.map(stepOf);
  if (anchor === null) return steps;
  if (anchor.member === null) return [...steps, keyStep(anchor)];
  const top = members.at(-1)?.certificate.bytes;
  const isAnchor = top !== undefined && sameBytes(top, anchor.member.certificate.bytes);
  return isAnchor ? steps : [...steps, stepOf(anchor.member)];
}

function stepOf(member: Member): PathStep {
  return withDigest({ subject: member.name }, member);
}

function keyStep({ name, publicKey }: Anchor): PathStep {
  return { subject: displayName(name), sha256: hexOf(digest('SHA-256', publicKey)) };
}
