import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slipsBetween, slipsFrom } from '../src/search/spelling.ts';

/** Few letters, so that words share many of them, and every length around the 32 bits of a word. */
const word = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '京'), minLength: 1, maxLength: 32 }),
);

describe('the slips between two words', () => {
  test.each([
    ['safest', 'safest', 0],
    ['safst', 'safest', 1],
    ['safset', 'safest', 1],
    ['bytedanse', 'bytedance', 1],
    ['ca', 'abc', 3],
  ])('from “%s” to “%s” it is %i', (asked, known, slips) => {
    expect(slipsBetween(asked, known, 3)).toBe(slips);
  });

  test('are those of the plain table of distances, up to the limit', () => {
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, limit) => {
        expect(slipsFrom(a)(b, limit)).toBe(Math.min(limit + 1, tableOf(a, b)));
      }),
      { numRuns: 500 },
    );
  });

  test('are found of a word that has a few', () => {
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('a', 'b', 'z'), (known, where, letter) => {
        const at = where % (known.length + 1);
        const written = known.slice(0, at) + letter + known.slice(at);
        fc.pre(written.length <= 32);
        expect(slipsFrom(written)(known, 3)).toBe(1);
      }),
    );
  });

  test('are more than the limit between words too long to be read with slips', () => {
    const long = 'a'.repeat(33);
    expect(slipsFrom(long)(long, 3)).toBe(0);
    expect(slipsFrom(long)(`b${long.slice(1)}`, 3)).toBe(4);
  });
});

/** Optimal string alignment, cell by cell. */
function tableOf(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const cell = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const row = table[i];
      if (row === undefined) continue;
      row[j] = Math.min(
        cell(i - 1, j) + 1,
        cell(i, j - 1) + 1,
        cell(i - 1, j - 1) + other,
        swapped ? cell(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return cell(a.length, b.length);
}
