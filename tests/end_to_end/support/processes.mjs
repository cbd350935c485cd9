// The processes of the running site, by their pid files.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { isHealthy, sleep, state, until } from "./site.mjs";

export function pidOf(name) {
  try {
    return Number(readFileSync(path.join(state, "run", `${name}.pid`), "utf8"));
  } catch {
    return 0;
  }
}

function isAlive(pid) {
  try {
    return pid > 1 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

export function signal(name, what) {
  const pid = pidOf(name);
  assert.ok(isAlive(pid), `no process of ${name} in ${state}`);
  process.kill(pid, what);
  return pid;
}

// Kills a process whenever it lives, for a while, and does something after each time.
export async function keepKilling(name, act, { during, every }) {
  const end = Date.now() + during;
  while (Date.now() < end) {
    if (isAlive(pidOf(name))) signal(name, "SIGKILL");
    await act();
    await sleep(every);
  }
}

// Kills a process and waits for the next one of that name. Returns how long that took, in ms.
export async function killAndAwait(name, within = 2000) {
  const began = Date.now();
  const old = signal(name, "SIGKILL");
  await until(() => pidOf(name) !== old && isAlive(pidOf(name)), { within, every: 20 });
  return Date.now() - began;
}

export const becomesHealthy = (within = 5000) => until(isHealthy, { within });
