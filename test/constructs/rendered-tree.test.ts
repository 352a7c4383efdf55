import assert from 'node:assert/strict';
import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import {
  CloudCredentials,
  DrainBehavior,
  type ManagementCluster,
  ValidationError,
} from '../../constructs/index';
import { findObjects, mistakesOf, renderedObjects } from '../../lib/testing/index';
import { type TestFleet, testFleet } from '../support/fleets';

/** Paths and kinds of the objects in a tree, as a program of somebody else finds them. */
function objectsBelow(root: IConstruct): readonly string[] {
  return root.node
    .findAll()
    .filter((construct) => ApiObject.isApiObject(construct))
    .map(titleOf);
}

function titleOf({ node, kind }: ApiObject): string {
  return `${node.path} ${kind}`;
}

/** Policy of somebody else: every object has an owner. */
function requireOwner(root: IConstruct): void {
  root.node.addValidation({
    validate: () =>
      root.node
        .findAll()
        .filter((construct) => ApiObject.isApiObject(construct))
        .filter((object) => object.toJson().metadata.labels?.owner === undefined)
        .map((object) => `${object.kind} ${object.name} has no owner`),
  });
}

/** Aspect of somebody else: labels every object. */
function label(root: IConstruct): void {
  for (const construct of root.node.findAll()) {
    if (ApiObject.isApiObject(construct)) construct.metadata.addLabel('owner', 'ops');
  }
}

function twoClusters(): TestFleet {
  const test = testFleet({
    cloud: {
      credentials: CloudCredentials.clusterIdentity('rented', {
        secretRef: { name: 'rented-clouds', namespace: 'capo-system' },
      }),
    },
  });
  for (const name of ['one', 'two']) {
    test.cluster(name).addNodePool('workers', { flavor: 'small', replicas: 1 });
  }
  return test;
}

describe('rendered objects', () => {
  it('enter the tree when they are asked for, each in its construct', () => {
    const { fleet, cluster } = testFleet();
    const prod = cluster();
    prod.addNodePool('workers', { flavor: 'small', replicas: 1, healthCheck: {} });
    prod.addDrainRule('jobs', {
      behavior: DrainBehavior.waitCompleted(),
      pods: [{ selector: { matchLabels: { job: 'a' } } }],
    });
    assert.deepEqual(objectsBelow(fleet), []);

    const objects = fleet.renderObjects();

    assert.deepEqual(objects.map(titleOf), [
      'mothership/prod/Namespace Namespace',
      'mothership/prod/Resource Cluster',
      'mothership/prod/Infrastructure OpenStackCluster',
      'mothership/prod/control-plane/Resource KubeadmControlPlane',
      'mothership/prod/control-plane/MachineTemplate OpenStackMachineTemplate',
      'mothership/prod/jobs/Resource MachineDrainRule',
      'mothership/prod/workers/Resource MachineDeployment',
      'mothership/prod/workers/MachineTemplate OpenStackMachineTemplate',
      'mothership/prod/workers/BootstrapTemplate KubeadmConfigTemplate',
      'mothership/prod/workers/MachineHealthCheck MachineHealthCheck',
    ]);
    assert.deepEqual(new Set(objectsBelow(fleet)), new Set(objects.map(titleOf)));
  });

  it('are those of the handles, before and after', () => {
    const prod = testFleet().cluster();
    const pool = prod.addNodePool('workers', { flavor: 'small', replicas: 1 });
    const before = pool.machineDeployment;

    const objects = prod.renderObjects();

    assert.ok(objects.includes(before));
    assert.ok(objects.includes(prod.cluster));
    assert.ok(objects.includes(pool.machineTemplate));
    assert.deepEqual(prod.renderObjects(), objects);
  });

  it('are the apiObjects of a chart, the objects of the user included', () => {
    const prod = testFleet().cluster();
    const quota = new ApiObject(prod, 'quota', { apiVersion: 'v1', kind: 'ResourceQuota' });

    assert.deepEqual(prod.apiObjects, [...prod.renderObjects()]);
    assert.ok(prod.apiObjects.includes(quota));
    assert.deepEqual(
      prod.apiObjects.map((object) => object.toJson()),
      prod.toJson(),
    );
  });

  it('include those of charts, and those that clusters share once', () => {
    const { fleet, management } = twoClusters();
    const chart = new Chart(management, 'rules');
    new ApiObject(chart, 'map', { apiVersion: 'v1', kind: 'ConfigMap' });

    const kinds = fleet.renderObjects().map(({ kind }) => kind);

    assert.equal(kinds.filter((kind) => kind === 'OpenStackClusterIdentity').length, 1);
    assert.equal(kinds.filter((kind) => kind === 'ConfigMap').length, 1);
    assert.equal(kinds.length, renderedObjects(fleet).length);
  });

  it('are seen by validations of others', () => {
    const { fleet } = twoClusters();
    requireOwner(fleet);
    fleet.renderObjects();

    const found = mistakesOf(fleet).map(({ given = '' }) => given);

    assert.equal(found.length, 17);
    assert.ok(found.includes('failing: MachineDeployment one-workers has no owner'));
  });

  it('are changed by aspects of others, in what is written', () => {
    const { fleet } = twoClusters();
    const before = renderedObjects(fleet).length;
    requireOwner(fleet);
    fleet.renderObjects();

    label(fleet);

    const objects = findObjects(fleet);
    assert.equal(objects.length, before);
    for (const { kind, metadata } of objects) assert.equal(metadata.labels?.owner, 'ops', kind);
  });

  it('change nothing by being asked for', () => {
    const { fleet } = twoClusters();
    const before = fleet.renderFiles();

    fleet.renderObjects();

    assert.deepEqual(fleet.renderFiles(), before);
  });

  it('are not rendered if there are mistakes, which are thrown all at once', () => {
    const { fleet, cluster } = testFleet();
    const pools = ['one', 'two'].map((name) => cluster(name));
    for (const one of pools) one.addNodePool('workers', { flavor: 'small', replicas: -1 });

    assert.throws(
      () => fleet.renderObjects(),
      (error) => error instanceof ValidationError && error.issues.length === 2,
    );
    assert.deepEqual(objectsBelow(fleet), []);
  });

  it('report mistakes once if a validation asks for them', () => {
    const { fleet, cluster } = testFleet();
    const prod = cluster('prod', { controlPlane: { flavor: 'large', replicas: 2 } });
    prod.node.addValidation({ validate: () => prod.apiObjects.map(({ name }) => name) });

    assert.deepEqual(
      mistakesOf(fleet).map(({ rule }) => rule),
      ['odd-control-plane'],
    );
  });

  it('of clusters that are built when they are written are asked for by their builder', () => {
    const { fleet, management, cluster } = testFleet();
    management.addClusters(['late'], (scope: ManagementCluster, name) => {
      for (const object of cluster(name, {}, scope).renderObjects()) {
        object.metadata.addLabel('owner', 'ops');
      }
    });

    assert.deepEqual(fleet.renderObjects(), []);
    const objects = findObjects(fleet, { cluster: 'late' });
    assert.ok(objects.length > 0);
    assert.ok(objects.every(({ metadata }) => metadata.labels?.owner === 'ops'));
  });
});
