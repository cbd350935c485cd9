// localStorage that may be full, forbidden or absent: then what is kept lives as long as the page.
const fallback = new Map();

export function keep(key, text) {
  try {
    localStorage.setItem(key, text);
  } catch {
    fallback.set(key, text);
  }
}

export function kept(key) {
  try {
    return localStorage.getItem(key) ?? fallback.get(key) ?? null;
  } catch {
    return fallback.get(key) ?? null;
  }
}

export function forget(key) {
  fallback.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept there.
  }
}

export function keysStartingWith(prefix) {
  const keys = new Set([...fallback.keys()].filter((key) => key.startsWith(prefix)));
  try {
    for (let i = 0; i < localStorage.length; i += 1) {
      const key = localStorage.key(i);
      if (key.startsWith(prefix)) keys.add(key);
    }
  } catch {
    // Only what this page kept.
  }
  return [...keys];
}
