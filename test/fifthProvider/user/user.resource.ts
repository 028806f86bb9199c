import type { INodeProperties } from 'n8n-workflow';
import * as create from './create.operation';
import * as get from './get.operation';
import * as getAll from './getAll.operation';

export const userFields: INodeProperties[] = [
	{ displayName: 'Operation', name: 'operation', type: 'string', default: 'getAll' },
	...create.fields,
	...get.fields,
	...getAll.fields,
];

export const userOperations = { create, get, getAll };
