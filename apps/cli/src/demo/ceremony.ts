import { randomBytes } from 'node:crypto';
import {
  decodeToken,
  encodeToken,
  publicKeyCredential,
  readApprovalRequest,
  signApproval,
  timestampBytes,
  verifyApproval,
} from '@quorate/approval';
import { encodeSignatureAlgorithm, type Signer, signatureAlgorithmByName } from '@quorate/crypto';
import { encodeBitString, encodeSequence } from '@quorate/der';
import type { CertificateProfile } from '@quorate/issue';
import {
  checkTbsAgainstManifest,
  createManifest,
  fingerprintOf,
  readManifest,
  rebuildTbs,
  writeManifest,
} from '@quorate/issue/manifest';
import {
  addApproval,
  addSignature,
  createPending,
  mergePending,
  pendingStatus,
  readPending,
  writePending,
} from '@quorate/issue/pending';
import {
  describeRule,
  type Evaluation,
  evaluateRule,
  group,
  type Policy,
  policy,
  publicKeyApprover,
  rule,
  token,
} from '@quorate/policy';
import { reportOf } from '@quorate/report';
import { parseJson } from '@quorate/syntax';
import { checkReturnedAgainstTbs } from '@quorate/verify/request';
import { columns } from '../print-lines.ts';
import { tokenLines } from '../token-lines.ts';
import { type Act, check, type Part, text } from './act.ts';
import { askOpenSsl } from './openssl.ts';
import { softwareKey } from './software-key.ts';

const TASK = '00000000-0000-4000-8000-000000000001';
const ALGORITHM = signatureAlgorithmByName('SHA256_WITH_ECDSA');
const TIMEOUT = 600;
const TEN_YEARS = 3650 * 86400;
const KEY_LABEL = 'demo-ca-key';

/** What the ceremony made, for others to bend. */
export interface Ceremony {
  readonly act: Act;
  readonly tbs: Uint8Array;
  readonly signature: Uint8Array;
  readonly caKey: Uint8Array;
  readonly ca: Signer;
  /** The root, DER. */
  readonly certificate: Uint8Array;
}

/** Act 4: a root certificate for a key under a 2-of-3 policy, with software keys, from the policy to OpenSSL. */
export async function ceremony(now: number, width: number): Promise<Ceremony> {
  const people = [softwareKey(), softwareKey(), softwareKey()] as const;
  const [ca, hsm] = [softwareKey(), softwareKey()];
  const keyPolicy = twoOfThree(people);
  const { use } = keyPolicy.rules;
  const profile = rootProfile(now);
  const manifest = createManifest({ profile, issuer: 'self', publicKey: ca.publicKey, policy: keyPolicy });
  const begun = createPending({ manifest, policy: keyPolicy, keyLabel: KEY_LABEL });
  const { tbs } = begun;
  const bytes = await timestampedToken(hsm, tbs, now);
  const copies = [begun, begun];
  const approve = async (number: 1 | 2): Promise<Part> => {
    const signer = people[number - 1] as Signer;
    const approver = publicKeyCredential(signer.publicKey);
    const body = readApprovalRequest(await signApproval({ id: TASK, token: bytes, approver, signer }));
    // Each adds it to a copy of the file, as it came by mail.
    const copy = readPending(parseJson(writePending(begun)), { policy: keyPolicy });
    copies[number - 1] = addApproval(copy, body, { timestampKey: hsm.publicKey }).pending;
    return check(`approver-${number} signs`, verifyApproval(body, { timestampKey: hsm.publicKey }));
  };
  const evaluate = (count: number, elapsed: number): Evaluation =>
    evaluateRule(use, { approvals: people.slice(0, count).map(({ publicKey }) => publicKey), elapsed });
  const before: Part[] = [
    text(...describeRule('use', use)),
    text('The approval token, with the certificate inside it:', ...columns(tokenLines(decodeToken(bytes)), width - 2)),
    text(
      `What they read to each other over the telephone: ${fingerprintOf(tbs).words.slice(0, 4).join(' ')} … (32 words).`,
    ),
    check(
      'the TBS, made anew from the manifest',
      checkTbsAgainstManifest(tbs, readManifest(parseJson(writeManifest(manifest)))),
    ),
    await approve(1),
    answer('one approval, after 60 seconds', evaluate(1, 60), false),
    await approve(2),
    answer('two approvals, after 90 seconds', evaluate(2, 90), true),
    answer(`the same two, after ${TIMEOUT + 1} seconds`, evaluate(2, TIMEOUT + 1), false),
  ];
  const [first, other] = copies as [typeof begun, typeof begun];
  const merged = mergePending(first, other);
  const signature = await ca.sign(tbs, ALGORITHM);
  const certificate = addSignature(merged, signature, 'der').certificate as Uint8Array;
  const second = askOpenSsl(certificate, now);
  const after: Part[] = [
    text(`Their two copies of the file are merged. Next: ${pendingStatus(merged, { time: now + 90 }).next}.`),
    text(`The HSM signs, and ${tbs.length} bytes become a certificate of ${certificate.length}.`),
    check('the certificate, against the manifest', checkReturnedAgainstTbs(certificate, rebuildTbs(manifest))),
    second === null ? text('OpenSSL is not on this machine: not asked.') : check('a second opinion', second),
  ];
  const act = { title: 'A ceremony on this machine, with software keys', parts: [...before, ...after] };
  return { act, tbs, signature, caKey: ca.publicKey, ca, certificate };
}

