import { type Signer, signatureAlgorithmByName } from '@quorate/crypto';
import { softwareSigner } from '@quorate/crypto/software';
import { describe, expect, test } from 'vitest';
import {
  type Credential,
  certificateCredential,
  defaultDigest,
  publicKeyCredential,
  readApprovalRequest,
  readTasksRequest,
  signApproval,
  signTasksRequest,
  verifyApproval,
  verifyTasksRequest,
} from '../src/index.ts';
import { certificateOf } from './support/certificate.ts';
import {
  dsaPair,
  ecPair,
  ed448Pair,
  ed25519Pair,
  opensslSigner,
  opensslVerifies,
  type Pair,
  rsaPair,
} from './support/keys.ts';
import { rejection } from './support/refusal.ts';
import { utf8 } from './support/tlv.ts';
import { fromBase64, halves, sign } from './support/trace.ts';

const TIMESTAMP = '2026-01-05T09:00:00.5+01:00';
const digests = ['SHA-224', 'SHA-256', 'SHA-384', 'SHA-512', 'SHA3-224', 'SHA3-256', 'SHA3-384', 'SHA3-512'];
const p256 = ecPair('prime256v1');

const software = (pair: Pair): Signer =>
  softwareSigner(Uint8Array.from(pair.privateKey.export({ type: 'pkcs8', format: 'der' })));

const kinds: readonly (readonly [string, Pair, readonly string[], readonly ((pair: Pair) => Signer)[]])[] = [
  ['RSA 2048', rsaPair(2048), digests, [opensslSigner, software]],
  ['EC P-256', p256, digests, [opensslSigner, software]],
  ['EC P-384', ecPair('secp384r1'), ['SHA-256', 'SHA-384'], [opensslSigner, software]],
  ['EC P-521', ecPair('secp521r1'), ['SHA-256', 'SHA-512'], [opensslSigner, software]],
  ['EC secp256k1', ecPair('secp256k1'), ['SHA-256', 'SHA3-256'], [opensslSigner, software]],
  ['EC brainpoolP256r1', ecPair('brainpoolP256r1'), ['SHA-256'], [opensslSigner, software]],
  ['Ed25519', ed25519Pair(), ['EdDSA'], [opensslSigner, software]],
  ['Ed448', ed448Pair(), ['EdDSA'], [opensslSigner, software]],
  ['DSA 2048', dsaPair(), ['SHA-256', 'SHA-512'], [opensslSigner]],
];

describe('what is signed here, OpenSSL verifies over the bytes alone', () => {
  for (const [name, pair, names, signers] of kinds) {
    test(name, async () => {
      for (const digestAlgorithm of names) {
        const digest = digestAlgorithm === 'EdDSA' ? null : digestAlgorithm;
        for (const make of signers) {
          const input = { approver: publicKeyCredential(pair.spki), signer: make(pair), digestAlgorithm };
          const body = await signApproval({ ...input, id: 'task', token: sign.token });
          expect(fromBase64(body.approvalToBeSigned)).toEqual(sign.token);
          expect(opensslVerifies(digest, sign.token, pair, fromBase64(body.signature))).toBe(true);
          expect(verifyApproval(readApprovalRequest(body)).verdict).toBe('pass');

          const asked = await signTasksRequest({ ...input, timestamp: TIMESTAMP });
          expect(opensslVerifies(digest, utf8(TIMESTAMP), pair, fromBase64(asked.timestampSignature))).toBe(true);
          expect(verifyTasksRequest(readTasksRequest(asked)).verdict).toBe('pass');
        }
      }
    });
  }
});

