import type { WorksectionUser } from './userRecords';

/** As the FAQ describes `get_projects`, but for `users`: who is on it is kept by ID. */
export interface WorksectionProject {
	id: string;
	name: string;
	page: string;
	status: 'active' | 'pending' | 'archive';
	company: string;
	/** Answered only with `extra=text` or `extra=html`. */
	text: string;
	date_added: string;
	/** When it was archived. */
	date_closed?: string;
	date_start?: string;
	date_end?: string;
	max_time?: number;
	max_money?: number;
	tags?: Record<string, string>;
	memberIds: string[];
}

const PROJECTS: ReadonlyArray<[name: string, status: WorksectionProject['status']]> = [
	['Performance improvement', 'active'],
	['Редизайн сайту', 'active'],
	['Prototyping', 'pending'],
	['R&D + Ärger', 'active'],
	['Launch 2024', 'archive'],
	['"Zoë" & Co; <draft>', 'pending'],
	['Nobody is on it', 'active'],
];

const EXTRAS: Partial<WorksectionProject> = {
	date_start: '2021-01-01',
	date_end: '2021-07-01',
	max_time: 1200,
	max_money: 20400,
	tags: { '105554': 'inner', '105570': 'wiki' },
};

/** Everybody is on the first one, the owner on all but the last, the others here and there. */
const isOn = (person: number, project: number): boolean =>
	project < PROJECTS.length - 1 && (project === 0 || person === 0 || (person + project) % 3 === 0);

export const worksectionProjects = (people: readonly WorksectionUser[]): WorksectionProject[] =>
	PROJECTS.map(([name, status], index) => {
		const id = String(6622 + index * 314);
		return {
			id,
			name,
			page: `/project/${id}/`,
			status,
			company: 'Development',
			text: `What '${name}' is about`,
			date_added: `2021-01-0${index + 1} 10:18`,
			...(status === 'archive' && { date_closed: '2024-12-20 17:05' }),
			...(index % 2 === 0 && EXTRAS),
			memberIds: people.filter((_, person) => isOn(person, index)).map((user) => user.id),
		};
	});
