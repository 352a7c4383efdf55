#!/usr/bin/env node
// Runs "capi-fleet init" with the arguments of this command.
const { dirname, join } = require('node:path');

const manifest = require.resolve('capi-fleet/package.json');
const { bin } = require(manifest);

process.argv.splice(2, 0, 'init');
require(join(dirname(manifest), bin['capi-fleet']));
