import { encodeElement, encodeSequence } from '@quorate/der';
import { CA_NAME } from '../make/objects.ts';
import { extension, general, hex, KEY_ID } from '../make/values.ts';
import { leafWith, leafWithout } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const issuer = encodeElement(0xa1, general.directory(CA_NAME));
const serial = hex('820107');
const identifier = (...fields: Uint8Array[]) =>
  leafWith([extension('authorityKeyIdentifier', encodeSequence(encodeElement(0x80, KEY_ID), ...fields))]);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: identifier(issuer),
  passes: identifier(issuer, serial),
  moreFails: [{ kind: 'certificate', der: identifier(serial) }],
  morePasses: [{ kind: 'certificate', der: identifier() }],
  others: [{ kind: 'certificate', der: leafWithout('2.5.29.35') }],
};
