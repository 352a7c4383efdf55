import { add, leaveOut, write } from '../../base/fix';
import { minorOf } from '../../base/kubernetes-version';
import type { Rule } from '../../base/rule';
import { closestWord, quotedList } from '../../base/words';
import { POD_SECURITY_DEFAULTS } from '../../cluster/model/pod-security';
import { isDnsLabel, isObjectName, toDnsLabel } from '../../cluster/rules/names';
import {
  CONFIGURED_PLUGINS,
  GONE_PLUGINS,
  KNOWN_PLUGINS,
  NEEDED_PLUGINS,
  USUAL_PLUGINS,
} from './admission-plugins';
import type { ControlPlaneSubject } from './subjects';

const PLUGINS = 'kubernetes/kubernetes@v1.32.0:pkg/kubeapiserver/options/plugins.go';
const OPTIONS = 'kubernetes/apiserver@v0.32.0:pkg/server/options/admission.go';
const POD_SECURITY =
  'kubernetes/website@main:content/en/docs/tasks/configure-pod-container/enforce-standards-admission-controller.md';

/** Rules on admission control. */
export const ADMISSION_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'admission-plugin-name',
    reason: 'The API server does not start with an unknown admission plugin.',
    source: PLUGINS,
    check({ cluster, controlPlane: { path, admission } }, refuse) {
      const minor = minorOf(cluster.kubernetesVersion) ?? 0;
      for (const prop of ['enablePlugins', 'disablePlugins'] as const) {
        for (const name of admission?.[prop] ?? []) {
          const gone = GONE_PLUGINS[name];
          if (gone !== undefined && minor < gone) continue;
          if (gone === undefined && isLikelyPlugin(name)) continue;
          const close = gone === undefined ? closestWord(name, KNOWN_PLUGINS) : undefined;
          refuse(
            { path, prop: `admission.${prop}` },
            {
              given: name,
              allowed: 'an admission plugin of this Kubernetes version',
              fix: close === undefined ? leaveOut() : write(close),
            },
          );
        }
      }
    },
  },
  {
    id: 'admission-plugin-twice',
    reason: 'The API server does not start if a plugin is both enabled and disabled.',
    source: OPTIONS,
    check({ controlPlane: { path, admission } }, refuse) {
      const { enablePlugins = [], disablePlugins = [] } = admission ?? {};
      for (const name of disablePlugins) {
        if (!enablePlugins.includes(name)) continue;
        refuse(
          { path, prop: 'admission.disablePlugins' },
          {
            given: name,
            allowed: 'plugins that are not in enablePlugins',
            fix: leaveOut({ ends: ' of one of the two lists' }),
          },
        );
      }
    },
  },
  {
    id: 'admission-plugin-needed',
    reason: 'Without these plugins, nodes can modify each other, or pods get no service account.',
    source:
      'kubernetes/website@main:content/en/docs/reference/access-authn-authz/admission-controllers.md',
    check({ controlPlane: { path, admission } }, refuse) {
      const { disablePlugins = [], podSecurity } = admission ?? {};
      const needed =
        podSecurity === undefined ? NEEDED_PLUGINS : [...NEEDED_PLUGINS, 'PodSecurity'];
      for (const name of disablePlugins) {
        if (!needed.includes(name)) continue;
        refuse(
          { path, prop: 'admission.disablePlugins' },
          {
            given: name,
            allowed: `plugins other than ${quotedList(needed)}`,
            fix: leaveOut(),
          },
        );
      }
    },
  },
  {
    id: 'admission-configuration',
    reason:
      'A plugin that needs a configuration fails without it, and a disabled plugin ignores its configuration.',
    source: OPTIONS,
    check({ controlPlane: { path, admission } }, refuse) {
      const { enablePlugins = [], configurations = {}, podSecurity } = admission ?? {};
      for (const name of enablePlugins) {
        if (!CONFIGURED_PLUGINS.includes(name) || Object.hasOwn(configurations, name)) continue;
        refuse(
          { path, prop: `admission.configurations.${name}` },
          {
            given: undefined,
            allowed: 'a configuration for the plugin',
            fix: `add it, or remove ${name} from enablePlugins`,
          },
        );
      }
      for (const name in configurations) {
        const isTwice = name === 'PodSecurity' && podSecurity !== undefined;
        const isOn = enablePlugins.includes(name) || USUAL_PLUGINS.includes(name);
        if (isOn && !isTwice) continue;
        refuse(
          { path, prop: 'admission.configurations' },
          {
            given: name,
            allowed: 'enabled plugins, each configured in only one place',
            fix: isTwice
              ? 'use podSecurity instead'
              : add(name, {
                  prop: 'admission.enablePlugins',
                  ends: ' to enablePlugins',
                  or: 'leave it out',
                }),
          },
        );
      }
    },
  },
];

