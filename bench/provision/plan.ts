import { itemsOf } from '../../lib/openstack/plan/fleet-plan';
import { provisionedFleet } from './fleet';

// plan.js plan|synth CLUSTERS OUT: plans the fleet of the bench, or writes its manifests.
const [operation, clusters, out = ''] = process.argv.slice(2);
const fleet = provisionedFleet(Number(clusters), out);
if (operation === 'plan') process.stdout.write(`${itemsOf(fleet.plan()).length} items\n`);
else fleet.synth();
