import type { Finding } from '@quorate/report';
import type { ApprovalToken } from './token.ts';

/** What an approver must know before signing, read off the token alone. None of it is an error of form. */
export function tokenNotices(token: ApprovalToken): Finding[] {
  const notices: Finding[] = [];
  if (token.timestamp === null) {
    notices.push({
      id: 'approval.no-timestamp',
      outcome: 'warn',
      where: 'timestamp',
      message: 'the token has no timestamp: an approval of it never expires and can be used again and again',
      reference: 'SKA.md 4.1',
    });
  }
  if (token.keyLabel === '') {
    notices.push({
      id: 'approval.no-key-label',
      outcome: 'warn',
      where: 'key label',
      message: 'the key label is empty: an approval of it is bound to no key',
      reference: 'SKA.md 5.3',
    });
  }
  if (token.operation === 'block' || token.operation === 'unblock') {
    notices.push({
      id: 'approval.operation-inferred',
      outcome: 'warn',
      where: 'operation',
      message: `the code of \`${token.operation}\` follows from the order of the vendor's names and was never seen in a real token`,
      reference: 'SKA.md 5.4',
    });
  }
  return notices;
}
