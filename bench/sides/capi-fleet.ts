import { benchFleet } from '../fleet';
import { sideArguments } from './arguments';

const flags = process.argv.slice(5);
const lazy = flags.includes('lazy');
const changed = flags.includes('changed');
benchFleet({ ...sideArguments(), lazy, changed }).synth();
