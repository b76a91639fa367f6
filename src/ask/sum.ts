/** The sum of what each item is worth. */
export function sum<Item>(items: readonly Item[], of: (item: Item, at: number) => number): number {
  return items.reduce((total, item, at) => total + of(item, at), 0);
}
