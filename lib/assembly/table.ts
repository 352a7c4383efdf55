import { once } from '../base/once';
import type { RuleFacts } from '../base/rule';
import { ruleSets, rulesOf } from './rule-sets';

/** Rules that are checked where their subject is created, and not by the rule tables. */
export const OTHER_RULES: readonly RuleFacts[] = [
  {
    id: 'calico-version',
    reason: 'The manifest and images of Calico are looked up by a version of three numbers.',
    source: 'projectcalico/calico@v3.30.2:manifests/calico.yaml',
  },
  {
    id: 'calico-authority',
    reason: 'The download fails if no trusted CA has signed the server certificate.',
    source: 'curl/curl@master:docs/SSLCERTS.md',
  },
  {
    id: 'calico-hash',
    reason: 'A download is applied only if it has the expected hash.',
    source: 'projectcalico/calico@v3.30.2:manifests/calico.yaml',
  },
  {
    id: 'calico-url',
    reason:
      'The downloaded manifest can change the whole cluster, so it must come from a secure URL.',
    source: 'curl/curl@master:docs/MANPAGE.md',
  },
  {
    id: 'images-file',
    reason:
      'A value that is not the digest of a tag would be written into every pod that uses the image.',
    source: 'opencontainers/image-spec@main:descriptor.md',
  },
  {
    id: 'cidr-plan-cluster',
    reason:
      'The ranges of a cluster stay the same only if its number does, so the program must state the number.',
    source: 'openstack/neutron@master:neutron/db/l3_db.py',
  },
  {
    id: 'input-missing',
    reason: 'A prop without a default needs a value.',
    source: 'privatenumber/tsx@master:docs/typescript.md',
  },
  {
    id: 'input-unknown',
    reason: 'A prop that nothing reads has no effect, and is usually another one misspelled.',
    source: 'privatenumber/tsx@master:docs/typescript.md',
  },
  {
    id: 'input-type',
    reason: 'Programs run without a type check, and read untyped variables and files.',
    source: 'privatenumber/tsx@master:docs/typescript.md',
  },
  {
    id: 'input-word',
    reason: 'An unknown word has no effect.',
    source: 'privatenumber/tsx@master:docs/typescript.md',
  },
  {
    id: 'input-unset',
    reason: 'A template literal turns an unset variable into the text undefined.',
    source: 'mdn/content@main:files/en-us/web/javascript/reference/template_literals/index.md',
  },
  {
    id: 'input-failed',
    reason: 'A factory cannot build anything from values that it refuses.',
    source: 'privatenumber/tsx@master:docs/typescript.md',
  },
  {
    id: 'rule-failed',
    reason:
      'A check that throws an error has not checked everything, and nothing unchecked is written.',
    source:
      'kubernetes/website@main:content/en/docs/concepts/overview/working-with-objects/names.md',
  },
  {
    id: 'code-failed',
    reason: 'Your own constructs and addons are part of a synth, and their errors fail it.',
    source: 'aws/constructs@10.x:src/construct.ts',
  },
  {
    id: 'construct-validation',
    reason: 'A construct can refuse to be synthesized.',
    source: 'aws/constructs@10.x:src/construct.ts',
  },
  {
    id: 'pool-label-taken',
    reason: 'A label can have only one value.',
    source:
      'kubernetes/website@main:content/en/docs/concepts/overview/working-with-objects/labels.md',
  },
  {
    id: 'construct-name',
    reason: 'Children of a construct are identified by their names.',
    source:
      'kubernetes/website@main:content/en/docs/concepts/overview/working-with-objects/names.md',
  },
  {
    id: 'object-schema',
    reason:
      'The API server rejects an object that does not match its CRD, and drops unknown fields.',
    source: 'CAPI@v1.14.0:core/config/crd/bases/cluster.x-k8s.io_clusters.yaml',
  },
  {
    id: 'object-crd',
    reason:
      'A cluster with its own CRDs validates objects against these, including their expressions.',
    source:
      'kubernetes/website@main:content/en/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions.md',
  },
  {
    id: 'crd-folder',
    reason: 'Objects must be checked against the CRDs of the release that runs, and no other.',
    source:
      'kubernetes/website@main:content/en/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions.md',
  },
  {
    id: 'fleet-only',
    reason: 'A name that matches no cluster would silently write nothing.',
    source: 'fluxcd/kustomize-controller@main:docs/spec/v1/kustomizations.md',
  },
  {
    id: 'fleet-empty',
    reason:
      'Writing an empty fleet removes every manifest, and a GitOps tool then deletes the clusters.',
    source: 'fluxcd/kustomize-controller@main:docs/spec/v1/kustomizations.md',
  },
  {
    id: 'object-credentials',
    reason: 'Anyone who can read the repository can read credentials in plain text.',
    source: 'kubernetes/website@main:content/en/docs/concepts/security/secrets-good-practices.md',
  },
  {
    id: 'accepted-credential-reason',
    reason: 'Anyone who reads the program later needs to know why the credential is accepted.',
    source: 'kubernetes/website@main:content/en/docs/concepts/security/secrets-good-practices.md',
  },
  {
    id: 'accepted-credential-stale',
    reason:
      'An entry for a credential that is gone would hide the next credential in the same place.',
    source: 'kubernetes/website@main:content/en/docs/concepts/security/secrets-good-practices.md',
  },
  {
    id: 'object-unique',
    reason: 'Of two objects with the same name, the second one replaces the first one.',
    source:
      'kubernetes/website@main:content/en/docs/concepts/overview/working-with-objects/names.md',
  },
  {
    id: 'object-secret-reserved',
    reason: 'Cluster API uses a Secret with this name in place of its own, whatever it contains.',
    source: 'CAPI@v1.14.0:util/secret/consts.go',
  },
  {
    id: 'object-size',
    reason: 'A document must fit into one object, and kubectl keeps a copy of it in an annotation.',
    source: 'kubernetes/apimachinery@master:pkg/api/validation/objectmeta.go',
  },
  {
    id: 'object-file-unique',
    reason:
      'The webhook rejects two files with the same path, whichever props they are derived from.',
    source: 'CAPI@v1.14.0:bootstrap/kubeadm/webhooks/admission/kubeadmconfig.go',
  },
  {
    id: 'issuer-expression',
    reason: 'The API server does not start with an expression that it cannot parse.',
    source: 'kubernetes/apiserver@v0.32.0:pkg/apis/apiserver/validation/validation.go',
  },
  {
    id: 'feature-file-size',
    reason:
      'Cluster API accepts files of up to 10,240 characters, including files that are generated from props.',
    source:
      'CAPI@v1.14.0:bootstrap/kubeadm/config/crd/bases/bootstrap.cluster.x-k8s.io_kubeadmconfigs.yaml',
  },
  {
    id: 'object-user-data',
    reason:
      'Clouds accept 64 KiB of user data in base64, some less, and everything derived from props counts.',
    source: 'canonical/cloud-init@main:doc/rtd/explanation/format.rst',
  },
  {
    id: 'object-patch',
    reason: 'Other objects refer to this one by kind and name, so a patch must keep both.',
    source:
      'kubernetes/website@main:content/en/docs/concepts/overview/working-with-objects/names.md',
  },
  {
    id: 'object-key',
    reason:
      'kubectl kustomize writes annotations without quotes, and drops empty keys and merge keys.',
    source: 'kubernetes-sigs/kustomize@master:api/resource/resource.go',
  },
  {
    id: 'management-name',
    reason:
      'Every management cluster needs its own folder, whose name must work on every file system.',
    source:
      'kubernetes/website@main:content/en/docs/concepts/overview/working-with-objects/names.md',
  },
  {
    id: 'fleet-file-extension',
    reason: 'kubectl and GitOps tools read files that end in .yaml or .yml, and ignore others.',
    source: 'fluxcd/kustomize-controller@main:docs/spec/v1/kustomizations.md',
  },
  {
    id: 'hand-over-file',
    reason: 'The outputs of a stack are read from its file, and a cluster belongs to one stack.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/floatingip.go',
  },
  {
    id: 'output-obstacle',
    reason: 'A program that follows a link in the output changes files outside of it.',
    source: 'torvalds/linux@master:Documentation/admin-guide/sysctl/fs.rst',
  },
  {
    id: 'output-lock',
    reason: 'Two programs that change a folder at the same time leave a mixture of both.',
    source: 'git/git@master:lockfile.h',
  },
  {
    id: 'output-index',
    reason:
      'Files in the index can be overwritten and removed, so it must list only paths of the library.',
    source: 'fluxcd/kustomize-controller@main:docs/spec/v1/kustomizations.md',
  },
  {
    id: 'output-disk',
    reason: 'A tree that is only partly written to disk would be partly applied.',
    source: 'nodejs/node@main:doc/api/errors.md',
  },
  {
    id: 'output-path',
    reason: 'Every file needs a unique path of names that file systems and tools accept.',
    source:
      'kubernetes/website@main:content/en/docs/concepts/overview/working-with-objects/names.md',
  },
  {
    id: 'output-foreign-file',
    reason: 'A file that somebody else wrote or changed is never overwritten or deleted.',
    source: 'fluxcd/kustomize-controller@main:docs/spec/v1/kustomizations.md',
  },
  {
    id: 'cloud-region',
    reason: 'Services are looked up in the catalog by region.',
    source: 'openstack/keystone@master:api-ref/source/v3/service-catalog.inc',
  },
  {
    id: 'cloud-role',
    reason: 'A user with read-only access cannot create anything.',
    source: 'openstack/keystone@master:doc/source/admin/service-api-protection.rst',
  },
  {
    id: 'cloud-credential',
    reason:
      'An application credential can create others only if it is unrestricted, and only with roles of the user.',
    source: 'openstack/keystone@master:doc/source/user/application_credentials.rst',
  },
  {
    id: 'cloud-owner',
    reason:
      'Only the owner of a network can choose addresses on it, or attach its subnets to a router.',
    source: 'openstack/neutron@master:neutron/conf/policies/port.py',
  },
  {
    id: 'cloud-octavia',
    reason: 'A load balancer for the API server needs Octavia.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/loadbalancer/loadbalancer.go',
  },
  {
    id: 'cloud-designate',
    reason: 'A DNS name for the endpoint needs a record in Designate.',
    source: 'openstack/designate@master:designate/central/service.py',
  },
  {
    id: 'cloud-external-network',
    reason: 'Routers and floating IPs belong to exactly one external network.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/network.go',
  },
  {
    id: 'cloud-flavor',
    reason:
      'Reservations, capacities and quotas are computed from the sizes that the program states.',
    source: 'kubernetes/autoscaler@master:cluster-autoscaler/cloudprovider/clusterapi/README.md',
  },
  {
    id: 'cloud-image',
    reason: 'A machine is created from exactly one image.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/compute/instance.go',
  },
  {
    id: 'cloud-cinder',
    reason: 'A boot volume needs Cinder.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/compute/instance.go',
  },
  {
    id: 'cloud-zone',
    reason:
      'A server or volume cannot be created in a zone, or with a type, that the cloud does not have.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/compute/instance.go',
  },
  {
    id: 'cloud-key-pair',
    reason: 'A server can only be created with a key pair of the user who creates it.',
    source: 'openstack/nova@master:api-ref/source/os-keypairs.inc',
  },
  {
    id: 'cloud-answer',
    reason: 'A user who cannot read a resource in a cloud cannot create it.',
    source: 'openstack/octavia@master:doc/source/configuration/policy.rst',
  },
  {
    id: 'cloud-name',
    reason: 'The provider uses none, or any, of several resources with the same name.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/network.go',
  },
  {
    id: 'cloud-taken',
    reason:
      'A second resource with the same name would be created, and the provider may use the first one.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/loadbalancer/loadbalancer.go',
  },
  {
    id: 'cloud-fixed',
    reason:
      'A property that the cloud cannot change forces a replacement, which fails halfway while the resource is in use.',
    source: 'openstack/neutron@master:neutron/db/l3_db.py',
  },
  {
    id: 'cloud-half',
    reason:
      'The next update deletes the resource that an interrupted update was to replace, even if it is the planned one.',
    source: 'pulumi/pulumi@master:pkg/resource/deploy/step_generator.go',
  },
  {
    id: 'cloud-quota',
    reason: 'A quota that is too small stops a rollout or an autoscaler halfway.',
    source: 'openstack/nova@master:doc/source/admin/quotas.rst',
  },
];

/** All rules. */
export const allRules = once((): readonly RuleFacts[] => [
  ...Object.values(ruleSets()).flatMap(rulesOf),
  ...OTHER_RULES,
]);
