import type { Rule } from '../../base/rule';
import { mapAt, mapsAt } from '../../base/value-at';
import { objectRule } from '../../cluster/rules/object-rule';
import {
  type ObjectSetSubject,
  objectSetRule,
  objectsOf,
  type PlacedObject,
} from '../../cluster/rules/object-set-rule';

const GROUP = 'addons.cluster.x-k8s.io';
const HELPERS = 'CAPI@v1.14.0:core/reconcilers/clusterresourceset/clusterresourceset_helpers.go';
const CONTROLLER =
  'CAPI@v1.14.0:core/reconcilers/clusterresourceset/clusterresourceset_controller.go';
const SECRET_TYPE = `${GROUP}/resource-set`;
const LEAST_BYTES = 32;
const SELECTED_LISTS = ['matchLabels', 'matchExpressions'] as const;

/** Rules on ClusterResourceSets. */
export const RESOURCE_SET_OBJECT_RULES = [
  objectRule({
    id: 'object-resource-set-selector',
    reason: 'The webhook rejects a ClusterResourceSet that selects every cluster.',
    source: 'CAPI@v1.14.0:core/webhooks/admission/clusterresourceset.go',
    check(spec, refuse) {
      const selector = mapAt(spec, 'clusterSelector');
      if (SELECTED_LISTS.some((list) => Object.keys(Object(selector[list])).length > 0)) return;
      refuse('spec.clusterSelector', {
        given: selector,
        allowed: 'matchLabels or matchExpressions with at least one entry',
        fix: 'write matchLabels with a label of the cluster',
      });
    },
  }),
];

/** Rules on the resources that a ClusterResourceSet delivers, if they are in the same folder. */
export const RESOURCE_SET_PAYLOAD_RULES: readonly Rule<ObjectSetSubject>[] = [
  objectSetRule({
    id: 'object-resource-set-secret',
    reason: 'A ClusterResourceSet that names a Secret of another type delivers nothing at all.',
    source: CONTROLLER,
    check(subject, refuse) {
      for (const at of deliveredBy(subject)) {
        const given = at.object.type;
        if (at.object.kind !== 'Secret' || given === SECRET_TYPE) continue;
        refuse(at, 'type', {
          given,
          allowed: `${JSON.stringify(SECRET_TYPE)}, because a ClusterResourceSet names the Secret`,
          fix: `write type: ${JSON.stringify(SECRET_TYPE)}`,
        });
      }
    },
  }),
  objectSetRule({
    id: 'object-resource-set-value',
    reason:
      'The controller inspects the first 32 bytes of a value and fails if the value is shorter.',
    source: HELPERS,
    check(subject, refuse) {
      for (const at of deliveredBy(subject)) {
        for (const [field, bytes] of sizesOf(at)) {
          if (bytes >= LEAST_BYTES) continue;
          refuse(at, field, {
            given: bytes,
            allowed: `${LEAST_BYTES} bytes or more`,
            fix: 'add a comment to it, or move it to another value as a separate document',
          });
        }
      }
    },
  }),
];

/** Lists the ConfigMaps and Secrets of the folder that a ClusterResourceSet in it names. */
function deliveredBy(subject: ObjectSetSubject): readonly PlacedObject[] {
  const named = new Set(
    objectsOf(subject, GROUP, 'ClusterResourceSet').flatMap(({ object }) =>
      mapsAt(object, 'spec', 'resources').map(([{ kind, name }]) => `${kind}/${name}`),
    ),
  );
  return objectsOf(subject, '', 'ConfigMap', 'Secret').filter(({ object }) =>
    named.has(`${object.kind}/${object.metadata.name}`),
  );
}

/** Returns the size of each value in bytes, as the controller sees it. */
function sizesOf({ object }: PlacedObject): readonly [string, number][] {
  const encoding = object.kind === 'Secret' ? 'base64' : 'utf8';
  const plain = mapAt(object, 'stringData');
  return [
    ...Object.entries(mapAt(object, 'data'))
      .filter(([key]) => !(key in plain))
      .map(([key, value]) => sizeOf('data', key, value, encoding)),
    ...Object.entries(plain).map(([key, value]) => sizeOf('stringData', key, value, 'utf8')),
  ];
}

function sizeOf(
  field: string,
  key: string,
  value: unknown,
  encoding: BufferEncoding,
): [string, number] {
  const bytes = Buffer.byteLength(String(value), encoding);
  return [`bytes of ${field}[${JSON.stringify(key)}]`, bytes];
}
