import {
  exactOptional,
  type GenericSchema,
  literal,
  looseObject,
  metadata,
  nullable,
  pipe,
  strictObject,
  string,
} from 'valibot';
import { MANIFEST_FORMAT, MANIFEST_VERSION, type ManifestJson } from './manifest.ts';

const BASE64 = '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$';

/** Bytes as base64 text. The pattern is for the JSON Schema; the reader is stricter. */
export function base64Text(description: string): GenericSchema<string> {
  return pipe(string(), metadata({ description, pattern: BASE64 }));
}

/** The shape of a manifest; what is in `profile` and `policy` is for their own readers. */
export const manifestShape: GenericSchema<unknown, ManifestJson> = strictObject({
  format: pipe(literal(MANIFEST_FORMAT), metadata({ description: 'Says what this document is.' })),
  version: pipe(literal(MANIFEST_VERSION), metadata({ description: 'Of the format.' })),
  profile: pipe(looseObject({}), metadata({ description: 'What the certificate must look like, resolved.' })),
  issuer: pipe(
    string(),
    metadata({
      description: "The issuer's certificate, DER in base64; `self` for a self-signed certificate.",
      pattern: `^self$|${BASE64}`,
    }),
  ),
  publicKey: exactOptional(base64Text("The subject's SubjectPublicKeyInfo, DER in base64.")),
  csr: exactOptional(base64Text('The certification request, DER in base64.')),
  randomBytes: exactOptional(base64Text('What the serial number is made of, in base64.')),
  policy: exactOptional(
    pipe(
      nullable(looseObject({})),
      metadata({ description: "Of the subject's key; null for an ordinary key. Absent: not known." }),
    ),
  ),
});

export const MANIFEST_MEMBERS: readonly string[] = [
  'format',
  'version',
  'profile',
  'issuer',
  'publicKey',
  'csr',
  'randomBytes',
  'policy',
];
