import { type Formats, registerFormats } from './registry.ts';
import { stixExporter } from './stix/export.ts';
import { stixImporter } from './stix/import.ts';

/** The formats that come with the program. Each folder of this room adds its own list here. */
export const shippedFormats: Formats = registerFormats({
  importers: [stixImporter],
  exporters: [stixExporter],
});
