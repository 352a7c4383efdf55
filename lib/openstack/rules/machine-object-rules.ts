import type { Fields } from '../../base/fields';
import { leaveOut, nameIt } from '../../base/fix';
import { mapAt, mapsAt, valueAt } from '../../base/value-at';
import { noFieldOfMachines, objectRule } from '../../cluster/rules/object-rule';

const WEBHOOK = 'CAPO@v0.14.7:pkg/webhooks/openstackmachinetemplate_webhook.go';
const MACHINE_WEBHOOK = 'CAPO@v0.14.7:pkg/webhooks/openstackmachine_webhook.go';
const CONTROLLER = 'CAPO@v0.14.7:controllers/openstackmachine_controller.go';
const CRD =
  'CAPO@v0.14.7:config/crd/bases/infrastructure.cluster.x-k8s.io_openstackmachinetemplates.yaml';
const ROOT = 'root';
const HINT_TYPES = { Bool: 'bool', String: 'string', Number: 'number' } as const;

/** Rule on OpenStack machine templates. */
export const MACHINE_TEMPLATE_OBJECT_RULES = [
  objectRule({
    id: 'object-provider-id',
    reason: 'The webhook rejects a template that names one server for all of its machines.',
    source: WEBHOOK,
    check: noFieldOfMachines(['providerID']),
  }),
];

/** Rules on OpenStack machines and their templates; the webhook checks machines only when they are created. */
export const MACHINE_OBJECT_RULES = [
  objectRule({
    id: 'object-machine-region',
    reason:
      'A region on machines becomes part of their provider IDs, which then never match those of their kubelets.',
    source: CONTROLLER,
    check(spec, refuse) {
      const given = valueAt(spec, 'identityRef', 'region');
      if (given === undefined) return;
      refuse('spec.identityRef.region', {
        given,
        allowed: 'none; the region is in the cloud entry of clouds.yaml',
        fix: leaveOut({ ends: ', and set region_name in clouds.yaml' }),
      });
    },
  }),
  objectRule({
    id: 'object-root-device',
    reason: 'The name is reserved for the root volume, and Nova accepts each name only once.',
    source: MACHINE_WEBHOOK,
    check(spec, refuse) {
      for (const [device, index] of mapsAt(spec, 'additionalBlockDevices')) {
        if (device.name !== ROOT) continue;
        refuse(`spec.additionalBlockDevices[${index}].name`, {
          given: ROOT,
          allowed: 'a name other than "root"',
          fix: nameIt('data'),
        });
      }
    },
  }),
  objectRule({
    id: 'object-port-groups',
    reason: 'Neutron cannot create a port that has security groups but no port security.',
    source: MACHINE_WEBHOOK,
    check(spec, refuse) {
      const shared = mapsAt(spec, 'securityGroups');
      for (const [port, index] of mapsAt(spec, 'ports')) {
        if (!isOpen(port)) continue;
        const own = mapsAt(port, 'securityGroups');
        const [field, groups] = own.length > 0 ? [`ports[${index}].`, own] : ['', shared];
        if (groups.length === 0) continue;
        refuse(`spec.${field}securityGroups`, {
          given: groups.map(([group]) => group),
          allowed: `none with port security disabled, as on ports[${index}]`,
          fix: 'set the groups on the other ports, or enable port security',
        });
      }
    },
  }),
  objectRule({
    id: 'object-flavor',
    reason: 'Nova cannot create a server without a flavor.',
    source: CRD,
    check(spec, refuse) {
      if (spec.flavor !== undefined || spec.flavorID !== undefined) return;
      refuse('spec.flavor', {
        given: undefined,
        allowed: 'a flavor by name or ID',
        fix: 'remove the patch that deletes it',
      });
    },
  }),
  objectRule({
    id: 'object-volume-zone',
    reason: 'The zone of a volume must be given by name, or be that of the machine.',
    source: CRD,
    check(spec, refuse) {
      const volumes: [string, unknown][] = [
        ['rootVolume', valueAt(spec, 'rootVolume')],
        ...mapsAt(spec, 'additionalBlockDevices').map(([device, index]): [string, unknown] => [
          `additionalBlockDevices[${index}].storage.volume`,
          valueAt(device, 'storage', 'volume'),
        ]),
      ];
      for (const [field, volume] of volumes) {
        const zone = valueAt(volume, 'availabilityZone');
        if (zone === undefined) continue;
        const { from = 'Name', name } = mapAt(zone);
        if ((from === 'Name') === (name !== undefined)) continue;
        refuse(`spec.${field}.availabilityZone`, {
          given: zone,
          allowed: 'a name, or from: "Machine" without one',
          fix: name === undefined ? 'add name' : 'leave name out',
        });
      }
    },
  }),
  objectRule({
    id: 'object-scheduler-hint',
    reason: 'The type of a scheduler hint determines which of its fields holds the value.',
    source: CRD,
    check(spec, refuse) {
      for (const [hint, index] of mapsAt(spec, 'schedulerHintAdditionalProperties')) {
        const value = mapAt(hint, 'value');
        const wrong = Object.entries(HINT_TYPES).some(
          ([type, field]) => (value.type === type) !== (value[field] !== undefined),
        );
        if (!wrong) continue;
        refuse(`spec.schedulerHintAdditionalProperties[${index}].value`, {
          given: value,
          allowed: 'type "Bool" with bool, "String" with string, or "Number" with number',
          fix: 'write the value only into the field of its type',
        });
      }
    },
  }),
];

/** Tells whether port security is disabled on a port. */
function isOpen(port: Fields): boolean {
  return port.disablePortSecurity === true || port.enablePortSecurity === false;
}
