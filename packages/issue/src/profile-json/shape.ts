import { ruleSetNames } from '@quorate/lint';
import { keyUsageNames } from '@quorate/x509';
import {
  array,
  boolean,
  exactOptional,
  type GenericSchema,
  literal,
  maxLength,
  metadata,
  minLength,
  nullable,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  union,
} from 'valibot';
import { allowableCodes } from '../allowance.ts';
import { csrRulesShape } from '../csr-rules.ts';
import { openCriticality } from '../extension/criticality.ts';
import type { AttributeTypeAndValue } from '../name/name-types.ts';
import { presetNames } from '../presets.ts';
import { keyIdentifierMethods } from '../profile-extensions.ts';
import { BYTES } from './bytes-text.ts';
import { END, TIME } from './dates.ts';
import {
  accessDescriptionShape,
  bytesOf,
  countOf,
  distributionPointShape,
  generalNameShape,
  generalNamesShape,
  listOf,
  nameShape,
  oidShape,
  policyShape,
  qcStatementShape,
  textOf,
  tlsFeatureShape,
} from './shape-parts.ts';
import type { ExtensionsJson, ProfileJson } from './types.ts';

/** A member that need not be there; `null` takes away what the preset has. */
function removable<T>(shape: GenericSchema<unknown, T>, description: string) {
  return exactOptional(pipe(nullable(shape), metadata({ description })));
}

const KEY_IDENTIFIER = new RegExp(`^(?:${keyIdentifierMethods.join('|')})$|${BYTES.source}`);
const SERIAL_NUMBER = /^(?:0[xX][0-9a-fA-F]{1,80}|[0-9]{1,80}|random)$/;
const skipped = countOf(0, 255, 'A number of certificates.');
const because = pipe(string(), regex(/\S/, 'a reason'), maxLength(1000, 'at most 1000 characters'));
const names = generalNamesShape;

const constraintsShape = strictObject({ permitted: exactOptional(names), excluded: exactOptional(names) });
const mappingShape = strictObject({ issuerDomainPolicy: oidShape, subjectDomainPolicy: oidShape });
const otherShape = strictObject({ oid: oidShape, critical: boolean(), der: bytesOf('Its value, one element of DER.') });
const excludeShape = strictObject({ rule: textOf('The id of a rule.'), because });
const allowanceShape = strictObject({ code: picklist(allowableCodes), because });

const subject: GenericSchema<unknown, readonly AttributeTypeAndValue[] | 'from-request'> = union(
  [literal('from-request'), nameShape],
  'a list of attributes, or `from-request`',
);

/** The extensions of a profile, as they may stand in a preset too. */
const extensionShapes = {
  basicConstraints: removable(
    strictObject({ ca: boolean(), pathLen: exactOptional(countOf(0, 255, 'CAs below this one, at most.')) }),
    'Whether it is a CA. Null: no such extension.',
  ),
  keyUsage: removable(listOf(picklist(keyUsageNames), 'Usages.'), 'What the key may do. Null: no such extension.'),
  extendedKeyUsage: removable(listOf(string(), 'Names or object identifiers.'), 'What the key is for.'),
  subjectAltName: removable(names, 'Whom it is for.'),
  issuerAltName: removable(names, 'Other names of the issuer.'),
  subjectKeyIdentifier: removable(
    pipe(string(), regex(KEY_IDENTIFIER, `one of ${keyIdentifierMethods.join(', ')}, or bytes`)),
    'How the key is named; default rfc5280-1.',
  ),
  authorityKeyIdentifier: removable(
    picklist(['key-identifier', 'with-issuer-and-serial']),
    "How the issuer's key is pointed to; default key-identifier.",
  ),
  nameConstraints: removable(constraintsShape, 'Names that certificates below may have.'),
  certificatePolicies: removable(listOf(policyShape, 'Policies.'), 'Under which policies it is issued.'),
  policyMappings: removable(listOf(mappingShape, 'Pairs.'), 'Which policies stand for each other.'),
  policyConstraints: removable(
    strictObject({ requireExplicitPolicy: exactOptional(skipped), inhibitPolicyMapping: exactOptional(skipped) }),
    'After how many certificates policies are demanded and mappings are not taken.',
  ),
  inhibitAnyPolicy: removable(skipped, 'After how many certificates anyPolicy is not taken.'),
  crlDistributionPoints: removable(listOf(distributionPointShape, 'Points.'), 'Where its CRL is.'),
  freshestCrl: removable(listOf(distributionPointShape, 'Points.'), 'Where its delta CRL is.'),
  authorityInfoAccess: removable(listOf(accessDescriptionShape, 'Ways.'), 'How to reach the issuer.'),
  subjectInfoAccess: removable(listOf(accessDescriptionShape, 'Ways.'), 'How to reach the subject.'),
  tlsFeature: removable(listOf(tlsFeatureShape, 'Features.'), 'What a TLS server promises to send.'),
  qcStatements: removable(listOf(qcStatementShape, 'Statements.'), 'What is stated of a qualified certificate.'),
  ocspNoCheck: removable(boolean(), 'Whether the revocation of an OCSP responder is not asked for.'),
  extensions: removable(listOf(otherShape, 'Extensions.'), 'Extensions without a member of their own.'),
  critical: removable(
    strictObject(Object.fromEntries(openCriticality.map((name) => [name, exactOptional(boolean())]))),
    'Criticality where the standards leave it open.',
  ),
};

