import type { Command } from 'commander';
import type { Context } from './context.ts';
import type { ExitCode } from './exit-code.ts';

/** Told once how a command ended. */
export type Answer = (code: ExitCode) => void;

/** Makes one command. */
export type CommandMaker = (context: Context, answer: Answer) => Command;
