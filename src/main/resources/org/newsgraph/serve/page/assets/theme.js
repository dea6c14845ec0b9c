// Light, dark, or as the system is: kept in this browser, and set before anything is painted.
(() => {
  const root = document.documentElement;
  const kinds = { system: '◐', light: '☀', dark: '☾' };
  const next = { system: 'light', light: 'dark', dark: 'system' };
  let kind = 'system';
  try { kind = localStorage.getItem('theme') ?? kind; } catch { /* Storage is closed: as the system is. */ }
  if (!(kind in kinds)) kind = 'system';

  const apply = () => {
    if (kind === 'system') delete root.dataset.theme; else root.dataset.theme = kind;
    const button = document.getElementById('theme');
    if (!button) return;
    button.hidden = false;
    button.textContent = kinds[kind];
    const label = `Colours: ${kind === 'system' ? 'as the system' : kind}. Change to ${next[kind]}`;
    button.setAttribute('aria-label', label);
    button.title = label;
  };
  apply();
  document.addEventListener('DOMContentLoaded', () => {
    apply();
    document.getElementById('theme').addEventListener('click', () => {
      kind = next[kind];
      try { localStorage.setItem('theme', kind); } catch { /* Then it lasts for this page. */ }
      apply();
      dispatchEvent(new Event('themechange'));
    });
  });
})();
