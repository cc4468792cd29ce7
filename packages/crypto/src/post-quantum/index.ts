/** ML-DSA (RFC 9881) and SLH-DSA (RFC 9909): to be passed as `algorithms`, and a signer over a private key in memory. */
export { type PostQuantumKeyPair, postQuantumKeyPair } from './key-pair.ts';
export { mlDsa } from './ml-dsa.ts';
export { postQuantum } from './post-quantum.ts';
export type { EntropySource } from './private-key.ts';
export { type PostQuantumSignerOptions, postQuantumSigner } from './signer.ts';
export { slhDsa } from './slh-dsa.ts';
