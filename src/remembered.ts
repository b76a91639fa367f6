/**
 * Remembers what was made of each key. When there are `most` of them all are forgotten: those that
 * are asked for again and again are soon back, and nothing has to be kept about the others.
 */
export function remembered<K, V>(make: (key: K) => V, most: number): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    if (made.size >= most) made.clear();
    made.set(key, value);
    return value;
  };
}

/** Remembers what was made of an object and each of a few keys, as long as the object is in use. */
export function rememberedOf<T extends WeakKey, K, V>(
  make: (of: T, key: K) => V,
): (of: T, key: K) => V {
  const made = new WeakMap<T, Map<K, V>>();
  return (of, key) => {
    const own = made.get(of) ?? new Map<K, V>();
    const known = own.get(key);
    if (known !== undefined) return known;
    const value = make(of, key);
    made.set(of, own.set(key, value));
    return value;
  };
}