/** The shape of a preset's content, which a test puts them to. */
export const presetShape: GenericSchema<unknown, ExtensionsJson> = strictObject(extensionShapes);

/** The shape of a profile in JSON. That `basicConstraints` and `keyUsage` are there without a preset is not in it. */
export const profileShape: GenericSchema<unknown, ProfileJson> = strictObject({
  $schema: exactOptional(textOf('For editors; not looked at.')),
  note: exactOptional(
    pipe(string(), maxLength(10_000, 'at most 10,000 characters'), metadata({ description: 'For people.' })),
  ),
  extends: exactOptional(pipe(picklist(presetNames), metadata({ description: 'The preset that it starts from.' }))),
  subject: pipe(subject, metadata({ description: 'Whom it is for; `from-request`: as the request has it.' })),
  notBefore: pipe(
    string(),
    regex(TIME, 'a time to the second, such as `2026-01-31T00:00:00Z`'),
    metadata({ description: 'The first second of validity, ISO 8601 with a zone.' }),
  ),
  notAfter: pipe(
    string(),
    regex(END, 'a time such as `2026-01-31T00:00:00Z`, `never`, or a duration such as `P10Y`'),
    metadata({
      description: 'The last second of validity, `never`, or a duration from notBefore, both ends included.',
    }),
  ),
  serialNumber: pipe(
    string(),
    regex(SERIAL_NUMBER, '`random`, decimal digits, or `0x` and hexadecimal ones'),
    metadata({ description: 'Decimal digits, `0x` and hexadecimal ones, or `random`.' }),
  ),
  signatureAlgorithm: textOf('Of the issuer’s key: a name of the REST interface, as SHA256_WITH_RSA.'),
  ...extensionShapes,
  quorum: removable(countOf(1, 1000, 'Approvals.'), "How many approvals any use of the subject's key must need."),
  lint: removable(
    strictObject({
      sets: exactOptional(pipe(array(picklist(ruleSetNames)), metadata({ description: 'Sets of rules.' }))),
      include: exactOptional(listOf(string(), 'Ids of rules to add.')),
      exclude: exactOptional(listOf(excludeShape, 'Rules to leave out, each with the reason.')),
    }),
    'Which rules of lint the TBS is put to.',
  ),
  allow: removable(
    pipe(array(allowanceShape), minLength(1, 'at least one')),
    'What is refused otherwise and shall be taken, each with the reason.',
  ),
  csr: removable(csrRulesShape, 'What is taken over from a certification request.'),
}) as GenericSchema<unknown, ProfileJson>;

/** The parts that have a name in the JSON Schema. */
export const partShapes: Readonly<Record<string, GenericSchema>> = {
  oid: oidShape,
  name: nameShape,
  generalName: generalNameShape,
  distributionPoint: distributionPointShape,
  accessDescription: accessDescriptionShape,
  policy: policyShape,
  qcStatement: qcStatementShape,
};
