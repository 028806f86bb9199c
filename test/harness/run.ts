import type {
	ExecutionError,
	ExecutionStatus,
	IDataObject,
	INodeExecutionData,
	IRunData,
	ITaskData,
	NodeExecutionHint,
} from 'n8n-workflow';
import type { CredentialData } from './credentialStore';

export interface Outcome {
	status: ExecutionStatus;
	runData: IRunData;
	/** What stopped the workflow. */
	error?: Error | undefined;
}

/** A finished execution, with what a test wants to know of it. */
export class Run {
	readonly status: ExecutionStatus;

	readonly runData: IRunData;

	readonly error: Error | undefined;

	constructor(
		outcome: Outcome,
		/** How often credentials were decrypted. */
		readonly credentialReadings: number,
		/** The credentials as they are stored afterwards. */
		readonly stored: CredentialData,
	) {
		this.status = outcome.status;
		this.runData = outcome.runData;
		this.error = outcome.error;
	}

	items(nodeName: string, output = 0, runIndex = 0): INodeExecutionData[] {
		return this.task(nodeName, runIndex)?.data?.main?.[output] ?? [];
	}

	json(nodeName: string, output = 0, runIndex = 0): IDataObject[] {
		return this.items(nodeName, output, runIndex).map((item) => item.json);
	}

	hints(nodeName: string): NodeExecutionHint[] {
		return (this.runData[nodeName] ?? []).flatMap((task) => task.hints ?? []);
	}

	nodeError(nodeName: string): ExecutionError | undefined {
		return this.task(nodeName)?.error;
	}

	task(nodeName: string, runIndex = 0): ITaskData | undefined {
		return this.runData[nodeName]?.[runIndex];
	}
}
