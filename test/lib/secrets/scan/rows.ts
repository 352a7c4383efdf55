import type { Manifest } from '../../../../lib/base/manifest';

/** Object of a table, and the field of it that matters. */
export interface Row {
  /** What is in the object. */
  readonly what: string;
  /** Object that is written. */
  readonly object: Manifest;
  /** Field in which the secret is. */
  readonly field: string;
}

/** Fake secrets: each says that it is one, and none was ever in use. */
export const FAKE = {
  password: 'Fake-0001-Fake!',
  secret: 'fake-0123456789-abcdefABCDEF-fake',
  hex: 'fa4e'.repeat(16),
} as const;

/** Text in base64. */
export function base64(text: string | Uint8Array): string {
  return Buffer.from(text).toString('base64');
}

/** Private key of a kind, none that anybody has: its body is not one. */
export function privateKey(kind = ''): string {
  const name = `${kind === '' ? '' : `${kind} `}PRIVATE ${'KEY'}`;
  return `-----BEGIN ${name}-----\n${'ZmFrZS1mYWtlLWZha2U'.repeat(3)}\n-----END ${name}-----\n`;
}

/** Public thing in PEM. */
export function pem(name: string): string {
  return `-----BEGIN ${name}-----\n${'ZmFrZS1mYWtlLWZha2U'.repeat(3)}\n-----END ${name}-----\n`;
}

/** ConfigMap with a text. */
export function configMap(text: string, key = 'text'): Manifest {
  return object('ConfigMap', { data: { [key]: text } });
}

/** Object of a kind. */
export function object(kind: string, fields: object, apiVersion = 'v1'): Manifest {
  return { apiVersion, kind, metadata: { name: 'demo' }, ...fields };
}

/** Secret that a ClusterResourceSet delivers. */
export function carrier(text: string): Manifest {
  return object('Secret', {
    type: 'addons.cluster.x-k8s.io/resource-set',
    data: { '00-payload.yaml': base64(text) },
  });
}

/** Machines' configuration with a file. */
export function machineFile(content: string, encoding?: string): Manifest {
  const file = { path: '/etc/demo', content, ...(encoding === undefined ? {} : { encoding }) };
  return kubeadm({ files: [file] });
}

/** Machines' configuration with a command. */
export function machineCommand(command: string): Manifest {
  return kubeadm({ preKubeadmCommands: [command] });
}

/** Machines' configuration. */
export function kubeadm(spec: object): Manifest {
  return object(
    'KubeadmConfigTemplate',
    { spec: { template: { spec } } },
    'bootstrap.cluster.x-k8s.io/v1beta2',
  );
}

/** Chart that the management cluster installs. */
export function chart(valuesTemplate: string): Manifest {
  return object(
    'HelmChartProxy',
    { spec: { repoURL: 'https://charts.example', chartName: 'demo', valuesTemplate } },
    'addons.cluster.x-k8s.io/v1alpha1',
  );
}

/** Rows of texts in a ConfigMap. */
export function texts(rows: Readonly<Record<string, string>>): readonly Row[] {
  return Object.entries(rows).map(([what, text]) => ({
    what,
    object: configMap(text),
    field: 'data.text',
  }));
}

/** Rows of commands of machines. */
export function commands(rows: Readonly<Record<string, string>>): readonly Row[] {
  return Object.entries(rows).map(([what, command]) => ({
    what,
    object: machineCommand(command),
    field: 'spec.template.spec.preKubeadmCommands[0]',
  }));
}
