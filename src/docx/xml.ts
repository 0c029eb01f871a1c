import { XmlComponent } from 'docx';

/** An element without a class in the library. Attributes and children are in the order given. */
export class Xml extends XmlComponent {
  constructor(
    name: string,
    attributes: Readonly<Record<string, string | number>>,
    children: readonly (XmlComponent | string)[] = [],
  ) {
    super(name);
    if (Object.keys(attributes).length > 0) this.root.push({ _attr: attributes } as unknown as string);
    this.root.push(...children);
  }
}
