// Names for what the admin's own scripts and templates leave without one, for who does not see it.

// A field that suggests stands beside the list that it replaces: its label is that list's.
function label(select) {
  const box = select.nextElementSibling;
  const name = select.getAttribute("aria-label") ?? select.labels[0]?.textContent.replace(/:\s*$/, "").trim();
  if (!name || !box?.matches(".select2")) return;
  const selection = box.querySelector(".select2-selection");
  const shown = box.querySelector(".select2-selection__rendered");
  box.querySelector("input")?.setAttribute("aria-label", name);
  selection.setAttribute("aria-label", name);
  if (shown.matches("ul")) {
    shown.setAttribute("role", "presentation");
    return;
  }
  // What is chosen belongs to its name.
  selection.id ||= `${shown.id}-named`;
  selection.setAttribute("aria-labelledby", `${selection.id} ${shown.id}`);
  for (const attribute of ["role", "aria-readonly"]) shown.removeAttribute(attribute);
}

function labelAll() {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) label(select);
}

// After the admin's own script, which waits in the same queue.
window.django?.jQuery?.(labelAll);
document.addEventListener("formset:added", () => setTimeout(labelAll));

document.getElementById("searchbar")?.setAttribute("aria-label", "Search");
for (const head of document.querySelectorAll("th:empty")) head.setAttribute("role", "cell");
