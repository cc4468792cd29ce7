import { encodePem } from '@quorate/der';
import {
  issuedCertificate,
  issuedCsr,
  issuedCsrRequest,
  issuedSignRequest,
  seedSelfSignRequest,
  traceSignRequest,
} from '@quorate/vectors';
import { parseCertificate } from '@quorate/x509';
import { describe, expect, test } from 'vitest';
import { certificateBodyOf, readSignRequest, signBodyOf } from '../../src/index.ts';
import { inside, json } from '../support/json.ts';
import { DAY, paths, profileOf, rsa, START, sent } from './support.ts';

const text = (value: unknown): string => JSON.stringify(value, null, 2);

describe('the published bodies, member for member and in their order', () => {
  test('the self-signed CA that this project began with', () => {
    const profile = profileOf({
      subject: [{ type: 'commonName', value: 'Approver-Intermediate-CA' }],
      notAfter: START + 3650 * DAY,
      basicConstraints: { ca: true },
      keyUsage: ['keyCertSign', 'digitalSignature'],
      extendedKeyUsage: ['anyExtendedKeyUsage'],
      authorityKeyIdentifier: null,
      critical: { extendedKeyUsage: true },
    });
    const made = certificateBodyOf({
      profile,
      kind: 'selfsign',
      dialect: 'commonName',
      keyName: 'CA.approver.securosys.com',
    });
    expect(text(made.body)).toBe(seedSelfSignRequest);
    expect(made.path).toBe('/v1/certificate/selfsign');
    expect(paths(made.notExpressible)).toEqual([
      'subject',
      'notBefore',
      'notAfter',
      'serialNumber',
      'critical.basicConstraints',
    ]);
  });

  test('the request for a CSR', () => {
    const made = certificateBodyOf({
      profile: profileOf({
        subject: [{ type: 'commonName', value: 'Approver-Intermediate-SUB' }],
        notAfter: START + 365 * DAY,
        extendedKeyUsage: ['codeSigning'],
      }),
      kind: 'request',
      dialect: 'commonName',
      keyName: 'sub.approver.securosys.com',
      algorithm: rsa,
    });
    expect(text(made.body)).toBe(issuedCsrRequest);
    expect(paths(made.notExpressible)).toContain('notAfter (in the body)');
  });

  test('the certificate for that CSR; the list foretells in which ways the real one differs', () => {
    const made = certificateBodyOf({
      profile: profileOf({
        subject: [{ type: 'commonName', value: 'Approver-Intermediate-SUB' }],
        extendedKeyUsage: ['2.5.29.37.0'],
      }),
      kind: 'sign',
      dialect: 'commonName',
      keyName: 'CA.approver.securosys.com',
      csr: issuedCsr,
    });
    const certificateSigningRequest = encodePem({ label: 'CERTIFICATE REQUEST', bytes: issuedCsr });
    const published = json(issuedSignRequest);
    inside(published, 'signCertificateRequest')['certificateSigningRequest'] = certificateSigningRequest;
    expect(text(made.body)).toBe(text(published));
    // What came back has neither usages nor a serial number, and PrintableString.
    const returned = parseCertificate(issuedCertificate);
    expect(returned.serialNumber).toEqual(Uint8Array.of(0));
    expect(paths(made.notExpressible)).toEqual([
      'subject',
      'notBefore',
      'notAfter',
      'serialNumber',
      'keyUsage (in the body)',
      'extendedKeyUsage (in the body)',
      'critical.extendedKeyUsage',
    ]);
  });

  test('a signRequest has the members of the real one, for what an HSM really signed', () => {
    const { tbs } = parseCertificate(issuedCertificate);
    const made = signBodyOf({
      tbs,
      keyName: 'CA.approver.securosys.com',
      keyPassword: 'a1',
      metaData: new TextEncoder().encode('SomeMetaData'),
      metaDataSignature: new TextEncoder().encode('MetaDataSignature'),
    });
    const real = inside(json(traceSignRequest), 'signRequest');
    const ours = inside(json(text(made.body)), 'signRequest');
    expect(Object.keys(ours)).toEqual(Object.keys(real));
    expect(Object.keys(made.body)).toEqual(Object.keys(json(traceSignRequest)));
    for (const same of ['payloadType', 'metaData', 'metaDataSignature', 'signatureType']) {
      expect(ours[same]).toEqual(real[same]);
    }
    expect(readSignRequest(sent(made))).toMatchObject({
      payload: tbs,
      keyName: 'CA.approver.securosys.com',
      keyPassword: 'a1',
      signatureAlgorithm: 'SHA256_WITH_RSA',
      unknown: [],
    });
    expect(ours['keyPassword']).toEqual(['a', '1']);
    expect(made.notExpressible).toEqual([]);
  });
});
