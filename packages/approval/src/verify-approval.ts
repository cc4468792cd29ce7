import { CryptoError, checkSignature, type PlatformVerifier, type PublicKey, parsePublicKey } from '@quorate/crypto';
import { displayName, type PolicyTlvOptions } from '@quorate/policy';
import { type Finding, type Report, reportOf } from '@quorate/report';
import type { ApprovalRequest } from './approval-request.ts';
import { certificateFindings } from './check-certificate.ts';
import { algorithmFor } from './credential.ts';
import { decodeToken } from './decode-token.ts';
import { ApprovalError } from './error.ts';
import { tokenNotices } from './notices.ts';
import type { Timestamp } from './token.ts';

/** What an approval is judged by. */
export interface VerifyApprovalOptions extends PolicyTlvOptions {
  /**
   * SubjectPublicKeyInfo of the HSM's timestamp key. The token names that key and does not carry it: pin it
   * (SKA.md 4.4). Without it the HSM's signature is not checked, and a warning says so.
   */
  readonly timestampKey?: Uint8Array;
  /** A fast path for signatures, see the crypto room. */
  readonly platform?: PlatformVerifier;
}

/**
 * Judges one approval: is the token well-formed, did this approver sign these bytes, and, given the timestamp key, did
 * the HSM timestamp them. It does not decide whether the approver is one whom a policy names, nor whether a policy is
 * met, nor whether the approver's certificate is valid.
 *
 * @throws ApprovalError for malformed input: codes of {@link decodeToken}, `digest-invalid`, `approver-invalid`
 */
export function verifyApproval(request: ApprovalRequest, options: VerifyApprovalOptions = {}): Report {
  const token = decodeToken(request.token, options);
  const label = token.keyLabel === '' ? 'no key in particular' : `\`${displayName(token.keyLabel)}\``;
  return reportOf([
    {
      id: 'approval.token',
      outcome: 'pass',
      where: 'approvalToBeSigned',
      message: `a well-formed approval token: ${token.operation}, for ${label}, ${token.bytes.length} bytes`,
      reference: 'SKA.md 5.3',
    },
    ...checkSignature(
      {
        id: 'approval.signature',
        where: 'signature',
        subject: "the approver's signature over the token",
        algorithm: algorithmFor(request.digestAlgorithm, request.approver, 'approvalDigestAlgorithm'),
        key: request.approver.publicKey,
        data: token.bytes,
        signature: request.signature,
        reference: 'SKA.md 4.3',
      },
      options.platform,
    ),
    ...timestampFindings(token.timestamp, options),
    ...certificateFindings(request.approver, token.timestamp),
    ...tokenNotices(token),
  ]);
}

/**
 * Judges the HSM's signature over the timestamp of a token.
 *
 * @throws ApprovalError `approver-invalid` when the key cannot be read
 */
export function verifyTimestamp(timestamp: Timestamp, timestampKey: Uint8Array, platform?: PlatformVerifier): Report {
  return reportOf(timestampFindings(timestamp, platform === undefined ? { timestampKey } : { timestampKey, platform }));
}

const TIMESTAMP = {
  id: 'approval.timestamp-signature',
  where: 'approvalToBeSigned, timestamp',
  reference: 'SKA.md 4.5',
} as const;

function timestampFindings(timestamp: Timestamp | null, options: VerifyApprovalOptions): Finding[] {
  const { timestampKey, platform } = options;
  if (timestampKey === undefined) {
    if (timestamp === null) return [];
    const message = `the HSM's signature over the timestamp was not checked: give the key \`${displayName(timestamp.keyLabel)}\` to check it`;
    return [{ ...TIMESTAMP, outcome: 'warn', message }];
  }
  if (timestamp === null) {
    return [{ ...TIMESTAMP, outcome: 'fail', message: 'a timestamp key was given, and the token has no timestamp' }];
  }
  const { bytes: data, signature, signatureAlgorithm: algorithm } = timestamp;
  const subject = `the HSM's signature over the timestamp`;
  return checkSignature({ ...TIMESTAMP, subject, algorithm, key: readKey(timestampKey), data, signature }, platform);
}

function readKey(spki: Uint8Array): PublicKey {
  try {
    return parsePublicKey(spki);
  } catch (cause) {
    if (cause instanceof CryptoError) throw new ApprovalError('approver-invalid', { path: 'timestampKey', cause });
    throw cause;
  }
}
