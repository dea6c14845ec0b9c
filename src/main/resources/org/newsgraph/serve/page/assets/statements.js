// Copies a statement as a citation.
for (const button of document.querySelectorAll('.copy')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const words = button.firstChild;
    try {
      await navigator.clipboard.writeText(button.dataset.cite);
      words.data = 'Copied';
    } catch {
      // A page without a secure address may not write: then the person does it.
      prompt('The citation:', button.dataset.cite);
      return;
    }
    setTimeout(() => { words.data = 'Cite'; }, 2000);
  });
}
