import type { PodSecurityDefaults } from '../../../../lib/cluster/model/pod-security';
import type { AdmissionSettings } from '../../../../lib/kubeadm/model/admission';
import type { PropRow } from '../../../support/rendering';
import { CLUSTER, CONFIG, feature, onComponent } from './control-plane-landings';

const FOLDER = '/etc/kubernetes/admission';
const LIMIT = {
  apiVersion: 'eventratelimit.admission.k8s.io/v1alpha1',
  kind: 'Configuration',
  limits: [{ type: 'Server', qps: 50 }],
};

const POD_SECURITY_ROWS: Readonly<Record<keyof PodSecurityDefaults, readonly PropRow[]>> = {
  enforce: [
    podSecurity(
      { enforce: 'baseline' },
      { enforce: 'baseline', audit: 'baseline', warn: 'baseline' },
    ),
  ],
  audit: [podSecurity({ audit: 'restricted' }, { audit: 'restricted' })],
  warn: [podSecurity({ warn: 'restricted' }, { warn: 'restricted' })],
  version: [podSecurity({ version: 'v1.32' }, { version: 'v1.32' })],
  exemptNamespaces: [
    podSecurity({ exemptNamespaces: ['a', 'b'] }, { exemptions: exemptions('a', 'b') }),
  ],
  exemptUsernames: [
    podSecurity(
      { exemptUsernames: ['root'] },
      {
        exemptions: `        exemptions:\n          usernames:\n            - root\n          namespaces:\n            - kube-system\n`,
      },
    ),
  ],
  exemptRuntimeClasses: [
    podSecurity(
      { exemptRuntimeClasses: ['kata'], exemptNamespaces: [] },
      { exemptions: `        exemptions:\n          runtimeClasses:\n            - kata\n` },
    ),
  ],
};

const ROWS: Readonly<Record<keyof AdmissionSettings, readonly PropRow[]>> = {
  enablePlugins: [
    onComponent(
      { admission: { enablePlugins: ['PodNodeSelector', 'AlwaysPullImages'] } },
      'apiServer',
      {
        'enable-admission-plugins': 'AlwaysPullImages,NodeRestriction,PodNodeSelector',
      },
    ),
  ],
  disablePlugins: [
    onComponent({ admission: { disablePlugins: ['DefaultStorageClass'] } }, 'apiServer', {
      'disable-admission-plugins': 'DefaultStorageClass',
    }),
  ],
  podSecurity: [
    ...Object.values(POD_SECURITY_ROWS).flat(),
    onComponent({ admission: { podSecurity: {} } }, 'apiServer', {
      'admission-control-config-file': `${FOLDER}/config.yaml`,
    }),
    feature(
      { admission: { podSecurity: {} } },
      [...CLUSTER, 'apiServer', 'extraVolumes'],
      [
        {
          name: 'admission',
          hostPath: FOLDER,
          mountPath: FOLDER,
          readOnly: true,
          pathType: 'Directory',
        },
      ],
    ),
  ],
  configurations: [
    feature(
      { admission: { configurations: { EventRateLimit: LIMIT } } },
      [...CONFIG, 'files'],
      [
        {
          path: `${FOLDER}/config.yaml`,
          owner: 'root:root',
          permissions: '0600',
          content: `apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
  - name: EventRateLimit
    configuration:
      apiVersion: eventratelimit.admission.k8s.io/v1alpha1
      kind: Configuration
      limits:
        - type: Server
          qps: 50
`,
        },
      ],
    ),
  ],
};

/** Rows of everything that admission may say. */
export const ADMISSION_ROWS = Object.values(ROWS).flat();

interface Said {
  readonly enforce?: string;
  readonly audit?: string;
  readonly warn?: string;
  readonly version?: string;
  readonly exemptions?: string;
}

function podSecurity(settings: PodSecurityDefaults, said: Said): PropRow {
  const { enforce = 'privileged', version = 'latest' } = said;
  const { audit = 'privileged', warn = 'privileged' } = said;
  const text = `apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
  - name: PodSecurity
    configuration:
      apiVersion: pod-security.admission.config.k8s.io/v1
      kind: PodSecurityConfiguration
      defaults:
        enforce: ${enforce}
        enforce-version: ${version}
        audit: ${audit}
        audit-version: ${version}
        warn: ${warn}
        warn-version: ${version}
${(said.exemptions ?? exemptions('kube-system')).replace(/^ {2}/gm, '')}`;
  const admission = { podSecurity: settings };
  return feature({ admission }, [...CONFIG, 'files', 0, 'content'], text);
}

function exemptions(...namespaces: readonly string[]): string {
  const items = namespaces.map((name) => `            - ${name}\n`).join('');
  return `        exemptions:\n          namespaces:\n${items}`;
}
