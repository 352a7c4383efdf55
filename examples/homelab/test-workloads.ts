import { Chart } from 'cdk8s';
import { Deployment, Ingress, IngressBackend, Node, NodeLabelQuery } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

/** One Flask application per pool, each behind a service, and an ingress for all of them. */
export class TestWorkloads extends Chart {
  constructor(scope: Construct, id: string, pools: readonly string[]) {
    super(scope, id, { namespace: 'default', disableResourceNameHashes: true });
    const ingress = new Ingress(this, 'ingress', { metadata: { name: 'flask' } });
    for (const pool of pools) {
      const service = flask(this, pool).exposeViaService({ name: `flask-${pool}` });
      ingress.addRule(`/${pool}`, IngressBackend.fromService(service));
    }
  }
}

function flask(scope: Construct, pool: string): Deployment {
  const deployment = new Deployment(scope, pool, {
    metadata: { name: `flask-${pool}` },
    replicas: 1,
    containers: [
      {
        image: 'docker.io/tiangolo/uwsgi-nginx-flask:python3.11',
        portNumber: 80,
        securityContext: { ensureNonRoot: false, readOnlyRootFilesystem: false },
      },
    ],
  });
  deployment.scheduling.attract(
    Node.labeled(NodeLabelQuery.is('node.cluster.x-k8s.io/pool', pool)),
  );
  return deployment;
}
