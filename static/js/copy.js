// Buttons that copy the text of another element; with data-rich its italics as well, for a word
// processor. Without a script the text is there to select.
async function copy(source, rich) {
  const text = source.textContent.trim();
  if (rich && window.ClipboardItem) {
    const plain = new Blob([text], { type: "text/plain" });
    const html = new Blob([source.innerHTML.trim()], { type: "text/html" });
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": plain, "text/html": html })]);
  } else {
    await navigator.clipboard.writeText(text);
  }
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const label = button.innerHTML;
    await copy(document.getElementById(button.dataset.copy), "rich" in button.dataset);
    button.textContent = "Copied";
    setTimeout(() => { button.innerHTML = label; }, 2000);
  });
}
