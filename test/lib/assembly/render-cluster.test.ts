import assert from 'node:assert/strict';
import { renderCluster } from '../../../lib/assembly/render-cluster';
import type { Manifest } from '../../../lib/base/manifest';
import { podSecurityLabels } from '../../../lib/cluster/model/pod-security';
import { emitDocuments } from '../../../lib/output/emit-yaml';
import {
  addonModel,
  clusterModel,
  configMap,
  controlPlaneModel,
  poolModel,
} from '../../support/models';
import type { AssembledCluster } from '../../support/openstack-cluster';
import { at, rendered, renderedObject } from '../../support/rendering';

const HEALTH_CHECK = { nodeStartupTimeoutSeconds: 600, unhealthyConditions: [] };
const PLAINTEXT = {
  kind: 'plaintext',
  secretName: 'demo-cloud-config',
  cloudName: 'openstack',
  cloudsYaml: 'clouds: {}\n',
  caCertificate: 'not a certificate',
} as const;
const WHOLE = clusterModel({
  credentials: PLAINTEXT,
  controlPlane: controlPlaneModel({ healthCheck: HEALTH_CHECK }),
  pools: [poolModel({ healthCheck: HEALTH_CHECK }), poolModel({ name: 'more' })],
  addons: [addonModel({ managementObjects: [job({})] })],
});

