import { runBuiltNode } from '../implementations/node';
import { firstOf, type Workload } from './workload';

/** One list at the rate that the node keeps by default. */
export const publishedRate: Workload = async ({ from, directories }) => {
	const { ms } = await runBuiltNode(from, firstOf(directories), { parameters: { options: {} } });
	return { ms };
};
