// Runs before the first paint: applies the remembered theme, and tells the styles that scripts work.
const root = document.documentElement;
root.classList.add("js");

function remembered() {
  try {
    return localStorage.getItem("parley.theme");
  } catch {
    return null;
  }
}

const theme = remembered();
if (theme === "light" || theme === "dark") root.dataset.bsTheme = theme;
