import { caCertificate, certificate } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const usages = ['keyCertSign', 'cRLSign'];

export const specimen: Specimen = {
  kind: 'certificate',
  fails: caCertificate({ extensions: [ext.basicConstraints(true), ext.keyUsage(usages, false)] }),
  passes: caCertificate({ extensions: [ext.basicConstraints(true), ext.keyUsage(usages)] }),
  moreFails: [{ kind: 'certificate', der: caCertificate({ extensions: [ext.basicConstraints(true)] }) }],
  others: [{ kind: 'certificate', der: certificate() }],
};
