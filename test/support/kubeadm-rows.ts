import type { KubeadmModel } from '../../lib/kubeadm/model/kubeadm';
import type { AssembledMachine } from './openstack-cluster';
import { byCore, type Path, type PropRow } from './rendering';

/** Makes a row of a part of machines. */
type MakeRow = (part: Partial<AssembledMachine>, lands: PropRow['lands']) => PropRow;

const SOCKET = 'unix:///run/crio/crio.sock';

/** Rows of the settings of kubeadm where machines join, and of a control plane where they begin the cluster. */
export function kubeadmRows(make: MakeRow, config: Path, phases: readonly string[]): PropRow[] {
  const row = (kubeadm: KubeadmModel, path: Path, value: unknown) =>
    make({ kubeadm }, () => [[...config, ...path], value]);
  return [
    ...phases.flatMap((phase) => [
      row({ criSocket: SOCKET }, [phase, 'nodeRegistration', 'criSocket'], SOCKET),
      row(
        { ignorePreflightErrors: ['NumCPU', 'Mem', 'NumCPU'] },
        [phase, 'nodeRegistration', 'ignorePreflightErrors'],
        ['Mem', 'NumCPU'],
      ),
      row({ imagePullPolicy: 'Never' }, [phase, 'nodeRegistration', 'imagePullPolicy'], 'Never'),
      row({ imagePullSerial: false }, [phase, 'nodeRegistration', 'imagePullSerial'], false),
      timeoutRow(make, [...config, phase]),
    ]),
    row({ skipPhases: ['preflight'] }, ['joinConfiguration', 'skipPhases'], ['preflight']),
    make(
      { kubeadm: { timeouts: { tlsBootstrap: 120 } } },
      byCore(
        [[...config, 'joinConfiguration', 'discovery', 'timeout'], '2m0s'],
        [[...config, 'joinConfiguration', 'timeouts'], { tlsBootstrapSeconds: 120 }],
      ),
    ),
  ];
}

function timeoutRow(make: MakeRow, configuration: Path): PropRow {
  const timeouts = {
    controlPlaneComponentHealthCheck: 1,
    discovery: 2,
    etcdAPICall: 3,
    kubeletHealthCheck: 4,
    kubernetesAPICall: 5,
    tlsBootstrap: 6,
  };
  const written = {
    controlPlaneComponentHealthCheckSeconds: 1,
    discoverySeconds: 2,
    etcdAPICallSeconds: 3,
    kubeletHealthCheckSeconds: 4,
    kubernetesAPICallSeconds: 5,
    tlsBootstrapSeconds: 6,
  };
  return {
    ...make({ kubeadm: { timeouts } }, () => [[...configuration, 'timeouts'], written]),
    only: ({ core }) => core === 'v1beta2',
  };
}

/** Gates of which one has a polarity. */
export const GATES = [
  { conditionType: 'example.org/Ok' },
  { conditionType: 'Broken', polarity: 'Negative' },
] as const;

/** The same in the order in which they are written. */
export const WRITTEN_GATES = [GATES[1], GATES[0]];

/** Way of machines to be named. */
export const NAMING = { template: '{{ .cluster.name }}-{{ .random }}' };
