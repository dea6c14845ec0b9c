// The theme: light, dark, or as the system. Stored in the browser, and applied before the page is painted.
(() => {
  const root = document.documentElement;
  const kinds = { system: '◐', light: '☀', dark: '☾' };
  const next = { system: 'light', light: 'dark', dark: 'system' };
  let kind = 'system';
  try { kind = localStorage.getItem('theme') ?? kind; } catch { /* No access to the storage: follow the system. */ }
  if (!(kind in kinds)) kind = 'system';

  const apply = () => {
    if (kind === 'system') delete root.dataset.theme; else root.dataset.theme = kind;
    const button = document.getElementById('theme');
    if (!button) return;
    button.hidden = false;
    button.textContent = kinds[kind];
    const label = `Theme: ${kind}`;
    button.setAttribute('aria-label', label);
    button.title = label;
  };
  apply();
  document.addEventListener('DOMContentLoaded', () => {
    apply();
    document.getElementById('theme').addEventListener('click', () => {
      kind = next[kind];
      try { localStorage.setItem('theme', kind); } catch { /* The theme then applies to this page only. */ }
      apply();
      dispatchEvent(new Event('themechange'));
    });
  });
})();
