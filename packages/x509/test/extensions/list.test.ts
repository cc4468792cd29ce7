import { encodeBoolean, encodeInteger, encodeNull, encodeSequence } from '@quorate/der';
import { issuedCertificate } from '@quorate/vectors';
import { expect, test } from 'vitest';
import {
  certificateExtensions,
  extensionName,
  parseCertificate,
  purposeName,
  purposeOid,
  X509Error,
} from '../../src/index.ts';
import { certificateOf, decoded, extensionOf, hex } from './support.ts';

const absent = {
  basicConstraints: null,
  keyUsage: null,
  extendedKeyUsage: null,
  subjectKeyIdentifier: null,
  authorityKeyIdentifier: null,
  subjectAltName: null,
  issuerAltName: null,
  nameConstraints: null,
  certificatePolicies: null,
  policyMappings: null,
  policyConstraints: null,
  inhibitAnyPolicy: null,
  crlDistributionPoints: null,
  freshestCrl: null,
  authorityInfoAccess: null,
  subjectInfoAccess: null,
};

test('a certificate without extensions has none of them', () => {
  expect(certificateExtensions(parseCertificate(certificateOf()))).toEqual({ ...absent, other: [] });
});

test('an extension that is not of RFC 5280, 4.2 stays as it is', () => {
  const read = certificateExtensions(
    parseCertificate(certificateOf(extensionOf('1.2.3', hex('ff')), extensionOf('2.5.29.9', hex(''), true))),
  );
  expect(read).toEqual({
    ...absent,
    other: [
      { oid: '1.2.3', critical: false, value: hex('ff') },
      { oid: '2.5.29.9', critical: true, value: hex('') },
    ],
  });
});

test('the certificate that was issued under an SKA key has neither keyUsage nor extKeyUsage nor basicConstraints', () => {
  const { keyUsage, extendedKeyUsage, basicConstraints, other } = certificateExtensions(
    parseCertificate(issuedCertificate),
  );
  expect({ keyUsage, extendedKeyUsage, basicConstraints, other }).toEqual({
    keyUsage: null,
    extendedKeyUsage: null,
    basicConstraints: null,
    other: [],
  });
});

test('what is malformed says in which extension of what, and where in its value', () => {
  const error = caught(() => decoded('2.5.29.19', encodeSequence(encodeBoolean(true), encodeInteger(-1))));
  expect(error).toMatchObject({
    name: 'X509Error',
    code: 'malformed',
    object: 'certificate',
    extension: 'basicConstraints',
    offset: 7,
  });
  expect(error.message).toBe(
    'certificate: in the value of extension basicConstraints: malformed: integer out of range at byte 7',
  );
  const repeated = caught(() =>
    parseCertificate(certificateOf(extensionOf('1.2', hex('')), extensionOf('1.2', hex('')))),
  );
  expect(repeated).toMatchObject({ code: 'extension-repeated', object: 'certificate', extension: undefined });
});

test('a value that nests 10,000 deep is refused', () => {
  let value = encodeNull();
  for (let depth = 0; depth < 10_000; depth++) value = encodeSequence(value);
  const qualifier = encodeSequence(
    encodeSequence(hex('06022a03'), encodeSequence(encodeSequence(hex('06022a03'), value))),
  );
  expect(caught(() => decoded('2.5.29.32', qualifier)).message).toMatch(
    /^certificate: .*depth exceeded .* limit is 64$/,
  );
});

function caught(run: () => unknown): X509Error {
  try {
    run();
  } catch (error) {
    if (error instanceof X509Error) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

test('the names of RFC 5280 and the OIDs of purposes go both ways', () => {
  const names = [
    'serverAuth',
    'clientAuth',
    'codeSigning',
    'emailProtection',
    'timeStamping',
    'OCSPSigning',
    'anyExtendedKeyUsage',
  ];
  for (const name of names) expect(purposeName(purposeOid(name) ?? '')).toBe(name);
  expect(purposeOid('serverAuth')).toBe('1.3.6.1.5.5.7.3.1');
  expect(purposeOid('OCSPSigning')).toBe('1.3.6.1.5.5.7.3.9');
  expect([purposeOid('toString'), purposeName('1.2.3'), purposeName('serverAuth')]).toEqual([null, null, null]);
  expect([extensionName('2.5.29.37'), extensionName('1.2.3'), extensionName('constructor')]).toEqual([
    'extKeyUsage',
    null,
    null,
  ]);
});
