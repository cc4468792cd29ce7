import {
  traceAttestationKey,
  traceFetchModifyTasksRequest,
  traceFetchModifyTasksResponse,
  traceFetchSignTasksRequest,
  traceFetchSignTasksResponse,
  traceModifyApprovalRequest,
  traceModifyAttestation,
  traceModifyAttestationSignature,
  traceSignApprovalRequest,
  traceSignAttestation,
  traceSignAttestationSignature,
  traceTimestampKey,
} from '@quorate/vectors';
import { describe, expect, test } from 'vitest';
import {
  approvalAlgorithm,
  describeKey,
  parsePublicKey,
  signatureAlgorithmByName,
  signatureAlgorithmOfDer,
  type VerificationInput,
  verifySignature,
} from '../src/index.ts';
import { fromBase64 } from './support/hex.ts';

interface Approval {
  readonly approvalToBeSigned: string;
  readonly signature: string;
  readonly approvalDigestAlgorithm: string;
  readonly approverPublicKey: string;
}

interface Proof {
  readonly timestamp: string;
  readonly timestampSignature: string;
  readonly timestampDigestAlgorithm: string;
  readonly approverPublicKey: string;
}

interface Tasks {
  readonly tasks: readonly { timestamp: string; timestampSignature: string; timestampSignatureAlgorithm: string }[];
}

function approval(body: string): VerificationInput {
  const fields = JSON.parse(body) as Approval;
  const key = parsePublicKey(fromBase64(fields.approverPublicKey));
  return {
    key,
    algorithm: approvalAlgorithm(fields.approvalDigestAlgorithm, key),
    data: fromBase64(fields.approvalToBeSigned),
    signature: fromBase64(fields.signature),
  };
}

function proof(body: string): VerificationInput {
  const fields = JSON.parse(body) as Proof;
  const key = parsePublicKey(fromBase64(fields.approverPublicKey));
  return {
    key,
    algorithm: approvalAlgorithm(fields.timestampDigestAlgorithm, key),
    data: new TextEncoder().encode(fields.timestamp),
    signature: fromBase64(fields.timestampSignature),
  };
}

function timestamp(body: string): VerificationInput {
  const task = (JSON.parse(body) as Tasks).tasks[0];
  if (task === undefined) throw new Error('no task');
  return {
    key: parsePublicKey(traceTimestampKey),
    algorithm: signatureAlgorithmByName(task.timestampSignatureAlgorithm),
    data: fromBase64(task.timestamp),
    signature: fromBase64(task.timestampSignature),
  };
}

function attestation(xml: string, signature: Uint8Array): VerificationInput {
  const algorithm = signatureAlgorithmByName('SHA256_WITH_RSA');
  return { key: parsePublicKey(traceAttestationKey), algorithm, data: new TextEncoder().encode(xml), signature };
}

/** Every signature of the trace whose key is known, with the key and the algorithm it was made with. */
const signatures: readonly [string, string, string, VerificationInput][] = [
  ['approval of the modification', 'EC P-384', 'ecdsa-with-SHA256', approval(traceModifyApprovalRequest)],
  ['approval of the signature', 'EC secp256k1', 'ecdsa-with-SHA256', approval(traceSignApprovalRequest)],
  ['proof, modification', 'EC P-384', 'ecdsa-with-SHA256', proof(traceFetchModifyTasksRequest)],
  ['proof, signature', 'EC secp256k1', 'ecdsa-with-SHA256', proof(traceFetchSignTasksRequest)],
  ['timestamp, modification', 'EC secp256k1', 'ecdsa-with-SHA256', timestamp(traceFetchModifyTasksResponse)],
  ['timestamp, signature', 'EC secp256k1', 'ecdsa-with-SHA256', timestamp(traceFetchSignTasksResponse)],
  [
    'attestation, modification',
    'RSA 3072',
    'sha256WithRSAEncryption',
    attestation(traceModifyAttestation, traceModifyAttestationSignature),
  ],
  [
    'attestation, signature',
    'RSA 3072',
    'sha256WithRSAEncryption',
    attestation(traceSignAttestation, traceSignAttestationSignature),
  ],
];

describe('real signatures of a real conversation', () => {
  test.each(signatures)('%s: by a key that is %s, with %s, verifies', (_, key, algorithm, input) => {
    expect(describeKey(input.key)).toBe(key);
    expect(input.algorithm.name).toBe(algorithm);
    expect(verifySignature(input)).toEqual({ valid: true, weaknesses: [] });
  });

  test.each(signatures)('%s: not with one bit of the data or of the signature flipped', (_name, _key, _alg, input) => {
    const flipped = (bytes: Uint8Array): Uint8Array =>
      bytes.map((octet, i) => (i === bytes.length - 1 ? octet ^ 1 : octet));
    expect(verifySignature({ ...input, data: flipped(input.data) })).toMatchObject({ reason: 'signature-mismatch' });
    expect(verifySignature({ ...input, signature: flipped(input.signature) }).valid).toBe(false);
  });

  test('an attestation without its final line feeds does not verify', () => {
    const trimmed = traceSignAttestation.trimEnd();
    expect(trimmed).toHaveLength(traceSignAttestation.length - 2);
    expect(verifySignature(attestation(trimmed, traceSignAttestationSignature)).valid).toBe(false);
  });

  test('the algorithm an HSM writes inside an approval token has a NULL too many, and is taken when asked to', () => {
    // Inside the timestamp element of both tokens (SKA.md 4.3).
    const written = Uint8Array.of(0x30, 0x0c, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02, 0x05, 0x00);
    expect(() => signatureAlgorithmOfDer(written)).toThrow('algorithm parameters');
    const algorithm = signatureAlgorithmOfDer(written, { nullParameters: 'tolerate' });
    expect(algorithm).toBe(signatureAlgorithmByName('SHA256_WITH_ECDSA'));
  });
});
