import { type DerElement, type DerReader, Tag } from '@quorate/der';

/** An AlgorithmIdentifier (RFC 5280, 4.1.1.2) taken apart, its parameters not yet understood. */
export interface AlgorithmIdentifier {
  readonly oid: string;
  /** The parameters field, or `null` when absent. */
  readonly parameters: DerElement | null;
}

/**
 * Reads an AlgorithmIdentifier.
 *
 * @throws DerError
 */
export function readAlgorithmIdentifier(reader: DerReader): AlgorithmIdentifier {
  const fields = reader.sequence();
  const oid = fields.oid();
  const parameters = fields.peek() === null ? null : fields.element();
  fields.finish();
  return { oid, parameters };
}

/** Whether a parameters field is present and a NULL without content. */
export function isNull(parameters: DerElement | null): boolean {
  return parameters !== null && parameters.tag === Tag.NULL && parameters.end === parameters.content;
}
