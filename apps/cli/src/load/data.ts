import type { JsonValue } from '@quorate/syntax';
import type { Context } from '../context.ts';
import { parseJsonFile } from './json.ts';
import { kindOf, textOf } from './kind.ts';
import { parseYaml } from './yaml.ts';

/** Reads a document that is JSON, if it begins as such, or else YAML. */
export async function loadData(context: Context, file: string, expected: string): Promise<JsonValue> {
  const bytes = await context.read(file);
  if (kindOf(bytes) !== 'text') return parseJsonFile(file, bytes, `${expected}, JSON or YAML`);
  return parseYaml(file, textOf(bytes) ?? '');
}
