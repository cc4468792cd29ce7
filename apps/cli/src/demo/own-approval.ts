import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import {
  encodeToken,
  publicKeyCredential,
  readApprovalRequest,
  signApproval,
  timestampBytes,
  verifyApproval,
} from '@quorate/approval';
import { encodeSignatureAlgorithm, type Signer, signatureAlgorithmByName } from '@quorate/crypto';
import { encodeBitString, encodeSequence } from '@quorate/der';
import {
  describeRule,
  type Evaluation,
  evaluateRule,
  group,
  policy,
  publicKeyApprover,
  rule,
  token,
} from '@quorate/policy';
import { reportOf } from '@quorate/report';
import { encodeUtf8 } from '@quorate/syntax';
import { utc } from '../text.ts';
import { type Act, check, type Part, text } from './act.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const ALGORITHM = signatureAlgorithmByName('SHA256_WITH_ECDSA');
const TIMEOUT = 600;

/** Act 3: approvals made here with software keys, for a policy of 2 of 3. */
export async function ownApprovalAct(now: number): Promise<Act> {
  const [first, second, third, hsm] = [softwareKey(), softwareKey(), softwareKey(), softwareKey()];
  const people = [first, second, third];
  const approvers = people.map(({ publicKey }, i) => publicKeyApprover(publicKey, `approver-${i + 1}`));
  const twoOfThree = rule([token({ timeout: TIMEOUT, groups: [group({ quorum: 2, approvers })] })]);
  const ours = policy({ use: twoOfThree, block: twoOfThree, unblock: twoOfThree, modify: twoOfThree });
  const bytes = await timestampedToken(hsm, now);
  const approve = async (signer: Signer): Promise<Part> => {
    const approver = publicKeyCredential(signer.publicKey);
    const body = await signApproval({ id: ID, token: bytes, approver, signer });
    const number = people.indexOf(signer) + 1;
    const report = verifyApproval(readApprovalRequest(body), { timestampKey: hsm.publicKey });
    return check(`approver-${number} signs`, report);
  };
  const evaluate = (approvals: readonly Signer[], elapsed: number): Evaluation =>
    evaluateRule(ours.rules.use, { approvals: approvals.map(({ publicKey }) => publicKey), elapsed });
  return {
    title: 'An approval made on this machine, with software keys',
    parts: [
      text(...describeRule('use', ours.rules.use), `The token: use demo-key, at ${utc(now)}`),
      await approve(first),
      answer('one approval, after 60 seconds', evaluate([first], 60), false),
      await approve(second),
      answer('two approvals, after 90 seconds', evaluate([first, second], 90), true),
      answer(`the same two, after ${TIMEOUT + 1} seconds`, evaluate([first, second], TIMEOUT + 1), false),
    ],
  };
}

/** The answer of the policy as a check of its own, with who is missing. */
function answer(subject: string, { satisfied, tokens }: Evaluation, must: boolean): Part {
  const [alternative] = tokens;
  const [asked] = alternative?.groups ?? [];
  const open = alternative?.window.state === 'open';
  const missing = asked?.approvers.filter(({ approved }) => !approved).map(({ name }) => name ?? '') ?? [];
  const approved = `${asked?.approved ?? 0} of ${asked?.quorum ?? 0} approvals`;
  const message = !open
    ? `${approved}, and too late: the window closed ${TIMEOUT} seconds after the timestamp`
    : satisfied
      ? `${approved}: enough`
      : `${approved}: ${asked?.missing} more needed, of ${missing.join(', ')}`;
  const finding = { id: 'policy.satisfied', where: 'use', message, outcome: satisfied ? 'pass' : 'fail' } as const;
  return check(subject, reportOf([finding]), must ? 'pass' : 'fail');
}

/** What the HSM does when an action is asked for: it signs payload and time. */
async function timestampedToken(hsm: Signer, time: number): Promise<Uint8Array> {
  const content = { operation: 'use', payload: encodeUtf8('a TBSCertificate would stand here'), policy: null } as const;
  const keyLabel = 'demo-timestamp-key';
  const signature = await hsm.sign(timestampBytes(content, { time, keyLabel }), ALGORITHM);
  const signatureElement = encodeSequence(encodeSignatureAlgorithm(ALGORITHM), encodeBitString(signature));
  return encodeToken({ ...content, keyLabel: 'demo-key', timestamp: { time, keyLabel, signatureElement } });
}

function softwareKey(): Signer {
  const { publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  });
  return {
    publicKey: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })),
    sign: async (data) => new Uint8Array(sign('sha256', data, privateKey)),
  };
}
