import { writeFileSync } from 'node:fs';
import { ValidationError } from '../lib/errors';
import type { FleetCommand } from '../lib/plan/fleet-command';
import type { FleetPlan } from '../lib/plan/fleet-plan';
import { planJson } from '../lib/plan/plan-json';
import { SelectionError } from '../lib/plan/selection-error';
import type { StackOutputs } from '../lib/plan/stack-outputs';

/** Runs the end of a program; mistakes are printed on the standard error stream, and the exit code is then 1. */
export function withMistakesPrinted<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    process.stderr.write(`${mistakeText(error)}\n`);
    process.exitCode = 1;
    return undefined;
  }
}

function mistakeText(error: unknown): string {
  if (error instanceof SelectionError) return error.optionMessage;
  if (!(error instanceof ValidationError)) throw error;
  const count = error.issues.length;
  const mistakes = count === 1 ? '1 mistake' : `${count} mistakes`;
  return `${error.message}\n\n${mistakes}; nothing was written`;
}

/** Answers what the command line asks a program for. What it takes to do so is loaded only then. */
export function answer(command: FleetCommand, plan: FleetPlan): undefined {
  if (command.command === 'import') void answerImport(command, plan);
  else write(command, planJson(plan), () => printedPlan(plan));
}

async function answerImport(command: FleetCommand, plan: FleetPlan): Promise<void> {
  const { findInClouds } =
    require('../lib/openstack/find-in-clouds') as typeof import('../lib/openstack/find-in-clouds');
  const { ambiguousLines, importFile, importText } =
    require('../lib/openstack/import-lines') as typeof import('../lib/openstack/import-lines');
  try {
    const existing = await findInClouds(plan, command.entries ?? {});
    write(command, importFile(plan, existing), () => importText(existing));
    if (!command.json) return;
    for (const line of ambiguousLines(existing)) process.stderr.write(`${line}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

function printedPlan(plan: FleetPlan): string {
  const { planTable } =
    require('../lib/plan/plan-table') as typeof import('../lib/plan/plan-table');
  return planTable(plan);
}

function write({ json, file }: FleetCommand, data: unknown, print: () => string): void {
  const text = json ? `${JSON.stringify(data, undefined, 2)}\n` : print();
  if (file === undefined) process.stdout.write(text);
  else writeFileSync(file, text);
}

/** Hides the parts of a fleet from Pulumi, which would take an exported one for as many outputs. */
export function showClustersAlone(fleet: object, outputs: Promise<StackOutputs>): void {
  for (const name of Object.keys(fleet)) {
    Object.defineProperty(fleet, name, { enumerable: false });
  }
  const get = () => outputs.then(({ clusters }) => clusters);
  Object.defineProperty(fleet, 'clusters', { get, enumerable: true });
}
