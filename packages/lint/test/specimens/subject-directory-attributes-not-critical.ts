import { encodeOid, encodeSequence, encodeSetOf } from '@quorate/der';
import { certificate } from '../make/objects.ts';
import { extension, printable } from '../make/values.ts';
import { leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const value = (critical: boolean) =>
  extension(
    'subjectDirectoryAttributes',
    encodeSequence(encodeSequence(encodeOid('1.3.6.1.5.5.7.9.4'), encodeSetOf(printable('CH')))),
    critical,
  );

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWith([value(true)]),
  passes: leafWith([value(false)]),
  others: [{ kind: 'certificate', der: certificate({ extensions: null }) }],
};
