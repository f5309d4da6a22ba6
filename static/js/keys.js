// Keys for who reads much: / to search, j and k to go on and back, o to open. Each can be done
// without; who speaks to the computer or hits keys by chance switches them off (WCAG 2.1.4).
const STORED = "keys";
const panel = document.querySelector("[data-keys]");
const box = panel.querySelector("input");

function remembered() {
  try {
    return localStorage.getItem(STORED) !== "off";
  } catch {
    return true; // storage may be closed to us
  }
}

function remember(on) {
  try {
    localStorage.setItem(STORED, on ? "on" : "off");
  } catch {
    // for this page, then
  }
}

panel.hidden = false;
box.checked = remembered();
box.addEventListener("change", () => remember(box.checked));

// What can be gone through: results and statements in a list, marks in an article.
function stops() {
  const seen = new Set();
  return [...document.querySelectorAll("main .line .words a, main .line .headline a, main .body mark a")]
    .filter((link) => !seen.has(link.href) && seen.add(link.href));
}

function step(by) {
  const neighbour = document.querySelector(`a.neighbour[rel=${by > 0 ? "next" : "prev"}]`);
  const links = stops();
  if (neighbour && !document.querySelector(".body")) {
    neighbour.click();
  } else if (links.length) {
    const at = links.indexOf(document.activeElement);
    const to = at < 0 ? nearest(links, by) : at + by;
    links[Math.min(Math.max(to, 0), links.length - 1)].focus();
  }
}

// The first that is in the window or below it.
function nearest(links, by) {
  const first = links.findIndex((link) => link.getBoundingClientRect().top >= 0);
  return first < 0 ? links.length - 1 : by > 0 ? first : first - 1;
}

function focusSearch() {
  const search = document.querySelector("main [type=search]") ?? document.querySelector("[type=search]");
  search?.focus();
  search?.select();
  return Boolean(search);
}

const keys = {
  "/": focusSearch,
  j: () => step(1),
  n: () => step(1),
  k: () => step(-1),
  p: () => step(-1),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  const command = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  if (!box.checked || typing || command || !Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});
