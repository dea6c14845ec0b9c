// Suggestions under a field, after ARIA's combobox pattern. Forms also work without them.
// A search box opens the chosen suggestion; a field with data-suggest ("entity" or "role") is filled with its name.
let numbered = 0;

function combobox(input) {
  const fills = input.dataset.suggest;
  const id = `suggestions-${++numbered}`;
  const list = document.createElement('div');
  list.id = id;
  list.className = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Suggestions');
  list.hidden = true;
  const told = document.createElement('div');
  told.className = 'unseen';
  told.setAttribute('role', 'status');
  input.parentElement.append(list, told);
  input.parentElement.classList.add('suggesting');
  for (const [name, value] of Object.entries({
    role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id,
  })) input.setAttribute(name, value);

  let options = [];
  let active = -1;
  let asked = 0;
  let timer;

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const go = (option) => {
    if (fills) {
      input.value = option.dataset.name;
      close();
    } else {
      location.href = option.dataset.href;
    }
  };
  const mark = (at) => {
    options[active]?.setAttribute('aria-selected', 'false');
    active = at;
    const option = options[active];
    if (!option) { input.removeAttribute('aria-activedescendant'); return; }
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option.id);
  };

  const show = (groups) => {
    list.replaceChildren();
    options = [];
    for (const group of groups) {
      const box = document.createElement('div');
      box.setAttribute('role', 'group');
      box.setAttribute('aria-label', group.title);
      const title = document.createElement('div');
      title.setAttribute('role', 'presentation');
      title.textContent = group.title;
      if (!fills) box.append(title);
      for (const item of group.items) {
        const option = document.createElement('div');
        option.id = `${id}-${options.length}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.dataset.href = item.href;
        option.dataset.name = item.text;
        const text = document.createElement('bdi');
        text.textContent = item.text;
        const hint = document.createElement('bdi');
        hint.textContent = item.hint;
        option.append(text, hint);
        option.addEventListener('mousedown', (event) => { event.preventDefault(); go(option); });
        options.push(option);
        box.append(option);
      }
      list.append(box);
    }
    active = -1;
    list.hidden = options.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    told.textContent = options.length === 1 ? '1 suggestion' : `${options.length} suggestions`;
  };

  const ask = async () => {
    const mine = ++asked;
    const words = input.value.trim();
    if (words.length < 2) { close(); return; }
    const answer = await fetch(`/suggest?${new URLSearchParams({ q: words, ...(fills && { of: fills }) })}`);
    const groups = answer.ok ? (await answer.json()).groups : [];
    if (mine === asked && document.activeElement === input) show(groups);
  };
  const soon = () => { clearTimeout(timer); timer = setTimeout(() => ask().catch(close), 120); };

  input.addEventListener('input', soon);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const open = !list.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) { soon(); return; }
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const places = options.length + 1;
      mark((active + 1 + step + places) % places - 1);
    } else if (event.key === 'Enter' && open && active >= 0) {
      event.preventDefault();
      go(options[active]);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      close();
    }
  });
}

// Fields without a value stay out of the address.
for (const form of document.querySelectorAll('form:not([method=post])')) {
  form.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of [...formData]) if (!value) formData.delete(name);
  });
}

// Filters are unfolded on wide screens.
const wide = matchMedia('(min-width: 40.01rem)');
const unfold = () => document.querySelectorAll('details.fold').forEach((it) => { if (wide.matches) it.open = true; });
wide.addEventListener('change', unfold);
unfold();

document.querySelectorAll('#search, [data-suggest]').forEach(combobox);
