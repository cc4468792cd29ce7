import { nodePlatform, threeCertificates } from './three-certificates.ts';
import { verifyPath } from '@quorate/verify';
import { parseCertificate, certificateExtensions } from '@quorate/x509';
import { parseCertificateKey } from '@quorate/crypto';
for (const kind of ['RSA-2048','P-256'] as const) {
  const t = threeCertificates(kind);
  const cases: Record<string, [number, () => unknown]> = {
    bare: [2000, () => t.bare()],
    platform: [2000, () => verifyPath({ ...t.request, platform: nodePlatform() })],
    'no sig': [3000, () => verifyPath({ ...t.request, platform: () => true })],
    'parse3': [3000, () => [t.root,t.ca,t.leaf].map(x => parseCertificate(x))],
    'parse3+ext': [3000, () => [t.root,t.ca,t.leaf].map(x => certificateExtensions(parseCertificate(x)))],
    'keys3': [3000, () => [t.root,t.ca,t.leaf].map(x => parseCertificateKey(parseCertificate(x).publicKey))],
    pure: [40, () => verifyPath({ ...t.request, platform: () => null })],
  };
  const r = verifyPath({ ...t.request, platform: nodePlatform() });
  if (r.verdict !== 'pass' && r.verdict !== 'warn' as never) console.log(JSON.stringify(r).slice(0,600));
  const best: Record<string, number> = {};
  for (let round = 0; round < 5; round++) for (const [n, [N, f]] of Object.entries(cases)) {
    if (process.env.ONLY && !process.env.ONLY.split(',').includes(n)) continue;
    const c = process.cpuUsage(); for (let i = 0; i < N; i++) f(); const d = process.cpuUsage(c);
    const us = (d.user + d.system) / N; best[n] = Math.min(best[n] ?? Infinity, us);
  }
  console.log(kind, Object.entries(best).map(([k, v]) => `${k} ${v.toFixed(1)}`).join('  '), 'ratio', (best.platform! / best.bare!).toFixed(3));
}
import { createPublicKey, verify as nv } from 'node:crypto';
import { canonicalSpki } from '@quorate/crypto';
{
  const t = threeCertificates('RSA-2048');
  const P = nodePlatform();
  const cases: Record<string, [number, () => unknown]> = {
    bare: [3000, () => t.bare()],
    'platform new': [3000, () => verifyPath({ ...t.request, platform: nodePlatform() })],
    'platform one': [3000, () => verifyPath({ ...t.request, platform: P })],
    'platform nomap': [3000, () => verifyPath({ ...t.request, platform: ({ key, data, rawSignature }) => nv('sha256', data, createPublicKey({ key: Buffer.from(canonicalSpki(key)), format: 'der', type: 'spki' }), rawSignature) })],
    'bare+nosig': [3000, () => [t.bare(), verifyPath({ ...t.request, platform: () => true })]],
    'no sig': [3000, () => verifyPath({ ...t.request, platform: () => true })],
  };
  const best: Record<string, number> = {}, wall: Record<string, number> = {};
  for (let round = 0; round < 6; round++) for (const [n, [N, f]] of Object.entries(cases)) {
    const w = performance.now(); const c = process.cpuUsage(); for (let i = 0; i < N; i++) f(); const d = process.cpuUsage(c);
    const us = (d.user + d.system) / N; best[n] = Math.min(best[n] ?? Infinity, us); wall[n] = Math.min(wall[n] ?? Infinity, (performance.now() - w) * 1000 / N);
  }
  console.log(Object.entries(best).map(([k, v]) => `${k} ${v.toFixed(1)} (${wall[k]!.toFixed(0)})`).join('  '));
}
