import { contextConstructed, encodeElement, encodeOid, encodeSequence } from '@quorate/der';
import { demandAlternativeName, demandAlternativeNames, demandConstraintBases } from '../name/alternative-name.ts';
import { encodeGeneralName, encodeGeneralNames, meantName, meantNames } from '../name/general-name.ts';
import type { AlternativeName } from '../name/name-types.ts';
import type { AccessDescriptionProfile, NameConstraintsProfile } from '../profile-extensions.ts';
import { demandItems, demandOid, refuse } from './demand.ts';
import type { ExtensionContent } from './planned-extension.ts';

/**
 * subjectAltName or issuerAltName (RFC 5280, 4.2.1.6, 4.2.1.7).
 *
 * @throws IssueError `alternative-name-invalid` and the codes of a distinguished name
 */
export function alternativeNames(names: readonly AlternativeName[], path: string): ExtensionContent {
  demandAlternativeNames(names, path);
  return { value: encodeGeneralNames(names, path), meant: { names: meantNames(names, path) } };
}

/**
 * nameConstraints (RFC 5280, 4.2.1.10).
 *
 * @throws IssueError `extension-invalid`, `alternative-name-invalid` and the codes of a distinguished name
 */
export function nameConstraints({ permitted, excluded }: NameConstraintsProfile): ExtensionContent {
  if (permitted === undefined && excluded === undefined) {
    refuse('nameConstraints', 'permitted or excluded names, or no such extension', 'neither');
  }
  const lists = [permitted, excluded].map((bases, number) => {
    if (bases === undefined) return { fields: [], meant: [] };
    const path = `nameConstraints.${number === 0 ? 'permitted' : 'excluded'}`;
    demandConstraintBases(bases, path);
    const subtrees = bases.map((base, i) => encodeSequence(encodeGeneralName(base, `${path}[${i}]`)));
    const meant = meantNames(bases, path).map((base) => ({ base }));
    return { fields: [encodeElement(contextConstructed(number), ...subtrees)], meant };
  });
  const value = encodeSequence(...lists.flatMap(({ fields }) => fields));
  return { value, meant: { permitted: lists[0]?.meant, excluded: lists[1]?.meant } };
}

/** Access methods by their names in RFC 5280, 4.2.2, without `id-ad-`. */
const METHODS = {
  authorityInfoAccess: { ocsp: '1.3.6.1.5.5.7.48.1', caIssuers: '1.3.6.1.5.5.7.48.2' },
  subjectInfoAccess: { timeStamping: '1.3.6.1.5.5.7.48.3', caRepository: '1.3.6.1.5.5.7.48.5' },
} as const;

/** The names of access methods in one of the two extensions. */
export function accessMethods(extension: keyof typeof METHODS): readonly string[] {
  return Object.keys(METHODS[extension]);
}

/** The name of an access method in this extension, or its object identifier. */
export function accessMethodName(extension: keyof typeof METHODS, method: string): string {
  return Object.entries(METHODS[extension]).find(([, oid]) => oid === method)?.[0] ?? method;
}

/**
 * authorityInfoAccess or subjectInfoAccess (RFC 5280, 4.2.2).
 *
 * @throws IssueError `extension-invalid`, `alternative-name-invalid` and the codes of a distinguished name
 */
export function infoAccess(
  descriptions: readonly AccessDescriptionProfile[],
  extension: keyof typeof METHODS,
): ExtensionContent {
  demandItems(descriptions, extension);
  const known: Readonly<Record<string, string>> = METHODS[extension];
  const parts = descriptions.map(({ method: name, location }, i) => {
    const path = `${extension}[${i}]`;
    const method = Object.hasOwn(known, name) ? (known[name] as string) : name;
    demandOid(method, `${path}.method`, `${accessMethods(extension).join(', ')} or an object identifier`);
    demandAlternativeName(location, `${path}.location`);
    const bytes = encodeSequence(encodeOid(method), encodeGeneralName(location, `${path}.location`));
    return { bytes, meant: { method, location: meantName(location, `${path}.location`) } };
  });
  return {
    value: encodeSequence(...parts.map(({ bytes }) => bytes)),
    meant: { descriptions: parts.map((p) => p.meant) },
  };
}
