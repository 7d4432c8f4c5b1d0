import { localeNames, locales, type Locale } from "./locales";
import en from "./messages/en/away.json";
import zhHans from "./messages/zh-Hans/away.json";
import zhHant from "./messages/zh-Hant/away.json";

// No page can be drawn without the database, so this one brings its own words and its own few lines of style.
const words: Record<Locale, typeof en> = { en, "zh-Hant": zhHant, "zh-Hans": zhHans };

const style = `
  :root { color-scheme: light dark; font: 1.1875rem/1.5 system-ui, sans-serif; }
  body { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem; }
  nav a { display: inline-block; padding: 0.5rem 1rem 0.5rem 0; }
  h1 { font-size: 1.75rem; line-height: 1.25; }`;

/** What people read while the database is away, in the language of the address: what happened, what is kept, what to do. */
export function awayPage(locale: Locale, page: string, nonce: string): string {
  const { title, what, kept, todo, again } = words[locale];
  const to = (language: Locale) => `/${language}${escaped(page === "/" ? "" : page)}`;
  const languages = locales
    .filter((language) => language !== locale)
    .map(
      (language) => `<a href="${to(language)}" lang="${language}" hreflang="${language}">${localeNames[language]}</a>`,
    );
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style nonce="${nonce}">${style}
</style>
</head>
<body>
<nav>${languages.join(" ")}</nav>
<main>
<h1>${title}</h1>
<p>${what}</p>
<p>${kept}</p>
<p>${todo}</p>
<p><a href="${to(locale)}">${again}</a></p>
</main>
</body>
</html>
`;
}

function escaped(address: string): string {
  return address.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
