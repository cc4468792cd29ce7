import { toJsonSchema } from '@valibot/to-json-schema';
import { partShapes, profileShape } from '../../src/profile-json/shape.ts';

/** The JSON Schema of a profile, made of the shapes that the reader uses. */
export function generateSchema(): Record<string, unknown> {
  const { $schema, type, properties, required, additionalProperties, $defs } = toJsonSchema(profileShape, {
    target: 'draft-2020-12',
    definitions: { ...partShapes },
  });
  return {
    $schema,
    title: 'Certificate profile',
    description: 'What a certificate must look like whose signature is made elsewhere.',
    type,
    properties,
    required,
    // Whether it is a CA must be said, by the profile or by its preset.
    anyOf: [{ required: ['extends'] }, { required: ['basicConstraints', 'keyUsage'] }],
    additionalProperties,
    $defs,
  };
}
