import { CLUSTERS, MANIFESTS } from './clusters-file';
import type { ProjectChoices } from './infrastructure';

/** Returns what to do with a new project, as text for a terminal. */
export function nextSteps(folder: string, choices: ProjectChoices): string {
  const { infrastructure, pulumi } = choices;
  const { change, prepare, managementCluster } = infrastructure;
  const steps: Step[] = [
    ...(folder === '.' ? [] : [{ command: `cd ${shellWord(folder)}` }]),
    { command: 'npm install' },
    { command: 'npm run synth', note: `writes ${MANIFESTS}` },
    { command: 'npm test' },
  ];
  const later: Step[] = [
    ...(pulumi
      ? [
          { command: 'npm run plan', note: 'what Pulumi will provision, offline' },
          { command: 'npm run up', note: 'provisions it; wants OS_CLOUD and a Pulumi backend' },
        ]
      : []),
    ...prepare.map((command) => ({ command })),
    ...(change === undefined
      ? []
      : [{ command: 'npx capi-fleet secrets', note: 'Secrets that must exist first' }]),
    { command: `kubectl apply -k ${MANIFESTS}/${managementCluster}` },
  ];
  return [
    'Next:',
    ...linesOf(steps),
    '',
    change === undefined
      ? `${CLUSTERS}.ts defines the clusters. It runs unchanged; to create them:`
      : `${CLUSTERS}.ts defines the clusters. Change ${change}; then:`,
    ...linesOf(later),
    '',
  ].join('\n');
}

interface Step {
  readonly command: string;
  readonly note?: string;
}

/** Commands with their notes in one column. */
function linesOf(steps: readonly Step[]): readonly string[] {
  const noted = steps.filter(({ note }) => note !== undefined);
  const width = Math.max(0, ...noted.map(({ command }) => command.length));
  return steps.map(({ command, note }) =>
    note === undefined ? `  ${command}` : `  ${command.padEnd(width)}   # ${note}`,
  );
}

function shellWord(text: string): string {
  return /^[\w./@%+=:,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
