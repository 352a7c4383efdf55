import type { Manifest } from '../../../../../lib/base/manifest';
import { podSecurityLabels } from '../../../../../lib/cluster/model/pod-security';
import { clusterModel } from '../../../../support/models';
import { type RuleCase, withAddons } from '../../../assembly/rule-case';

/** Level of a program that TypeScript did not see. */
const LEVEL: object = { namespacePodSecurity: 'strict' };
/** Pod that the highest level admits. */
const LOCKED = {
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [
    {
      name: 'web',
      image: 'web:1',
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    },
  ],
};
const namespace: Manifest = {
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'shop', labels: podSecurityLabels('restricted', 'latest') },
};

/** Examples of rules on the pods of addons and their namespaces. */
export const POD_SECURITY_CASES: readonly RuleCase[] = [
  {
    rule: 'addon-pod-security',
    broken: shop({ ...LOCKED, hostNetwork: true }),
    sound: shop(LOCKED),
    says: `mothership/demo/shop: manifest is "Deployment shop/web: hostNetwork is true"
  allowed: false or no value, as Namespace shop enforces restricted
  fix: correct hostNetwork, or give the Namespace a lower level`,
  },
  {
    rule: 'addon-pod-security',
    broken: shop({ ...LOCKED, securityContext: { runAsNonRoot: true } }),
    sound: shop(LOCKED),
    says: `mothership/demo/shop: manifest is "Deployment shop/web: securityContext.seccompProfile.type is missing"
  allowed: "RuntimeDefault" or "Localhost", for the pod or for each of its containers, as Namespace shop enforces restricted
  fix: correct securityContext.seccompProfile.type, or give the Namespace a lower level`,
  },
  {
    rule: 'namespace-level',
    broken: clusterModel({ namespacePodSecurity: 'baseline', ownsNamespace: false }),
    sound: clusterModel({ namespacePodSecurity: 'baseline' }),
    says: `mothership/demo: namespacePodSecurity is "baseline"
  allowed: none; Namespace demo is not written with the cluster
  fix: leave it out, and label the Namespace where it is written`,
  },
  {
    rule: 'namespace-level',
    broken: clusterModel({ ...LEVEL }),
    sound: clusterModel(),
    says: `mothership/demo: namespacePodSecurity is "strict"
  allowed: "privileged", "baseline", "restricted"
  fix: leave it out`,
  },
  {
    rule: 'addon-image',
    broken: withAddons({
      name: 'hello',
      images: { image: 'https://M.example/a:1' },
    }),
    sound: withAddons({ name: 'hello', images: { image: 'm.example/a:1' } }),
    says: `mothership/demo/hello: image is "https://M.example/a:1"
  allowed: a registry and a path, optionally with a tag, a digest, or both
  fix: write "m.example/a:1"`,
  },
  {
    rule: 'addon-image',
    broken: withAddons({ name: 'hello', images: { image: 'a:' } }),
    sound: withAddons({ name: 'hello', images: { image: 'a' } }),
    says: `mothership/demo/hello: image is "a:"
  allowed: a registry and a path, optionally with a tag, a digest, or both
  fix: leave it out`,
  },
];

function shop(spec: object) {
  const labels = { app: 'web' };
  const web: Manifest = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
  };
  const entries = (documents: readonly Manifest[]) => [
    { kind: 'configMap' as const, suffix: '', entries: [{ key: 'objects', documents }] },
  ];
  return withAddons(
    { name: 'shop', payload: entries([web]) },
    { name: 'spaces', payload: entries([namespace]) },
  );
}
