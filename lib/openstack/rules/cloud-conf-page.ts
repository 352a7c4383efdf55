import { CLOUD_CONF_KEYS, type KeyUse } from './cloud-conf-keys';

const INTRODUCTION = `# cloud.conf

The OpenStack cloud controller and the Cinder CSI driver read a \`cloud.conf\`. Most of it is derived from the program. This
page lists the source of the value of each key. Use \`cloudConf\` of an addon to set any of them:

\`\`\`ts
cluster.addAddon(
  Addon.openStackCloudControllerManager({
    cloudConf: {
      Networking: { 'internal-network-name': ['nodes', 'storage'] },
      LoadBalancer: { 'create-monitor': true },
    },
  }),
);
\`\`\`

- **derived**: the value is derived from other props.
- **option**: a prop of the addon sets the value.
- **yours**: only you know the value. Set it in \`cloudConf\` if the default does not suit you.

This page is generated from \`lib/openstack/rules/cloud-conf-keys.ts\`: \`UPDATE_DOCS=1 npx mocha test/lib/openstack/rules/cloud-conf-page.test.ts\`.
`;

/** Renders the page about the keys of `cloud.conf`. */
export function renderCloudConfPage(): string {
  const sections = Object.entries(CLOUD_CONF_KEYS).map(([name, keys]) => {
    const rows = Object.entries(keys).map(([key, use]) => `| \`${key}\` | ${useText(use)} |`);
    return `## ${name}\n\n| Key | Source of its value |\n| --- | --- |\n${rows.join('\n')}\n`;
  });
  return [INTRODUCTION, ...sections].join('\n');
}

function useText(use: KeyUse): string {
  if ('derived' in use) return `derived: ${use.derived}`;
  return 'option' in use ? `option: ${use.option}` : `yours: ${use.yours}`;
}
