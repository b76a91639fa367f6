import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SlipIndex } from '../src/search/slip-index.ts';
import { slipsAllowed, slipsBetween, slipsFrom } from '../src/search/spelling.ts';

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

describe('the known words that an unknown one may be a slip of', () => {
  test('are found by their segments as if it were compared with each', () => {
    const known = fc.uniqueArray(word, { maxLength: 60 });
    fc.assert(
      fc.property(known, word, (forms, asked) => {
        const near = new SlipIndex(forms).near(asked).map(([term, slips]) => [forms[term], slips]);
        const limit = slipsAllowed(asked.length + 1);
        const all = forms.flatMap((form) => {
          const most = Math.min(limit, slipsAllowed(form.length));
          const slips = tableOf(asked, form);
          return most > 0 && slips <= most ? [[form, slips]] : [];
        });
        expect(near.toSorted()).toEqual(all.toSorted());
      }),
      { numRuns: 1000 },
    );
  });

  test('are found whatever the slips, wherever they are', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'abcdefgh'),
      minLength: 4,
      maxLength: 20,
    });
    const slips = fc.array(fc.record({ kind: fc.nat(3), where: fc.nat(), letter: fc.nat(7) }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(letters, slips, (form, made) => {
        const asked = made
          .slice(0, slipsAllowed(form.length))
          .reduce((written, slip) => slipped(written, slip), form);
        fc.pre(
          tableOf(asked, form) <=
            Math.min(slipsAllowed(asked.length + 1), slipsAllowed(form.length)),
        );
        expect(new SlipIndex([form]).near(asked)).toHaveLength(1);
      }),
      { numRuns: 5000 },
    );
  });
});

/** A letter put in, lost, changed, or swapped with the next. */
function slipped(word: string, slip: { kind: number; where: number; letter: number }): string {
  const at = slip.where % word.length;
  const letter = 'abcdefgh'.charAt(slip.letter);
  const [before, here, next, after] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ];
  return [
    `${before}${letter}${here}${next}${after}`,
    `${before}${next}${after}`,
    `${before}${letter}${next}${after}`,
    `${before}${next}${here}${after}`,
  ][slip.kind % 4] as string;
}

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
