import { postQuantum } from '@quorate/crypto/post-quantum';
import type { Finding } from '@quorate/report';
import {
  type CertificateInput,
  type LabelledDer,
  type PathReport,
  type TrustAnchor,
  verifyPath,
} from '@quorate/verify';
import { type Certificate, nameText, parseCertificate, X509Error } from '@quorate/x509';
import { jsonText } from '../json-text.ts';
import { nodePlatform } from '../node-platform.ts';
import type { BatchAnswer, BatchItem, BatchSettings, Judge } from './batch-item.ts';
import { type BatchTarget, readBatchLine } from './batch-line.ts';

/** Judges one thing after another by the same settings; what they have in common is read once. */
export function judgeOf({ request, passed }: BatchSettings): (item: BatchItem) => BatchAnswer {
  const anchors = request.anchors.map((anchor): TrustAnchor => ('der' in anchor ? readOnce(anchor) : anchor));
  const common = (request.intermediates ?? []).map((input) => ('der' in input ? readOnce(input) : input));
  return (item) => {
    const asked = readItem(item);
    if ('finding' in asked) {
      const findings = [asked.finding];
      return answer({ id: asked.id, verdict: 'fail', path: [], policies: [], findings });
    }
    const { id, target, intermediates, overrides } = asked;
    const read = readOnce(target);
    const pool = [...intermediates, ...common];
    const report = verifyPath({
      ...request,
      ...overrides,
      anchors,
      target: read,
      intermediates: pool,
      platform: nodePlatform,
      algorithms: postQuantum,
    });
    const subject = 'tbs' in read ? { subject: nameText(read.subject) } : {};
    const findings = passed ? report.findings : report.findings.filter(({ outcome }) => outcome !== 'pass');
    return answer({ id, verdict: report.verdict, ...subject, path: report.path, policies: report.policies, findings });
  };
}

/** The same in this thread. */
export function judgeHere(settings: BatchSettings): Judge {
  const judge = judgeOf(settings);
  return { judge: async (item) => judge(item), close: async () => {} };
}

interface BatchLine extends Pick<PathReport, 'verdict' | 'path' | 'policies' | 'findings'> {
  readonly id: string | number;
  /** By RFC 4514; left out where the target cannot be read. */
  readonly subject?: string;
}

function answer(line: BatchLine): BatchAnswer {
  return { verdict: line.verdict, line: jsonText(line) };
}

/** The certificate, or the bytes as they are when they are none: then the judgement says so. */
function readOnce(input: LabelledDer): Certificate | Extract<CertificateInput, LabelledDer> {
  try {
    return parseCertificate(input.der);
  } catch (error) {
    if (error instanceof X509Error) return input;
    throw error;
  }
}

function readItem(item: BatchItem): BatchTarget | { readonly id: string | number; readonly finding: Finding } {
  const { id } = item;
  switch (item.type) {
    case 'certificate':
      return { id, target: item.target, intermediates: item.intermediates, overrides: {} };
    case 'problem':
      return { id, finding: unreadable(id, item.message, item.next) };
    case 'line': {
      const read = readBatchLine(id, item.text);
      return 'problem' in read
        ? { id: read.id, finding: unreadable(id, read.problem.message, read.problem.next) }
        : read;
    }
  }
}

function unreadable(id: string, message: string, next = 'give a certificate, PEM or DER'): Finding {
  return { id: 'batch.unreadable', outcome: 'fail', where: id, message, action: next };
}
