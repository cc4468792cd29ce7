import { certificate, csr, tbs } from '../make/objects.ts';
import { ext, general } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const san = (...names: readonly Uint8Array[]) => certificate({ extensions: [ext.san(names)] });
const ian = (...names: readonly Uint8Array[]) => tbs({ extensions: [ext.ian(names)] });
const request = (...names: readonly Uint8Array[]) => csr({ extensions: [ext.san(names)] });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: san(general.dns('xn--a.example')),
  passes: san(general.dns('xn--zrich-kva.example')),
  moreFails: [
    { kind: 'certificate', der: san(general.dns('xn--.example')) },
    { kind: 'certificate', der: san(general.dns('www.XN--99999999')) },
    { kind: 'certificate', der: san(general.dns('xn--example-')) },
    { kind: 'certificate', der: san(general.dns('xn---.example')) },
    { kind: 'certificate', der: san(general.dns('xn--u-ccb.example')) },
    { kind: 'certificate', der: san(general.dns('xn--a-4ba.example')) },
    { kind: 'certificate', der: san(general.dns('xn--0sa.example')) },
    { kind: 'tbs', der: ian(general.dns('xn--a.example')) },
    { kind: 'csr', der: request(general.dns('xn--a.example')) },
  ],
  morePasses: [
    { kind: 'certificate', der: san(general.dns('xn--bcher-kva.example')) },
    { kind: 'certificate', der: san(general.dns('xn--nxasmm1c.example')) },
    { kind: 'certificate', der: san(general.dns('xn--ihqwcrb4cv8a8dqg056pqjye.example')) },
    { kind: 'certificate', der: san(general.dns('www.example')) },
    { kind: 'certificate', der: san(general.dns('axn--a.example')) },
    { kind: 'tbs', der: ian(general.dns('xn--zrich-kva.example')) },
  ],
  others: [{ kind: 'certificate', der: certificate({ extensions: [ext.san([general.email('a@example.org')])] }) }],
};
