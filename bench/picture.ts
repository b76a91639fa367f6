// npm run bench:picture: how long the picture of a page of a timeline takes, and how large it is.
import { openDataFolder } from '../src/open-data-folder.ts';
import { english } from '../src/reply/languages/index.ts';
import { pictureOf } from '../src/timeline/picture.ts';
import { drawTimeline } from '../src/timeline/timeline-drawing.ts';

const { stories } = await openDataFolder('data');
const events = stories.flatMap((story) => story.events);
const perPage = 5;
const rounds = 40;

const drawn: { readonly ms: number; readonly bytes: number }[] = [];
for (let round = 0; round < rounds; round += 1) {
  const start = performance.now();
  // No two alike, or the second would come from the cache.
  const page = Array.from({ length: perPage }, (_, at) => events[(round + at) % events.length]);
  const svg = drawTimeline(
    page.flatMap((event) => event ?? []),
    english,
  ).replace('</svg>', `<!-- ${round} --></svg>`);
  const { length } = await pictureOf(svg);
  drawn.push({ ms: performance.now() - start, bytes: length });
}

const [first, ...others] = drawn;
const ranked = others.map(({ ms }) => ms).sort((a, b) => a - b);
const at = (share: number) => ranked[Math.floor(share * (ranked.length - 1))]?.toFixed(0);
const kilobytes = Math.max(...drawn.map(({ bytes }) => bytes)) / 1000;
process.stdout.write(
  `a picture of ${perPage} events: the first ${first?.ms.toFixed(0)} ms, then median ${at(0.5)} ms, ` +
    `95th percentile ${at(0.95)} ms; at most ${kilobytes.toFixed(0)} kB\n`,
);
