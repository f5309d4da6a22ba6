// Shows in the list of an article's statements which one is being read. Without it the list is a list.
const list = document.querySelector("[data-follow]");
const marks = new Map();
for (const link of list?.querySelectorAll("a[href^='#']") ?? []) {
  const mark = document.getElementById(link.hash.slice(1))?.nextElementSibling;
  if (mark) marks.set(mark, link);
}

const seen = new Set();

function show() {
  const first = [...marks.keys()].find((mark) => seen.has(mark));
  if (!first) return; // between two statements the last one stays
  for (const [mark, link] of marks) {
    if (mark === first) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  keepInView(marks.get(first).closest("li"));
}

// Scrolls the list alone: scrollIntoView would take the page along.
function keepInView(item) {
  const box = list.getBoundingClientRect();
  const row = item.getBoundingClientRect();
  if (row.top < box.top) list.scrollTop += row.top - box.top;
  else if (row.bottom > box.bottom) list.scrollTop += row.bottom - box.bottom;
}

// Read is what stands in the upper part of the window.
const observer = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (entry.isIntersecting) seen.add(entry.target);
    else seen.delete(entry.target);
  }
  show();
}, { rootMargin: "0px 0px -60% 0px" });
for (const mark of marks.keys()) observer.observe(mark);
