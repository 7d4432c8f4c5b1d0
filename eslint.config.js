import next from "@next/eslint-plugin-next";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Who may import whom: ARCHITECTURE.md, section 2. A more particular room stands below the one it is part of. */
const rooms = {
  app: ["app", "components", "lib/services", "lib/auth", "lib/i18n", "lib/domain"],
  components: ["components", "lib/i18n", "lib/domain"],
  "components/ui": ["components/ui"],
  "lib/auth": ["lib/auth", "lib/data", "lib/ports", "lib/domain", "lib/env"],
  "lib/services": ["lib/services", "lib/data", "lib/ports", "lib/domain"],
  "lib/data": ["lib/data", "lib/domain", "lib/env"],
  "lib/ports": ["lib/ports", "lib/domain", "lib/env"],
  "lib/i18n": ["lib/i18n", "lib/domain"],
  "lib/domain": ["lib/domain"],
  "lib/worker.ts": ["lib/services", "lib/data", "lib/ports", "lib/domain", "lib/env"],
  "instrumentation.ts": ["lib/worker", "lib/services", "lib/data", "lib/ports", "lib/domain", "lib/env"],
  "proxy.ts": ["lib/i18n", "lib/data/pulse"],
  prisma: ["prisma", "lib/services", "lib/data", "lib/ports", "lib/domain", "lib/env"],
  bench: ["bench", "prisma", "lib/services", "lib/data", "lib/ports", "lib/domain", "lib/env"],
  e2e: ["e2e", "prisma", "lib/i18n", "lib/domain", "lib/auth/entries"],
};

const behindTheWeb = /^lib\/(domain|services|data|ports)$/;

const filesOf = (room, ending) => (room.endsWith(".ts") ? [room] : [`${room}/**/*${ending}`]);

const wall = ([room, mayImport], { ending = ".{ts,tsx}", tools = [] } = {}) => ({
  files: filesOf(room, ending),
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            regex: `^@/(?!(${mayImport.join("|")})(/|$))`,
            message: `${room} may import only ${mayImport.join(", ")}.`,
          },
          { regex: "^\\.\\./", message: "Outside its own folder a file is called by its full name, '@/…'." },
          ...(room === "lib/data"
            ? []
            : [{ regex: "^@prisma/|/generated/", message: "Only lib/data speaks to the database." }]),
          ...(behindTheWeb.test(room)
            ? [{ regex: "^(next|react|next-auth|next-intl)(/|$)", message: `${room} knows nothing of the web.` }]
            : []),
          ...(room === "lib/domain"
            ? [
                {
                  regex: `^(?!\\./|@/|(${["zod", "temporal-polyfill", ...tools].join("|")})$)`,
                  message: "lib/domain stays pure.",
                },
              ]
            : []),
          ...(room === "lib/auth"
            ? []
            : [{ regex: "^next-auth(/|$)", message: "Only lib/auth knows how people sign in." }]),
        ],
      },
    ],
  },
});

/** A test may also set the scene: rows, ports and the stories of the office. */
const wallForTests = ([room, mayImport]) =>
  wall([room, [...new Set([...mayImport, "prisma", "lib/data", "lib/ports", "lib/domain", "lib/env"])]], {
    ending: ".test.{ts,tsx}",
    tools: ["vitest", "fast-check", "node:fs", "node:path", "node:url"],
  });

