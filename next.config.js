import createNextIntlPlugin from "next-intl/plugin";

const withWords = createNextIntlPlugin("./lib/i18n/request.ts");

/** On every answer, errors and files included. The content policy of pages carries a nonce and is set in proxy.ts. */
const everywhere = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
  "X-Frame-Options": "DENY",
};

const asList = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  devIndicators: false,
  // Types are checked by `npm test`; whoever starts the app does not wait for them.
  typescript: { ignoreBuildErrors: true },
  // The page of all parts, /styleguide, exists for developers only.
  pageExtensions: ["ts", "tsx", ...(process.env.NODE_ENV === "development" ? ["dev.tsx"] : [])],
  images: { unoptimized: true },
  turbopack: { root: import.meta.dirname },
  // They load binaries, workers or fonts of their own and are taken from node_modules as they are.
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@napi-rs/canvas",
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "clamscan",
    "fontkit",
    "nodemailer",
    "opencc-js",
    "pdfjs-dist",
    "pdfkit",
    "pg",
    "pg-boss",
    "prom-client",
    "rate-limiter-flexible",
    "sharp",
  ],
  experimental: {
    // Above the 10 MiB of one file, so that nothing is cut short before it is counted.
    proxyClientMaxBodySize: "12mb",
    globalNotFound: true,
  },
  headers: () => [
    { source: "/:path*", headers: asList(everywhere) },
    {
      source: "/api/:path*",
      headers: asList({ "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'" }),
    },
    // A browser that opens a stranger's file, in place of keeping it, gives it nothing to work with.
    {
      source: "/api/documents/:path*",
      headers: asList({ "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'" }),
    },
  ],
};

export default withWords(config);
