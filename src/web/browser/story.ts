import { showCards } from './cards.ts';
import { filterBySpeaker } from './speaker-filter.ts';

// Nothing here is needed to read: the page is whole without it.
showCards();
filterBySpeaker();
