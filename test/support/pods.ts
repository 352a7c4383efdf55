import { type Workload, workloadIn } from '../../lib/addons/rules/workloads';
import type { Manifest } from '../../lib/base/manifest';
import { mapAt, mapsAt } from '../../lib/base/value-at';
import { nestedObjects } from '../../lib/output/nested-objects';
import { POD_EXCEPTIONS } from './pod-exceptions';

/** Fields of every container of a pod, with what the container inherits from it. */
interface HardenedContainer {
  readonly name: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly context: Readonly<Record<string, unknown>>;
}

/** Pods of objects, and of the objects that they carry. */
export function podsIn(objects: readonly Manifest[]): readonly Workload[] {
  return objects.flatMap((object) => nestedObjects(object)).flatMap(workloadIn);
}

/** What a pod lacks to be as closed as can be, but for the exceptions that are known; each is noted as used. */
export function opennessOf(workload: Workload, used: Set<string> = new Set()): readonly string[] {
  const owner = workload.title.replace(/^(\S+) (\S+\/)?/, '$1 ').replace(/-[0-9a-f]{8}$/, '');
  const excused = (container: string, field: string) => {
    const found = POD_EXCEPTIONS.find(
      (one) =>
        one.field === field &&
        (one.container === '' || one.container === container) &&
        new RegExp(`^${one.workload}$`).test(owner),
    );
    if (found !== undefined) used.add(`${found.workload} ${found.container} ${found.field}`);
    return found !== undefined;
  };
  const found = ['hostNetwork', 'hostPID', 'hostIPC']
    .filter((field) => workload.pod[field] === true && !excused('', field))
    .map((field) => `${workload.title}: ${field}`);
  for (const container of containersOf(workload)) {
    for (const field of opennessOfContainer(container)) {
      if (excused(container.name, field)) continue;
      found.push(`${workload.title}: ${field} of ${container.name}`);
    }
  }
  return found;
}

function containersOf({ pod }: Workload): readonly HardenedContainer[] {
  return ['initContainers', 'containers'].flatMap((list) =>
    mapsAt(pod, list).map(([fields]) => ({
      name: String(fields.name),
      fields,
      context: { ...mapAt(pod, 'securityContext'), ...mapAt(fields, 'securityContext') },
    })),
  );
}

function opennessOfContainer({ fields, context }: HardenedContainer): readonly string[] {
  const { capabilities } = context;
  const checks: Readonly<Record<string, boolean>> = {
    privileged: context.privileged !== true,
    allowPrivilegeEscalation: context.allowPrivilegeEscalation === false,
    capabilities: JSON.stringify(capabilities) === '{"drop":["ALL"]}',
    readOnlyRootFilesystem: context.readOnlyRootFilesystem === true,
    runAsNonRoot: context.runAsNonRoot === true && Number(context.runAsUser) > 0,
    seccompProfile: mapAt(context, 'seccompProfile').type === 'RuntimeDefault',
    requests:
      mapAt(fields, 'resources', 'requests').cpu !== undefined &&
      mapAt(fields, 'resources', 'requests').memory !== undefined,
  };
  return Object.keys(checks).filter((field) => !checks[field]);
}
