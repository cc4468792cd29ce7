import { repositoryRoot } from '@quorate/ci';
import { describe, expect, test } from 'vitest';
import { readPinned, writePinned } from '../src/pinned.ts';
import { readWorkspace } from '../src/read-workspace.ts';
import { checkCycles } from '../src/rules/cycles.ts';
import { checkDependencies } from '../src/rules/dependencies.ts';
import { checkDirection } from '../src/rules/direction.ts';
import { checkExports } from '../src/rules/exports.ts';
import { checkManifests } from '../src/rules/manifest.ts';
import { checkPurity } from '../src/rules/purity.ts';
import { checkShape } from '../src/rules/shape.ts';
import { describeViolations } from '../src/violation.ts';
import { sourcesOf } from '../src/workspace.ts';

const workspace = readWorkspace(repositoryRoot);

describe('the house', () => {
  test('is seen: its rooms and their modules are many', () => {
    expect(workspace.rooms.length).toBeGreaterThan(10);
    expect(sourcesOf(workspace, 'packages').length).toBeGreaterThan(30);
    expect(workspace.rooms.flatMap((room) => room.files).length).toBeGreaterThan(60);
  });
  test.each([
    ['imports go down the list of rooms', checkDirection],
    ['dependencies and references are what is imported', checkDependencies],
    ['nothing imports itself by way of others', checkCycles],
    ['packages are pure', checkPurity],
    ['files have the shape of the house', checkShape],
    ['manifests have the shape of the house', checkManifests],
  ])('%s', (_law, check) => {
    expect(describeViolations(check(workspace))).toBe('');
  });
  test('the exports of every package are those pinned', () => {
    if (process.env['QUORATE_UPDATE_EXPORTS'] === '1') writePinned(repositoryRoot, workspace);
    expect(describeViolations(checkExports(workspace, readPinned(repositoryRoot)))).toBe('');
  });
});
