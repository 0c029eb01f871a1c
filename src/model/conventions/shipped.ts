import type { ConfidenceScale, LikelihoodScale, MarkingScheme } from '../generated/types.ts';
import threeLevel from './confidence/three-level.json' with { type: 'json' };
import icd203 from './likelihood/icd-203.json' with { type: 'json' };
import phia from './likelihood/phia.json' with { type: 'json' };
import deVs from './markings/de-vs.json' with { type: 'json' };
import nato from './markings/nato.json' with { type: 'json' };
import tlp2 from './markings/tlp-2.json' with { type: 'json' };
import ukGscp from './markings/uk-gscp.json' with { type: 'json' };

// What is shipped is written as a project would write its own in `threat-memo.config.json`; a test holds the files against
// the schema of the configuration. The files name their sources.

export const shippedSchemes = {
  'tlp-2': tlp2 as MarkingScheme,
  'uk-gscp': ukGscp as MarkingScheme,
  nato: nato as MarkingScheme,
  'de-vs': deVs as MarkingScheme,
};

export const shippedLikelihoodScales: Readonly<Record<string, LikelihoodScale>> = { 'icd-203': icd203, phia };

export const shippedConfidenceScales: Readonly<Record<string, ConfidenceScale>> = {
  'three-level': threeLevel,
};
