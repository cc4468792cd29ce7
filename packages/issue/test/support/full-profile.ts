import type { Json } from './arbitrary-profile.ts';

const uri = (value: string): Json => ({ type: 'uniformResourceIdentifier', value });
const directory = (value: string): Json => ({
  type: 'directoryName',
  name: [
    { type: 'countryName', value: 'CH' },
    { type: 'commonName', value },
  ],
});

const head: Json = {
  notBefore: '2026-01-01T07:31:12Z',
  notAfter: 'P5Y',
  signatureAlgorithm: 'SHA256_WITH_ECDSA',
};

/** A CA with every extension that a CA may have. */
export const fullCa: Json = {
  ...head,
  note: 'every extension of a CA',
  subject: [
    { type: 'countryName', value: 'CH' },
    { type: 'organizationName', value: 'Zürich, Quorum & Söhne' },
    { type: 'commonName', value: 'Full CA' },
  ],
  serialNumber: '0x6f12bb90aa03c4d5e6f7',
  basicConstraints: { ca: true, pathLen: 1 },
  keyUsage: ['keyCertSign', 'cRLSign'],
  extendedKeyUsage: ['serverAuth', 'clientAuth', 'OCSPSigning', '1.3.6.1.4.1.99999.1'],
  subjectAltName: [
    { type: 'rfc822Name', value: 'ca@example.org' },
    { type: 'dNSName', value: 'ca.example.org' },
    directory('Other name'),
    uri('https://ca.example.org/'),
    { type: 'iPAddress', value: '192.0.2.1' },
    { type: 'iPAddress', value: '2001:db8::1' },
    { type: 'registeredID', oid: '1.2.3.4' },
    { type: 'otherName', oid: '1.3.6.1.4.1.311.20.2.3', der: 'hex:0c0b63614061642e6c6f63616c' },
  ],
  issuerAltName: [{ type: 'rfc822Name', value: 'root@example.org' }],
  subjectKeyIdentifier: 'rfc5280-1',
  authorityKeyIdentifier: 'with-issuer-and-serial',
  nameConstraints: {
    permitted: [
      { type: 'dNSName', value: 'example.org' },
      { type: 'rfc822Name', value: '.example.org' },
      { type: 'iPAddress', value: '192.0.2.0/24' },
      { type: 'iPAddress', value: '2001:db8::/32' },
      uri('.example.org'),
      directory('Below'),
    ],
    excluded: [
      { type: 'dNSName', value: 'secret.example.org' },
      { type: 'iPAddress', value: '192.0.2.128/25' },
    ],
  },
  certificatePolicies: [
    {
      policy: '1.3.6.1.4.1.99999.2',
      qualifiers: [
        { type: 'cps', uri: 'https://ca.example.org/cps' },
        { type: 'userNotice', explicitText: 'No reliance.' },
      ],
    },
    { policy: '1.3.6.1.4.1.99999.3' },
  ],
  policyMappings: [{ issuerDomainPolicy: '1.3.6.1.4.1.99999.2', subjectDomainPolicy: '1.3.6.1.4.1.99999.4' }],
  policyConstraints: { requireExplicitPolicy: 3, inhibitPolicyMapping: 0 },
  inhibitAnyPolicy: 2,
  crlDistributionPoints: [
    { uri: 'http://crl.example.org/a.crl' },
    {
      fullName: [uri('http://crl.example.org/b.crl'), directory('CRL')],
      reasons: ['keyCompromise', 'cACompromise'],
      cRLIssuer: [directory('CRL issuer')],
    },
  ],
  freshestCrl: [{ uri: 'http://crl.example.org/delta.crl' }],
  authorityInfoAccess: [
    { method: 'ocsp', uri: 'http://ocsp.example.org/' },
    { method: 'caIssuers', uri: 'http://ca.example.org/root.cer' },
  ],
  subjectInfoAccess: [
    { method: 'caRepository', uri: 'http://ca.example.org/certificates.p7c' },
    { method: '1.3.6.1.5.5.7.48.3', location: { type: 'dNSName', value: 'tsa.example.org' } },
  ],
  tlsFeature: ['status_request', 17],
  qcStatements: [
    { type: 'qcCompliance' },
    { type: 'qcSSCD' },
    { type: 'qcType', types: ['eseal'] },
    { type: 'qcRetentionPeriod', years: 15 },
    { type: 'qcLimitValue', currency: 'CHF', amount: 5, exponent: 3 },
    { type: 'qcPDS', locations: [{ url: 'https://ca.example.org/pds', language: 'en' }] },
    { type: 'qcCClegislation', countries: ['CH'] },
    { type: 'pkixQCSyntax-v2', semanticsIdentifier: '0.4.0.194121.1.2' },
    { type: 'other', oid: '1.3.6.1.4.1.99999.5', der: 'hex:0500' },
  ],
  ocspNoCheck: true,
  extensions: [{ oid: '1.3.6.1.4.1.99999.6', critical: false, der: 'hex:0c0568656c6c6f' }],
  critical: { certificatePolicies: true, policyMappings: true },
  lint: { sets: [] },
};

