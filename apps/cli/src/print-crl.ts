import { keyFingerprint } from '@quorate/crypto';
import type { TbsCertList } from '@quorate/issue';
import {
  type CertificateList,
  certificateListExtensions,
  crlEntryExtensions,
  type IssuingDistributionPoint,
  nameText,
  revokedCertificates,
} from '@quorate/x509';
import type { Context } from './context.ts';
import { namesText, pointText } from './extension-lines.ts';
import { algorithmInWords } from './print-certificate.ts';
import { printLines } from './print-lines.ts';
import { hex, lastingWords, shortened, utc } from './text.ts';

/** Entries that are shown unless all are asked for. */
const SHOWN = 20;

/** Prints a CRL, or the TBSCertList of one. */
export function printCrl(context: Context, list: CertificateList | TbsCertList, all = false): void {
  const extensions = certificateListExtensions(list);
  const { crlNumber, deltaCrlIndicator: base, issuingDistributionPoint: scope, freshestCrl } = extensions;
  const [from, to] = [list.thisUpdate.seconds, list.nextUpdate?.seconds ?? null];
  const signed = 'signature' in list;
  printLines(context, [
    ['issuer', nameText(list.issuer) || '(empty)'],
    ['number', crlNumber === null ? '(none)' : String(crlNumber.number)],
    ...(base === null ? [] : [['DELTA', `to be joined with number ${base.number}`] as const]),
    ['this update', utc(from)],
    ['next update', to === null ? '(none)' : `${utc(to)}, ${lastingWords(from, to - 1)}`],
    ['revoked', String(list.revokedCount)],
    ...(scope === null ? [] : [['scope', scopeText(scope)] as const]),
    ...(freshestCrl === null ? [] : [['delta CRLs', freshestCrl.points.map(pointText).join('; ')] as const]),
    ...(extensions.issuerAltName === null ? [] : [['issuer alt', namesText(extensions.issuerAltName.names)] as const]),
    ...(extensions.authorityKeyIdentifier?.keyIdentifier == null
      ? []
      : [['issuer id', hex(extensions.authorityKeyIdentifier.keyIdentifier)] as const]),
    ...extensions.other.map(
      ({ oid, critical, value }) =>
        ['other', `${critical ? 'critical, ' : ''}${oid}, not known here: ${shortened(hex(value), 64)}`] as const,
    ),
    [signed ? 'signed with' : 'to sign with', algorithmInWords(list.signatureAlgorithm)],
    ['SHA-256', keyFingerprint(signed ? list.bytes : list.tbs)],
  ]);
  printEntries(context, list, all);
}

function printEntries(context: Context, list: Parameters<typeof printCrl>[1], all: boolean): void {
  let shown = 0;
  for (const entry of revokedCertificates(list)) {
    if (shown === SHOWN && !all) {
      context.out(`  ${''.padEnd(12)} and ${list.revokedCount - shown} more, see --all\n`);
      return;
    }
    shown += 1;
    const { reasonCode, invalidityDate, certificateIssuer, other } = crlEntryExtensions(entry);
    const words = [
      utc(entry.revocationDate.seconds),
      ...(reasonCode === null ? [] : [reasonCode.reason ?? `reason ${reasonCode.code}`]),
      ...(invalidityDate === null ? [] : [`invalid since ${utc(invalidityDate.date.seconds)}`]),
      ...(certificateIssuer === null ? [] : [`issued by ${namesText(certificateIssuer.names)}`]),
      ...other.map(({ oid, critical }) => `${critical ? 'critical ' : ''}${oid}`),
    ];
    printLines(context, [[shown === 1 ? 'entries' : '', `${hex(entry.serialNumber)} ${words.join(', ')}`]]);
  }
}

function scopeText(scope: IssuingDistributionPoint): string {
  const { distributionPoint, onlySomeReasons: reasons } = scope;
  const flags = (['onlyContainsUserCerts', 'onlyContainsCACerts', 'onlyContainsAttributeCerts', 'indirectCRL'] as const)
    .filter((flag) => scope[flag])
    .join(', ');
  return [
    ...(scope.critical ? ['critical'] : []),
    ...(distributionPoint === null ? [] : [pointText({ ...distributionPoint, reasons: null, cRLIssuer: null })]),
    ...(flags === '' ? [] : [flags]),
    ...(reasons === null ? [] : [`for ${reasons.join(', ')}`]),
  ].join(', ');
}
