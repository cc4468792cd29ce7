import { encodeElement } from '@quorate/der';
import { crlExt } from '../make/crl-values.ts';
import { CA_NAME, crl } from '../make/objects.ts';
import { general, hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const list = (...more: readonly Uint8Array[]): Uint8Array =>
  crl({ more: [crlExt.freshest('http://example.org/delta.crl', more)] });

export const specimen: Specimen = {
  kind: 'crl',
  fails: list(encodeElement(0x81, hex('0640'))),
  passes: list(),
  moreFails: [{ kind: 'crl', der: list(encodeElement(0xa2, general.directory(CA_NAME))) }],
  others: [{ kind: 'crl', der: crl() }],
};
