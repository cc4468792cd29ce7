import { describeWhere } from '@quorate/ci';
import { describe, expect, test } from 'vitest';
import { bundleForBrowser } from '../src/bundle.ts';
import { chromiumPath, evaluateInChromium } from '../src/chromium.ts';
import { requestAndList, runIssuing } from '../src/issuing.ts';
import { issuingInputs, issuingKey, issuingRoot } from './support/issuing-inputs.ts';

const root = issuingRoot();
const inputs = issuingInputs(root);
const issuer = Buffer.from(root).toString('base64');
const browser = chromiumPath();

describe('in Node', () => {
  test('a TBS is the one that its manifest makes', () => {
    const answers = Object.values(runIssuing(inputs));
    expect(answers).toHaveLength(3);
    for (const { tbs, rebuilt, words } of answers) {
      expect(rebuilt).toBe(tbs);
      expect(words).toHaveLength(32);
    }
  });
});

const missing = 'there is no Chromium; install it (Debian: apt-get install chromium) or name it with CHROMIUM';
describeWhere('issuing in Chromium', browser === null ? missing : null, () => {
  const evaluate = async (call: string): Promise<unknown> => {
    const script = await bundleForBrowser('tools/browser/src/issuing.ts');
    return JSON.parse(String(await evaluateInChromium(browser ?? '', script, `JSON.stringify(slice.${call})`)));
  };

  test('the same profile gives the same TBS, manifest, fingerprint and pending issuance as in Node', async () => {
    const there = await evaluate(`runIssuing(${JSON.stringify(inputs)})`);
    expect(there).toStrictEqual(JSON.parse(JSON.stringify(runIssuing(inputs))));
  });

  test('the same request and list give the same bytes', async () => {
    const there = await evaluate(`requestAndList(${JSON.stringify(issuingKey)}, ${JSON.stringify(issuer)})`);
    expect(there).toStrictEqual(requestAndList(issuingKey, issuer));
  });
});
