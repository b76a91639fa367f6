/**
 * Remembers what was made of each key. When there are `most` of them all are forgotten: those that
 * are asked for again and again are soon back, and nothing has to be kept about the others.
 */
export function remembered<V>(make: (key: string) => V, most: number): (key: string) => V {
  const made = new Map<string, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const own = copyOf(key);
    const value = make(own);
    if (made.size >= most) made.clear();
    made.set(own, value);
    return value;
  };
}

/** V8 keeps a word that was cut from a text as a view of it, and all of the text with it. */
function copyOf(text: string): string {
  return ` ${text}`.slice(1);
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
