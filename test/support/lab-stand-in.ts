import { strict as assert } from 'node:assert';
import { join } from 'node:path';

import { findLab, type KubernetesLab, run } from './lab';

/** Plays the OpenStack provider: every server and every cluster network of a namespace is there. */
export async function provideInfrastructure(lab: KubernetesLab, namespace: string): Promise<void> {
  const ready = { status: { ready: true } };
  for (const name of await names(lab, namespace, 'openstackclusters')) {
    const endpoint = { spec: { controlPlaneEndpoint: { host: '127.0.0.1', port: 6443 } } };
    await patch(lab, namespace, `openstackcluster/${name}`, endpoint);
    await patch(lab, namespace, `openstackcluster/${name}`, ready, '--subresource=status');
  }
  for (const name of await names(lab, namespace, 'openstackmachines')) {
    const spec = { spec: { providerID: `openstack:///${name}` } };
    await patch(lab, namespace, `openstackmachine/${name}`, spec);
    await patch(lab, namespace, `openstackmachine/${name}`, ready, '--subresource=status');
  }
}

/** Stands in for the workload cluster that the servers would have formed; returns its kubeconfig. */
export async function joinCluster(lab: KubernetesLab, namespace: string, cluster: string) {
  const script = join(findLab() ?? '', 'kubernetes/join');
  const result = await run(script, [cluster, namespace], {
    env: {
      LAB_STATE: join(lab.state, '..'),
      LAB_KUBERNETES_PORT: String(lab.port),
      // What kubectl knows of an earlier server on the same port is of other versions.
      KUBECACHEDIR: join(lab.state, '../kube-cache'),
    },
  });
  assert.equal(result.code, 0, result.stderr);
  return join(lab.state, 'joined', namespace, cluster, 'kubeconfig');
}

/** Names of the objects of a kind in a namespace. */
export async function names(
  lab: KubernetesLab,
  namespace: string,
  kind: string,
): Promise<string[]> {
  const path = 'jsonpath={.items[*].metadata.name}';
  const result = await lab.kubectl(['get', '-n', namespace, kind, '-o', path]);
  assert.equal(result.code, 0, result.stderr);
  return result.stdout.split(' ').filter((name) => name !== '');
}

/** Repeats a question until it has an answer that is not empty. */
export async function until(read: () => Promise<string>, what: string, seconds = 120) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const text = await read();
    if (text !== '') return text;
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s`);
    await new Promise((done) => setTimeout(done, 300));
  }
}

async function patch(
  lab: KubernetesLab,
  namespace: string,
  name: string,
  content: object,
  ...flags: string[]
): Promise<void> {
  const text = JSON.stringify(content);
  const args = ['patch', '-n', namespace, name, ...flags, '--type=merge', '-p', text];
  const result = await lab.kubectl(args);
  assert.equal(result.code, 0, result.stderr);
}
