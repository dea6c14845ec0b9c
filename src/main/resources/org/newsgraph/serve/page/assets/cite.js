// Copies a citation to the clipboard.
for (const button of document.querySelectorAll('.citation .copy')) {
  const text = button.closest('.citation').querySelector('code').textContent;
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Without a secure context, pages cannot write to the clipboard: the user copies the text.
      prompt('Copy the citation:', text);
      return;
    }
    button.textContent = 'Copied';
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  });
}
