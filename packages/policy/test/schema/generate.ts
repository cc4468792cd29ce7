import { toJsonSchema } from '@valibot/to-json-schema';
import { partShapes, policyShapes } from '../../src/json-shape.ts';

/** The JSON Schema of a policy in its REST form, made of the shapes that the reader uses. */
export function generateSchema(): Record<string, unknown> {
  const {
    $schema,
    type,
    properties,
    required: _none,
    additionalProperties,
    $defs,
    ...others
  } = toJsonSchema(policyShapes.any, {
    target: 'draft-2020-12',
    definitions: { ...partShapes },
  });
  return {
    $schema,
    title: 'SKA policy',
    description:
      'Who may use, block and unblock a key and change its policy, with whose approval and when, as the REST interface takes it. All times are in seconds.',
    type,
    properties,
    additionalProperties,
    ...others,
    $defs,
  };
}
