// Runs before the first paint, so the page never flashes in the wrong colours.
(() => {
  try {
    const kept = JSON.parse(localStorage.getItem("r4.theme"));
    if (kept === "light" || kept === "dark") document.documentElement.dataset.theme = kept;
  } catch { /* a browser without storage follows the system */ }
})();
