import type { Fields } from '../../base/fields';
import { isMap } from '../../base/is-map';
import type { Rule } from '../../base/rule';
import { valueAt } from '../../base/value-at';
import {
  isNewer,
  type ObjectSubject,
  objectRule,
  type RefuseField,
} from '../../cluster/rules/object-rule';

const CRD =
  'CAPO@v0.14.7:config/crd/bases/infrastructure.cluster.x-k8s.io_openstackmachinetemplates.yaml';
const RENAMED = 'CAPO@v0.15.0-beta.0:docs/book/src/topics/crd-changes/v1beta1-to-v1beta2.md';

/** Rules on how OpenStack machines and bastions refer to their flavor and image. */
export const MACHINE_LOOKUP_OBJECT_RULES: readonly Rule<ObjectSubject>[] = [
  objectRule({
    id: 'object-flavor-twice',
    reason: 'If a flavor is given by name and by ID, the name is ignored.',
    source: CRD,
    check(spec, refuse, subject) {
      const [way, { flavor, flavorID }] = machineIn(spec, subject);
      if (flavor === undefined || flavorID === undefined) return;
      refuse(`${way}.flavor`, {
        given: flavor,
        allowed: `flavor, or flavorID (${JSON.stringify(flavorID)})`,
        fix: 'leave one of the two out',
      });
    },
  }),
  objectRule({
    id: 'object-machine-lookup',
    reason: 'A flavor or an image is looked up by ID or by a filter.',
    source: RENAMED,
    check(spec, refuse, subject) {
      const [way, { flavor, image }] = machineIn(spec, subject);
      if (!isNewer(subject)) return;
      checkLookup(`${way}.flavor`, flavor, ['id', 'filter'], refuse);
      checkLookup(`${way}.image`, image, ['id', 'filter', 'imageRef'], refuse);
    },
  }),
];

/** Returns the machine spec of an object or of its bastion, with its field path. */
export function machineIn(spec: Fields, { object }: ObjectSubject): readonly [string, Fields] {
  if (object.kind.startsWith('OpenStackMachine')) return ['spec', spec];
  const bastion = valueAt(spec, 'bastion', 'spec');
  return ['spec.bastion.spec', isMap(bastion) ? bastion : {}];
}

function checkLookup(
  field: string,
  given: unknown,
  known: readonly string[],
  refuse: RefuseField,
): void {
  if (given === undefined || isLookup(given, known)) return;
  const fix =
    typeof given === 'string'
      ? `write { filter: { name: ${JSON.stringify(given)} } }`
      : 'write { filter: { name: "…" } }';
  refuse(field, { given, allowed: `one of ${known.join(', ')}`, fix });
}

function isLookup(given: unknown, known: readonly string[]): boolean {
  const [way, ...others] = Object.keys(isMap(given) ? given : {});
  return way !== undefined && others.length === 0 && known.includes(way);
}
