import { encodeElement, encodeSequence } from '@quorate/der';
import { CA_NAME, crl } from '../make/objects.ts';
import { ext, extension, general, hex, KEY_ID } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const issuer = [encodeElement(0xa1, general.directory(CA_NAME)), encodeElement(0x82, hex('07'))];
const aki = (...fields: readonly Uint8Array[]): Uint8Array =>
  crl({ extensions: [extension('authorityKeyIdentifier', encodeSequence(...fields)), ext.crlNumber(7)] });

export const specimen: Specimen = {
  kind: 'crl',
  fails: aki(...issuer),
  passes: aki(encodeElement(0x80, KEY_ID), ...issuer),
  moreFails: [
    { kind: 'crl', der: aki() },
    { kind: 'crl', der: aki(...issuer.slice(0, 1)) },
  ],
  morePasses: [{ kind: 'crl', der: crl() }],
  others: [{ kind: 'crl', der: crl({ extensions: [ext.crlNumber(7)] }) }],
};