function twoOfThree(people: readonly Signer[]): Policy {
  const approvers = people.map(({ publicKey }, i) => publicKeyApprover(publicKey, `approver-${i + 1}`));
  const use = rule([token({ timeout: TIMEOUT, groups: [group({ quorum: 2, approvers })] })]);
  return policy({ use, block: use, unblock: use, modify: use });
}

function rootProfile(now: number): CertificateProfile {
  return {
    subject: [{ type: 'commonName', value: 'Demo Root CA' }],
    notBefore: now,
    notAfter: now + TEN_YEARS,
    serialNumber: Uint8Array.of(1, ...randomBytes(15)),
    signatureAlgorithm: ALGORITHM,
    basicConstraints: { ca: true, pathLen: 0 },
    keyUsage: ['keyCertSign', 'cRLSign'],
  };
}

/** The answer of the policy as a check of its own, with who is missing. */
function answer(subject: string, { satisfied, tokens }: Evaluation, must: boolean): Part {
  const [alternative] = tokens;
  const [asked] = alternative?.groups ?? [];
  const missing = asked?.approvers.filter(({ approved }) => !approved).map(({ name }) => name ?? '') ?? [];
  const approved = `${asked?.approved ?? 0} of ${asked?.quorum ?? 0} approvals`;
  const message =
    alternative?.window.state !== 'open'
      ? `${approved}, and too late: the window closed ${TIMEOUT} seconds after the timestamp`
      : `${approved}: ${satisfied ? 'enough' : `${asked?.missing} more needed, of ${missing.join(', ')}`}`;
  const finding = { id: 'policy.satisfied', where: 'use', message, outcome: satisfied ? 'pass' : 'fail' } as const;
  return check(subject, reportOf([finding]), must ? 'pass' : 'fail');
}

/** What the HSM does when an action is asked for: it signs payload and time. */
async function timestampedToken(hsm: Signer, payload: Uint8Array, time: number): Promise<Uint8Array> {
  const content = { operation: 'use', payload, policy: null } as const;
  const keyLabel = 'demo-timestamp-key';
  const signature = await hsm.sign(timestampBytes(content, { time, keyLabel }), ALGORITHM);
  const signatureElement = encodeSequence(encodeSignatureAlgorithm(ALGORITHM), encodeBitString(signature));
  return encodeToken({ ...content, keyLabel: KEY_LABEL, timestamp: { time, keyLabel, signatureElement } });
}
