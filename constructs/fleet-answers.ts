import { writeFileSync } from 'node:fs';
import { clusterList } from '../lib/assembly/cluster-list';
import { expiriesOf } from '../lib/assembly/credential-expiries';
import type { AssembledCluster } from '../lib/assembly/model';
import { requiredSecrets } from '../lib/assembly/required-secrets';
import { ValidationError } from '../lib/base/errors';
import { maskedData } from '../lib/base/masking/mask';
import type { FleetPlan } from '../lib/openstack/plan/fleet-plan';
import { planJson } from '../lib/openstack/plan/plan-json';
import type { FleetImages } from '../lib/output/fleet-images';
import { imagesTable } from '../lib/output/images-table';
import { secretsJson } from '../lib/output/secrets-json';
import { mistakesJson, type SynthJson } from '../lib/output/synth-json';
import type { SynthSummary } from '../lib/output/synth-summary';
import { type FleetCommand, fleetCommand } from '../lib/provision/fleet-command';
import type { PlanSelection } from '../lib/provision/selection';

/** What a fleet can be asked for. */
export interface AnsweringFleet {
  /** Writes the tree. */
  synth(): SynthSummary;
  /** Checks everything and writes nothing. */
  check(): SynthSummary;
  /** Plans what Pulumi provisions. */
  plan(options: { readonly selection: PlanSelection }): FleetPlan;
  /** Collects the images that machines pull. */
  images(): FleetImages;
  /** Checked models of a selection of clusters. */
  selected(selection: PlanSelection): readonly AssembledCluster[];
}

/**
 * Answers a request of the command line; modules that it needs are loaded here.
 *
 * @throws ValidationError with the mistakes of the fleet, unless the answer is JSON, which then lists them.
 */
export function answer(command: FleetCommand, fleet: AnsweringFleet): undefined {
  ANSWERS[command.command](command, fleet);
}

type Answer = (command: FleetCommand, fleet: AnsweringFleet) => void;

const ANSWERS: Readonly<Record<FleetCommand['command'], Answer>> = {
  synth: (command, fleet) => answerSynth(command, () => fleet.synth()),
  check: (command, fleet) => answerSynth(command, () => fleet.check()),
  list: (command, fleet) => answerList(command, fleet.selected(command.selection)),
  secrets: (command, fleet) => answerSecrets(command, fleet.selected(command.selection)),
  images: (command, fleet) => {
    const images = fleet.images();
    write(command, images, () => imagesTable(images));
  },
  plan: (command, fleet) => {
    const plan = fleet.plan(command);
    write(command, planJson(plan), () => printedPlan(plan));
  },
  import: (command, fleet) => void answerImport(command, fleet.plan(command)),
  replaced: (command, fleet) => void answerReplaced(command, fleet.plan(command)),
  none: () => {},
};

function answerSynth({ json }: FleetCommand, work: () => SynthSummary): void {
  try {
    work();
  } catch (error) {
    if (!(json && error instanceof ValidationError)) throw error;
    acknowledge(mistakesJson(error.issues));
    process.exitCode = 1;
  }
}

/** Answers what came of a synth or a check, if the command line asked for one; also for programs that call `synth()` themselves. */
export function acknowledge(outcome: SynthJson): void {
  const command = fleetCommand(process.env);
  if (command?.command === 'synth' || command?.command === 'check')
    write(command, outcome, () => '');
}

function answerList(command: FleetCommand, clusters: readonly AssembledCluster[]): void {
  const list = clusterList(clusters);
  write(command, list, () => {
    const { clustersTable } =
      require('../lib/output/clusters-table') as typeof import('../lib/output/clusters-table');
    return clustersTable(list);
  });
}

function answerSecrets(command: FleetCommand, clusters: readonly AssembledCluster[]): void {
  const secrets = clusters.flatMap(requiredSecrets);
  const expiries = clusters.flatMap(expiriesOf);
  write(command, secretsJson(secrets, expiries), () => {
    const { secretsTable } =
      require('../lib/output/secrets-table') as typeof import('../lib/output/secrets-table');
    return secretsTable(secrets);
  });
}

async function answerImport(command: FleetCommand, plan: FleetPlan): Promise<void> {
  const { ambiguousLines, importFile, importText } =
    require('../lib/openstack/client/import-lines') as typeof import('../lib/openstack/client/import-lines');
  await answerFromClouds(async ({ findInClouds }) => {
    const existing = await findInClouds(plan, command.entries ?? {});
    write(command, importFile(plan, existing), () => importText(existing));
    if (!command.json) return;
    for (const line of ambiguousLines(existing)) process.stderr.write(`${line}\n`);
  });
}

async function answerReplaced(command: FleetCommand, plan: FleetPlan): Promise<void> {
  await answerFromClouds(async ({ findReplaced }) => {
    const kept = await findReplaced(plan, command.entries ?? {}, command.state ?? []);
    write(command, kept, () => kept.map(({ name }) => `${name}\n`).join(''));
  });
}

/** Answers with data from clouds; if a cloud refuses, the error is printed and the exit code is 1. */
async function answerFromClouds(
  ask: (clouds: typeof import('../lib/openstack/client/find-in-clouds')) => Promise<void>,
): Promise<void> {
  try {
    await ask(
      require('../lib/openstack/client/find-in-clouds') as typeof import('../lib/openstack/client/find-in-clouds'),
    );
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

function printedPlan(plan: FleetPlan): string {
  const { planTable } =
    require('../lib/openstack/plan/plan-table') as typeof import('../lib/openstack/plan/plan-table');
  return planTable(plan);
}

function write({ json, file }: FleetCommand, data: unknown, print: () => string): void {
  const text = json ? `${JSON.stringify(maskedData(data), undefined, 2)}\n` : print();
  if (file === undefined) process.stdout.write(text);
  else writeFileSync(file, text);
}
