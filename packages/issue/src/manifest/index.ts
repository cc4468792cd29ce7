/** Every input of a TBS in one document, the TBS made of it anew, and its fingerprint to read aloud. */
export { canonicalJson } from './canonical-json.ts';
export { checkTbsAgainstManifest } from './check-tbs-against-manifest.ts';
export { compareWords, type WordComparison, type WordDifference } from './compare-words.ts';
export { type Fingerprint, fingerprintOf, wordsOf } from './fingerprint.ts';
export type { Manifest } from './manifest.ts';
export { createManifest, type ReadManifestOptions, readManifest } from './read-manifest.ts';
export { rebuildTbs } from './rebuild-tbs.ts';
export { manifestSha256, writeManifest } from './write-manifest.ts';
