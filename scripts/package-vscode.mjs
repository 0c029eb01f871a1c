/**
 * Packs the VS Code extension: `threat-memo-<version>.vsix`, in the folder named, by default this one. A vsix is a zip of the
 * extension and two files that describe it, so it is written here: `@vscode/vsce` would bring a marketplace login,
 * a keyring and some two hundred packages.
 *
 *     npm run package [-- <folder>]
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { zipSync } from 'fflate';

const root = fileURLToPath(new URL('../', import.meta.url));
const home = join(root, 'editors', 'vscode');

/** Gives the same bytes each time: nothing in the archive has a timestamp. */
const MADE = new Date(Date.UTC(1980, 0, 2));

const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
// The bundle is one script, as VS Code loads it.
const { type: _, ...own } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
const manifest = { ...own, version };

const { outputFiles } = await build({
  entryPoints: [join(home, 'extension.ts')],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
});

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const property = (id, value) =>
  `      <Property Id="Microsoft.VisualStudio.Code.${id}" Value="${escaped(value)}" />\n`;
const asset = (type, path) =>
  `    <Asset Type="Microsoft.VisualStudio.${type}" Path="extension/${path}" Addressable="true" />\n`;

const description = `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${manifest.name}" Version="${version}" Publisher="${manifest.publisher}" />
    <DisplayName>${escaped(manifest.displayName)}</DisplayName>
    <Description xml:space="preserve">${escaped(manifest.description)}</Description>
    <Categories>${escaped(manifest.categories.join(','))}</Categories>
    <Properties>
${property('Engine', manifest.engines.vscode)}${property('ExtensionDependencies', '')}${property('ExtensionPack', '')}${property('ExtensionKind', 'workspace')}    </Properties>
    <License>extension/LICENSE.txt</License>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code" />
  </Installation>
  <Dependencies />
  <Assets>
${asset('Code.Manifest', 'package.json')}${asset('Services.Content.Details', 'README.md')}${asset('Services.Content.License', 'LICENSE.txt')}  </Assets>
</PackageManifest>
`;

const types = `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension=".json" ContentType="application/json" /><Default Extension=".js" ContentType="application/javascript" /><Default Extension=".md" ContentType="text/markdown" /><Default Extension=".txt" ContentType="text/plain" /><Default Extension=".vsixmanifest" ContentType="text/xml" /></Types>
`;

const bytes = (text) => new TextEncoder().encode(text);
const archive = zipSync(
  {
    'extension.vsixmanifest': bytes(description),
    '[Content_Types].xml': bytes(types),
    'extension/package.json': bytes(`${JSON.stringify(manifest, null, 2)}\n`),
    'extension/extension.js': outputFiles[0].contents,
    'extension/README.md': await readFile(join(home, 'README.md')),
    'extension/LICENSE.txt': await readFile(join(root, 'LICENSE')),
  },
  { level: 9, mtime: MADE },
);
const file = join(resolve(process.argv[2] ?? '.'), `${manifest.name}-${version}.vsix`);
await writeFile(file, archive);
console.log(file);
