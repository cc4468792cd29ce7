/**
 * The rooms of the house, from the ground up: a room imports only rooms that stand before it here. `evidence` is
 * planned.
 */
export const ROOMS: readonly string[] = [
  'report',
  'syntax',
  'der',
  'crypto',
  'x509',
  'policy',
  'attestation',
  'approval',
  'lint',
  'issue',
  'verify',
  'tsb',
  'evidence',
];

/** Pairs of rooms of which neither imports the other, whatever their order. */
export const NEVER_MEET: readonly (readonly [string, string])[] = [['issue', 'verify']];

/** The package that holds test data: imported by tests, by tools, and by the apps named in {@link MAY_IMPORT_VECTORS}. */
export const VECTORS = 'vectors';

/** The apps whose code may import the test data: the command line shows real bytes in its demo. */
export const MAY_IMPORT_VECTORS: readonly string[] = ['cli'];
