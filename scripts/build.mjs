// npm run build: the program as plain JavaScript in dist/, for a container.
import { rm } from 'node:fs/promises';
import { bundle } from './bundle.mjs';

await rm('dist', { recursive: true, force: true });
await bundle('dist');
