/** A signer over a private key in memory, for demonstrations, tests and emulators: it keeps no key safe. */
export { softwareSigner } from './signer.ts';
