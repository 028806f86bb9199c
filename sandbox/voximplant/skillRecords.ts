export interface Skill {
	skill_id: number;
	skill_name: string;
}

export const skillRecords = (base: number): Skill[] =>
	['english', 'українська', 'deutsch', 'billing', 'vip', 'technical'].map((skill_name, index) => ({
		skill_id: base + 100 + index,
		skill_name,
	}));
