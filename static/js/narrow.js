// A box that narrows the folded values of a facet as one types. Without it all of them are shown.
for (const folded of document.querySelectorAll("details[data-narrow]")) {
  const box = folded.querySelector(".narrow-box");
  const rows = [...folded.querySelectorAll("li")];
  box.hidden = rows.length < 8;
  box.querySelector("input").addEventListener("input", (event) => {
    const sought = event.target.value.trim().toLowerCase();
    for (const row of rows) {
      const label = row.querySelector(".label").textContent.toLowerCase();
      row.hidden = !label.includes(sought);
    }
  });
}
