import { canonicalText } from './canonical-text.ts';
import { FIRST_ID, firstAssessment } from './first-assessment.ts';

/** Dependency of a new project: a version from a registry, or a local folder or file. */
export interface Dependency {
  readonly spec: string;
}

const SCHEMAS = 'node_modules/threat-memo/src/model/schema';

/** The scripts for using a project, the same as in the program's own repository. */
export const SCRIPTS = {
  'build-report': 'threat-memo build',
  check: 'threat-memo check',
  diff: 'threat-memo diff',
  desk: 'threat-memo serve',
  'threat-memo': 'threat-memo',
};

/** A project's `package.json`: existing entries stay, missing ones are added. */
export function packageJson(
  name: string,
  spec: string,
  before: Readonly<Record<string, unknown>> = {},
): string {
  const scripts = { ...SCRIPTS, ...(before.scripts as object | undefined) };
  const has = [before.dependencies, before.devDependencies].some(
    (each) => typeof each === 'object' && each !== null && 'threat-memo' in each,
  );
  const dependencies = { ...(before.dependencies as object | undefined), 'threat-memo': spec };
  const all = {
    name,
    version: '1.0.0',
    private: true,
    description: 'Threat assessments and the memos built from them.',
    ...before,
    scripts,
    ...(!has && { dependencies }),
  };
  return `${JSON.stringify(all, null, 2)}\n`;
}

/** The files of a new project except `package.json` and the workflow, by path. */
export function projectFiles(): Readonly<Record<string, string>> {
  return {
    [`assessments/${FIRST_ID}.json`]: canonicalText(
      `${FIRST_ID}.json`,
      firstAssessment(`../${SCHEMAS}/assessment.schema.json`),
      'assessment',
    ),
    'threat-memo.config.yaml': CONFIGURATION,
    '.gitattributes': ATTRIBUTES,
    '.gitignore': IGNORED,
    '.editorconfig': EDITORCONFIG,
    '.vscode/settings.json': `${JSON.stringify(VSCODE_SETTINGS, null, 2)}\n`,
    '.helix/languages.toml': HELIX,
    'README.md': README,
  };
}

const CONFIGURATION = `# Settings of this project. All are optional; remove the # before those you want.
# docs/configuration.md of the package threat-memo describes each of them.

# Severity of a rule: off, note, warning or error. \`npx threat-memo explain\` lists the rules.
rules:
  # For example: long-sentence: "off"
  # A draft may wait for its evidence; once memos go out, write error here.
  judgment-without-evidence: warning

# How products are marked: tlp-2 (TLP 2.0), uk-gscp, nato, de-vs, or a scheme of your own under markingSchemes.
marking: tlp-2

# The scales of assessments that do not name their own: icd-203 or phia, or one of your own.
# scales:
#   likelihood: phia

# Terms of your own, besides those shipped, with the name of each by language.
# vocabularies:
#   incident-type:
#     balloon-theft:
#       en: theft of a balloon

# What your desk requires beyond the rules.
# desk:
#   bottomLineWords: 60
#   roles: [Analyst, Head of desk]
#   every:
#     fields: [question, published]
`;

const ATTRIBUTES = `* text=auto eol=lf
# \`git diff\` shows facts instead of lines, and merges work by content. \`npx threat-memo init\` turns both on in a clone.
assessments/*.json diff=threat-memo merge=threat-memo
assessments/*.yaml diff=threat-memo merge=threat-memo
assessments/*.yml diff=threat-memo merge=threat-memo
out/** linguist-generated
`;

/**
 * Memos in Markdown and their figures are committed, so that a reviewer sees what changed; printed files are
 * not.
 */
const IGNORED = `node_modules/
out/**/*.pdf
out/**/*.html
out/**/*.docx
out/site/
.threat-memo/
`;

const EDITORCONFIG = `root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true
indent_style = space
indent_size = 2
`;

const VSCODE_SETTINGS = {
  'json.schemas': [
    { fileMatch: ['/assessments/register.json'], url: `./${SCHEMAS}/register.schema.json` },
    {
      fileMatch: ['/assessments/*.json', '!/assessments/register.json'],
      url: `./${SCHEMAS}/assessment.schema.json`,
    },
    { fileMatch: ['/threat-memo.config.json'], url: `./${SCHEMAS}/config.schema.json` },
  ],
  'yaml.schemas': {
    [`./${SCHEMAS}/assessment.schema.json`]: ['/assessments/*.yaml', '/assessments/*.yml'],
    [`./${SCHEMAS}/config.schema.json`]: ['/threat-memo.config.yaml'],
  },
};

const HELIX = `[language-server.threat-memo]
command = "npx"
args = ["threat-memo", "lsp", "--stdio"]

[[language]]
name = "json"
language-servers = ["threat-memo", "vscode-json-language-server"]

[[language]]
name = "yaml"
language-servers = ["threat-memo", "yaml-language-server"]
`;

const README = `# Threat assessments

One file in \`assessments/\` is one assessment. Build memos from them:

\`\`\`sh
npm install
npm run check                        # mistakes, with their places
npm run build-report                 # out/<id>.md and out/<id>.pdf
npm run desk                         # write in your browser
npx threat-memo new my-topic         # a new assessment, with questions to answer
npx threat-memo add source https://… --into my-topic
npx threat-memo init                 # once in each clone: diffs show facts, merges work by content
\`\`\`

\`npx threat-memo help\` lists the rest. \`threat-memo.config.yaml\` holds the settings.
`;
