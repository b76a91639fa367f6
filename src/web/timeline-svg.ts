import type { Story, StoryEvent } from '../record/story.ts';
import type { Language } from '../reply/language.ts';
import { drawTimeline } from '../timeline/timeline-drawing.ts';

/** As many as a reader takes in at once. */
const mostInOne = 10;

/** The events of a story, a picture at a time. */
export function timelineParts({ events }: Story): readonly (readonly StoryEvent[])[] {
  return Array.from({ length: Math.ceil(events.length / mostInOne) }, (_, at) =>
    events.slice(at * mostInOne, (at + 1) * mostInOne),
  );
}

/** Where a picture is, from the story's page on; they are counted from 1. */
export function timelineFile({ id }: Story, part: number): string {
  return `${id}/timeline-${part}.svg`;
}

/** A picture in the colours of the reader's page; undefined where there is none. */
export function timelineSvg(story: Story, part: number, language: Language): string | undefined {
  const events = timelineParts(story)[part - 1];
  return events && drawTimeline(events, language, 'reader');
}