/** The same as `openssl.cnf` says it. */
export const fullCaInOpenSsl: string = `
basicConstraints=critical,CA:TRUE,pathlen:1
keyUsage=critical,keyCertSign,cRLSign
extendedKeyUsage=serverAuth,clientAuth,OCSPSigning,1.3.6.1.4.1.99999.1
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid:always,issuer:always
subjectAltName=@san
issuerAltName=email:root@example.org
nameConstraints=critical,@nc
certificatePolicies=critical,@cp,1.3.6.1.4.1.99999.3
policyMappings=critical,1.3.6.1.4.1.99999.2:1.3.6.1.4.1.99999.4
policyConstraints=critical,requireExplicitPolicy:3,inhibitPolicyMapping:0
inhibitAnyPolicy=critical,2
crlDistributionPoints=crl_a,crl_b
freshestCRL=URI:http://crl.example.org/delta.crl
authorityInfoAccess=OCSP;URI:http://ocsp.example.org/,caIssuers;URI:http://ca.example.org/root.cer
subjectInfoAccess=caRepository;URI:http://ca.example.org/certificates.p7c,ad_timestamping;DNS:tsa.example.org
tlsfeature=status_request,17
1.3.6.1.5.5.7.1.3=ASN1:SEQUENCE:qc
noCheck=ignored
1.3.6.1.4.1.99999.6=ASN1:UTF8:hello
[san]
email=ca@example.org
DNS=ca.example.org
dirName=dn_other
URI=https://ca.example.org/
IP.1=192.0.2.1
IP.2=2001:db8::1
RID=1.2.3.4
otherName=1.3.6.1.4.1.311.20.2.3;UTF8:ca@ad.local
[nc]
permitted;DNS=example.org
permitted;email=.example.org
permitted;IP.1=192.0.2.0/255.255.255.0
permitted;IP.2=2001:db8::/ffff:ffff::
permitted;URI=.example.org
permitted;dirName=dn_below
excluded;DNS=secret.example.org
excluded;IP=192.0.2.128/255.255.255.128
[cp]
policyIdentifier=1.3.6.1.4.1.99999.2
CPS=https://ca.example.org/cps
userNotice=@notice
[notice]
explicitText=UTF8:No reliance.
[crl_a]
fullname=URI:http://crl.example.org/a.crl
[crl_b]
fullname=URI:http://crl.example.org/b.crl,dirName:dn_crl
reasons=keyCompromise,CACompromise
CRLissuer=dirName:dn_crlissuer
[qc]
a=SEQUENCE:qc_a
b=SEQUENCE:qc_b
c=SEQUENCE:qc_c
d=SEQUENCE:qc_d
e=SEQUENCE:qc_e
f=SEQUENCE:qc_f
g=SEQUENCE:qc_g
h=SEQUENCE:qc_h
i=SEQUENCE:qc_i
[qc_a]
a=OID:0.4.0.1862.1.1
[qc_b]
a=OID:0.4.0.1862.1.4
[qc_c]
a=OID:0.4.0.1862.1.6
b=SEQUENCE:qc_c_types
[qc_c_types]
a=OID:0.4.0.1862.1.6.2
[qc_d]
a=OID:0.4.0.1862.1.3
b=INTEGER:15
[qc_e]
a=OID:0.4.0.1862.1.2
b=SEQUENCE:qc_e_value
[qc_e_value]
a=PRINTABLESTRING:CHF
b=INTEGER:5
c=INTEGER:3
[qc_f]
a=OID:0.4.0.1862.1.5
b=SEQUENCE:qc_f_list
[qc_f_list]
a=SEQUENCE:qc_f_one
[qc_f_one]
a=IA5STRING:https\\://ca.example.org/pds
b=PRINTABLESTRING:en
[qc_g]
a=OID:0.4.0.1862.1.7
b=SEQUENCE:qc_g_list
[qc_g_list]
a=PRINTABLESTRING:CH
[qc_h]
a=OID:1.3.6.1.5.5.7.11.2
b=SEQUENCE:qc_h_info
[qc_h_info]
a=OID:0.4.0.194121.1.2
[qc_i]
a=OID:1.3.6.1.4.1.99999.5
b=NULL
${['other:Other name', 'below:Below', 'crl:CRL', 'crlissuer:CRL issuer']
  .map((pair) => pair.split(':'))
  .map(([section, name]) => `[dn_${section}]\nC=CH\nCN=${name}`)
  .join('\n')}
`;
