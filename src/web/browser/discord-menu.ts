import { element } from './element.ts';
import type { SelectMenu } from './interactions.ts';

/** Draws a select menu: of one choice it sends as soon as it is picked, of several when told to. */
export function drawMenu(menu: SelectMenu, onPick: (values: readonly string[]) => void) {
  return (menu.max_values ?? 1) > 1 ? drawSeveral(menu, onPick) : drawOne(menu, onPick);
}

function drawOne(
  { placeholder = '', options }: SelectMenu,
  onPick: (values: readonly string[]) => void,
): HTMLElement {
  const select = element('select', { class: 'menu', 'aria-label': placeholder });
  for (const { label, value, default: chosen } of options) {
    const option = element('option', { value }, label);
    option.selected = chosen === true;
    select.append(option);
  }
  select.addEventListener('change', () => onPick([select.value]));
  return select;
}

function drawSeveral(
  { placeholder = '', options, min_values: fewest = 1 }: SelectMenu,
  onPick: (values: readonly string[]) => void,
): HTMLElement {
  const boxes = options.map(({ label, value, default: chosen }) => {
    const box = element('input', { type: 'checkbox', value });
    box.checked = chosen === true;
    return { box, row: element('label', {}, box, ` ${label}`) };
  });
  const done = element('button', { type: 'button', class: 'button' }, 'OK');
  const chosen = () => boxes.map(({ box }) => box).filter(({ checked }) => checked);
  const menu = element(
    'details',
    { class: 'menu' },
    element('summary', {}, placeholder),
    ...boxes.map(({ row }) => row),
    done,
  );
  menu.addEventListener('change', () => {
    done.disabled = chosen().length < fewest;
  });
  done.addEventListener('click', () => onPick(chosen().map(({ value }) => value)));
  return menu;
}
