/** Object with only JSON types. */
export type PlainObject = Record<string, unknown>;

/** Node conditions that a health check of the benchmark watches. */
export const NODES = [
  { type: 'Ready', status: 'False', timeoutSeconds: 300 },
  { type: 'Ready', status: 'Unknown', timeoutSeconds: 300 },
];

const texts = new Map<string, string>();

/** Machine in the form of an infrastructure template. */
export function machineSpec(flavor: string): PlainObject {
  return {
    flavor,
    image: { filter: { name: 'ubuntu-2204-kube-v1.32.4' } },
    sshKeyName: 'fleet',
  };
}

/** Manifest of ConfigMaps with a minimum length; equal for every cluster. */
export function manifestText(name: string, namespace: string, bytes: number): string {
  const key = `${name}/${namespace}/${bytes}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  const documents: string[] = [];
  for (let i = 0, length = 0; length < bytes; i++) {
    const text = document(`${name}-${i}`, namespace, Math.min(20, Math.ceil(bytes / 160)));
    documents.push(text);
    length += text.length + 4;
  }
  const text = documents.join('---\n');
  texts.set(key, text);
  return text;
}

/** Configuration of the cloud controller manager, which differs per cluster. */
export function cloudConfig(cluster: string): string {
  const lines = ['[Global]', 'use-clouds=true', 'clouds-file=/etc/openstack/clouds.yaml'];
  lines.push('cloud=openstack', '[LoadBalancer]', 'enabled=true', `cluster-name=${cluster}`);
  const data = lines.map((line) => `    ${line}`).join('\n');
  const head = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: cloud-config\n';
  const config = `${head}  namespace: kube-system\ndata:\n  cloud.conf: |\n${data}\n`;
  return `${config}---\n${manifestText('cloud-controller-manager', 'kube-system', 4300)}`;
}

function document(name: string, namespace: string, lines: number): string {
  const head = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  namespace: ${namespace}`;
  const data = Array.from({ length: lines }, (_, i) => `  option-${i}: ${name} has the value ${i}`);
  return `${head}\ndata:\n${data.join('\n')}\n`;
}
