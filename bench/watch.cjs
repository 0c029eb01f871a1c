/**
 * Loaded into a process that is measured (`node --require`): writes its peak memory in megabytes, and the names of the
 * programs it started, to file descriptor 3 when it ends.
 */
const children = require('node:child_process');
const { readFileSync, writeSync } = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const { basename } = require('node:path');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  const started = [];
  const { spawn } = children;
  children.spawn = (file, ...rest) => {
    started.push(basename(file));
    return spawn(file, ...rest);
  };
  syncBuiltinESMExports();
  process.on('exit', () => writeSync(3, JSON.stringify({ peak: peakMemory(), started })));
}

/** On Linux the kernel's value for this program alone: `maxRSS` starts from that of the parent process. */
function peakMemory() {
  try {
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1000;
  } catch {
    return process.resourceUsage().maxRSS / 1000;
  }
}
