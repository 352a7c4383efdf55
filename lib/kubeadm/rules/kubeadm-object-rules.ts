import { write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { mapAt, mapsAt, valueAt } from '../../base/value-at';
import { isWholeNumber } from '../../base/words';
import { isTemplate, type ObjectSubject, objectRule } from '../../cluster/rules/object-rule';
import { kubeadmOf } from './kubeadm-config';

const KUBEADM_WEBHOOK = 'CAPI@v1.14.0:bootstrap/kubeadm/webhooks/admission/kubeadmconfig.go';
const WEBHOOK = 'CAPI@v1.14.0:controlplane/kubeadm/webhooks/admission/kubeadmcontrolplane.go';
const CRD =
  'CAPI@v1.14.0:bootstrap/kubeadm/config/crd/bases/bootstrap.cluster.x-k8s.io_kubeadmconfigtemplates.yaml';
const COMPONENT_TIMEOUT = ['timeouts', 'controlPlaneComponentHealthCheckSeconds'] as const;
const CONTROL_PLANES: ReadonlySet<string> = new Set([
  'KubeadmControlPlane',
  'KubeadmControlPlaneTemplate',
]);
const LEAST_WITHOUT_SURGE = 3;
const USUAL_VALIDITY = 365;
const USUAL_CA_VALIDITY = 3650;
const ARGUMENT_LISTS = [
  ['clusterConfiguration', 'apiServer', 'extraArgs'],
  ['clusterConfiguration', 'controllerManager', 'extraArgs'],
  ['clusterConfiguration', 'scheduler', 'extraArgs'],
  ['clusterConfiguration', 'etcd', 'local', 'extraArgs'],
  ['initConfiguration', 'nodeRegistration', 'kubeletExtraArgs'],
  ['joinConfiguration', 'nodeRegistration', 'kubeletExtraArgs'],
] as const;

/** Rules on the kubeadm configuration of control planes and pools. */
export const KUBEADM_OBJECT_RULES: readonly Rule<ObjectSubject>[] = [
  objectRule({
    id: 'object-file-paths',
    reason: 'A second file with the same path overwrites the first.',
    source: KUBEADM_WEBHOOK,
    check(spec, refuse, subject) {
      const [way, config] = kubeadmOf(spec, subject);
      const seen = new Set<unknown>();
      for (const [{ path }, index] of mapsAt(config, 'files')) {
        if (path !== undefined && seen.has(path)) {
          refuse(`${way}.files[${index}].path`, {
            given: path,
            allowed: 'a path that no other file has, including files of the library',
            fix: 'leave one of the two out',
          });
        }
        seen.add(path);
      }
    },
  }),
  objectRule({
    id: 'object-file-content',
    reason: 'The webhook rejects a file with both content and contentFrom.',
    source: KUBEADM_WEBHOOK,
    check(spec, refuse, subject) {
      const [way, config] = kubeadmOf(spec, subject);
      for (const [file, index] of mapsAt(config, 'files')) {
        if (file.content === undefined || file.contentFrom === undefined) continue;
        refuse(`${way}.files[${index}].contentFrom`, {
          given: file.contentFrom,
          allowed: 'content or contentFrom',
          fix: 'leave content or contentFrom out',
        });
      }
    },
  }),
  objectRule({
    id: 'object-component-timeout',
    reason: 'The webhook requires the same timeout for the first machine and the others.',
    source: KUBEADM_WEBHOOK,
    check(spec, refuse, subject) {
      const [way, config] = kubeadmOf(spec, subject);
      const init = valueAt(config, 'initConfiguration', ...COMPONENT_TIMEOUT);
      const join = valueAt(config, 'joinConfiguration', ...COMPONENT_TIMEOUT);
      if (init === join || !CONTROL_PLANES.has(subject.object.kind)) return;
      refuse(`${way}.joinConfiguration.${COMPONENT_TIMEOUT.join('.')}`, {
        given: join,
        allowed: `${JSON.stringify(init) ?? 'none'}, as in initConfiguration`,
        fix: 'write the same value in both',
      });
    },
  }),
  objectRule({
    id: 'object-etcd',
    reason: 'The webhook rejects an etcd that is both local and external.',
    source: KUBEADM_WEBHOOK,
    check(spec, refuse, subject) {
      const [way, config] = kubeadmOf(spec, subject);
      const { local, external } = mapAt(config, 'clusterConfiguration', 'etcd');
      if (local === undefined || external === undefined) return;
      refuse(`${way}.clusterConfiguration.etcd`, {
        given: ['local', 'external'],
        allowed: 'local or external',
        fix: 'leave one of the two out',
      });
    },
  }),
  objectRule({
    id: 'object-argument-distinct',
    reason: 'The API server rejects a duplicate argument of a component.',
    source: CRD,
    check(spec, refuse, subject) {
      const [way, config] = kubeadmOf(spec, subject);
      for (const list of ARGUMENT_LISTS) {
        const seen = new Set<unknown>();
        for (const [{ name }, index] of mapsAt(config, ...list)) {
          if (seen.has(name)) {
            refuse(`${way}.${list.join('.')}[${index}].name`, {
              given: name,
              allowed: 'an argument that appears only once',
              fix: 'leave one of the two out',
            });
          }
          seen.add(name);
        }
      }
    },
  }),
];

/** Rules on KubeadmControlPlanes. */
export const CONTROL_PLANE_OBJECT_RULES: readonly Rule<ObjectSubject>[] = [
  objectRule({
    id: 'object-replicas',
    reason:
      'The webhook rejects an even number of machines with a local etcd, which needs a majority.',
    source: WEBHOOK,
    check(spec, refuse) {
      const { replicas } = spec;
      if (replicas === undefined) return;
      const etcd = mapAt(spec, 'kubeadmConfigSpec', 'clusterConfiguration', 'etcd');
      const isOdd = typeof replicas === 'number' && replicas % 2 === 1;
      if (isWholeNumber(replicas, 1) && (isOdd || etcd.external !== undefined)) return;
      refuse('spec.replicas', {
        given: replicas,
        allowed: 'an odd integer of 1 or more',
        fix: 'set replicas of the control plane instead',
      });
    },
  }),
  objectRule({
    id: 'object-surge',
    reason:
      'Without an extra machine, etcd loses its majority during a rollout unless enough members remain.',
    source: WEBHOOK,
    check(spec, refuse, subject) {
      const older = valueAt(spec, 'rolloutStrategy');
      const strategy = older ?? valueAt(spec, 'rollout', 'strategy');
      const given = valueAt(strategy, 'rollingUpdate', 'maxSurge');
      const { replicas = isTemplate(subject) ? LEAST_WITHOUT_SURGE : 1 } = spec;
      if (given === undefined || given === 1) return;
      if (given === 0 && isWholeNumber(replicas, LEAST_WITHOUT_SURGE)) return;
      const field = older === undefined ? 'rollout.strategy' : 'rolloutStrategy';
      refuse(`spec.${field}.rollingUpdate.maxSurge`, {
        given,
        allowed: `1, or 0 with ${LEAST_WITHOUT_SURGE} replicas or more`,
        fix: 'set rollout.maxSurge of the control plane instead',
      });
    },
  }),
  objectRule({
    id: 'object-certificate-days',
    reason:
      'The webhook rejects certificates that are valid longer than their CA, or not longer than certificatesExpiryDays.',
    source: WEBHOOK,
    check(spec, refuse) {
      const configuration = mapAt(spec, 'kubeadmConfigSpec', 'clusterConfiguration');
      const validity = configuration.certificateValidityPeriodDays ?? USUAL_VALIDITY;
      const authority = configuration.caCertificateValidityPeriodDays ?? USUAL_CA_VALIDITY;
      const expiry =
        valueAt(spec, 'rollout', 'before', 'certificatesExpiryDays') ??
        valueAt(spec, 'rolloutBefore', 'certificatesExpiryDays');
      const place = 'spec.kubeadmConfigSpec.clusterConfiguration.certificateValidityPeriodDays';
      if (Number(validity) > Number(authority)) {
        refuse(place, {
          given: validity,
          allowed: `at most ${authority} days, the validity of the CA`,
          fix: write(authority),
        });
      }
      if (expiry === undefined || Number(expiry) < Number(validity)) return;
      refuse(place, {
        given: validity,
        allowed: `more than ${expiry} days, the time before expiry at which machines are replaced`,
        fix: write(Number(expiry) + 1, { or: `lower rollout.certificatesExpiryDays` }),
      });
    },
  }),
];
