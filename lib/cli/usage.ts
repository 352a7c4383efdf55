/** What the command line prints about itself, by command. */
export const USAGES = Object.freeze({
  synth: `usage: capi-fleet synth [--only CLUSTER[,CLUSTER...]] [--force] [--profile] PROGRAM

Runs the program, a TypeScript or JavaScript file that ends in fleet.run(), which writes the manifests of the fleet.

  --only CLUSTER  writes these clusters and leaves all others as they are
  --force         takes over the lock of a synth that cannot be seen from here, as in a container that is gone; a lock
                  of a process that lives on this host is never taken over
  --profile       prints where the time went, by phase and by rule
`,
  plan: `usage: capi-fleet plan [--cluster CLUSTER[,...]] [--cloud CLOUD[,...]] [--json] PROGRAM

Prints what pulumi up makes in the clouds, without Pulumi, a cloud or credentials.

  --cluster CLUSTER  these clusters alone
  --cloud CLOUD      these clouds, with all of their clusters unless some are named
  --json             JSON in place of tables; what the program prints itself goes to the standard error stream
`,
  import: `usage: capi-fleet import [--cluster CLUSTER[,...]] [--cloud CLOUD[,...]] [--entry CLOUD=ENTRY] [--json] PROGRAM

Lists what is in the clouds already under planned names, and how pulumi import takes it over. It reads the clouds and
changes nothing.

  --cluster CLUSTER    these clusters alone
  --cloud CLOUD        these clouds, with all of their clusters unless some are named
  --entry CLOUD=ENTRY  the entry of clouds.yaml for a cloud (default: OS_CLOUD, else the variables OS_*)
  --json               a file for pulumi import --file, with the components around the resources
`,
  secrets: `usage: capi-fleet secrets [--cluster CLUSTER[,...]] [--cloud CLOUD[,...]] [--expires-within DAYS] [--json] PROGRAM

Lists the Secrets that the fleet needs, with their namespaces and keys, and says which of them nothing else writes.

  --cluster CLUSTER      these clusters alone
  --cloud CLOUD          these clouds, with all of their clusters unless some are named
  --expires-within DAYS  exit code 1 where credentials have expired, or do so within so many days
  --json                 JSON in place of tables; what the program prints itself goes to the standard error stream

Credentials that expire within 30 days, or within DAYS, are told of on the standard error stream.
`,
  images: `usage: capi-fleet images [--json] [--resolve] [--mirror REGISTRY=URL[,...]] PROGRAM

Lists the images that machines of the fleet pull: of addons and what they carry, of static pods, and of kubeadm.

  --json                 JSON in place of lines; what the program prints itself goes to the standard error stream
  --resolve              asks the registries for the digests and writes them to images.json, or to the imagesFile of the fleet
  --mirror REGISTRY=URL  asks there in place of a registry, such as docker.io=https://mirror.example.org/v2/docker.io

The next synth writes the digests beside the tags. Registries are asked without credentials, and by https unless they are on
this machine. Where one of them does not give a digest, nothing is written, and the exit code is 1.
`,
  up: stackUsage(
    'up',
    'Makes or changes what the fleet needs in its clouds',
    ' [--yes]',
    '  --yes              is taken as by pulumi up; nothing is asked without it either\n',
  ),
  preview: stackUsage('preview', 'Says what up would do, resource by resource'),
  destroy: stackUsage(
    'destroy',
    'Deletes what up made; delete the Cluster objects first',
    ' [--stack STACK[,...]] [--yes]',
    '  --stack STACK      stacks of clusters that left the fleet, with what they hold of these\n' +
      '  --yes              does not ask\n',
  ),
});

/** Name of a command. */
export type CommandName = keyof typeof USAGES;

/** What is printed for no command or `--help` alone. */
export const OVERVIEW = `usage: capi-fleet COMMAND [OPTIONS] PROGRAM

  synth    writes the manifests of a fleet
  plan     prints what pulumi up makes in the clouds
  preview  says what up would do, stack by stack
  up       makes or changes what the fleet needs in its clouds
  destroy  deletes what up made
  import   lists what is in the clouds already under planned names
  secrets  lists the Secrets that a fleet needs
  images   lists the images of a fleet, and finds their digests

capi-fleet COMMAND --help says more. PROGRAM is a TypeScript or JavaScript file that ends in fleet.run().
`;

/** Usage of a command on stacks; `options` are what it takes beyond the others, and `more` says what these do. */
function stackUsage(command: string, what: string, options = '', more = ''): string {
  return `usage: capi-fleet ${command} [--cluster CLUSTER[,...]] [--cloud CLOUD[,...]] [--parallel N]${options} PROGRAM

${what}: a stack for each cloud that has something of its own, and one for each cluster.

  --cluster CLUSTER  the stacks of these clusters alone
  --cloud CLOUD      the stacks of these clouds, and of all of their clusters unless some are named
  --parallel N       number of stacks at a time, from 1 to 64 (default 4)
${more}
A stack that fails does not stop the others. An interrupt (Ctrl-C) lets what is being made be made, and begins nothing else;
running the command again goes on. Exit code 1 tells of failures, 2 of wrong arguments, 130 of an interrupt.
`;
}
