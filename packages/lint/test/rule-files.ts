import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Specimen } from './specimen.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** A file of one rule. */
export interface RuleFile {
  /** The folder that it is in, also the name of the list beside it. */
  readonly group: string;
  readonly id: string;
  readonly text: string;
}

/** The files of all rules, by group and name. */
export function ruleFiles(): RuleFile[] {
  const folder = join(here, '../src/rules');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(folder, name)).map((file) => ({
        group: name,
        id: basename(file, '.ts'),
        text: readFileSync(join(folder, name, file), 'utf8'),
      })),
    );
}

/** The ids that there are specimens of. */
export function specimenIds(): string[] {
  return readdirSync(join(here, 'specimens')).map((file) => basename(file, '.ts'));
}

/** The specimen of a rule. */
export async function specimenOf(id: string): Promise<Specimen> {
  const module = (await import(`./specimens/${id}.ts`)) as { specimen: Specimen };
  return module.specimen;
}

/** `serialNumberPositive` of `serial-number-positive`. */
export function camelCase(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