/** Rules on Pod Security defaults. */
export const POD_SECURITY_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'pod-security-words',
    reason: 'The API server does not start with an invalid level or version.',
    source: POD_SECURITY,
    check({ controlPlane: { path, admission } }, refuse) {
      const { podSecurity = {} } = admission ?? {};
      const { version } = podSecurity;
      if (version === undefined || /^(latest|v1\.\d+)$/.test(version)) return;
      const series = /(?<![\d.])1\.\d+/.exec(version)?.[0];
      refuse(
        { path, prop: 'admission.podSecurity.version' },
        {
          given: version,
          allowed: '"latest", or a minor version such as "v1.32"',
          fix: series === undefined ? leaveOut() : write(`v${series}`),
        },
      );
    },
  },
  {
    id: 'pod-security-system',
    reason:
      'Network plugins and cloud controllers in kube-system need privileges that the level forbids.',
    source: POD_SECURITY,
    check({ controlPlane: { path, admission } }, refuse) {
      const { enforce, exemptNamespaces } = {
        ...POD_SECURITY_DEFAULTS,
        ...admission?.podSecurity,
      };
      if (enforce === 'privileged' || exemptNamespaces.includes('kube-system')) return;
      refuse(
        { path, prop: 'admission.podSecurity.exemptNamespaces' },
        {
          given: exemptNamespaces,
          allowed: `namespaces including "kube-system" when "${enforce}" is enforced`,
          fix: add('kube-system'),
        },
      );
    },
  },
  {
    id: 'pod-security-exemptions',
    reason: 'The API server does not start with an invalid or duplicate exemption.',
    source: 'kubernetes/pod-security-admission@v0.32.0:admission/api/validation/validation.go',
    check({ controlPlane: { path, admission } }, refuse) {
      for (const [field, { allowed, isName }] of EXEMPTIONS) {
        const names = admission?.podSecurity?.[field] ?? [];
        names.forEach((name, index) => {
          const isTwice = names.indexOf(name) !== index;
          if (isName(name) && !isTwice) return;
          const label = isTwice || field === 'exemptUsernames' ? undefined : toDnsLabel(name);
          const better = label === undefined || names.includes(label) ? undefined : label;
          refuse(
            { path, prop: `admission.podSecurity.${field}[${index}]` },
            {
              given: name,
              allowed: `${allowed}, without duplicates`,
              fix: better === undefined ? leaveOut() : write(better),
            },
          );
        });
      }
    },
  },
];

const EXEMPTIONS = [
  [
    'exemptNamespaces',
    { allowed: 'names of namespaces', isName: (name: string) => isDnsLabel(name) },
  ],
  ['exemptUsernames', { allowed: 'names of users', isName: (name: string) => name !== '' }],
  ['exemptRuntimeClasses', { allowed: 'names of runtime classes', isName: isObjectName }],
] as const;

/** Tells whether a plugin is known, or could be newer than the known ones. */
function isLikelyPlugin(name: string): boolean {
  if (KNOWN_PLUGINS.includes(name)) return true;
  return /^[A-Z][A-Za-z]+$/.test(name) && closestWord(name, KNOWN_PLUGINS) === undefined;
}
