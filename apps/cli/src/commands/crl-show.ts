import { IssueError, readTbsCertList, type TbsCertList } from '@quorate/issue';
import {
  type CertificateList,
  certificateListExtensions,
  crlEntryExtensions,
  parseCertificateList,
  revokedCertificates,
} from '@quorate/x509';
import { Command } from 'commander';
import type { Answer } from '../answer.ts';
import { asJson } from '../as-json.ts';
import type { Context } from '../context.ts';
import { ExitCode } from '../exit-code.ts';
import { derOf } from '../load/der.ts';
import { printCrl } from '../print-crl.ts';
import { printJson } from '../print-report.ts';
import { reading } from '../unusable.ts';

interface Options {
  readonly all?: boolean;
  readonly json?: boolean;
}

const EXPECTED = 'a CRL (PEM or DER) or a TBSCertList (DER)';

/** `crl show CRL`: what a CRL says. */
export function crlShowCommand(context: Context, answer: Answer): Command {
  return new Command('show')
    .description('Show what a CRL says, or what the TBSCertList of one would. Verifies nothing: see `path verify`.')
    .argument('<crl>', EXPECTED)
    .option('--all', 'show all entries, default the first 20')
    .option('--json', 'print JSON, with all entries')
    .addHelpText('after', '\nExample:\n  quorate crl show crl.tbs.der')
    .action(async (file: string, { all = false, json }: Options) => {
      const { label, bytes } = derOf(file, await context.read(file), ['X509 CRL'], EXPECTED);
      const list = reading(
        file,
        () => (label === null ? eitherOf(bytes) : parseCertificateList(bytes)),
        `${file} should be ${EXPECTED}`,
      );
      reading(file, () => {
        if (json) printJson(context, crlJson(list));
        else printCrl(context, list, all);
      });
      answer(ExitCode.YES);
    });
}

/** A TBSCertList, or else a CRL: none of the one is one of the other. */
function eitherOf(bytes: Uint8Array): CertificateList | TbsCertList {
  try {
    return readTbsCertList(bytes);
  } catch (error) {
    if (error instanceof IssueError) return parseCertificateList(bytes);
    throw error;
  }
}

function crlJson(list: CertificateList | TbsCertList): unknown {
  const { tbs: _, revoked: __, ...fields } = list;
  const entries = Array.from(revokedCertificates(list), (entry) => {
    const { bytes: ___, ...read } = entry;
    return { ...read, extensions: crlEntryExtensions(entry) };
  });
  return asJson({ ...fields, extensions: certificateListExtensions(list), revoked: entries });
}
