import { directories } from '../../nodes/UserDirectory/directories';
import { PeopleRun } from '../../nodes/UserDirectory/peopleRun';
import { fakeContext } from '../shared/fakeItem';
import { account } from './made';

const newRun = () => new PeopleRun(fakeContext({}, { count: 2 }).context, directories);

describe('the groups of a run', () => {
	const quo = [account('quo', 'a@x.com'), account('quo', 'b@x.com')];
	const autocalls = [account('autocalls', 'a@x.com')];
	const keys = (run: PeopleRun, ...lists: Array<typeof quo>) => [...run.group(lists).keys()];

	it('are made once of the same lists', () => {
		const run = newRun();
		expect(run.group([quo, autocalls])).toBe(run.group([quo, autocalls]));
	});

	it('are others of other lists, and of another order', () => {
		const run = newRun();
		expect(keys(run, quo)).toEqual(['a@x.com', 'b@x.com']);
		expect(keys(run, autocalls)).toEqual(['a@x.com']);
		expect(keys(run, [...quo].reverse(), autocalls)).toEqual(['b@x.com', 'a@x.com']);
		expect(run.group([quo, autocalls])).not.toBe(run.group([autocalls, quo]));
	});

	it('knows how many items there are', () => expect(newRun().itemCount).toBe(2));
});
