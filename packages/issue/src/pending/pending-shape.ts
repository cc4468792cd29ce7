import {
  array,
  exactOptional,
  type GenericSchema,
  literal,
  looseObject,
  maxLength,
  metadata,
  minLength,
  nullable,
  pipe,
  record,
  strictObject,
  string,
} from 'valibot';
import { base64Text } from '../manifest/manifest-shape.ts';
import { MAX_APPROVALS, MAX_SIGNATURES, type PendingDigests } from './pending.ts';
import type { ApprovalJson } from './pending-approval.ts';
import { PENDING_FORMAT, PENDING_VERSION } from './pending-json.ts';

/** The JSON of a pending issuance. */
export interface PendingJson {
  readonly format: typeof PENDING_FORMAT;
  readonly version: typeof PENDING_VERSION;
  readonly manifest: object;
  readonly keyLabel: string | null;
  readonly policy: object | null;
  readonly onboarded: Readonly<Record<string, string>>;
  readonly tbs: string;
  readonly digests: PendingDigests;
  readonly approvals: readonly ApprovalJson[];
  readonly signatures: readonly string[];
  readonly certificate: string | null;
}

const hex = (description: string) => pipe(string(), metadata({ description, pattern: '^[0-9a-f]{64}$' }));

const digests = strictObject({
  keyLabel: hex('SHA-256 of the canonical JSON of `keyLabel`.'),
  manifest: hex('SHA-256 of the canonical JSON of `manifest`.'),
  onboarded: hex('SHA-256 of the canonical JSON of `onboarded`.'),
  policy: hex('SHA-256 of the canonical JSON of `policy`.'),
  tbs: hex('SHA-256 of the TBSCertificate.'),
});

const approval = strictObject({
  approvalToBeSigned: base64Text('The approval token that the approver signed, in base64.'),
  signature: base64Text("The approver's signature over it, in base64."),
  approvalDigestAlgorithm: pipe(string(), metadata({ description: 'For instance `SHA-256`, or `EdDSA`.' })),
  approverPublicKey: exactOptional(base64Text("The approver's SubjectPublicKeyInfo, DER in base64.")),
  approverCertificate: exactOptional(base64Text("The approver's certificate, DER in base64.")),
});

/** The shape of a pending issuance; what is in `manifest` and `policy` is for their own readers. */
export const pendingShape: GenericSchema<unknown, PendingJson> = strictObject({
  format: pipe(literal(PENDING_FORMAT), metadata({ description: 'Says what this document is.' })),
  version: pipe(literal(PENDING_VERSION), metadata({ description: 'Of the format.' })),
  manifest: pipe(looseObject({}), metadata({ description: 'Every input of the TBS.' })),
  keyLabel: pipe(
    nullable(pipe(string(), minLength(1, 'a label'))),
    metadata({ description: 'The label of the key that is to sign, at the HSM; null when it is not known.' }),
  ),
  policy: pipe(
    nullable(looseObject({})),
    metadata({ description: 'Of the key that is to sign, in the REST form; null for an ordinary key.' }),
  ),
  onboarded: pipe(
    record(string(), base64Text('SubjectPublicKeyInfo, DER in base64.')),
    metadata({ description: 'The keys of onboarded approvers, by their names in the policy.' }),
  ),
  tbs: base64Text('The TBSCertificate, DER in base64.'),
  digests: pipe(digests, metadata({ description: 'Of what never changes.' })),
  approvals: pipe(
    array(approval),
    maxLength(MAX_APPROVALS, `at most ${MAX_APPROVALS}`),
    metadata({ description: 'Approvals so far.' }),
  ),
  signatures: pipe(
    array(base64Text('A signature as a certificate has it, in base64.')),
    maxLength(MAX_SIGNATURES, `at most ${MAX_SIGNATURES}`),
    metadata({ description: 'Signatures over the TBS that verify; none before it is signed, mostly one after.' }),
  ),
  certificate: pipe(
    nullable(base64Text('DER in base64.')),
    metadata({ description: 'The certificate, with the first of the signatures; null without any.' }),
  ),
});

/** The members of each object in the file whose members are fixed. */
export const PENDING_MEMBERS: readonly string[] = [
  'format',
  'version',
  'manifest',
  'keyLabel',
  'policy',
  'onboarded',
  'tbs',
  'digests',
  'approvals',
  'signatures',
  'certificate',
];

export const DIGEST_MEMBERS: readonly (keyof PendingDigests)[] = ['manifest', 'policy', 'keyLabel', 'onboarded', 'tbs'];
