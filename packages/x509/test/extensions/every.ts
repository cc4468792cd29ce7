import {
  encodeBitString,
  encodeBoolean,
  encodeInteger,
  encodeNamedBits,
  encodeNull,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  encodeUtf8String,
  oidContent,
} from '@quorate/der';
import {
  algorithm,
  ascii,
  certificateOf,
  constructed,
  dnsName,
  extensionOf,
  hex,
  nameOf,
  primitive,
  publicKey,
  uri,
} from './support.ts';

const names: readonly Uint8Array[] = [
  constructed(0, encodeOid('1.3.6.1.4.1.311.20.2.3'), constructed(0, encodeUtf8String('user'))),
  primitive(1, ascii('a@b')),
  dnsName('example.com'),
  constructed(4, nameOf('one', 'zwei', 'trois')),
  uri('http://a/'),
  primitive(7, hex('7f000001')),
  primitive(8, oidContent('1.2.3')),
];
const subtrees = [dnsName('.a'), primitive(7, hex('0a000000ff000000'))].map((base) => encodeSequence(base));
const policy = encodeSequence(encodeOid('1.2.3'), encodeSequence(encodeSequence(encodeOid('1.2.4'), encodeNull())));
const access = encodeSequence(encodeSequence(encodeOid('1.3.6.1.5.5.7.48.1'), uri('http://o/')));
const point = encodeSequence(
  constructed(0, constructed(0, ...names)),
  primitive(1, hex('0560')),
  constructed(2, constructed(4, nameOf('crl'))),
);
const relative = encodeSequence(
  constructed(0, constructed(1, encodeSequence(encodeOid('2.5.4.3'), encodeUtf8String('x')))),
);

/** One of each extension that is read, and one that is not. */
export const everyExtension: readonly Uint8Array[] = [
  extensionOf('2.5.29.19', encodeSequence(encodeBoolean(true), encodeInteger(3)), true),
  extensionOf('2.5.29.15', encodeNamedBits([0, 5, 6]), true),
  extensionOf('2.5.29.37', encodeSequence(encodeOid('1.3.6.1.5.5.7.3.1'), encodeOid('2.5.29.37.0'))),
  extensionOf('2.5.29.14', encodeOctetString(hex('0102030405'))),
  extensionOf(
    '2.5.29.35',
    encodeSequence(primitive(0, hex('0102')), constructed(1, ...names), primitive(2, hex('7f'))),
  ),
  extensionOf('2.5.29.17', encodeSequence(...names)),
  extensionOf('2.5.29.18', encodeSequence(...names)),
  extensionOf('2.5.29.30', encodeSequence(constructed(0, ...subtrees), constructed(1, ...subtrees)), true),
  extensionOf('2.5.29.32', encodeSequence(policy, encodeSequence(encodeOid('2.5.29.32.0')))),
  extensionOf('2.5.29.33', encodeSequence(encodeSequence(encodeOid('1.2.3'), encodeOid('1.2.4')))),
  extensionOf('2.5.29.36', encodeSequence(primitive(0, hex('00')), primitive(1, hex('01'))), true),
  extensionOf('2.5.29.54', encodeInteger(4), true),
  extensionOf('2.5.29.31', encodeSequence(point, relative)),
  extensionOf('2.5.29.46', encodeSequence(point)),
  extensionOf('1.3.6.1.5.5.7.1.1', access),
  extensionOf('1.3.6.1.5.5.7.1.11', access),
  extensionOf('1.2.3.4', hex('00')),
];

export const certificateWithEvery: Uint8Array = certificateOf(...everyExtension);

export const requestWithEvery: Uint8Array = encodeSequence(
  encodeSequence(
    encodeInteger(0),
    nameOf('who', 'else'),
    publicKey,
    constructed(
      0,
      encodeSequence(encodeOid('1.2.840.113549.1.9.7'), encodeSetOf(encodeUtf8String('password'))),
      encodeSequence(encodeOid('1.2.840.113549.1.9.14'), encodeSetOf(encodeSequence(...everyExtension))),
    ),
  ),
  algorithm,
  encodeBitString(hex('00')),
);
