import { crl } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = { kind: 'crl', fails: crl({ nextUpdate: null }), passes: crl() };
