import { compact, type Fields, sortedEntries } from '../../base/fields';
import type { EmitDocuments } from '../../base/yaml-documents';
import { POD_SECURITY_DEFAULTS, type PodSecurityDefaults } from '../../cluster/model/pod-security';
import { ADMISSION_FOLDER, type AdmissionSettings, configuresPlugins } from '../model/admission';
import type { ControlPlanePart } from './control-plane-part';
import { texts } from './texts';

const CONFIGURATION = `${ADMISSION_FOLDER}/config.yaml`;
const PRIVATE = '0600';
/** Plugins that kubeadm enables by an argument, which the derived one replaces. */
const KUBEADM_PLUGINS = ['NodeRestriction'];

/** Renders the control-plane part for admission control. */
export function admissionPart(
  admission: AdmissionSettings | undefined,
  emitDocuments: EmitDocuments,
): ControlPlanePart {
  if (admission === undefined) return {};
  const { enablePlugins = [], disablePlugins = [] } = admission;
  const isConfigured = configuresPlugins(admission);
  const args = texts({
    'enable-admission-plugins':
      enablePlugins.length === 0 ? undefined : joined([...KUBEADM_PLUGINS, ...enablePlugins]),
    'disable-admission-plugins': disablePlugins.length === 0 ? undefined : joined(disablePlugins),
    'admission-control-config-file': isConfigured ? CONFIGURATION : undefined,
  });
  if (!isConfigured) return { apiServer: { args } };
  const content = emitDocuments([configuration(admission)]);
  return {
    files: [{ path: CONFIGURATION, permissions: PRIVATE, content }],
    apiServer: { args },
  };
}

function configuration({ podSecurity, configurations = {} }: AdmissionSettings): Fields {
  const all = {
    ...configurations,
    ...(podSecurity && { PodSecurity: podSecurityConfiguration(podSecurity) }),
  };
  return {
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'AdmissionConfiguration',
    plugins: sortedEntries<unknown>(all).map(([name, configuration]) => ({ name, configuration })),
  };
}

function podSecurityConfiguration(given: PodSecurityDefaults): Fields {
  const { enforce, version, exemptNamespaces } = { ...POD_SECURITY_DEFAULTS, ...given };
  const { audit = enforce, warn = enforce, exemptUsernames, exemptRuntimeClasses } = given;
  return {
    apiVersion: 'pod-security.admission.config.k8s.io/v1',
    kind: 'PodSecurityConfiguration',
    defaults: {
      enforce,
      'enforce-version': version,
      audit,
      'audit-version': version,
      warn,
      'warn-version': version,
    },
    ...compact({
      exemptions: compact({
        usernames: exemptUsernames,
        runtimeClasses: exemptRuntimeClasses,
        namespaces: exemptNamespaces,
      }),
    }),
  };
}

function joined(names: readonly string[]): string {
  return [...new Set(names)].sort().join(',');
}
