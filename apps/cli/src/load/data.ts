import type { JsonValue } from '@quorate/syntax';
import type { Context } from '../context.ts';
import { Unusable } from '../unusable.ts';
import { parseJsonFile } from './json.ts';
import { kindInWords, kindOf, textOf } from './kind.ts';
import { parseYaml } from './yaml.ts';

/** Reads a document that is JSON, if it begins as such, or else YAML. */
export async function loadData(context: Context, file: string, expected: string): Promise<JsonValue> {
  const bytes = await context.read(file);
  const kind = kindOf(bytes);
  if (kind === 'binary' || kind === 'utf-16') {
    throw new Unusable(`${file}: this is ${kindInWords(kind)}, expected ${expected}, JSON or YAML`);
  }
  if (kind !== 'text') return parseJsonFile(file, bytes, `${expected}, JSON or YAML`);
  return parseYaml(file, textOf(bytes) ?? '');
}
