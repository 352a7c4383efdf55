import { benchFleet } from '../fleet';
import { sideArguments } from './arguments';

const flags = process.argv.slice(5);
const lazy = flags.includes('lazy');
const changed = flags.includes('changed');
const different = flags.includes('different');
const mixed = flags.includes('mixed');
benchFleet({ ...sideArguments(), lazy, changed, different, mixed }).synth();
