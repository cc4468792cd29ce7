import { keyUsageNames } from '@quorate/x509';
import fc from 'fast-check';
import { openCriticality } from '../../src/extension/criticality.ts';
import { reasonFlags } from '../../src/extension/distribution-points.ts';
import { qcTypes } from '../../src/extension/qc-statements.ts';
import { allowableCodes, keyIdentifierMethods, presetNames } from '../../src/index.ts';
import { deceptiveCharacter } from '../../src/text.ts';

/** JSON that a reader of profiles takes. */
export type Json = Record<string, unknown>;

const oid = fc
  .tuple(fc.constantFrom('1.2', '2.999', '1.3.6.1.4.1'), fc.array(fc.nat(100_000), { minLength: 1, maxLength: 4 }))
  .map(([root, arcs]) => [root, ...arcs].join('.'));
/** Strict DER in an element. */
const der = fc.constantFrom('hex:0500', 'hex:3000', 'hex:0c0161', 'base64:AgEF', 'hex:30060201010201ff');
const sequence = fc.constantFrom('hex:3000', 'hex:30030101ff', 'base64:MAMBAf8=');
const label = fc.stringMatching(/^[a-z0-9]{1,8}$/);
const host = fc.tuple(label, fc.constantFrom('example', 'example.org', 'a-b.test')).map((parts) => parts.join('.'));
const uri = host.map((name) => `http://${name}/path?x=%20`);
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((text) => !/[\p{C}\p{Zl}\p{Zp}]/u.test(text) && deceptiveCharacter(text) === null);
const type = fc.constantFrom('commonName', 'organizationName', 'localityName', '2.5.4.4', '1.2.3.4.5');
const printable = fc.record({
  type,
  value: fc.stringMatching(/^[A-Za-z0-9 '()+,./:=?-]{1,20}$/),
  string: fc.constantFrom('PrintableString', 'UTF8String'),
});
const country = fc.constantFrom({ type: 'countryName', value: 'CH' }, { type: '2.5.4.6', value: 'LI' });
const attribute = fc.oneof(fc.record({ type, value: words }), printable, country);
export const nameArbitrary: fc.Arbitrary<{ type: string; value: string }[]> = fc.array(attribute, {
  minLength: 1,
  maxLength: 4,
});

const address = fc.oneof(
  fc.ipV4(),
  fc.ipV6().filter((text) => !text.includes('.')),
  fc.constantFrom('2001:db8::1', '::', '::1', '1::'),
);
const other = [
  fc.record({ type: fc.constant('directoryName'), name: nameArbitrary }),
  fc.record({ type: fc.constant('registeredID'), oid }),
  fc.record({ type: fc.constant('otherName'), oid, der }),
  fc.record({ type: fc.constantFrom('x400Address', 'ediPartyName'), der: sequence }),
];
export const generalName: fc.Arbitrary<Json> = fc.oneof(
  fc.record({ type: fc.constant('dNSName'), value: host }),
  fc.record({ type: fc.constant('rfc822Name'), value: host.map((name) => `a.b@${name}`) }),
  fc.record({ type: fc.constant('uniformResourceIdentifier'), value: uri }),
  fc.record({ type: fc.constant('iPAddress'), value: address }),
  ...other,
);
const base: fc.Arbitrary<Json> = fc.oneof(
  fc.record({ type: fc.constant('dNSName'), value: fc.oneof(host, fc.constant('')) }),
  fc.record({
    type: fc.constant('rfc822Name'),
    value: fc.oneof(
      host,
      host.map((name) => `.${name}`),
      fc.constant('a@b.example'),
    ),
  }),
  fc.record({
    type: fc.constant('uniformResourceIdentifier'),
    value: fc.oneof(
      host,
      host.map((name) => `.${name}`),
    ),
  }),
  fc.record({
    type: fc.constant('iPAddress'),
    value: fc.constantFrom('10.0.0.0/8', '0.0.0.0/0', '192.0.2.128/25', '::/0', '2001:db8::/33', '::1/128'),
  }),
  ...other,
);
const list = <T>(item: fc.Arbitrary<T>, maxLength = 3) => fc.array(item, { minLength: 1, maxLength });
const once = <T>(item: fc.Arbitrary<T>, by: (value: T) => unknown, maxLength = 3) =>
  fc.uniqueArray(item, { minLength: 1, maxLength, selector: by });
const names = list(generalName);
const directory = list(fc.record({ type: fc.constant('directoryName'), name: nameArbitrary }), 2);
const point = fc.oneof(
  fc.record({ uri, reasons: fc.subarray([...reasonFlags], { minLength: 1 }) }, { requiredKeys: ['uri'] }),
  fc.record({ fullName: names, cRLIssuer: directory }, { requiredKeys: ['fullName'] }),
  fc.record({ cRLIssuer: directory }),
);
const way = (methods: readonly string[]) => {
  const method = fc.oneof(fc.constantFrom(...methods), oid);
  return list(fc.oneof(fc.record({ method, uri }), fc.record({ method, location: generalName })));
};
const skipped = fc.nat(255);
const notice = fc.record({ organization: words, noticeNumbers: list(fc.nat(1000)) });
const qualifier = fc.oneof(
  fc.record({ type: fc.constant('cps'), uri }),
  fc.record(
    { type: fc.constant('userNotice'), noticeRef: notice, explicitText: words },
    { requiredKeys: ['type', 'explicitText'] },
  ),
);
const policy = fc.record(
  { policy: fc.oneof(oid, fc.constant('anyPolicy')), qualifiers: list(qualifier, 2) },
  { requiredKeys: ['policy'] },
);
const statement = fc.oneof(
  fc.record({ type: fc.constantFrom('qcCompliance', 'qcSSCD') }),
  fc.record({ type: fc.constant('qcType'), types: fc.subarray([...qcTypes], { minLength: 1 }) }),
  fc.record({ type: fc.constant('qcRetentionPeriod'), years: fc.nat(1000) }),
  fc.record({
    type: fc.constant('qcLimitValue'),
    currency: fc.constantFrom('CHF', 'EUR'),
    amount: fc.nat(1_000_000),
    exponent: fc.integer({ min: -100, max: 100 }),
  }),
  fc.record({
    type: fc.constant('qcPDS'),
    locations: list(
      fc.record({ url: uri.map((text) => text.replace('http', 'https')), language: fc.constantFrom('en', 'de') }),
    ),
  }),
  fc.record({ type: fc.constant('qcCClegislation'), countries: fc.subarray(['CH', 'LI', 'UK'], { minLength: 1 }) }),
  fc.record(
    { type: fc.constantFrom('pkixQCSyntax-v1', 'pkixQCSyntax-v2'), semanticsIdentifier: oid },
    { requiredKeys: ['type'] },
  ),
  fc.record({ type: fc.constant('other'), oid, der }, { requiredKeys: ['type', 'oid'] }),
);

/** Members that any certificate may have. */
const anybody = {
  extendedKeyUsage: once(fc.oneof(fc.constantFrom('serverAuth', 'clientAuth', 'documentSigning'), oid), (it) => it),
  subjectAltName: names,
  issuerAltName: names,
  subjectKeyIdentifier: fc.oneof(fc.constantFrom(...keyIdentifierMethods), fc.constantFrom('hex:0102', 'base64:AQID')),
  authorityKeyIdentifier: fc.constantFrom('key-identifier', 'with-issuer-and-serial'),
  certificatePolicies: once(policy, (it) => it.policy),
  crlDistributionPoints: list(point),
  freshestCrl: list(point),
  authorityInfoAccess: way(['ocsp', 'caIssuers']),
  subjectInfoAccess: way(['timeStamping', 'caRepository']),
  tlsFeature: once(
    fc.oneof(fc.constantFrom('status_request', 'status_request_v2'), fc.integer({ min: 20, max: 65535 })),
    (it) => it,
  ),
  qcStatements: once(statement, (it) => ('oid' in it ? it.oid : it.type)),
  ocspNoCheck: fc.boolean(),
  extensions: once(fc.record({ oid: oid.map((text) => `${text}.1.7`), critical: fc.boolean(), der }), (it) => it.oid),
};

/** Members that are for a CA alone. */
const ofCa = {
  nameConstraints: fc.record({ permitted: list(base), excluded: list(base) }, { requiredKeys: ['permitted'] }),
  policyMappings: once(
    fc.record({ issuerDomainPolicy: oid, subjectDomainPolicy: oid }),
    (it) => `${it.issuerDomainPolicy} ${it.subjectDomainPolicy}`,
  ),
  policyConstraints: fc.record(
    { requireExplicitPolicy: skipped, inhibitPolicyMapping: skipped },
    { requiredKeys: ['inhibitPolicyMapping'] },
  ),
  inhibitAnyPolicy: skipped,
};

const time = fc
  .integer({ min: -631152000, max: 4_000_000_000 })
  .map((seconds) => new Date(seconds * 1000).toISOString().replace('.000', ''));
const end = fc.oneof(
  fc.constant('never'),
  fc
    .tuple(fc.integer({ min: 1, max: 40_000 }), fc.constantFrom('D', 'H'))
    .map(([count, unit]) => (unit === 'D' ? `P${count}D` : `PT${count}H`)),
);

/** The heads of profiles: all but the extensions. */
const head = {
  note: words,
  quorum: fc.integer({ min: 1, max: 9 }),
  allow: once(
    fc.record({ code: fc.constantFrom(...allowableCodes), because: words.map((text) => `x${text}`) }),
    (it) => it.code,
  ),
};

function assemble(kind: 'ca' | 'leaf'): fc.Arbitrary<Json> {
  const ca = kind === 'ca';
  const required = fc.record({
    subject: nameArbitrary,
    notBefore: time,
    notAfter: end,
    serialNumber: fc.oneof(
      fc.bigInt({ min: 1n, max: (1n << 159n) - 1n }).map((value) => `0x${value.toString(16)}`),
      fc.constant('random'),
    ),
    signatureAlgorithm: fc.constant('SHA256_WITH_ECDSA'),
  });
  const usages = keyUsageNames.filter((name) => !['keyCertSign', 'encipherOnly', 'decipherOnly'].includes(name));
  const authority = fc.record({
    basicConstraints: ca
      ? fc.record({ ca: fc.constant(true), pathLen: fc.nat(255) }, { requiredKeys: ['ca'] })
      : fc.constantFrom(null, { ca: false }),
    keyUsage: fc
      .subarray([...usages])
      .map((chosen) => (ca ? ['keyCertSign', ...chosen] : chosen.length === 0 ? null : chosen)),
  });
  const optional = fc.record({ ...head, ...anybody, ...(ca ? ofCa : {}) }, { requiredKeys: [] });
  const choices = fc.dictionary(fc.constantFrom(...openCriticality), fc.boolean(), {
    maxKeys: 6,
    noNullPrototype: true,
  });
  return fc.tuple(required, authority, optional, choices).map(([first, second, third, chosen]): Json => {
    const { extendedKeyUsage: purposes = [], ocspNoCheck } = third;
    // Which is for OCSP responders.
    const responder = ocspNoCheck === true ? { extendedKeyUsage: [...purposes, 'OCSPSigning'] } : {};
    const profile: Json = { ...first, ...second, ...third, ...responder };
    const critical = Object.entries(chosen).filter(
      ([name]) =>
        profile[name] !== undefined &&
        profile[name] !== null &&
        profile[name] !== false &&
        !(ca && name === 'basicConstraints'),
    );
    return critical.length === 0 ? profile : { ...profile, critical: Object.fromEntries(critical) };
  });
}

/** Profiles of CAs, any member but `lint`, `csr` and presets; what they say need not make sense to lint. */
export const caProfile: fc.Arbitrary<Json> = assemble('ca');
/** Likewise of what is no CA. */
export const leafProfileJson: fc.Arbitrary<Json> = assemble('leaf');
/** With a preset and little else. */
export const presetProfile: fc.Arbitrary<Json> = fc
  .tuple(leafProfileJson, fc.constantFrom(...presetNames))
  .map(
    ([{ basicConstraints: _b, keyUsage: _k, critical: _c, ocspNoCheck: _o, extendedKeyUsage: _e, ...rest }, name]) => ({
      ...rest,
      extends: name,
    }),
  );
