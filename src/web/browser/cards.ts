/** Shows an entity's card beside its name while it is pointed at or has the focus. */
export function showCards(): void {
  const card = document.createElement('aside');
  card.className = 'popup';
  card.id = 'popup';
  card.setAttribute('role', 'tooltip');
  card.hidden = true;
  document.body.append(card);
  let hiding: ReturnType<typeof setTimeout> | undefined;
  let link: HTMLAnchorElement | undefined;

  const hide = () => {
    card.hidden = true;
    link?.removeAttribute('aria-describedby');
    link = undefined;
  };
  const hideSoon = () => {
    hiding = setTimeout(hide, 200);
  };
  const show = (from: HTMLAnchorElement) => {
    clearTimeout(hiding);
    const full = document.getElementById(from.hash.slice(1));
    if (full === null) return;
    hide();
    link = from;
    card.replaceChildren(...[...full.children].map((part) => part.cloneNode(true)));
    for (const inner of card.querySelectorAll('a')) inner.tabIndex = -1;
    card.hidden = false;
    from.setAttribute('aria-describedby', card.id);
    place(card, from);
  };

  const nameAt = ({ target }: Event) =>
    target instanceof Element ? target.closest<HTMLAnchorElement>('a.entity') : null;
  const onName = (act: (name: HTMLAnchorElement) => void) => (event: Event) => {
    const name = nameAt(event);
    if (name !== null) act(name);
  };
  // A finger's tap follows the link instead.
  document.addEventListener(
    'pointerover',
    (event) => event.pointerType === 'mouse' && onName(show)(event),
  );
  document.addEventListener(
    'pointerout',
    (event) => event.pointerType === 'mouse' && onName(hideSoon)(event),
  );
  document.addEventListener(
    'focusin',
    onName((name) => name.matches(':focus-visible') && show(name)),
  );
  document.addEventListener('focusout', onName(hideSoon));
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide());
  card.addEventListener('pointerenter', () => clearTimeout(hiding));
  card.addEventListener('pointerleave', hideSoon);
}

/** Below the name, or above it where there is no room. */
function place(card: HTMLElement, name: HTMLElement): void {
  const [line] = name.getClientRects();
  if (line === undefined) return;
  const margin = 8;
  const widest = document.documentElement.clientWidth - margin - card.offsetWidth;
  const fitsBelow = line.bottom + card.offsetHeight + margin < window.innerHeight;
  const top = fitsBelow ? line.bottom + 4 : Math.max(margin, line.top - card.offsetHeight - 4);
  card.style.left = `${Math.max(margin, Math.min(line.left, widest)) + window.scrollX}px`;
  card.style.top = `${top + window.scrollY}px`;
}
