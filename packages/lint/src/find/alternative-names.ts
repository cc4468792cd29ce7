import { extensionOf, type KnownExtension } from '../object/extension-value.ts';
import type { LintCertificate } from '../object/lint-certificate.ts';
import type { LintRequest } from '../object/lint-request.ts';
import { type GeneralNameForm, type RawGeneralName, rawGeneralNames } from '../object/raw-general-name.ts';
import { remembered } from '../object/remembered.ts';

/** A GeneralName of an object and the extension that holds it. */
export interface PlacedGeneralName {
  readonly where: string;
  readonly name: RawGeneralName;
}

const HOLDERS = ['subjectAltName', 'issuerAltName'] as const satisfies readonly KnownExtension[];

/**
 * The names in subjectAltName and issuerAltName, in their order; none without these extensions.
 *
 * @throws LintError, DerError when an extension is no SEQUENCE of elements
 */
export const alternativeNames: (object: LintCertificate | LintRequest) => readonly PlacedGeneralName[] = remembered(
  (object) =>
    HOLDERS.flatMap((holder) => {
      const extension = extensionOf(object, holder);
      const where = `extensions.${holder}`;
      return extension === null ? [] : rawGeneralNames(extension.value, where).map((name) => ({ where, name }));
    }),
);

/** Those of these forms. */
export function namesOfForm(
  object: LintCertificate | LintRequest,
  ...forms: readonly GeneralNameForm[]
): readonly PlacedGeneralName[] {
  return alternativeNames(object).filter(({ name }) => name.form !== null && forms.includes(name.form));
}
