import { certificate, csr, tbs } from '../make/objects.ts';
import { ext, general } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const san = (...names: readonly Uint8Array[]) => certificate({ extensions: [ext.san(names)] });
const ian = (...names: readonly Uint8Array[]) => tbs({ extensions: [ext.ian(names)] });
const request = (...names: readonly Uint8Array[]) => csr({ extensions: [ext.san(names)] });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: san(general.dns(`${'a'.repeat(64)}.example`)),
  passes: san(general.dns(`${'a'.repeat(63)}.example`)),
  moreFails: [
    { kind: 'certificate', der: san(general.dns('abcdefg.'.repeat(31).concat('abcdef'))) },
    { kind: 'tbs', der: ian(general.dns(`${'a'.repeat(64)}.example`)) },
    { kind: 'csr', der: request(general.dns(`${'a'.repeat(64)}.example`)) },
  ],
  morePasses: [
    { kind: 'certificate', der: san(general.dns('abcdefg.'.repeat(31).concat('abcde'))) },
    { kind: 'tbs', der: ian(general.dns(`${'a'.repeat(63)}.example`)) },
  ],
  others: [{ kind: 'certificate', der: certificate({ extensions: [ext.san([general.email('a@example.org')])] }) }],
};
