import { parse } from 'flatted';
import type {
	ExecutionError,
	ExecutionStatus,
	IDataObject,
	IRunData,
	ITaskData,
} from 'n8n-workflow';

/** As n8n keeps it in its database. */
export interface StoredData {
	resultData: { runData: IRunData; error?: ExecutionError };
}

/** As n8n's API lists it. */
export interface ExecutionRow {
	id: string;
	status: ExecutionStatus;
}

/** As n8n's API gives it alone. */
export interface StoredRow extends ExecutionRow {
	data: string;
}

/** A finished execution as n8n stored it. */
export class StoredExecution {
	readonly runData: IRunData;

	/** What stopped the workflow. */
	readonly error: ExecutionError | undefined;

	constructor(
		readonly status: ExecutionStatus,
		{ resultData }: StoredData,
	) {
		this.runData = resultData.runData;
		this.error = resultData.error;
	}

	/** The json of a node's items; output 1 is the error output of a node that continues with it. */
	json(node: string, output = 0): IDataObject[] {
		return (this.task(node)?.data?.main?.[output] ?? []).map((item) => item.json);
	}

	task(node: string, runIndex = 0): ITaskData | undefined {
		return this.runData[node]?.[runIndex];
	}
}

/** Nothing where there is only a status yet: n8n 1 stores that a moment before what was run. */
export function storedIn({ status, data: text }: StoredRow): StoredExecution | undefined {
	const data = parse(text) as Partial<StoredData> | undefined;
	const { runData, error } = data?.resultData ?? {};
	return (runData ?? error) ? new StoredExecution(status, data as StoredData) : undefined;
}
