import { DerError, walkDer } from '@quorate/der';
import { extensionName, X509Error } from '@quorate/x509';
import { LintError } from '../../error.ts';
import { quote } from '../../find/quote.ts';
import { extensionOid, extensionsOf, strictExtension } from '../../object/extension-value.ts';
import type { RawExtension } from '../../object/raw-extension.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const extensionValueDer: Rule = defineRule({
  id: 'extension-value-der',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'the value of every extension is the strict DER of its type',
  description:
    'extnValue holds the DER encoding of the type that the OID stands for. A reader that is strict refuses the ' +
    'certificate; one that is not may take the bytes for something else. Of extensions that are not known here ' +
    'only the DER is looked at.',
  citation: 'RFC 5280, 4.2',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'encode the extension again with a tool that writes DER',
  applies: (object) => extensionsOf(object).length > 0,
  finds: (object) =>
    extensionsOf(object).flatMap((one) => {
      const fault = faultOf(one);
      const name = extensionName(one.oid) ?? one.oid;
      if (fault === null) return [];
      return [{ message: `the value of ${quote(name)} is malformed: ${fault}`, where: 'extensions', at: one.value }];
    }),
});

/** What is wrong with the encoding; that a list is empty, or zero bits at the end of keyUsage, is for rules of their own. */
function faultOf(extension: RawExtension): string | null {
  try {
    const { other } = strictExtension(extension);
    if (other.length > 0) walkDer(extension.value);
    return null;
  } catch (error) {
    if (isBeyondBounds(error)) throw new LintError('limit-exceeded', { field: 'extensions', cause: error });
    if (error instanceof DerError) return error.message;
    if (!(error instanceof X509Error)) throw error;
    return error.code === 'malformed' && !hasOwnRule(extension, error.cause) ? describe(error.cause) : null;
  }
}

/** Whether the value is longer or deeper than the readers go: it may well be DER. */
function isBeyondBounds(error: unknown): boolean {
  if (error instanceof DerError) return error.code === 'depth-exceeded' || error.code === 'input-too-large';
  return error instanceof X509Error && (error.code === 'limit-exceeded' || isBeyondBounds(error.cause));
}

function hasOwnRule({ oid }: RawExtension, cause: unknown): boolean {
  const isTail = cause instanceof DerError && cause.code === 'named-bits-not-trimmed';
  return isTail && oid === extensionOid.keyUsage;
}

function describe(cause: unknown): string {
  return cause instanceof DerError ? cause.message : 'it is not the structure of the standard';
}
