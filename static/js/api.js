// The OpenAPI description as a page on which every address can be tried.
const place = document.getElementById("api");
const dark = window.matchMedia("(prefers-color-scheme: dark)");

// Swagger UI has a dark dress of its own, which it puts on where the page says so.
function dress() {
  document.documentElement.classList.toggle("dark-mode", dark.matches);
}

// What it draws lacks names and reach for who does not see it or uses no mouse.
function mend() {
  for (const title of place.querySelectorAll("h1")) {
    title.setAttribute("role", "heading");
    title.setAttribute("aria-level", "2");
  }
  const about = place.querySelector(".information-container");
  about?.setAttribute("role", "region");
  about?.setAttribute("aria-label", "About the API");
  for (const code of place.querySelectorAll("pre")) code.tabIndex = 0;
  for (const field of place.querySelectorAll("select, input, textarea")) {
    const name = field.closest("tr")?.querySelector(".parameter__name")?.firstChild?.textContent;
    const label = name ?? field.closest(".responses-inner, .response, label")?.querySelector("h4, small, span")?.textContent;
    if (label && !field.labels?.length) field.setAttribute("aria-label", label.trim());
  }
}

dress();
dark.addEventListener("change", dress);
new MutationObserver(mend).observe(place, { childList: true, subtree: true });
SwaggerUIBundle({
  url: place.dataset.description,
  domNode: place,
  presets: [SwaggerUIBundle.presets.apis],
  layout: "BaseLayout",
  validatorUrl: null,
});
