import { posix } from 'node:path';
import { VECTORS } from '../order.ts';
import { listField, nodeField, placeOf, syntaxOf, walk } from '../syntax.ts';
import type { Violation } from '../violation.ts';
import { folderOf, isSource, type SourceFile, sourcesOf, type Workspace } from '../workspace.ts';

/** The length, in lines, above which a file holds more than one concept. */
export const MAX_LINES = 300;

/** File names that say nothing about what is inside. */
const EMPTY_NAMES = /^(utils?|helpers?|misc|common)\.ts$/;

function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** A contents page: nothing but named re-exports. */
function checkIndex(file: SourceFile): Violation[] {
  return listField(syntaxOf(file), 'body')
    .filter((node) => node.type !== 'ExportAllDeclaration')
    .filter((node) => node.type !== 'ExportNamedDeclaration' || nodeField(node, 'source') === null)
    .map((node) => ({
      rule: 'index',
      where: placeOf(file, node),
      message: 'an index holds re-exports by name and nothing else',
    }));
}

function checkTree(file: SourceFile): Violation[] {
  const violations: Violation[] = [];
  walk(syntaxOf(file), (node) => {
    const where = placeOf(file, node);
    if (node.type === 'ExportAllDeclaration') {
      violations.push({ rule: 'export-star', where, message: 'name what is exported' });
    }
    if (node.type === 'TSAnyKeyword') {
      violations.push({ rule: 'any', where, message: 'say `unknown`, or the type it has' });
    }
  });
  return violations;
}

/**
 * What is delivered has telling file names, files of one concept and an index that is a contents page; test data is as long
 * as it is. All TypeScript, tests too, is without `any` and `export *`.
 */
export function checkShape(workspace: Workspace): Violation[] {
  const violations = workspace.rooms.flatMap((room) => room.files.flatMap(checkTree));
  for (const { room, file } of sourcesOf(workspace, 'packages', 'apps', 'tools')) {
    const lines = lineCount(file.text);
    if (lines > MAX_LINES && room.name !== VECTORS) {
      violations.push({ rule: 'length', where: file.path, message: `${lines} lines, at most ${MAX_LINES}: split it` });
    }
    if (EMPTY_NAMES.test(posix.basename(file.path))) {
      violations.push({ rule: 'file-name', where: file.path, message: 'name the file for the concept it holds' });
    }
    const index = file.path === `${folderOf(room)}/src/index.ts`;
    if (index && room.kind !== 'apps' && isSource(room, file)) violations.push(...checkIndex(file));
  }
  return violations;
}
