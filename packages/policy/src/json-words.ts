/** What the JSON Schema of a policy tells the people who write one, and what of the reading it can say. */
export const RULE =
  'Who may do this action, as alternatives of which one is enough. Null, or left out: everybody, at any time, also when a policy is modified.';

export const RULE_TOKENS = 'The alternatives. Null or empty: nobody, ever.';

export const TOKEN_TIMELOCK =
  "Seconds that must pass after the HSM's timestamp before approvals count. The broker takes multiples of 60 only. 0: no delay.";

export const TOKEN_TIMEOUT =
  "Seconds after the HSM's timestamp until which approvals count, counted from the timestamp like the timelock. The broker takes multiples of 60 only. 0: they never expire.";

export const TOKEN_GROUPS =
  'All of them must agree. Null, empty or left out: everybody may act within the window, without approval.';

export const GROUP_QUORUM =
  'How many of the approvers must agree. 0: nobody needs to. More than there are approvers: they never can.';

export const GROUP_APPROVALS = 'The approvers. The broker refuses an empty list.';

export const APPROVAL_NAME =
  'A label for people. For an onboarded approver the name under which the server knows the certificate. Left out with a certificate, its common name stands for it.';

export const APPROVAL_VALUE =
  'Base64 of DER, without line breaks: a SubjectPublicKeyInfo for `public_key`, a certificate for `certificate`; none for an onboarded approver.';

export const KEY_BLOCKED = 'Whether the key starts blocked. It makes sense only if somebody can unblock it.';

export const KEY_STATUS = 'Stands in requests that create a key, and must not stand in those that modify a policy.';

export const APPROVAL_TYPE: Readonly<Record<string, unknown>> = {
  description: 'How the approver is known. A broker may pass over other types in silence; here they are refused.',
  enum: ['public_key', 'certificate', 'onboarded_approver_certificate'],
};

/** Strict: padded, no white space, no bits left over, as `decodeBase64` reads it. */
const BASE64 = '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/]{4})$';

/** Which members an approval of each type has: of this the shape says nothing, the reader does. */
export const APPROVAL: Readonly<Record<string, unknown>> = {
  description: 'An approver.',
  if: { properties: { type: { const: 'onboarded_approver_certificate' } } },
  // biome-ignore lint/suspicious/noThenProperty: JSON Schema's word
  then: {
    required: ['name'],
    properties: { name: { type: 'string', minLength: 1 }, value: { type: 'null' } },
  },
  else: { required: ['value'], properties: { value: { type: 'string', pattern: BASE64 } } },
};
