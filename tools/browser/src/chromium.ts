import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Chromium is: `CHROMIUM`, else where Debian's package puts it; `null` if nothing is there. */
export function chromiumPath(env: Readonly<Record<string, string | undefined>> = process.env): string | null {
  const named = env['CHROMIUM'];
  const path = named === undefined || named === '' ? '/usr/bin/chromium' : named;
  return existsSync(path) ? path : null;
}

/** Runs a script, if not empty, in an empty page of a browser that reaches no network, then an expression, and gives its value back. */
export async function evaluateInChromium(executablePath: string, script: string, expression: string): Promise<unknown> {
  const args = [
    '--disable-background-networking',
    '--disable-component-update',
    '--host-resolver-rules=MAP * ~NOTFOUND',
  ];
  const browser: Browser = await chromium.launch({ executablePath, args, chromiumSandbox: false });
  try {
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    if (script !== '') await page.addScriptTag({ content: script });
    return await page.evaluate(expression);
  } finally {
    await browser.close();
  }
}
