import type { Finding } from '../../base/errors';
import type { Manifest } from '../../base/manifest';

interface Remedy {
  /** Kinds of objects; absent for all. */
  readonly kinds?: RegExp;
  /** Fields; absent for all. */
  readonly fields?: RegExp;
  /** Descriptions of what was found; absent for all. */
  readonly what?: RegExp;
  /** What to type instead. */
  readonly fix: string;
}

const KUBEADM = /^Kubeadm/;

/** What to type instead, by place. The first match applies. */
const REMEDIES: readonly Remedy[] = [
  {
    kinds: KUBEADM,
    fields: /\busers\[\d+\]\.passwd$/,
    fix: "put the hash into a Secret and write passwdFrom: { name: '…', key: '…' }",
  },
  {
    kinds: KUBEADM,
    fields: /\bfiles\[\d+\]\.content$/,
    fix: "put the file into a Secret of the cluster's namespace and write content: { name: '…', key: '…' }",
  },
  {
    kinds: KUBEADM,
    fields: /ommands\[\d+\]$/,
    fix: 'put it into a file whose content is a key of a Secret, and write $(cat /path/of/the/file)',
  },
  {
    what: /clouds\.yaml/,
    fix: "keep clouds.yaml in a Secret and write credentials: CloudCredentials.fromSecret('…')",
  },
  {
    kinds: /^Secret$/,
    fields: /^(?:data|stringData)\b/,
    fix: 'leave the Secret out and use an existing one, or write an ExternalSecret or a SealedSecret instead',
  },
  {
    what: /^a Secret value/,
    fix: 'deliver it with an existing Secret, or write an ExternalSecret or a SealedSecret instead',
  },
  {
    kinds: /^HelmChartProxy$/,
    fix: 'keep it in a Secret of the workload cluster, and refer to that in the chart values, for example with existingSecret',
  },
  {
    fields: /(?:annotations|labels|tags|[mM]etadata|schedulerHint\w*)\b/,
    fix: 'leave it out: anyone who can list the objects or servers can read it there',
  },
  {
    fields: /\benv\[\d+\]\.value$/,
    fix: 'keep it in a Secret and write valueFrom.secretKeyRef',
  },
];

const USUAL = 'keep it in a Secret, and refer to that Secret by name and key';

/** Returns the rest of a finding: what is allowed, and what to type instead. */
export function remedy(
  { kind }: Pick<Manifest, 'kind'>,
  field: string,
  what: string,
): Pick<Finding, 'allowed' | 'fix'> {
  const found = REMEDIES.find(
    (one) =>
      (one.kinds === undefined || one.kinds.test(kind)) &&
      (one.fields === undefined || one.fields.test(field)) &&
      (one.what === undefined || one.what.test(what)),
  );
  return {
    allowed:
      'references to credentials, or a credential that fleet.acceptCredential accepts with a reason',
    fix: found?.fix ?? USUAL,
  };
}
