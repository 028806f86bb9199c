import type { INodeType } from 'n8n-workflow';
import { Filter } from './filter';
import { ManualTrigger } from './manualTrigger';
import { Merge } from './merge';
import { NoOp } from './noOp';
import { Set } from './set';
import { StickyNote } from './stickyNote';

/** The nodes of n8n itself that the examples and tests need, under their real type names. */
export const builtInNodes: Record<string, INodeType> = {
	'n8n-nodes-base.filter': new Filter(),
	'n8n-nodes-base.manualTrigger': new ManualTrigger(),
	'n8n-nodes-base.merge': new Merge(),
	'n8n-nodes-base.noOp': new NoOp(),
	'n8n-nodes-base.set': new Set(),
	'n8n-nodes-base.stickyNote': new StickyNote(),
};
