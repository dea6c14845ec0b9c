// Copies the citation of a statement to the clipboard.
for (const button of document.querySelectorAll('.copy')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const words = button.firstChild;
    try {
      await navigator.clipboard.writeText(button.dataset.cite);
      words.data = 'Copied';
    } catch {
      // Without a secure context, pages cannot write to the clipboard: the user copies the text.
      prompt('Copy the citation:', button.dataset.cite);
      return;
    }
    setTimeout(() => { words.data = 'Cite'; }, 2000);
  });
}
