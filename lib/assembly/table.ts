import { once } from '../base/once';
import type { RuleFacts } from '../base/rule';
import { ruleSets, rulesOf } from './rule-sets';

/** Rules that are checked where what they look at comes into being, and not by the tables here. */
export const OTHER_RULES: readonly RuleFacts[] = [
  {
    id: 'calico-version',
    reason: 'The manifest and the images of Calico are found by a release with three numbers.',
    source: 'projectcalico/calico@v3.30.2:manifests/calico.yaml',
  },
  {
    id: 'calico-authority',
    reason: 'A download is refused where nothing vouches for its server.',
    source: 'curl/curl@master:docs/SSLCERTS.md',
  },
  {
    id: 'calico-hash',
    reason: 'A download is applied only if it has the hash that is expected of it.',
    source: 'projectcalico/calico@v3.30.2:manifests/calico.yaml',
  },
  {
    id: 'calico-url',
    reason:
      'What is downloaded gets the rights to change the whole cluster, and comes by a secure address.',
    source: 'curl/curl@master:docs/MANPAGE.md',
  },
  {
    id: 'images-file',
    reason: 'What is no digest of a tag would be written into every pod that has the image.',
    source: 'opencontainers/image-spec@main:descriptor.md',
  },
  {
    id: 'cidr-plan-cluster',
    reason:
      'The ranges of a cluster stand still only if its number does, and so a program states it.',
    source: 'openstack/neutron@master:neutron/db/l3_db.py',
  },
  {
    id: 'input-missing',
    reason: 'Nothing is made without a value that has no default.',
    source: 'privatenumber/tsx@master:docs/typescript.md',
  },
  {
    id: 'input-unknown',
    reason: 'A prop that nothing reads has no effect, and is most often another one misspelt.',
    source: 'privatenumber/tsx@master:docs/typescript.md',
  },
  {
    id: 'input-type',
    reason: 'Programs run without a type check, and read variables and files that have no types.',
    source: 'privatenumber/tsx@master:docs/typescript.md',
  },
  {
    id: 'input-word',
    reason: 'A word that is not known is not what anything acts upon.',
    source: 'privatenumber/tsx@master:docs/typescript.md',
  },
  {
    id: 'input-unset',
    reason: 'A template turns a variable that is not set into the text undefined.',
    source: 'mdn/content@main:files/en-us/web/javascript/reference/template_literals/index.md',
  },
  {
    id: 'input-failed',
    reason: 'What is handed to a factory has to be such that it can make something of it.',
    source: 'privatenumber/tsx@master:docs/typescript.md',
  },
  {
    id: 'rule-failed',
    reason: 'A check that breaks has not looked at everything, and nothing unchecked is written.',
    source:
      'kubernetes/website@main:content/en/docs/concepts/overview/working-with-objects/names.md',
  },
  {
    id: 'code-failed',
    reason: 'Constructs and addons of your own take part in a synth, and their errors fail it.',
    source: 'aws/constructs@10.x:src/construct.ts',
  },
  {
    id: 'construct-validation',
    reason: 'A construct may refuse to be written as it is.',
    source: 'aws/constructs@10.x:src/construct.ts',
  },
  {
    id: 'pool-label-taken',
    reason: 'A label has one value.',
    source:
      'kubernetes/website@main:content/en/docs/concepts/overview/working-with-objects/labels.md',
  },
  {
    id: 'construct-name',
    reason: 'What is below one construct is told apart by its name.',
    source:
      'kubernetes/website@main:content/en/docs/concepts/overview/working-with-objects/names.md',
  },
  {
    id: 'object-schema',
    reason:
      'The API server refuses an object that its CRD does not admit, and drops what is unknown to it.',
    source: 'CAPI@v1.14.0:core/config/crd/bases/cluster.x-k8s.io_clusters.yaml',
  },
  {
    id: 'object-crd',
    reason: 'A cluster with CRDs of its own admits what these say, expressions included.',
    source:
      'kubernetes/website@main:content/en/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions.md',
  },
  {
    id: 'crd-folder',
    reason: 'Objects are checked against the CRDs of the release that runs, and of no other.',
    source:
      'kubernetes/website@main:content/en/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions.md',
  },
  {
    id: 'fleet-only',
    reason: 'A name that no cluster has would write nothing, and not say so.',
    source: 'fluxcd/kustomize-controller@main:docs/spec/v1/kustomizations.md',
  },
  {
    id: 'object-credentials',
    reason: 'Whoever may read the repository may read what stands in it in plain text.',
    source: 'kubernetes/website@main:content/en/docs/concepts/security/secrets-good-practices.md',
  },
  {
    id: 'accepted-credential-reason',
    reason: 'Whoever reads the program later has to know why a credential may stand there.',
    source: 'kubernetes/website@main:content/en/docs/concepts/security/secrets-good-practices.md',
  },
  {
    id: 'accepted-credential-stale',
    reason: 'What was accepted once and is gone would hide the next credential in the same place.',
    source: 'kubernetes/website@main:content/en/docs/concepts/security/secrets-good-practices.md',
  },
  {
    id: 'object-unique',
    reason: 'Of two objects with one name the second takes the place of the first.',
    source:
      'kubernetes/website@main:content/en/docs/concepts/overview/working-with-objects/names.md',
  },
  {
    id: 'object-secret-reserved',
    reason:
      'Cluster API takes a Secret of this name for the one that it would make, whatever is in it.',
    source: 'CAPI@v1.14.0:util/secret/consts.go',
  },
  {
    id: 'object-size',
    reason:
      'A document is delivered in one object, and kubectl keeps a copy of it in an annotation.',
    source: 'kubernetes/apimachinery@master:pkg/api/validation/objectmeta.go',
  },
  {
    id: 'object-file-unique',
    reason: 'The webhook refuses two files of one path, whichever props they are derived from.',
    source: 'CAPI@v1.14.0:bootstrap/kubeadm/webhooks/admission/kubeadmconfig.go',
  },
  {
    id: 'issuer-expression',
    reason: 'The API server does not start with an expression that it cannot read.',
    source: 'kubernetes/apiserver@v0.32.0:pkg/apis/apiserver/validation/validation.go',
  },
  {
    id: 'feature-file-size',
    reason:
      'Cluster API takes files of 10,240 characters, those that are put together from props included.',
    source:
      'CAPI@v1.14.0:bootstrap/kubeadm/config/crd/bases/bootstrap.cluster.x-k8s.io_kubeadmconfigs.yaml',
  },
  {
    id: 'object-user-data',
    reason: 'Clouds take 64 KiB of user data in base64, and some less, with all that is derived.',
    source: 'canonical/cloud-init@main:doc/rtd/explanation/format.rst',
  },
  {
    id: 'object-patch',
    reason: 'Other objects refer to this one by kind and name.',
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
    reason: 'The name of a management cluster is a folder of its own, on every file system.',
    source:
      'kubernetes/website@main:content/en/docs/concepts/overview/working-with-objects/names.md',
  },
  {
    id: 'fleet-file-extension',
    reason: 'kubectl and GitOps tools read files that end in .yaml or .yml, and pass over others.',
    source: 'fluxcd/kustomize-controller@main:docs/spec/v1/kustomizations.md',
  },
  {
    id: 'hand-over-file',
    reason: 'What one stack found out is taken from its file, and a cluster is in one stack.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/floatingip.go',
  },
  {
    id: 'output-obstacle',
    reason: 'Whoever follows a link in the output changes files that are not part of it.',
    source: 'torvalds/linux@master:Documentation/admin-guide/sysctl/fs.rst',
  },
  {
    id: 'output-lock',
    reason: 'Two programs that change one folder at once leave a mixture of both.',
    source: 'git/git@master:lockfile.h',
  },
  {
    id: 'output-index',
    reason: 'What the index lists may be overwritten and removed, so it lists paths of ours only.',
    source: 'fluxcd/kustomize-controller@main:docs/spec/v1/kustomizations.md',
  },
  {
    id: 'output-disk',
    reason: 'A tree that the disk takes in part would be applied in part.',
    source: 'nodejs/node@main:doc/api/errors.md',
  },
  {
    id: 'output-path',
    reason: 'Every file has a path of its own, of names that file systems and tools take.',
    source:
      'kubernetes/website@main:content/en/docs/concepts/overview/working-with-objects/names.md',
  },
  {
    id: 'output-foreign-file',
    reason: 'A file that was written or changed by somebody else is not overwritten or deleted.',
    source: 'fluxcd/kustomize-controller@main:docs/spec/v1/kustomizations.md',
  },
  {
    id: 'cloud-region',
    reason: 'A service is found in the catalog by the region that it is asked for in.',
    source: 'openstack/keystone@master:api-ref/source/v3/service-catalog.inc',
  },
  {
    id: 'cloud-role',
    reason: 'Who may only look at things makes none of them.',
    source: 'openstack/keystone@master:doc/source/admin/service-api-protection.rst',
  },
  {
    id: 'cloud-credential',
    reason:
      'An application credential makes others only if it is unrestricted, of roles that the user has.',
    source: 'openstack/keystone@master:doc/source/user/application_credentials.rst',
  },
  {
    id: 'cloud-owner',
    reason:
      'Addresses on a network are chosen, and subnets attached to a router, by their owner alone.',
    source: 'openstack/neutron@master:neutron/conf/policies/port.py',
  },
  {
    id: 'cloud-octavia',
    reason: 'A load balancer of the API server is one of Octavia.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/loadbalancer/loadbalancer.go',
  },
  {
    id: 'cloud-designate',
    reason: 'A name of an endpoint is a record of Designate.',
    source: 'openstack/designate@master:designate/central/service.py',
  },
  {
    id: 'cloud-external-network',
    reason: 'Routers and floating addresses belong to exactly one external network.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/network.go',
  },
  {
    id: 'cloud-flavor',
    reason:
      'Reservations, capacities and quotas are reckoned with the sizes that the program states.',
    source: 'kubernetes/autoscaler@master:cluster-autoscaler/cloudprovider/clusterapi/README.md',
  },
  {
    id: 'cloud-image',
    reason: 'A machine is made from exactly one image.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/compute/instance.go',
  },
  {
    id: 'cloud-cinder',
    reason: 'A volume to boot from is one of Cinder.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/compute/instance.go',
  },
  {
    id: 'cloud-zone',
    reason: 'A server or volume is not made in a zone, or of a type, that the cloud does not have.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/compute/instance.go',
  },
  {
    id: 'cloud-key-pair',
    reason: 'A server is made with a key pair of the user who makes it, or not at all.',
    source: 'openstack/nova@master:api-ref/source/os-keypairs.inc',
  },
  {
    id: 'cloud-answer',
    reason: 'What a cloud does not let a user read, it does not let them make.',
    source: 'openstack/octavia@master:doc/source/configuration/policy.rst',
  },
  {
    id: 'cloud-name',
    reason: 'Of several things with one name the provider takes none, or any.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/network.go',
  },
  {
    id: 'cloud-taken',
    reason: 'A second thing of a name would be made, of which the provider may take the first.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/loadbalancer/loadbalancer.go',
  },
  {
    id: 'cloud-fixed',
    reason:
      'What the cloud does not change is made anew, which fails half-way while something lives on it.',
    source: 'openstack/neutron@master:neutron/db/l3_db.py',
  },
  {
    id: 'cloud-half',
    reason:
      'What a broken-off update was to replace is deleted by the next one, be it the one that is planned.',
    source: 'pulumi/pulumi@master:pkg/resource/deploy/step_generator.go',
  },
  {
    id: 'cloud-quota',
    reason: 'A quota that is too small stops a rollout or an autoscaler half-way.',
    source: 'openstack/nova@master:doc/source/admin/quotas.rst',
  },
];

/** The whole table of rules. */
export const allRules = once((): readonly RuleFacts[] => [
  ...Object.values(ruleSets()).flatMap(rulesOf),
  ...OTHER_RULES,
]);
