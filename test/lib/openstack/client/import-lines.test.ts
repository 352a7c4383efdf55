import assert from 'node:assert/strict';
import type { ExistingResource } from '../../../../lib/openstack/client/cloud-search';
import {
  ambiguousLines,
  importFile,
  importText,
} from '../../../../lib/openstack/client/import-lines';
import { type FleetPlan, itemsOf, planFleet } from '../../../../lib/openstack/plan/fleet-plan';
import { isResource } from '../../../../lib/openstack/plan/plan';
import { componentType } from '../../../../lib/openstack/pulumi/planned-component';
import { RESOURCE_CLASSES } from '../../../../lib/openstack/pulumi/resource-classes';
import { provisionedCluster } from '../../../support/provisioned';

const NETWORK = 'mothership/demo/network/network';
const SUBNET = 'mothership/demo/network/subnet';

function demoPlan(): FleetPlan {
  const cluster = provisionedCluster();
  return planFleet([{ cloud: cluster.cloud, sharedNetworks: [] }], [cluster]);
}

function existing(ids: Readonly<Record<string, readonly string[]>>): ExistingResource[] {
  return itemsOf(demoPlan())
    .filter(isResource)
    .flatMap((resource) => {
      const found = ids[resource.name];
      return found === undefined ? [] : [{ resource, ids: found }];
    });
}

describe('importFile', () => {
  it('has what exists in the components that the program puts it in', () => {
    const file = importFile(demoPlan(), existing({ [NETWORK]: ['n'], [SUBNET]: ['s'] }));

    assert.deepEqual(file, {
      resources: [
        { type: 'capi-fleet:index:WorkloadCluster', name: 'mothership/demo', component: true },
        {
          type: 'capi-fleet:index:OpenStackNetwork',
          name: 'mothership/demo/network',
          component: true,
          parent: 'mothership/demo',
        },
        {
          type: 'openstack:networking/network:Network',
          name: NETWORK,
          id: 'n',
          parent: 'mothership/demo/network',
        },
        {
          type: 'openstack:networking/subnet:Subnet',
          name: SUBNET,
          id: 's',
          parent: 'mothership/demo/network',
        },
      ],
    });
  });

  it('leaves out what is ambiguous', () => {
    assert.deepEqual(importFile(demoPlan(), existing({ [NETWORK]: ['a', 'b'] })), {
      resources: [],
    });
  });

  it('has the types that the components and resources are made with', () => {
    const every = Object.fromEntries(itemsOf(demoPlan()).map(({ name }) => [name, ['id']]));
    const { resources } = importFile(demoPlan(), existing(every));
    const plan = demoPlan();
    const kinds = new Map([
      ...plan.clusters.flatMap(({ components }) =>
        components.map(({ name, kind }) => [name, componentType(kind)] as const),
      ),
      ...itemsOf(plan)
        .filter(isResource)
        .map(({ name, kind }) => [name, typeOf(RESOURCE_CLASSES[kind])] as const),
    ]);

    for (const { name, type } of resources) assert.equal(type, kinds.get(name), name);
    assert.ok(resources.length > 20);
  });
});

describe('importText', () => {
  it('lists what exists, and says how it is imported', () => {
    assert.equal(
      importText(existing({ [NETWORK]: ['n'], [SUBNET]: ['a', 'b'] })),
      `openstack:networking/network:Network  ${NETWORK}  n\n\n` +
        'to import all of it, with its components, into the selected stack:\n' +
        '  capi-fleet import --json PROGRAM > import.json\n' +
        '  pulumi import --file import.json --generate-code=false --protect=false\n' +
        `${SUBNET} is ambiguous: subnet "mothership-demo" could be any of a, b\n` +
        '  allowed: one object of that name\n  fix: rename or delete all but one\n',
    );
  });

  it('says plainly that nothing exists', () => {
    assert.equal(importText([]), 'nothing in the cloud has a planned name\n');
  });

  it('has no command where all is ambiguous', () => {
    const text = importText(existing({ [NETWORK]: ['a', 'b'] }));

    assert.equal(text, `${ambiguousLines(existing({ [NETWORK]: ['a', 'b'] })).join('\n')}\n`);
  });
});

/** Type token that Pulumi's classes carry. */
function typeOf(Class: object): unknown {
  return Reflect.get(Class, '__pulumiType');
}
