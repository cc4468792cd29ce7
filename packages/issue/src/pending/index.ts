/** Certificates on their way to a signature: a file that travels, its approvals, its status, and merging its copies. */

export { type SignatureForm, signatureForms } from '../assembly/signature-form.ts';
export { type AddedApproval, addApproval } from './add-approval.ts';
export { addSignature } from './add-signature.ts';
export type { Alternative, AlternativeState, GroupStatus } from './alternative.ts';
export { createPending, type PendingParts } from './create-pending.ts';
export { mergePending } from './merge-pending.ts';
export type { PendingApproval, PendingDigests, PendingIssuance } from './pending.ts';
export { writePending } from './pending-json.ts';
export type { PendingStatus } from './pending-status.ts';
export { type ReadPendingOptions, readPending } from './read-pending.ts';
export type { Requirement, Round } from './round.ts';
export { pendingStatus, type StatusOptions } from './status.ts';
export type { ApprovalOptions } from './verify-approval.ts';
