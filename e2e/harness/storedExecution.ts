import type {
	ExecutionError,
	ExecutionStatus,
	IDataObject,
	IRunData,
	ITaskData,
} from 'n8n-workflow';

/** As n8n keeps it in its database. */
export interface StoredData {
	resultData: { runData: IRunData; error?: ExecutionError; lastNodeExecuted?: string };
}

/** A finished execution as n8n stored it. */
export class StoredExecution {
	constructor(
		readonly id: string,
		readonly status: ExecutionStatus,
		readonly data: StoredData,
	) {}

	get runData(): IRunData {
		return this.data.resultData.runData;
	}

	/** What stopped the workflow. */
	get error(): ExecutionError | undefined {
		return this.data.resultData.error;
	}

	/** The json of a node's items; output 1 is the error output of a node that continues with it. */
	json(node: string, output = 0): IDataObject[] {
		return (this.task(node)?.data?.main?.[output] ?? []).map((item) => item.json);
	}

	task(node: string, runIndex = 0): ITaskData | undefined {
		return this.runData[node]?.[runIndex];
	}
}
