import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWhere, missingCommand } from '@quorate/ci';
import { describeConformance, suiteFile } from '@quorate/conformance';
import { isoTime } from '@quorate/der';
import { BasicOCSPResponse } from 'pkijs';
import { expect, test } from 'vitest';
import { type BasicOcspResponse, parseOcspResponse, X509Error } from '../../src/index.ts';
import refused from './refused.json' with { type: 'json' };
import { encodedResponse } from './support.ts';

const explained: Readonly<Record<string, readonly string[]>> = refused;
const hex = (bytes: ArrayBuffer | Uint8Array): string => Buffer.from(bytes as Uint8Array).toString('hex');

function message(der: Uint8Array): string {
  try {
    parseOcspResponse(der);
  } catch (error) {
    if (error instanceof X509Error) return error.message;
    throw error;
  }
  return 'read';
}

function reading(basic: BasicOcspResponse): object {
  return {
    tbs: hex(basic.tbs),
    responder: basic.responderId.type === 'byKey' ? hex(basic.responderId.keyHash) : hex(basic.responderId.name.bytes),
    producedAt: basic.producedAt.seconds,
    signature: hex(basic.signature),
    certificates: basic.certificates.map(hex),
    extensions: basic.extensions.map(({ oid }) => oid),
    responses: basic.responses.map(({ certId, certStatus, thisUpdate, nextUpdate, extensions }) => ({
      certId: [certId.hashAlgorithm, hex(certId.issuerNameHash), hex(certId.issuerKeyHash), hex(certId.serialNumber)],
      status: ['good', 'revoked', 'unknown'].indexOf(certStatus.type),
      thisUpdate: thisUpdate.seconds,
      nextUpdate: nextUpdate?.seconds ?? null,
      extensions: extensions.map(({ oid }) => oid),
    })),
  };
}

interface Tagged {
  readonly idBlock: { readonly tagNumber: number };
}

function pkijsReading(der: Uint8Array): object {
  const { tbsResponseData: data, signature, certs } = BasicOCSPResponse.fromBER(Uint8Array.from(der));
  const responder = data.responderID as {
    readonly valueBeforeDecodeView?: Uint8Array;
    readonly valueBlock?: { readonly valueHexView: Uint8Array };
    toSchema?: () => { toBER: () => ArrayBuffer };
  };
  return {
    tbs: hex(data.tbsView),
    responder:
      responder.valueBlock === undefined
        ? hex(responder.toSchema?.().toBER() ?? new ArrayBuffer(0))
        : hex(responder.valueBlock.valueHexView),
    producedAt: data.producedAt.getTime() / 1000,
    signature: hex(signature.valueBlock.valueHexView),
    certificates: (certs ?? []).map((each) => hex(each.toSchema(true).toBER())),
    extensions: (data.responseExtensions ?? []).map(({ extnID }) => extnID),
    responses: data.responses.map(({ certID, certStatus, thisUpdate, nextUpdate, singleExtensions }) => ({
      certId: [
        certID.hashAlgorithm.algorithmId,
        hex(certID.issuerNameHash.valueBlock.valueHexView),
        hex(certID.issuerKeyHash.valueBlock.valueHexView),
        hex(certID.serialNumber.valueBlock.valueHexView),
      ],
      status: (certStatus as Tagged).idBlock.tagNumber,
      thisUpdate: thisUpdate.getTime() / 1000,
      nextUpdate: nextUpdate === undefined ? null : nextUpdate.getTime() / 1000,
      extensions: (singleExtensions ?? []).map(({ extnID }) => extnID),
    })),
  };
}

/** What OpenSSL prints of the certificates that a response is about: serial number, status, time of revocation. */
function opensslLines(der: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-ocsp-'));
  const file = join(folder, 'response.der');
  writeFileSync(file, der);
  const args = ['ocsp', '-respin', file, '-resp_text', '-noverify'];
  const text = execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  rmSync(folder, { recursive: true });
  return [...text.matchAll(/^ {4,6}(Serial Number|Cert Status|Revocation Time): (.*)$/gm)].map(([, name, value]) =>
    name === 'Revocation Time' ? `${name} ${new Date(value as string).toISOString()}` : `${name} ${value}`,
  );
}

function printed(basic: BasicOcspResponse): string[] {
  return basic.responses.flatMap(({ certId, certStatus }) => [
    `Serial Number ${hex(certId.serialNumber).toUpperCase()}`,
    `Cert Status ${certStatus.type}`,
    ...(certStatus.type === 'revoked'
      ? [`Revocation Time ${isoTime(certStatus.revocationTime.seconds).replace('Z', '.000Z')}`]
      : []),
  ]);
}

describeConformance('OCSP responses, read as pkijs and OpenSSL read them', () => {
  const { cases } = JSON.parse(readFileSync(suiteFile('boringssl-ocsp/cases.json'), 'utf8')) as {
    readonly cases: readonly {
      readonly id: string;
      readonly response: string;
      readonly expectedResponseStatus: string;
    }[];
  };
  const folder = suiteFile('zlint/ocsp');
  const all = [
    ...cases.map(({ id, response }) => ({ id, der: Uint8Array.from(Buffer.from(response, 'base64')) })),
    ...readdirSync(folder).map((id) => ({ id, der: Uint8Array.from(readFileSync(`${folder}/${id}`)) })),
  ];
  const read = all
    .filter(({ der }) => message(der) === 'read')
    .map(({ id, der }) => ({ id, der, ...parseOcspResponse(der) }));
  const basics = read.flatMap(({ id, der, basic }) => (basic === null ? [] : [{ id, der, basic }]));

  test('exactly those are refused that are listed, for the reason that is listed', () => {
    const found = all.filter(({ der }) => message(der) !== 'read').map(({ id, der }) => [id, message(der)]);
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(explained).map(([id, [text]]) => [id, text])),
    );
    expect([all.length, read.length, basics.length]).toEqual([24, 20, 18]);
  });

  test('what the suite cannot parse is refused, or of a type that is not looked into', () => {
    const unparsed = cases.filter(({ expectedResponseStatus }) => expectedResponseStatus.startsWith('PARSE_'));
    expect(unparsed.map(({ id }) => id)).toEqual([
      'bad_status',
      'bad_ocsp_type',
      'invalid_response',
      'invalid_response_data',
    ]);
    for (const { id } of unparsed) expect(basics.some((each) => each.id === id)).toBe(false);
  });

  test('what is read gives the same bytes when it is written again', () => {
    for (const { id, der, ...response } of read) {
      expect(encodedResponse(response), id).toEqual(id === 'bad_ocsp_type' ? null : der);
    }
  });

  test('pkijs finds the same fields', () => {
    // It does not take an empty list of responses, which the syntax of RFC 6960, 4.2.1 has.
    const some = basics.filter(({ basic }) => basic.responses.length > 0);
    expect(some).toHaveLength(16);
    for (const { id, basic } of some) expect(reading(basic), id).toEqual(pkijsReading(basic.bytes));
  });

  describeWhere('OpenSSL', missingCommand('openssl'), () => {
    test('prints the same serial numbers, statuses and times of revocation', () => {
      const lines = basics.map(({ id, der, basic }) => {
        const ours = printed(basic);
        expect(ours, id).toEqual(opensslLines(der));
        return ours.length;
      });
      expect(lines.reduce((a, b) => a + b)).toBe(37);
    });
  });
});
