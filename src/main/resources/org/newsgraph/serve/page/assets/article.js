// Adds to each statement a bar in its speaker's colour, and a card with kind, cue, confidence and link.
const text = document.querySelector('.article-text');
const first = [...text.querySelectorAll('.said[data-who]')];
const pieces = (one) => text.querySelectorAll(`[data-s="${CSS.escape(one.dataset.s)}"]`);
const hue = (one) => [...one.classList].find((name) => name.startsWith('hue-'));

function margins() {
  text.querySelectorAll('.margin').forEach((bar) => bar.remove());
  const top = text.getBoundingClientRect().top;
  for (const one of first) {
    const boxes = [...pieces(one)].flatMap((piece) => [...piece.getClientRects()]);
    if (!boxes.length) continue;
    const bar = document.createElement('span');
    bar.className = `margin ${hue(one)}`;
    bar.setAttribute('aria-hidden', 'true');
    const from = Math.min(...boxes.map((box) => box.top)) - top;
    bar.style.top = `${from}px`;
    bar.style.height = `${Math.max(...boxes.map((box) => box.bottom)) - top - from}px`;
    text.append(bar);
  }
}

let card;
let shown;
let leaving;
const hide = () => { card?.remove(); card = undefined; shown?.forEach((piece) => piece.classList.remove('lit')); shown = undefined; };
const hideSoon = () => { clearTimeout(leaving); leaving = setTimeout(hide, 200); };

function show(one) {
  clearTimeout(leaving);
  if (shown?.[0] === one) return;
  hide();
  shown = [...pieces(one)];
  shown.forEach((piece) => piece.classList.add('lit'));
  card = document.createElement('div');
  card.className = `card ${hue(one)}`;
  const who = document.createElement('strong');
  if (one.dataset.href) {
    const link = document.createElement('a');
    link.href = one.dataset.href;
    link.textContent = one.dataset.who;
    who.append(link);
  } else {
    who.textContent = one.dataset.who;
  }
  const how = document.createElement('div');
  how.textContent = one.dataset.how;
  const link = document.createElement('a');
  link.href = `#${one.dataset.s}`;
  link.textContent = 'Link to this statement';
  card.append(who, how, link);
  card.addEventListener('pointerenter', () => clearTimeout(leaving));
  card.addEventListener('pointerleave', hideSoon);
  document.body.append(card);
  place();
}

/** Places the card above the statement if there is room, otherwise below it. */
function place() {
  if (!card) return;
  const box = shown[0].getClientRects()[0];
  const size = card.getBoundingClientRect();
  const above = box.top > size.height + 12;
  card.style.left = `${Math.max(8, Math.min(box.left, innerWidth - size.width - 8)) + scrollX}px`;
  const end = Math.max(...shown.flatMap((piece) => [...piece.getClientRects()]).map((it) => it.bottom));
  const below = Math.min(end + 6, Math.max(box.bottom, innerHeight - size.height) - 6);
  card.style.top = `${(above ? box.top - size.height - 6 : below) + scrollY}px`;
}

const firstOf = (piece) => piece && first.find((one) => one.dataset.s === piece.dataset.s);
text.addEventListener('pointerover', (event) => {
  const one = firstOf(event.target.closest('.said'));
  if (one) show(one);
});
text.addEventListener('pointerout', hideSoon);
// A browser moves the focus to the statement in the address; its card would cover the lines above it.
let keyed = false;
addEventListener('keydown', () => { keyed = true; }, true);
text.addEventListener('focusin', (event) => {
  if (!keyed) return;
  const one = firstOf(event.target.closest('.said'));
  if (one) show(one);
});
text.addEventListener('focusout', hideSoon);
text.addEventListener('keydown', (event) => {
  const one = event.target.closest('.said[data-who]');
  if (event.key === 'Enter' && event.target === one && one.dataset.href) location.href = one.dataset.href;
});
addEventListener('keydown', (event) => { if (event.key === 'Escape') hide(); });
addEventListener('scroll', place, { passive: true });

// Highlights all pieces of the statement in the address's fragment, not only the first one.
function aim() {
  text.querySelectorAll('.aimed').forEach((piece) => piece.classList.remove('aimed', 'aimed-first', 'aimed-last'));
  const name = decodeURIComponent(location.hash.slice(1));
  const one = first.find((each) => each.dataset.s === name);
  if (!one) return;
  const run = [...pieces(one)];
  run.forEach((piece) => piece.classList.add('aimed'));
  run[0].classList.add('aimed-first');
  run[run.length - 1].classList.add('aimed-last');
}
addEventListener('hashchange', aim);
aim();
margins();
new ResizeObserver(margins).observe(text);
