import addFormats from 'ajv-formats';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';

import autocalls from './schemas/autocalls.json';
import quo from './schemas/quo.json';
import voximplant from './schemas/voximplant.json';
import worksection from './schemas/worksection.json';

const ajv = addFormats(new Ajv2020({ allErrors: true, strict: false }));
const schemas = { autocalls, quo, voximplant, worksection };
for (const schema of Object.values(schemas)) ajv.addSchema(schema);

type Schemas = typeof schemas;
export type Shape = {
	[Provider in keyof Schemas]: `${Provider}#/$defs/${keyof Schemas[Provider]['$defs'] & string}`;
}[keyof Schemas];

function check(validate: ValidateFunction, value: unknown, what: string): void {
	if (validate(value)) return;
	const faults = ajv.errorsText(validate.errors?.slice(0, 8), { separator: '\n' });
	throw new Error(`${what}: ${faults}\n${JSON.stringify(value).slice(0, 600)}`);
}

/** Fails with what is wrong unless the answer has that shape and nothing beyond it. */
export function expectShape(value: unknown, shape: Shape): void {
	const validate = ajv.getSchema(shape);
	if (!validate) throw new Error(`there is no schema ${shape}`);
	check(validate, value, shape);
}

/** The same with a schema from elsewhere. */
export function expectSchema(value: unknown, schema: object, what: string): void {
	check(ajv.compile(schema), value, what);
}
