// Writes the JSON Schemas of the files that people write for siplens, from the schemas that siplens itself checks them
// with. Needs the build in dist/; `npm run docs` makes it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import { configSchema } from '../../dist/gate/config-schema.js';
import { rules } from '../../dist/rules/all.js';

/** Ids of rules, responses, and classes of responses: what a record of rules may have as keys. */
const ruleNames = {
  anyOf: [{ enum: rules.map(({ id }) => id) }, { type: 'string', pattern: '^response/[1-6](\\d\\d|xx)$' }],
};

function write(name, schema) {
  const file = new URL(name, import.meta.url);
  const text = `${JSON.stringify(schema, undefined, 2)}\n`;
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileSync(file, text);
  console.log(`wrote docs/schemas/${name}`);
}

const config = toJsonSchema(configSchema, { target: 'draft-07', errorMode: 'ignore' });
config.properties.rules.propertyNames = ruleNames;
write('config.json', {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Configuration of siplens',
  ...config,
});
