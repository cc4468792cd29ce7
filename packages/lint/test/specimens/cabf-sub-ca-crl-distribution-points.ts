import { encodeSequence } from '@quorate/der';
import { scope } from '../make/crl-values.ts';
import { points } from '../make/extensions.ts';
import { caCertificate, certificate, rootCertificate } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

const point = encodeSequence(scope.point('http://example.org/ca.crl'));

export const specimen: Specimen = {
  kind: 'certificate',
  fails: caCertificate(),
  passes: caCertificate({ more: [points([point])] }),
  moreFails: [{ kind: 'certificate', der: caCertificate({ more: [points([point], true)] }) }],
  others: [
    { kind: 'certificate', der: certificate() },
    { kind: 'certificate', der: rootCertificate() },
  ],
};
