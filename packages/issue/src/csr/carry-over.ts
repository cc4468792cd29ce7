import type { Finding } from '@quorate/report';
import type { CertificationRequest } from '@quorate/x509';
import { IssueError } from '../error.ts';
import type { CertificateProfile } from '../profile.ts';
import { type CarryItem, ruleInvalid } from './carry-item.ts';
import { subjectAltNameItem } from './names-item.ts';
import {
  attributeItems,
  certificatePoliciesItem,
  neverCarriedItems,
  otherItems,
  subjectKeyIdentifierItem,
  tlsFeatureItem,
} from './other-items.ts';
import { readRequestExtensions } from './read-csr.ts';
import { type CarryRule, carryRules } from './rules.ts';
import { subjectItem } from './subject-item.ts';
import { basicConstraintsItem, extendedKeyUsageItem, keyUsageItem } from './usage-items.ts';

/** What became of one thing that a request asks for, or that a rule is about. */
export interface CsrDecision {
  /** `subject`, a member of a profile, the object identifier of an extension, or `attribute` and one. */
  readonly item: string;
  /** `null`: no rule is about it. */
  readonly rule: CarryRule | null;
  /**
   * `taken`: what is asked for stands in the certificate. `profile`: what the profile has stands in it. `ignored`: asked
   * for, named by no rule, and left out. `refused`: there is no certificate.
   */
  readonly decision: 'taken' | 'profile' | 'ignored' | 'refused';
  /** In one line for people, shortened, safe to print; `null`: nothing. */
  readonly asked: string | null;
  /** What the certificate has, likewise. */
  readonly given: string | null;
  /** Why it is refused. */
  readonly refusal: IssueError | null;
  /** The same for a report: `fail` when refused, `warn` for what is asked for in vain. */
  readonly finding: Finding;
}

/** All that the rules of a profile make of a request. */
export interface DecidedRequest {
  /** With what is taken put in; meaningless when something is refused. */
  readonly profile: CertificateProfile;
  /** Always in the same order: the subject, the members of a profile, other extensions, attributes. */
  readonly decisions: readonly CsrDecision[];
}

/** A profile with what a request brings put in, and how that was decided. */
export interface CarriedRequest {
  readonly profile: CertificateProfile;
  readonly decisions: readonly Finding[];
}

/**
 * Decides about everything that a request asks for, by the rules of a profile (`csr`); without rules nothing is taken but
 * a subject that is `from-request`. Refusals are told like other decisions. It looks at what is asked for alone: possession
 * of the key must have been proved before.
 *
 * @throws IssueError `request-malformed` for an extension that cannot be read, `request-rule-invalid`, and what the rules'
 *   own names and usages are refused for
 */
export function decideFromRequest(profile: CertificateProfile, request: CertificationRequest): DecidedRequest {
  const extensions = readRequestExtensions(request);
  const items = [
    subjectItem(profile, request.subject),
    basicConstraintsItem(profile, extensions),
    keyUsageItem(profile, extensions),
    extendedKeyUsageItem(profile, extensions),
    subjectKeyIdentifierItem(profile, extensions, request.publicKey),
    subjectAltNameItem(profile, extensions),
    certificatePoliciesItem(profile, extensions),
    tlsFeatureItem(profile, request),
    ...neverCarriedItems(profile, request),
    ...otherItems(profile, extensions.other),
    ...attributeItems(request),
  ];
  const refuseUnnamed = profile.csr?.unnamed === 'refuse';
  let carried = profile;
  const decisions: CsrDecision[] = [];
  for (const item of items) {
    if (item.rule !== null && !carryRules.includes(item.rule)) {
      ruleInvalid(item.name, `one of ${carryRules.join(', ')}`, String(item.rule));
    }
    if (item.rule === null && item.asked === null) continue;
    const { decision, changes } = decide(item, carried, refuseUnnamed);
    decisions.push({ ...decision, finding: findingOf(decision) });
    carried = { ...carried, ...changes };
  }
  return { profile: carried, decisions };
}

/**
 * Takes over from a request what the profile's rules say: see {@link decideFromRequest}.
 *
 * @throws IssueError `request-refused`, `request-lacks`, `request-outside`, and the codes of `decideFromRequest`
 */
export function carryOver(profile: CertificateProfile, request: CertificationRequest): CarriedRequest {
  const decided = decideFromRequest(profile, request);
  const refused = decided.decisions.find(({ refusal }) => refusal !== null);
  if (refused?.refusal) throw refused.refusal;
  return { profile: decided.profile, decisions: decided.decisions.map(({ finding }) => finding) };
}

type Decision = Omit<CsrDecision, 'finding'>;

interface Decided {
  readonly decision: Decision;
  readonly changes: Partial<CertificateProfile>;
}

function decide(item: CarryItem, carried: CertificateProfile, refuseUnnamed: boolean): Decided {
  const { name, rule, asked } = item;
  const told = { item: name, rule, asked };
  try {
    if (asked !== null && (rule === 'refuse' || (rule === null && refuseUnnamed))) {
      const expected = rule === null ? 'nothing that no rule is about' : 'no request for it';
      throw new IssueError('request-refused', { path: `csr.${name}`, expected, actual: asked });
    }
    if (rule === 'require' && asked === null) {
      throw new IssueError('request-lacks', { path: `csr.${name}`, expected: 'a request for it', actual: 'none' });
    }
    if (asked !== null && (rule === 'allow' || rule === 'require')) {
      const changes = item.take(carried);
      const given = Object.keys(changes).length === 0 ? item.own() : asked;
      return { decision: { ...told, decision: 'taken', given, refusal: null }, changes };
    }
    const decision = rule === null ? 'ignored' : 'profile';
    return { decision: { ...told, decision, given: item.own(), refusal: null }, changes: {} };
  } catch (refusal) {
    if (!(refusal instanceof IssueError)) throw refusal;
    return { decision: { ...told, decision: 'refused', given: null, refusal }, changes: {} };
  }
}

/** A decision as a finding: what a request asks for in vain is worth a look. */
function findingOf({ item, rule, decision, asked, given, refusal }: Decision): Finding {
  if (refusal !== null) return refusedFinding(refusal);
  const words = rule === null ? 'no rule is about it' : `rule \`${rule}\``;
  const has = `the certificate has ${given ?? 'none'}`;
  const inVain = asked !== null && decision !== 'taken' && asked !== given;
  const message =
    decision === 'taken'
      ? `taken from the request: ${asked} (${words})`
      : asked === null
        ? `the request asks for none; ${has} (${words})`
        : `the request asks for ${asked}; ${has} (${words})`;
  return { id: `issue.csr-${decision}`, outcome: inVain ? 'warn' : 'pass', where: `csr.${item}`, message };
}

function refusedFinding({ code, path, expected, actual }: IssueError): Finding {
  return {
    id: 'issue.csr-refused',
    outcome: 'fail',
    where: path,
    message: `refused: ${code.replaceAll('-', ' ')}`,
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    action: 'refuse the request, or have it made anew as the profile wants it',
  };
}
