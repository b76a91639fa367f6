/** Shows only what one voice says, without asking the server. */
export function filterBySpeaker(): void {
  const choice = document.querySelector<HTMLSelectElement>('#speaker');
  if (choice === null) return;
  // What the server left out cannot be brought back here.
  const whole = choice.value === '';
  if (!whole) return;
  if (choice.form !== null) choice.form.hidden = false;
  choice.form?.classList.add('instant');
  choice.form?.addEventListener('submit', (event) => event.preventDefault());
  choice.addEventListener('change', () => showOnly(choice.value));
}

function showOnly(speaker: string): void {
  for (const sentence of document.querySelectorAll<HTMLElement>('.sentence')) {
    sentence.hidden = speaker !== '' && !speakersOf(sentence).includes(speaker);
  }
  for (const voice of document.querySelectorAll<HTMLElement>('.voices li')) {
    voice.hidden = document.getElementById(voice.dataset.of ?? '')?.hidden ?? false;
  }
  for (const paragraph of document.querySelectorAll<HTMLElement>('.paragraph')) {
    paragraph.hidden = paragraph.querySelector('.sentence:not([hidden])') === null;
  }
}

function speakersOf(sentence: HTMLElement): readonly string[] {
  const names: unknown = JSON.parse(sentence.dataset.speakers ?? '[]');
  return Array.isArray(names) ? names.map(String) : [];
}
