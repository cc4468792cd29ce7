/** Certificates and CSRs for tests: made by hand from the DER room's encoders, free to be wrong, signed by node:crypto. */
export {
  algorithmOf,
  certificateOf,
  csrOf,
  type ExtensionParts,
  ecPair,
  extension,
  keyIdentifier,
  nameOf,
  type Pair,
  rsaPair,
  signed,
  type TbsParts,
  tbsOf,
  tbsWith,
  utc,
} from './certificate.ts';
export { fixedEcPair, fixedEd25519Pair } from './fixed-key.ts';
export { generalName, pathExtension } from './path-extension.ts';
