import { sign } from 'node:crypto';
import { encodeSignatureAlgorithm, signatureAlgorithmByName, signatureAlgorithms } from '@quorate/crypto';
import { assemble, buildCsrInfo, buildTbs, buildTbsCertList } from '@quorate/issue';
import { issuedCertificate } from '@quorate/vectors';
import { parseCertificate } from '@quorate/x509';
import { describe, expect, test } from 'vitest';
import { readSignRequest, signBodyOf } from '../../src/index.ts';
import { refusal } from '../support/json.ts';
import { DAY, ecdsa, ecKey, profileOf, rsa, START, sent } from './support.ts';

const keyName = 'CA.example.org';
const key = ecKey();
const root = profileOf({
  signatureAlgorithm: ecdsa,
  basicConstraints: { ca: true, pathLen: 1 },
  keyUsage: ['keyCertSign', 'cRLSign'],
});
const { tbs } = buildTbs({ profile: root, issuer: 'self', publicKey: key.spki });
const info = buildCsrInfo({ profile: { subject: [{ type: 'commonName', value: 'leaf' }] }, publicKey: key.spki });

describe('the body that has bytes signed', () => {
  test('holds a TBSCertificate whole; the algorithm is the one inside it, the signature in DER', () => {
    const body = readSignRequest(sent(signBodyOf({ tbs, keyName })));
    expect(body).toMatchObject({
      payload: tbs,
      payloadType: 'UNSPECIFIED',
      signatureAlgorithm: 'SHA256_WITH_ECDSA',
      signatureType: 'DER',
      keyPassword: null,
      metaData: null,
      form: 'asynchronous',
    });
    expect(signatureAlgorithmByName(body.signatureAlgorithm)).toBe(ecdsa);
  });

  test('a TBSCertList as well', () => {
    const issuer = assemble({ tbs, algorithm: ecdsa, issuerKey: key.spki, signature: signed(tbs) });
    const times = { thisUpdate: START, nextUpdate: START + DAY };
    const profile = { signatureAlgorithm: ecdsa };
    const list = buildTbsCertList({ profile, issuer, revoked: [], crlNumber: 1, ...times }).tbs;
    expect(readSignRequest(sent(signBodyOf({ tbs: list, keyName }))).payload).toEqual(list);
  });

  test('a CertificationRequestInfo with an algorithm beside it, and not without', () => {
    const body = readSignRequest(sent(signBodyOf({ tbs: info, keyName, algorithm: rsa })));
    expect([body.payload, body.signatureAlgorithm, body.signatureType]).toEqual([info, 'SHA256_WITH_RSA', null]);
    expect(() => signBodyOf({ tbs: info, keyName })).toThrow(TypeError);
  });

  test('another algorithm than the one inside is refused, the same one taken', () => {
    expect(signBodyOf({ tbs, keyName, algorithm: ecdsa })).toEqual(signBodyOf({ tbs, keyName }));
    const { code, path } = refusal(() => signBodyOf({ tbs, keyName, algorithm: rsa }));
    expect([code, path]).toEqual(['algorithm-conflict', 'signatureAlgorithm']);
  });

  test('every algorithm with names in the interface gets the first of them, and reads as the same again', () => {
    let named = 0;
    for (const algorithm of signatureAlgorithms) {
      const make = () => signBodyOf({ tbs: info, keyName, algorithm });
      if (algorithm.restNames.length === 0) {
        expect(refusal(make).code).toBe('algorithm-unsupported');
        continue;
      }
      named += 1;
      expect(signatureAlgorithmByName(readSignRequest(sent(make())).signatureAlgorithm)).toBe(algorithm);
    }
    expect(named).toBe(26);
    const pss = signatureAlgorithmByName('SHA256_WITH_RSA_PSS');
    const salted = { ...pss, restNames: [], pss: { ...pss.pss, saltLength: 20 } } as typeof pss;
    expect(encodeSignatureAlgorithm(salted)).not.toEqual(encodeSignatureAlgorithm(pss));
    expect(refusal(() => signBodyOf({ tbs: info, keyName, algorithm: salted })).code).toBe('algorithm-unsupported');
  });

  test('a whole certificate, other bytes and too many of them are refused', () => {
    const code = (bytes: Uint8Array) => refusal(() => signBodyOf({ tbs: bytes, keyName })).code;
    expect(code(issuedCertificate)).toBe('tbs-invalid');
    expect(code(new Uint8Array(0))).toBe('tbs-invalid');
    expect(code(Uint8Array.of(...tbs, 0))).toBe('tbs-invalid');
    expect(code(new Uint8Array(65_535))).toBe('tbs-invalid');
    expect(code(new Uint8Array(65_536))).toBe('limit-exceeded');
    expect(signBodyOf({ tbs: parseCertificate(issuedCertificate).tbs, keyName }).notExpressible).toEqual([]);
  });

  test('a key name that is empty or deceives is refused; metadata signed without any is a mistake', () => {
    for (const bad of ['', 'CA\u202e.example', 'CA\n']) {
      const { code, path } = refusal(() => signBodyOf({ tbs, keyName: bad }));
      expect([code, path]).toEqual(['body-invalid', 'signKeyName']);
    }
    expect(() => signBodyOf({ tbs, keyName, metaDataSignature: Uint8Array.of(1) })).toThrow(TypeError);
  });
});

function signed(data: Uint8Array): Uint8Array {
  return Uint8Array.from(sign('sha256', data, key.privateKey));
}
