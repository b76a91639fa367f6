/** Many lists of small numbers, kept end to end in one array; list `n` is `of(n)`. */
export interface Lists {
  readonly ends: Uint32Array;
  readonly items: Uint32Array;
}

/** The items of list `n`, without copying them. */
export function listOf({ ends, items }: Lists, n: number): Uint32Array {
  return items.subarray(n === 0 ? 0 : ends[n - 1], ends[n]);
}

/** A part of the items of many lists: from `from` up to, not including, `to`. */
export interface Stretch {
  readonly items: Uint32Array;
  readonly from: number;
  readonly to: number;
}

/** Where list `n` stands, for loops so short that a view of it would cost more than they do. */
export function stretchOf({ ends, items }: Lists, n: number): Stretch {
  return { items, from: n === 0 ? 0 : (ends[n - 1] ?? 0), to: ends[n] ?? 0 };
}

/** Lists made of arrays that are at hand. */
export function listsOf(arrays: readonly (readonly number[])[]): Lists {
  const ends = new Uint32Array(arrays.length);
  let total = 0;
  arrays.forEach((array, n) => {
    total += array.length;
    ends[n] = total;
  });
  const items = new Uint32Array(total);
  let at = 0;
  for (const array of arrays) {
    items.set(array, at);
    at += array.length;
  }
  return { ends, items };
}

/**
 * Turns lists inside out: list `v` of the result holds, in ascending order and once each, the
 * numbers of the lists that hold `v`.
 *
 * @param values how many different items there are
 */
export function inverted(lists: Lists, values: number): Lists {
  const counts = new Uint32Array(values);
  const lastSeen = new Int32Array(values).fill(-1);
  forEachItem(lists, (n, item) => {
    if (lastSeen[item] === n) return;
    lastSeen[item] = n;
    counts[item] = (counts[item] ?? 0) + 1;
  });
  const ends = new Uint32Array(values);
  const next = new Uint32Array(values);
  let total = 0;
  for (let value = 0; value < values; value += 1) {
    next[value] = total;
    total += counts[value] ?? 0;
    ends[value] = total;
  }
  const items = new Uint32Array(total);
  lastSeen.fill(-1);
  forEachItem(lists, (n, item) => {
    if (lastSeen[item] === n) return;
    lastSeen[item] = n;
    const at = next[item] ?? 0;
    items[at] = n;
    next[item] = at + 1;
  });
  return { ends, items };
}

function forEachItem({ ends, items }: Lists, visit: (n: number, item: number) => void): void {
  let at = 0;
  for (let n = 0; n < ends.length; n += 1) {
    const end = ends[n] ?? 0;
    for (; at < end; at += 1) visit(n, items[at] ?? 0);
  }
}