describe('the objects of a cluster', () => {
  it('come in the order of their files', () => {
    assert.deepEqual(
      [...rendered(WHOLE).keys()],
      [
        'namespace',
        'credentials',
        'cluster',
        'infrastructure',
        'controlPlane',
        'controlPlaneMachineTemplate',
        'controlPlaneHealthCheck',
        'pool/workers/machineDeployment',
        'pool/workers/machineTemplate',
        'pool/workers/bootstrapTemplate',
        'pool/workers/healthCheck',
        'pool/more/machineDeployment',
        'pool/more/machineTemplate',
        'pool/more/bootstrapTemplate',
        'addon/hello/resourceSet',
        'addon/hello/payload/demo-hello',
        'addon/hello/management/Job/sync',
      ],
    );
  });

  it('tell their section, their group and their construct', () => {
    const objects = renderCluster(WHOLE, { emitDocuments });

    assert.deepEqual(
      new Set(objects.map(({ section, group, path }) => `${section} ${group} ${path}`)),
      new Set([
        'cluster  mothership/demo',
        'cluster  mothership/demo/control-plane',
        'pools workers mothership/demo/workers',
        'pools more mothership/demo/more',
        'addons hello mothership/demo/hello',
      ]),
    );
  });

  it('say where credentials may stand in plain text', () => {
    const secret = { kind: 'secret', suffix: 'keys', entries: [entry('keys')] } as const;
    const map = { kind: 'configMap', suffix: '', entries: [entry('map')] } as const;
    const addons = [addonModel({ payload: [map, secret], plaintextCredentials: true })];
    const objects = renderCluster({ ...WHOLE, addons }, { emitDocuments });

    assert.deepEqual(
      objects.filter(({ plaintext }) => plaintext).map(({ key }) => key),
      ['credentials', 'addon/hello/payload/demo-hello-keys'],
    );
  });

  it('all but the namespace are in it', () => {
    for (const [key, { metadata }] of rendered(WHOLE)) {
      assert.equal(metadata.namespace, key === 'namespace' ? undefined : 'demo', key);
    }
  });

  it('refer to each other without a namespace', () => {
    const text = JSON.stringify([...rendered(WHOLE).values()].map(({ spec }) => spec));

    assert.doesNotMatch(text, /"namespace"/);
  });

  it('leave a namespace alone that others use too', () => {
    assert.equal(rendered(clusterModel({ ownsNamespace: false })).has('namespace'), false);
  });

  it('keep Argo CD and Flux from deleting what only people should', () => {
    const kept = [...rendered(WHOLE)].filter(([, { metadata }]) =>
      Object.hasOwn(metadata.annotations ?? {}, 'kustomize.toolkit.fluxcd.io/prune'),
    );

    assert.deepEqual(
      kept.map(([key]) => key.replace(/.*\//, '')),
      [
        ...['namespace', 'credentials', 'cluster', 'infrastructure', 'controlPlane'],
        ...['controlPlaneMachineTemplate', 'machineTemplate', 'bootstrapTemplate'],
        ...['machineTemplate', 'bootstrapTemplate'],
      ],
    );
    assert.deepEqual(kept[0]?.[1].metadata.annotations, {
      'argocd.argoproj.io/sync-options': 'Prune=false',
      'kustomize.toolkit.fluxcd.io/prune': 'disabled',
    });
  });

  it('are the same whatever the order of declarations', () => {
    const one = { a: '1', b: '2', 'node-role.kubernetes.io/x': '' };
    const other = { 'node-role.kubernetes.io/x': '', b: '2', a: '1' };
    const texts = [one, other].map((map) => emitDocuments([...rendered(withMaps(map)).values()]));

    assert.equal(texts[0], texts[1]);
  });

  it('leave the model as it is', () => {
    const before = structuredClone(WHOLE);

    rendered(deepFreeze(WHOLE));

    assert.deepEqual(WHOLE, before);
  });
});

describe('the Secret of plaintext credentials', () => {
  const secret = renderedObject(WHOLE, 'credentials');

  it('moves with clusterctl', () => {
    assert.deepEqual(secret.metadata.labels, { 'clusterctl.cluster.x-k8s.io/move': 'true' });
  });

  it('holds the keys that the provider reads, in base64', () => {
    assert.deepEqual(secret.data, {
      cacert: Buffer.from('not a certificate').toString('base64'),
      'clouds.yaml': Buffer.from('clouds: {}\n').toString('base64'),
    });
  });
});

describe('the namespace of a cluster', () => {
  it('carries the labels by which a cluster identity admits it', () => {
    const model = clusterModel({
      credentials: {
        kind: 'clusterIdentity',
        identityName: 'shared',
        cloudName: 'openstack',
        identity: {
          secretRef: { name: 's', namespace: 'n' },
          namespaceSelector: { 'cloud.example/allowed': 'yes' },
        },
      },
    });

    assert.deepEqual(renderedObject(model, 'namespace').metadata.labels, {
      'capi-fleet/cluster': 'demo',
      'cloud.example/allowed': 'yes',
      ...podSecurityLabels('restricted', 'v1.34'),
    });
  });
});

describe('patching', () => {
  it('is offered every object once', () => {
    const keys: string[] = [];

    rendered(WHOLE, {
      patch: (key, object) => {
        keys.push(key);
        return object;
      },
    });

    assert.deepEqual(keys.toSorted(), [...rendered(WHOLE).keys()].toSorted());
  });

  it('shows in the names of templates and in what refers to them', () => {
    const flavor = (object: Manifest): Manifest => ({
      ...object,
      spec: { template: { spec: { flavor: 'huge', image: { id: 'x' } } } },
    });
    const plain = rendered(WHOLE);
    const patched = rendered(WHOLE, {
      patch: (key, object) => (key === 'pool/workers/machineTemplate' ? flavor(object) : object),
    });

    const name = patched.get('pool/workers/machineTemplate')?.metadata.name;
    assert.match(String(name), /^demo-workers-[0-9a-f]{8}$/);
    assert.notEqual(name, plain.get('pool/workers/machineTemplate')?.metadata.name);
    assert.equal(machineTemplateOf(patched), name);
  });

  it('does not show in the names of templates when it is about their metadata', () => {
    const labelled = rendered(WHOLE, {
      patch: (_, object) => ({ ...object, metadata: { ...object.metadata, labels: { a: 'b' } } }),
    });

    assert.equal(machineTemplateOf(labelled), machineTemplateOf(rendered(WHOLE)));
  });
});

describe('the name of a template', () => {
  it('depends on what it makes machines from, and on nothing else', () => {
    const suffix = (overrides: Partial<AssembledCluster>) =>
      machineTemplateOf(rendered(clusterModel(overrides)))?.slice(-8);
    const usual = suffix({});

    assert.equal(suffix({ kubernetesVersion: '1.33.0', labels: { a: 'b' }, tags: ['x'] }), usual);
    assert.equal(suffix({ name: 'other' }), usual);
    assert.equal(suffix({ pools: [poolModel({ replicas: 9, nodeLabels: { a: 'b' } })] }), usual);
    assert.notEqual(suffix({ pools: [poolModel({ size: 'g1.gpu' })] }), usual);
  });

  it('is what it was, so that no cluster rolls its machines by an update of the library', () => {
    const image = { filter: { name: 'ubuntu-2204-kube-v1.32.4' } };
    const whole = rendered(clusterModel({ pools: [poolModel({ image })] }));

    assert.equal(machineTemplateOf(whole), 'demo-workers-b9294b05');
    assert.equal(bootstrapTemplateOf(whole), 'demo-workers-ab83b463');
  });

  it('is as version 0.1 had it where a program asks for that', () => {
    const image = { filter: { name: 'ubuntu-2204-kube-v1.32.4' } };
    const pools = [poolModel({ image })];
    const whole = rendered(clusterModel({ pools, templateNames: 'hashed-0.1' }));

    assert.equal(machineTemplateOf(whole), 'demo-workers-b9294b05');
    assert.equal(bootstrapTemplateOf(whole), 'demo-workers-fd09e9c8');
  });

  it('is plain where the user wants it so', () => {
    const plain = rendered(clusterModel({ templateNames: 'plain' }));

    assert.equal(machineTemplateOf(plain), 'demo-workers');
    assert.equal(bootstrapTemplateOf(plain), 'demo-workers');
  });
});

describe('pools that are alike', () => {
  it('share the specs of their templates', () => {
    const [one, other] = ['one', 'other'].map((name) =>
      renderedObject(clusterModel({ name }), 'pool/workers/bootstrapTemplate'),
    );

    assert.equal(one?.spec, other?.spec);
  });
});

describe('objects of an addon that run in the management cluster', () => {
  it('get the namespace of the cluster', () => {
    const model = clusterModel({ addons: [addonModel({ managementObjects: [job({})] })] });

    assert.deepEqual(renderedObject(model, 'addon/hello/management/Job/sync').metadata, {
      name: 'sync',
      namespace: 'demo',
    });
  });

  it('keep a namespace of their own', () => {
    const object = job({ namespace: 'elsewhere' });
    const model = clusterModel({ addons: [addonModel({ managementObjects: [object] })] });

    assert.equal(renderedObject(model, 'addon/hello/management/Job/sync'), object);
  });

  it('stay without one where their kind has none', () => {
    const object = { ...job({}), kind: 'ClusterRole' };
    const model = clusterModel({ addons: [addonModel({ managementObjects: [object] })] });

    assert.equal(renderedObject(model, 'addon/hello/management/ClusterRole/sync'), object);
  });
});

function job(metadata: { readonly namespace?: string }): Manifest {
  return { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'sync', ...metadata } };
}

function entry(key: string) {
  return { key, documents: [configMap(key)] };
}

function machineTemplateOf(objects: ReadonlyMap<string, Manifest>): string | undefined {
  const path = ['spec', 'template', 'spec', 'infrastructureRef', 'name'];
  return at(objects.get('pool/workers/machineDeployment'), path) as string | undefined;
}

function bootstrapTemplateOf(objects: ReadonlyMap<string, Manifest>): string | undefined {
  const path = ['spec', 'template', 'spec', 'bootstrap', 'configRef', 'name'];
  return at(objects.get('pool/workers/machineDeployment'), path) as string | undefined;
}

function withMaps(map: Readonly<Record<string, string>>): AssembledCluster {
  const machine = {
    labels: map,
    annotations: map,
    kubeletExtraArgs: map,
    serverMetadata: map,
  };
  return clusterModel({
    labels: map,
    annotations: map,
    controlPlane: controlPlaneModel({
      ...machine,
      apiServerExtraArgs: map,
      controllerManagerExtraArgs: map,
      schedulerExtraArgs: map,
    }),
    pools: [
      poolModel({
        ...machine,
        autoscale: { minSize: 0, maxSize: 1 },
        nodeLabels: map,
        deploymentAnnotations: map,
      }),
    ],
  });
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