describe('the bodies', () => {
  const approver = publicKeyCredential(p256.spki);
  const signer = opensslSigner(p256);

  test('an approval has the documented members, in their order', async () => {
    const body = await signApproval({ id: 'task', token: sign.token, approver, signer });
    expect(Object.keys(body)).toEqual(Object.keys(sign.approvalBody));
    expect({ ...body, signature: '' }).toEqual({
      id: 'task',
      approvalToBeSigned: sign.approvalBody['approvalToBeSigned'],
      signature: '',
      approvalDigestAlgorithm: 'SHA-256',
      approverPublicKey: Buffer.from(p256.spki).toString('base64'),
      approverCertificate: null,
    });
  });

  test('a request for tasks has the documented members, in their order', async () => {
    const body = await signTasksRequest({ timestamp: TIMESTAMP, approver, signer });
    expect(Object.keys(body)).toEqual(Object.keys(sign.tasksBody));
    expect({ ...body, timestampSignature: '' }).toEqual({
      timestamp: TIMESTAMP,
      timestampSignature: '',
      timestampSigningCertificate: null,
      approverPublicKey: Buffer.from(p256.spki).toString('base64'),
      approverCertificate: null,
      timestampDigestAlgorithm: 'SHA-256',
      id: null,
      requestId: null,
      detailLevel: 'level5',
      paging: null,
    });
    const paging = { pageNumber: 2, pageSize: 10 };
    const chosen = { id: 'i', requestId: 'r', detailLevel: 'level1', paging };
    expect(await signTasksRequest({ timestamp: TIMESTAMP, approver, signer, ...chosen })).toMatchObject(chosen);
  });

  test('an approver known by a certificate sends the certificate, unchanged', async () => {
    const certificate = certificateOf(p256, 'Nina');
    const known = certificateCredential(certificate);
    const body = await signApproval({ id: 'task', token: sign.token, approver: known, signer });
    expect([body.approverPublicKey, fromBase64(body.approverCertificate)]).toEqual([null, certificate]);
    expect(verifyApproval(readApprovalRequest(body)).verdict).toBe('pass');
    const asked = await signTasksRequest({ timestamp: TIMESTAMP, approver: known, signer });
    expect([asked.approverPublicKey, fromBase64(asked.approverCertificate)]).toEqual([null, certificate]);
  });

  test('the real approvals could have been made here: all but the signature is the same', async () => {
    for (const { token, approvalBody } of halves) {
      const { approver: real } = readApprovalRequest(approvalBody);
      const replay: Signer = { publicKey: real.bytes, sign: async () => fromBase64(approvalBody['signature']) };
      const body = await signApproval({ id: approvalBody['id'] as string, token, approver: real, signer: replay });
      expect(body).toEqual({ ...approvalBody });
    }
  });

  test('the digest name is SHA-256 unless the key takes the data themselves', () => {
    const names = kinds.map(([, pair]) => defaultDigest(publicKeyCredential(pair.spki)));
    expect(names.map((name) => name === 'EdDSA')).toEqual(kinds.map(([name]) => name.startsWith('Ed')));
    expect(new Set(names)).toEqual(new Set(['SHA-256', 'EdDSA']));
  });
});

describe('what a signer may not do', () => {
  const approver: Credential = publicKeyCredential(p256.spki);
  const returning = (signature: Uint8Array): Signer => ({ publicKey: p256.spki, sign: async () => signature });
  const approvals = (signer: Signer): Promise<unknown>[] => [
    signApproval({ id: 'task', token: sign.token, approver, signer }),
    signTasksRequest({ timestamp: TIMESTAMP, approver, signer }),
  ];

  test('return garbage, nothing, or the signature of another key or over other bytes', async () => {
    const real = fromBase64(sign.approvalBody['signature']);
    const other = opensslSigner(ecPair('prime256v1'));
    const elsewhere: Signer = {
      publicKey: p256.spki,
      sign: (data, algorithm) => opensslSigner(p256).sign(data.subarray(1), algorithm),
    };
    const otherDigest: Signer = {
      publicKey: p256.spki,
      sign: (data) => opensslSigner(p256).sign(data, signatureAlgorithmByName('SHA512_WITH_ECDSA')),
    };
    const bad = [new Uint8Array(0), new Uint8Array(64).fill(7), real, sign.token].map(returning);
    for (const signer of [...bad, other, elsewhere, otherDigest]) {
      for (const attempt of approvals(signer)) expect((await rejection(attempt)).code).toBe('signature-invalid');
    }
  });

  test('change the bytes it was given to sign', async () => {
    const token = sign.token.slice();
    const changing: Signer = {
      publicKey: p256.spki,
      sign: (data, algorithm) => {
        data[12] = 0x58;
        return opensslSigner(p256).sign(data, algorithm);
      },
    };
    const attempt = signApproval({ id: 'task', token, approver, signer: changing });
    expect((await rejection(attempt)).code).toBe('signature-invalid');
    expect(token).toEqual(sign.token);
  });

  test('fail in silence: what it throws comes through', async () => {
    const fault = new Error('the card was taken out');
    const failing: Signer = { publicKey: p256.spki, sign: () => Promise.reject(fault) };
    for (const attempt of approvals(failing)) await expect(attempt).rejects.toBe(fault);
  });

  test('be asked at all for a token that is none, a digest that does not fit, a time without a zone', async () => {
    let asked = 0;
    const counting: Signer = {
      publicKey: p256.spki,
      sign: async () => {
        asked++;
        return new Uint8Array(0);
      },
    };
    const input = { approver, signer: counting };
    const cut = signApproval({ ...input, id: 'task', token: sign.token.subarray(1) });
    expect((await rejection(cut)).code).toBe('token-malformed');
    for (const digestAlgorithm of ['EdDSA', 'SHA-1', 'sha-256', '']) {
      const one = await rejection(signApproval({ ...input, id: 'task', token: sign.token, digestAlgorithm }));
      expect([one.code, one.path]).toEqual(['digest-invalid', 'approvalDigestAlgorithm']);
      const two = await rejection(signTasksRequest({ ...input, timestamp: TIMESTAMP, digestAlgorithm }));
      expect([two.code, two.path]).toEqual(['digest-invalid', 'timestampDigestAlgorithm']);
    }
    for (const timestamp of ['', 'now', '2026-01-05T09:00:00', '9999-12-31T23:59:59-01:00']) {
      await expect(signTasksRequest({ ...input, timestamp })).rejects.toThrow(TypeError);
    }
    expect(asked).toBe(0);
  });
});
