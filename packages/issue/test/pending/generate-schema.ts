import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { manifestShape } from '../../src/manifest/manifest-shape.ts';
import { pendingShape } from '../../src/pending/pending-shape.ts';

type Schema = Record<string, unknown>;

/** The members that a reader of their own reads, and the schema of that. */
function generate(shape: GenericSchema, title: string, description: string, refs: Record<string, Schema>): Schema {
  const { $schema, type, properties, required, additionalProperties } = toJsonSchema(shape, {
    target: 'draft-2020-12',
  });
  const members = Object.entries(properties ?? {}).map(([name, member]) => {
    const ref = refs[name];
    return [name, ref === undefined ? member : { description: (member as Schema)['description'], ...ref }];
  });
  return { $schema, title, description, type, properties: Object.fromEntries(members), required, additionalProperties };
}

const policy = { anyOf: [{ type: 'null' }, { $ref: 'policy.schema.json' }] };

/** The JSON Schema of a manifest. */
export function generateManifestSchema(): Schema {
  const schema = generate(
    manifestShape,
    'Manifest',
    'Every input of a TBSCertificate, so that anybody makes it alone.',
    {
      profile: { $ref: 'profile.schema.json' },
      policy,
    },
  );
  return { ...schema, anyOf: [{ required: ['publicKey'] }, { required: ['csr'] }] };
}

/** The JSON Schema of a pending issuance. */
export function generatePendingSchema(): Schema {
  const schema = generate(
    pendingShape,
    'Pending issuance',
    'A certificate on its way to a signature: what is to be signed, who must approve, who has, and the signature.',
    { manifest: { $ref: 'manifest.schema.json' }, policy },
  );
  const { approvals } = schema['properties'] as Record<string, Schema>;
  // Who approved must be said, by a key or by a certificate.
  const items = {
    ...(approvals?.['items'] as Schema),
    anyOf: [{ required: ['approverPublicKey'] }, { required: ['approverCertificate'] }],
  };
  return { ...schema, properties: { ...(schema['properties'] as Schema), approvals: { ...approvals, items } } };
}
