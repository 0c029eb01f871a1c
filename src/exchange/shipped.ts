import { blueprintsImporter } from './blueprints/import.ts';
import { biblatexExporter, bibtexExporter, cslExporter, risExporter } from './citations/export.ts';
import { bibtexImporter, cslImporter, risImporter } from './citations/import.ts';
import { jsonLdExporter } from './json-ld/export.ts';
import { mispExporter } from './misp/export.ts';
import { mispImporter } from './misp/import.ts';
import { type Formats, registerFormats } from './registry.ts';
import { stixExporter } from './stix/export.ts';
import { stixImporter } from './stix/import.ts';
import { csvExporter } from './tables/export.ts';
import { csvImporter, knownTableImporters } from './tables/import.ts';

/** The formats that come with the program. Each folder of this room adds its own list here. */
export const shippedFormats: Formats = registerFormats({
  importers: [
    stixImporter,
    mispImporter,
    blueprintsImporter,
    cslImporter,
    bibtexImporter,
    risImporter,
    ...knownTableImporters,
    csvImporter,
  ],
  exporters: [
    stixExporter,
    mispExporter,
    jsonLdExporter,
    cslExporter,
    bibtexExporter,
    biblatexExporter,
    risExporter,
    csvExporter,
  ],
});
