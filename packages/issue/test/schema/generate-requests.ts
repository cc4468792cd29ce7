import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { crlProfileShape } from '../../src/crl/read-crl-profile.ts';
import { revocationsShape } from '../../src/crl/read-revocations.ts';
import { csrProfileShape } from '../../src/csr/read-csr-profile.ts';
import { partShapes } from '../../src/profile-json/shape.ts';

type Schema = Record<string, unknown>;

function generate(shape: GenericSchema, title: string, description: string, parts: readonly string[]): Schema {
  const definitions = Object.fromEntries(Object.entries(partShapes).filter(([name]) => parts.includes(name)));
  const { $schema, type, properties, required, additionalProperties, $defs } = toJsonSchema(shape, {
    target: 'draft-2020-12',
    definitions,
  });
  return { $schema, title, description, type, properties, required, additionalProperties, $defs };
}

/** Schemas made of the shapes that the readers use, by their files. */
export const requestSchemas: Readonly<Record<string, () => Schema>> = {
  'csr-profile.schema.json': () =>
    generate(csrProfileShape, 'Certification request profile', 'What a certification request shall ask for.', [
      'oid',
      'name',
      'generalName',
      'distributionPoint',
      'accessDescription',
      'policy',
      'qcStatement',
    ]),
  'crl-profile.schema.json': () =>
    generate(crlProfileShape, 'CRL profile', 'What the CRLs of one issuer and one scope have in common.', [
      'oid',
      'name',
      'generalName',
      'accessDescription',
    ]),
  'revocations.schema.json': () =>
    generate(revocationsShape, 'Revocations', 'What a CRL lists, and what it leaves out of the one before.', [
      'oid',
      'name',
    ]),
};
