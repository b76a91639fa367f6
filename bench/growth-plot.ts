/** The times of a library of one size, in milliseconds. */
export interface PlottedSize {
  readonly stories: number;
  readonly all: Quantiles;
  readonly one: Quantiles;
}

export interface Quantiles {
  readonly p50: number;
  readonly p99: number;
}

const width = 760;
const height = 460;
const frame = { left: 76, right: 600, top: 78, bottom: 388 };

/** Draws the processor time of a question over the size of the library, both logarithmic, as an SVG image. */
export function growthPlot(sizes: readonly PlottedSize[], goal: number): string {
  const most = Math.max(1, ...sizes.map(({ stories }) => stories));
  const times = sizes.flatMap(({ all, one }) => [all.p50, all.p99, one.p50, one.p99]);
  const low = 10 ** Math.floor(Math.log10(Math.min(0.1, ...times.filter((ms) => ms > 0))));
  const high = 10 ** Math.ceil(Math.log10(Math.max(100, ...times)));
  const x = (stories: number) => at(stories, 1, most, frame.left + 18, frame.right - 18);
  const y = (ms: number) => at(ms, low, high, frame.bottom, frame.top);
  const lines: readonly PlottedLine[] = [
    { name: 'p99, all stories', look: 'all', read: ({ all }) => all.p99 },
    { name: 'p50, all stories', look: 'all half', read: ({ all }) => all.p50 },
    { name: 'p99, one story', look: 'one', read: ({ one }) => one.p99 },
    { name: 'p50, one story', look: 'one half', read: ({ one }) => one.p50 },
  ];
  const ends = apart(
    lines.map(({ read }) => y(sizes.at(-1) === undefined ? 1 : Math.max(low, lastOf(sizes, read)))),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">`,
    `<title id="title">Processor time of a question over the size of the library</title>`,
    style,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    `<text class="headline" x="24" y="34">How long a question takes as the library grows</text>`,
    `<text class="note" x="24" y="56">Milliseconds of the processor for one question, over how many stories of 30 sentences are on record; both scales logarithmic</text>`,
    ...powers(low, high).flatMap((ms) => [
      `<line class="grid" x1="${frame.left}" x2="${frame.right}" y1="${px(y(ms))}" y2="${px(y(ms))}"/>`,
      `<text class="tick" text-anchor="end" x="${frame.left - 10}" y="${px(y(ms) + 4)}">${ms}</text>`,
    ]),
    ...sizes.map(
      ({ stories }) =>
        `<text class="tick" text-anchor="middle" x="${px(x(stories))}" y="${frame.bottom + 22}">${stories.toLocaleString('en')}</text>`,
    ),
    `<text class="axis" text-anchor="middle" x="${(frame.left + frame.right) / 2}" y="${frame.bottom + 50}">stories in the library</text>`,
    `<text class="axis" text-anchor="middle" transform="translate(24 ${(frame.top + frame.bottom) / 2}) rotate(-90)">milliseconds</text>`,
    `<line class="goal" x1="${frame.left}" x2="${frame.right}" y1="${px(y(goal))}" y2="${px(y(goal))}"/>`,
    `<text class="goal-name" x="${frame.left + 6}" y="${px(y(goal) - 7)}">goal: ${goal} ms</text>`,
    ...lines.flatMap(({ name, look, read }, number) => [
      `<polyline class="line ${look}" points="${sizes.map((size) => `${px(x(size.stories))},${px(y(read(size)))}`).join(' ')}"/>`,
      ...sizes.map(
        (size) =>
          `<circle class="${look}" r="3.5" cx="${px(x(size.stories))}" cy="${px(y(read(size)))}"/>`,
      ),
      `<text class="name ${look}" x="${frame.right + 4}" y="${px((ends[number] ?? 0) + 4)}">${name}: ${shortly(lastOf(sizes, read))}</text>`,
    ]),
    '</svg>',
    '',
  ].join('\n');
}

interface PlottedLine {
  readonly name: string;
  readonly look: string;
  readonly read: (size: PlottedSize) => number;
}

const style = `<style>
  text { font: 13px system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif; fill: #1f2328; }
  .paper { fill: #ffffff; }
  .headline { font-size: 17px; font-weight: 600; }
  .note, .tick, .axis { fill: #59636e; }
  .tick, .note { font-size: 12px; }
  .grid { stroke: #d1d9e0; }
  .goal { stroke: #b3261e; stroke-width: 1.5; stroke-dasharray: 6 4; }
  .goal-name { fill: #b3261e; font-size: 12px; }
  .line { fill: none; stroke-width: 2.25; }
  .line.all { stroke: #0550ae; }
  .line.one { stroke: #8a4600; }
  .line.half { stroke-dasharray: 2 4; stroke-linecap: round; }
  circle.all, text.all { fill: #0550ae; }
  circle.one, text.one { fill: #8a4600; }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc; }
    .paper { fill: #0d1117; }
    .note, .tick, .axis { fill: #9198a1; }
    .grid { stroke: #3d444d; }
    .goal { stroke: #ff938a; }
    .goal-name { fill: #ff938a; }
    .line.all { stroke: #79b8ff; }
    .line.one { stroke: #f0a35e; }
    circle.all, text.all { fill: #79b8ff; }
    circle.one, text.one { fill: #f0a35e; }
  }
</style>`;

function at(value: number, low: number, high: number, from: number, to: number): number {
  if (high <= low) return (from + to) / 2;
  return (
    from + ((Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))) * (to - from)
  );
}

function powers(low: number, high: number): readonly number[] {
  const steps = Math.round(Math.log10(high / low));
  return Array.from({ length: steps + 1 }, (_, step) => Number((low * 10 ** step).toPrecision(1)));
}

/** Heights pushed apart until their labels can be read, in the order they were in. */
function apart(heights: readonly number[]): readonly number[] {
  const least = 18;
  const placed = [...heights.keys()].sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const result = [...heights];
  let free = Number.NEGATIVE_INFINITY;
  for (const number of placed) {
    const height = Math.max(free, heights[number] ?? 0);
    result[number] = height;
    free = height + least;
  }
  return result;
}

function lastOf(sizes: readonly PlottedSize[], read: (size: PlottedSize) => number): number {
  const last = sizes.at(-1);
  return last === undefined ? 0 : read(last);
}

function shortly(ms: number): string {
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${ms.toFixed(0)} ms`;
}

function px(value: number): string {
  return value.toFixed(1);
}
