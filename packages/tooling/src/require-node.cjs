#!/usr/bin/env node
// Heads every npm script, so it must be read by any Node there is: plain old JavaScript, no modules.
var neededMajor = 24;
var major = Number(process.versions.node.split('.')[0]);
if (major < neededMajor) {
  process.stderr.write(
    'Node ' + neededMajor + ' or newer is needed, but this is Node ' + process.versions.node +
    ': run it through npm (npm start, npm test) after npm ci, which brings its own Node.\n'
  );
  process.exit(1);
}
// Sources are compiled once and not at every command, which halves the time of a short one. The variable says so to threads and to other
// processes that this one starts. Where the folder cannot be written, nothing changes.
process.env.NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE || require('node:path').join(__dirname, '../../../node_modules/.cache/node');
require('node:module').enableCompileCache(process.env.NODE_COMPILE_CACHE);
require('./known-imports.cjs');