/** What nobody writes: SECURITY.md, section 1. Each ban is named, so that a file is let off one and not off the others. */
const bans = {
  rawSql: [
    ["MemberExpression[property.name=/^\\$(query|execute)RawUnsafe$/]", "SQL is a tagged template, never a string."],
    ["MemberExpression[object.name='Prisma'][property.name='raw']", "SQL is a tagged template, never a string."],
  ],
  html: [
    ["JSXAttribute[name.name='dangerouslySetInnerHTML']", "Text is rendered, never parsed as HTML."],
    ["Property[key.name='dangerouslySetInnerHTML']", "Text is rendered, never parsed as HTML."],
    ["Property[key.value='dangerouslySetInnerHTML']", "Text is rendered, never parsed as HTML."],
  ],
  shell: [
    [
      "ImportDeclaration[source.value=/^(node:)?child_process$/] > ImportSpecifier[imported.name=/^exec(Sync)?$/]",
      "A program is started by execFile or spawn, without a shell.",
    ],
    [
      "ImportDeclaration[source.value=/^(node:)?child_process$/] > :matches(ImportDefaultSpecifier, ImportNamespaceSpecifier)",
      "Name what you need of child_process; exec is not among it.",
    ],
  ],
  clock: [
    [
      "CallExpression[callee.object.name='Date'][callee.property.name='now']",
      "The time is an argument, or the clock port's.",
    ],
    [
      "NewExpression[callee.name='Date'][arguments.length=0]",
      "The time is an argument, or the clock port's. Parsing a date is fine.",
    ],
    ["CallExpression[callee.name='Date']", "The time is an argument, or the clock port's."],
  ],
  environment: [
    [
      // NODE_ENV and NEXT_RUNTIME are constants of the build, not settings.
      "MemberExpression[object.name='process'][property.name='env']:not(MemberExpression[property.name=/^(NODE_ENV|NEXT_RUNTIME)$/] > MemberExpression)",
      "Only lib/env reads process.env.",
    ],
    [
      "VariableDeclarator[init.name='process'] > ObjectPattern > Property[key.name='env']",
      "Only lib/env reads process.env.",
    ],
    ["ImportDeclaration[source.value=/^(node:)?process$/]", "Only lib/env reads process.env."],
  ],
  inlineServer: [
    [
      "BlockStatement > ExpressionStatement[directive='use server']",
      "A server action lives in an actions.ts and goes through defineAction.",
    ],
  ],
  serverFile: [
    [
      "Program > ExpressionStatement[directive='use server']",
      "A server action lives in an actions.ts and goes through defineAction.",
    ],
  ],
};

const inPages = {
  style: [["JSXAttribute[name.name='style']", "The content policy forbids style attributes: use a class."]],
};

/** Every export is a call of the one door. */
const everyExportIs = (door) =>
  [
    `ExportNamedDeclaration > VariableDeclaration > VariableDeclarator:not([init.type='CallExpression'][init.callee.name='${door}'])`,
    "ExportNamedDeclaration > :not(VariableDeclaration)",
    "ExportDefaultDeclaration",
    "ExportAllDeclaration",
  ].map((selector) => [selector, `Every export here is ${door}(…): no way in without its door.`]);

const forbid = (files, { but = [], and = [] } = {}) => ({
  files,
  rules: {
    "no-restricted-syntax": [
      "error",
      ...Object.entries(bans)
        .filter(([name]) => !but.includes(name))
        .flatMap(([, list]) => list)
        .concat(and)
        .map(([selector, message]) => ({ selector, message })),
    ],
  },
});

const code = ["**/*.{ts,tsx}"];

export default tseslint.config(
  { ignores: ["node_modules/", ".next/", ".data/", "lib/data/generated/", "next-env.d.ts", "test-results/"] },
  {
    files: ["**/*.{js,mjs,ts,tsx}"],
    rules: { "no-eval": "error", "no-implied-eval": "error", "no-new-func": "error" },
  },
  {
    files: code,
    extends: [...tseslint.configs.recommended, ...tseslint.configs.stylistic],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/ban-ts-comment": "error",
      eqeqeq: "error",
    },
  },
  {
    files: ["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}"],
    extends: [next.configs["core-web-vitals"], reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.strict],
    settings: { react: { version: "19" } },
    rules: {
      // It looks for a pages directory; there is none.
      "@next/next/no-html-link-for-pages": "off",
      // Pictures are evidence, drawn for one request; there is no optimiser to send them through.
      "@next/next/no-img-element": "off",
    },
  },
  forbid(code),
  forbid(["app/**/*.tsx", "components/**/*.tsx"], { and: inPages.style }),
  forbid(["app/**/actions.ts"], { but: ["serverFile"], and: everyExportIs("defineAction") }),
  forbid(["app/**/route.ts"], { and: everyExportIs("defineRoute") }),
  forbid(["lib/data/jobs.ts"], { but: ["rawSql"] }),
  forbid(["lib/ports/clock.ts"], { but: ["clock"] }),
  forbid(["lib/env.ts", "*.config.ts", "scripts/**/*.ts"], { but: ["environment"] }),
  ...Object.entries(rooms).map((room) => wall(room)),
  ...Object.entries(rooms)
    .filter(([room]) => !room.endsWith(".ts"))
    .map((room) => wallForTests(room)),
);
