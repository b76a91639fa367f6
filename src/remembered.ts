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
