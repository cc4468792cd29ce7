import { posix } from 'node:path';
import { nameOf, nodeField, placeOf, type SyntaxNode, syntaxOf, walk } from './syntax.ts';
import type { SourceFile } from './workspace.ts';

/** One module that a file names: by import, by re-export, in a type, or dynamically. */
export interface Import {
  readonly specifier: string;
  readonly where: string;
}

const NAMING = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

/** The specifier in a node that names a module, or `null`. */
function specifierIn(node: SyntaxNode): string | null {
  if (NAMING.has(node.type)) return nameOf(nodeField(node, 'source'));
  if (node.type === 'TSExternalModuleReference') return nameOf(nodeField(node, 'expression'));
  return null;
}

/** All modules that a file names, type-only imports included. */
export function importsOf(file: SourceFile): Import[] {
  const imports: Import[] = [];
  walk(syntaxOf(file), (node) => {
    const specifier = specifierIn(node);
    if (specifier !== null) imports.push({ specifier, where: placeOf(file, node) });
  });
  return imports;
}

export function isRelative(specifier: string): boolean {
  return specifier.startsWith('.') || specifier.startsWith('/');
}

/** The path from the root that a relative specifier names, from the file it stands in. */
export function resolveRelative(file: SourceFile, specifier: string): string {
  return posix.normalize(posix.join(posix.dirname(file.path), specifier));
}

/** The package of a bare specifier: `@noble/curves` of `@noble/curves/p256.js`. */
export function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

/** What stands after the package in a bare specifier, as a key of an exports map: `.` or `./p256.js`. */
export function subpathOf(specifier: string): string {
  return `.${specifier.slice(packageOf(specifier).length)}`;
}
