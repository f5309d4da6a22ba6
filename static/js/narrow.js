// A box that narrows the folded values of a facet as one types. Without it all of them are shown.
for (const folded of document.querySelectorAll("details[data-narrow]")) {
  const box = folded.querySelector(".narrow-box");
  const rows = [...folded.querySelectorAll("li")];
  const holds = (row, sought) =>
    [...row.querySelectorAll(".label")].some((label) => label.textContent.toLowerCase().includes(sought));
  box.hidden = rows.length < 8;
  box.querySelector("input").addEventListener("input", (event) => {
    const sought = event.target.value.trim().toLowerCase();
    for (const row of rows) row.hidden = !holds(row, sought); // also when one under it is meant
    for (const branches of folded.querySelectorAll(".branches")) {
      branches.open = Boolean(sought) && holds(branches, sought);
    }
  });
}
