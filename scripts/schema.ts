// npm run schema: writes the JSON Schema that gives editors completion in story.yaml.
import { writeFile } from 'node:fs/promises';
import { storyJsonSchema } from '../src/record/story-file.ts';

await writeFile('data/story.schema.json', `${JSON.stringify(storyJsonSchema(), null, 2)}\n`);
