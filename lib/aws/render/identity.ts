import { compact, sorted } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import { providerOf } from '../../cluster/model/profile';
import { GROUPS } from '../../cluster/render/context';
import { KEEP_ANNOTATIONS } from '../../cluster/render/metadata';
import type {
  AllowedNamespaces,
  AWSClusterRoleIdentitySpec,
  AWSClusterStaticIdentitySpec,
} from '../../schema/generated/aws-v1beta2.shapes.generated';
import type { AwsCluster } from '../model/cluster';
import { type WrittenIdentity, writtenIdentities } from '../model/identity';

type Written<K extends WrittenIdentity['kind']> = Extract<WrittenIdentity, { readonly kind: K }>;
interface KindAndSpec<T> {
  readonly kind: string;
  readonly spec: T;
}

/** Renders the identities that clusters in several namespaces share, except existing ones. */
export function renderIdentities(cluster: AwsCluster): readonly Manifest[] {
  return writtenIdentities(cluster.identity).map(({ ref: { name }, written }) => {
    const { kind, spec } =
      written.kind === 'static' ? staticIdentity(written) : roleIdentity(written);
    return {
      apiVersion: `${GROUPS.infrastructure}/${providerOf(cluster).apiVersion}`,
      kind,
      metadata: { name, annotations: KEEP_ANNOTATIONS },
      spec,
    };
  });
}

function staticIdentity(written: Written<'static'>): KindAndSpec<AWSClusterStaticIdentitySpec> {
  return {
    kind: 'AWSClusterStaticIdentity',
    spec: { secretRef: written.secretName, allowedNamespaces: allowedNamespaces(written) },
  };
}

function roleIdentity(written: Written<'role'>): KindAndSpec<AWSClusterRoleIdentitySpec> {
  const { roleArn, source, externalId, sessionName, durationSeconds } = written;
  return {
    kind: 'AWSClusterRoleIdentity',
    spec: {
      roleARN: roleArn,
      sourceIdentityRef: { kind: source.ref.kind, name: source.ref.name },
      ...compact({ externalID: externalId, sessionName, durationSeconds }),
      allowedNamespaces: allowedNamespaces(written),
    },
  };
}

/** Returns the allowed namespaces. An empty object allows every namespace; a missing field allows none. */
function allowedNamespaces({ namespaceSelector }: WrittenIdentity): AllowedNamespaces {
  return namespaceSelector === undefined
    ? {}
    : { selector: { matchLabels: sorted(namespaceSelector) } };
}
